using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Three days after delivery a part's share becomes payable. Sent by <see cref="ReleaseHolds"/>; nobody presses it.</summary>
internal static class ReleaseHold
{
    internal sealed record Command(Actor Actor, SellerOrderId SellerOrder) : ICommand, IForAdmin, IAbout
    {
        public string About => SellerOrder.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, Ledger ledger, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            if (await db.Set<Hold>().SingleOrDefaultAsync(h => h.SellerOrder == request.SellerOrder, cancellationToken) is not { ReleasedAt: null } hold || hold.DueAt > now)
                return new NotFound();

            // A share that is not booked yet waits for the next round.
            var lines = db.Set<EntryLine>().Where(l => l.SellerOrder == hold.SellerOrder && l.Account == LedgerAccount.Held);
            if (!await lines.AnyAsync(l => db.Set<JournalEntry>().Any(e => e.Id == l.Entry && e.Kind == EntryKind.Sale), cancellationToken))
                return new NotFound();
            var share = Money.Dong(-await lines.SumAsync(l => l.Amount.Minor, cancellationToken));
            await ledger.PostAsync(
                EntryKind.Release, hold.SellerOrder.Value, hold.Order, now,
                [new(LedgerAccount.Held, share, hold.Cooperative, hold.SellerOrder), new(LedgerAccount.Payable, -share, hold.Cooperative, hold.SellerOrder)], cancellationToken);
            hold.Release(now);
            return Outcome.Done;
        }
    }
}
