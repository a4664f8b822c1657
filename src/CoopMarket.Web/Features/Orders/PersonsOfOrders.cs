using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Orders, returns, withdrawals and baskets know their buyers.</summary>
internal sealed class PersonsOfOrders(MarketDb db, TimeProvider time) : IKnowPersons
{
    public async Task<IReadOnlyList<InTheWay>> InTheWayAsync(PersonId person, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var orders = await db.Set<Order>().IgnoreAutoIncludes().AsNoTracking().Where(o => o.Buyer == person).OrderBy(o => o.PlacedAt).ToListAsync(cancellationToken);
        var ids = orders.Select(o => o.Id).ToList();
        var returning = await db.Set<Return>().Where(r => ids.Contains(r.Order) && r.EndedAt == null).Select(r => r.Order).ToListAsync(cancellationToken);
        return
        [
            .. orders.Where(o => o.IsUnderWay(now)).Select(o => Of(Unfinished.Order, o)),
            .. orders.Where(o => !o.IsUnderWay(now) && returning.Contains(o.Id)).Select(o => Of(Unfinished.Return, o)),
        ];
    }

    public async Task<IReadOnlyList<string>> ForgetAsync(PersonId person, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var orders = await db.Set<Order>().IgnoreAutoIncludes().Where(o => o.Buyer == person).ToListAsync(cancellationToken);
        var ids = orders.Select(o => o.Id).ToList();
        foreach (var back in await db.Set<Return>().IgnoreAutoIncludes().Where(r => ids.Contains(r.Order)).ToListAsync(cancellationToken))
            back.ForgetBuyer();
        db.RemoveRange(await db.Set<WithdrawalName>().Where(n => db.Set<Withdrawal>().Any(w => w.Id == n.Withdrawal && ids.Contains(w.Order))).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Set<Basket>().Where(b => b.Person == person).ToListAsync(cancellationToken));
        List<string> reached = [.. orders.SelectMany(o => new[] { o.To.Email, o.To.Phone, o.Invoice.Email })];
        foreach (var order in orders)
            order.ForgetBuyer(now);
        return reached;
    }

    private static InTheWay Of(Unfinished kind, Order order) => new(kind, order.Code, $"/orders/{order.Code}");
}
