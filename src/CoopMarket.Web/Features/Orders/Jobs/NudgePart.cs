using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Jobs;

/// <summary>Lets the clock speak up about a part once, or about each of its returns: the first node to write it down wins, the others are refused.</summary>
internal static class NudgePart
{
    internal sealed record Command(Actor Actor, SellerOrderId Part, NudgeKind Kind) : ICommand, IForAdmin, IAbout
    {
        public string About => Part.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.Now();
            // Read before the look: what another node writes in between is then found by the look, or met in the row.
            var earlier = await db.Set<Nudge>().FirstOrDefaultAsync(n => n.SellerOrder == command.Part && n.Kind == command.Kind, cancellationToken);
            // Looked at again inside the transaction: it may have moved since it was found due.
            if (await DueParts.OfAsync(db, command.Kind, now, 1, cancellationToken, command.Part) is not [var due])
                return new NudgedAlready();
            if (earlier is null)
                db.Add(Nudge.Of(ids.New(), due.Order, command.Part, command.Kind, now));
            else
                earlier.Again(due.Order, now);
            return Outcome.Done;
        }
    }
}
