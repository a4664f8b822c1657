using System.Runtime.CompilerServices;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>What delivery costs, for the copy of a cooperative: its own rules, and the market's, which hold where it has none.</summary>
internal sealed class DataOfShipping(MarketReads reads) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.DeliveryRules, typeof(DeliveryRule), RatesAsync(cooperative), [],
            ("rule", r => r.Rule.Id), ("whose", r => r.Rule.Cooperative is null ? "market" : "cooperative"), ("from", r => r.Rule.From),
            ("pickUp", r => r.Rule.PickUp), ("zone", r => r.Rate?.Zone), ("upToGrams", r => r.Rate?.UpToGrams), ("price", r => r.Rate?.PriceDong),
            ("daysMin", r => r.Rate?.DaysMin), ("daysMax", r => r.Rate?.DaysMax)),
    ];

    private async IAsyncEnumerable<Line> RatesAsync(CooperativeId cooperative, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var rules = reads.Of<DeliveryRule>().Where(r => r.Cooperative == cooperative || r.Cooperative == null).OrderBy(r => r.From).ThenBy(r => r.Id);
        await foreach (var rule in rules.AsAsyncEnumerable().WithCancellation(cancellationToken))
            foreach (var rate in rule.Rates.DefaultIfEmpty())
                yield return new(rule, rate);
    }

    /// <param name="Rate">Null where the rule has none.</param>
    private sealed record Line(DeliveryRule Rule, DeliveryRate? Rate);
}
