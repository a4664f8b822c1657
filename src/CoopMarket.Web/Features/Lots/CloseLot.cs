using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>A lot is used up, or there is some left after all.</summary>
internal static class CloseLot
{
    /// <param name="Again">Whether it is opened again.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, LotId Lot, bool Again) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Any;

        public string About => Lot.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, LotDrawer drawer) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OneAsync(command.Cooperative, command.Lot, cancellationToken) is not { } lot)
                return new NotFound();
            var isEmpty = !await db.Set<LotStock>().AnyAsync(s => s.Lot == lot.Id && s.Pieces > 0, cancellationToken);
            return (command.Again ? lot.Reopen() : lot.Close(isEmpty)) is { } refusal ? refusal : Outcome.Done;
        }
    }
}
