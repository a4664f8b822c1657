using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Takes a maker off the pages.</summary>
internal static class TakeMakerOff
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, MakerId Maker) : ICommand, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var maker = await db.Set<Maker>().FirstOrDefaultAsync(m => m.Id == command.Maker && m.Cooperative == command.Cooperative && m.LeftAt == null, cancellationToken);
            if (maker is null)
                return new NotFound();
            maker.Leave(time.Now());
            return Outcome.Done;
        }
    }
}
