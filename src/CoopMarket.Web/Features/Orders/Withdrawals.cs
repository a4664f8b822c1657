using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Writes down that a buyer withdraws, and does what follows. Works inside the caller's transaction.</summary>
internal sealed class Withdrawals(MarketDb db, OrderDrawer drawer, Returns returns, TimeProvider time, Ids ids)
{
    private static readonly TimeSpan LoadedAnew = TimeSpan.FromHours(1);

    /// <param name="name">Who says so; checked before.</param>
    /// <param name="pieces">How many, by the line's id; null for everything that she may withdraw from.</param>
    /// <param name="isUnopened">Whether she says that what is sold sealed is so still.</param>
    public async Task<Outcome> DeclareAsync(Order order, string name, IReadOnlyDictionary<string, string>? pieces, bool isUnopened, CancellationToken cancellationToken)
    {
        var before = await returns.OfOrderAsync(order.Id, cancellationToken);
        var plans = Plans(order, pieces, before, isUnopened);
        var done = order.Withdraw(ids.New<WithdrawalId>(), name, plans, before, time.Now());
        if (!done.IsDone)
            return done.Refusal!;
        db.Add(done.Value.Written);
        db.Add(done.Value.Signed);
        db.AddRange(done.Value.Returns);
        await drawer.GiveBackAsync(order, done.Value.CalledOff, cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Whether she declared one of the order within the last hour.</summary>
    public async Task<bool> WasDeclaredAsync(OrderId order, CancellationToken cancellationToken)
    {
        var since = time.Now() - LoadedAnew;
        return await db.Set<Withdrawal>().AnyAsync(w => w.Order == order && w.At > since, cancellationToken);
    }

    /// <summary>Whether she could declare it now; writes nothing down.</summary>
    /// <inheritdoc cref="DeclareAsync"/>
    public async Task<Outcome> LookAsync(Order order, IReadOnlyDictionary<string, string> pieces, bool isUnopened, CancellationToken cancellationToken)
    {
        var before = await returns.OfOrderAsync(order.Id, cancellationToken);
        return order.WithdrawalFlaw(Plans(order, pieces, before, isUnopened), before, time.Now()) is { } flaw ? flaw : Outcome.Done;
    }

    private Dictionary<SellerOrderId, (ReturnId Id, ReturnPlan Plan)> Plans(Order order, IReadOnlyDictionary<string, string>? pieces, IReadOnlyList<Return> before, bool isUnopened)
        => order.Parts
            .Select(p => (p.Id, Lines: pieces is null ? Everything(p, before, isUnopened) : ReturnPieces.Of(pieces, p.Lines)))
            .Where(p => p.Lines.Count > 0)
            .ToDictionary(p => p.Id, p => (ids.New<ReturnId>(), new ReturnPlan(p.Lines, ReturnReason.Withdrawal, "", isUnopened)));

    private static List<(OrderLineId Line, int Quantity)> Everything(SellerOrder part, IReadOnlyList<Return> before, bool isUnopened)
    {
        var isSent = part.ShippedAt is not null || part.HasEnded;
        return [.. part.Lines.Select(l => (l, Left: Order.LeftToReturn(l, before)))
            .Where(l => l.Left > 0 && (!isSent || l.l.Returnable == Returnable.Any || (l.l.Returnable == Returnable.Unopened && isUnopened)))
            .Select(l => (l.l.Id, l.Left))];
    }
}
