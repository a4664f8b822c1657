using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Income.Contract;

/// <summary>Sums of the book of income.</summary>
internal sealed class MemberBalances(MarketDb db)
{
    /// <summary>How the names of the subscribers begin that keep this book.</summary>
    public const string Subscribers = "income.";

    /// <summary>What a cooperative owes a member, in đồng; below 0 where she has an advance, or a buyer got money back.</summary>
    public async Task<Money> OwedAsync(ProducerId member, CancellationToken cancellationToken)
        => Money.Dong(await db.Set<IncomeEntry>().Where(e => e.Member == member).SumAsync(e => e.Amount.Minor, cancellationToken));

    /// <summary>The same for all members of a cooperative who ever had an entry.</summary>
    public async Task<IReadOnlyDictionary<ProducerId, Money>> OwedByAsync(CooperativeId cooperative, CancellationToken cancellationToken)
        => await db.Set<IncomeEntry>().Where(e => e.Cooperative == cooperative && e.Member != null).GroupBy(e => e.Member!.Value)
            .Select(g => new { g.Key, Sum = g.Sum(e => e.Amount.Minor) }).ToDictionaryAsync(g => g.Key, g => Money.Dong(g.Sum), cancellationToken);
}
