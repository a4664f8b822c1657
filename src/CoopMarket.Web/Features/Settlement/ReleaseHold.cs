using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Messaging;
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

    internal sealed class Handler(MarketDb db, Ledger ledger, OrderBooks orders, Contested contested, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            await db.LockHoldAsync(request.SellerOrder, cancellationToken);
            if (await db.Set<Hold>().SingleOrDefaultAsync(h => h.SellerOrder == request.SellerOrder, cancellationToken) is not { ReleasedAt: null, StoppedAt: null } hold || hold.DueAt > now)
                return new NotFound();

            // What is contested or not paid over, and a share that is not booked to the end, wait for a later round.
            if (await orders.OfAsync(hold.Order, cancellationToken) is not { } order
                || await contested.IsStoppedAsync(order, order.Parts.Single(p => p.Id == hold.SellerOrder), cancellationToken) || await IsToBeBookedAsync(hold, cancellationToken))
                return new NotFound();
            var lines = db.Set<EntryLine>().Where(l => l.SellerOrder == hold.SellerOrder && l.Account == LedgerAccount.Held);
            if (!await lines.AnyAsync(l => db.Set<JournalEntry>().Any(e => e.Id == l.Entry && (e.Kind == EntryKind.Sale || e.Kind == EntryKind.CashSale)), cancellationToken))
                return new NotFound();
            var share = Money.Dong(-await lines.SumAsync(l => l.Amount.Minor, cancellationToken));
            await ledger.PostAsync(
                EntryKind.Release, hold.SellerOrder.Value, hold.Order, now,
                [new(LedgerAccount.Held, share, hold.Cooperative, hold.SellerOrder), new(LedgerAccount.Payable, -share, hold.Cooperative, hold.SellerOrder)], cancellationToken);
            hold.Release(now);
            return Outcome.Done;
        }

        // A decline or a cancellation whose message is still on its way, or parked, would be taken from a share that is paid out.
        private async Task<bool> IsToBeBookedAsync(Hold hold, CancellationToken cancellationToken)
        {
            var about = hold.SellerOrder.ToString();
            return await db.Set<OutboxRow>().Where(OutboxRow.IsOpen).AnyAsync(r => r.Subscriber.StartsWith(Balances.Subscribers) && r.Payload.Contains(about), cancellationToken);
        }
    }
}
