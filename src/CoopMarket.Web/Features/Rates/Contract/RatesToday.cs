using CoopMarket.Domain.Rates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Rates.Contract;

/// <summary>At which rate and margin đồng are changed now. Tracks nothing, so it may be asked inside a command.</summary>
internal sealed class RatesToday(MarketDb db, TimeProvider time)
{
    /// <summary>The terms of a currency: of its latest day the rate that was written down last. Null where it is too old, or there is none.</summary>
    public async Task<ExchangeTerms?> TermsAsync(Currency currency, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var today = VietnamDay.Of(now);
        var rate = await Of(db, currency, today).FirstOrDefaultAsync(cancellationToken);
        if (rate is null || !rate.IsFresh(today))
            return null;
        return new(currency, rate.Day, rate.PerUnit, await MarginAsync(now, cancellationToken));
    }

    /// <summary>What is added to the rate at a moment, in basis points.</summary>
    public async Task<int> MarginAsync(DateTimeOffset at, CancellationToken cancellationToken)
        => await db.Set<ExchangeMargin>().AsNoTracking().Where(m => m.From <= at).OrderByDescending(m => m.From).Select(m => (int?)m.BasisPoints).FirstOrDefaultAsync(cancellationToken)
            ?? ExchangeMargin.Usual;

    /// <summary>A currency's rates up to a day, the one that counts first.</summary>
    internal static IQueryable<ExchangeRate> Of(MarketDb db, Currency currency, DateOnly today)
        => db.Set<ExchangeRate>().AsNoTracking().Where(r => r.Currency == currency && r.Day <= today).OrderByDescending(r => r.Day).ThenByDescending(r => r.AddedAt).ThenByDescending(r => r.Id);
}
