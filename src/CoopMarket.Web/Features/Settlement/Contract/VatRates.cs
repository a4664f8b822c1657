using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>The rates of value-added tax, by date.</summary>
internal sealed class VatRates(MarketDb db, TimeProvider time)
{
    /// <summary>The rates of today.</summary>
    public Task<VatTable> NowAsync(CancellationToken cancellationToken) => AtAsync(time.Now(), cancellationToken);

    /// <summary>The rate of each class at a moment, in basis points (800 = 8 %); a class without one is missing.</summary>
    public async Task<VatTable> AtAsync(DateTimeOffset at, CancellationToken cancellationToken)
        => new((await db.Set<VatRate>().AsNoTracking().Where(r => r.From <= at).Select(r => new { r.Class, r.BasisPoints, r.From }).ToListAsync(cancellationToken))
            .GroupBy(r => r.Class).ToDictionary(g => g.Key, g => g.MaxBy(r => r.From)!.BasisPoints));
}

/// <summary>The rates that hold at one moment.</summary>
/// <param name="Rates">In basis points.</param>
internal sealed record VatTable(IReadOnlyDictionary<VatClass, int> Rates)
{
    /// <summary>A class with its rate, as an order freezes them. A class that should have a rate and has none tells nothing.</summary>
    /// <param name="vat">Null where nobody said how it is taxed.</param>
    public (VatClass? Class, int? BasisPoints) Of(VatClass? vat) => vat switch
    {
        { } told when Rates.TryGetValue(told, out var rate) => (told, rate),
        VatClass.OwnProduce => (VatClass.OwnProduce, null),
        _ => (null, null),
    };
}
