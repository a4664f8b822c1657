using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Payments know buyers by their orders alone. The bank account that one told for a refund goes by its own rule
/// (<see cref="ForgetRefundAccounts"/>); what the bank wrote of a transfer is a paper of the books.
/// </summary>
internal sealed class PersonsOfPayments(MarketDb db, BuyersOrders orders, Balances balances) : IKnowPersons
{
    public async Task<IReadOnlyList<InTheWay>> InTheWayAsync(PersonId person, CancellationToken cancellationToken)
    {
        var codes = await orders.OfAsync(person, cancellationToken);
        var ids = codes.Keys.ToList();
        var due = await db.Set<RefundDue>().Where(r => r.Order != null && ids.Contains(r.Order.Value) && r.PaidAt == null && r.FailedAt == null).Select(r => r.Order!.Value).Distinct().ToListAsync(cancellationToken);
        var disputed = await db.Set<Payment>().Where(p => ids.Contains(p.Order) && p.DisputedAt != null).Select(p => p.Order).ToListAsync(cancellationToken);
        var debts = (await balances.OwedByBuyersAsync(cancellationToken)).Select(d => d.Order).OfType<OrderId>().Where(codes.ContainsKey);
        return
        [
            .. due.Select(o => Of(Unfinished.Refund, codes[o])),
            .. disputed.Union(debts).Select(o => Of(Unfinished.Debt, codes[o])),
        ];
    }

    public Task<IReadOnlyList<string>> ForgetAsync(PersonId person, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    private static InTheWay Of(Unfinished kind, string code) => new(kind, code, $"/orders/{code}");
}
