using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Lots;

/// <summary>
/// Calls a lot back: nothing of it is sold or sent any more, and every buyer of it is written to. It can't be undone, as what
/// buyers were told can't.
/// </summary>
internal static class RecallLot
{
    internal sealed class Form
    {
        public string? Reason { get; set; }
    }

    /// <param name="Reason">For buyers, in her own words.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, LotId Lot, string? Reason) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Lot.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsRecall();
    }

    internal sealed class Handler(LotDrawer drawer, LotBook book, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OneAsync(command.Cooperative, command.Lot, cancellationToken) is not { } lot)
                return new NotFound();
            if (lot.Recall(Typed.Text(command.Reason, Lot.MostReason), command.Actor.Person, time.Now()) is { } refusal)
                return refusal;
            // Holds its sizes: an order that is being served out of it comes before, and its buyer is told; the next finds nothing.
            await book.WithholdAsync(lot, command.Actor.Person, cancellationToken);
            return Outcome.Done;
        }
    }
}
