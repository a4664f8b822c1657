using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>The delivery price lists that concern one cooperative: its own and the market's.</summary>
internal sealed class PriceLists(MarketDb db, Ids ids, TimeProvider time)
{
    /// <summary>The list in force for it, and whether that is its own.</summary>
    public async Task<ListNow> OfAsync(CooperativeId cooperative, CancellationToken cancellationToken)
    {
        var rules = await db.Set<DeliveryRule>().AsNoTracking().Where(r => r.Cooperative == null || r.Cooperative == cooperative).ToListAsync(cancellationToken);
        var now = DeliveryRule.InForce(rules, cooperative, time.Now());
        var lastOwn = rules.Where(r => r.Cooperative == cooperative && (r.Rates.Count > 0 || r.PickUp)).OrderBy(r => r.From).ThenBy(r => r.Id.Value).LastOrDefault();
        return new(now?.Rates ?? [], now?.PickUp ?? false, now?.Cooperative is not null, lastOwn);
    }

    /// <summary>Its own list from now on.</summary>
    public Outcome Begin(Actor actor, CooperativeId cooperative, IReadOnlyList<DeliveryRate> rates, bool pickUp)
    {
        if (rates.Count == 0 && !pickUp)
            return new DeliversNowhere();
        db.Add(DeliveryRule.Add(ids.New<RuleId>(), cooperative, time.Now(), rates, pickUp, actor.Person));
        return Outcome.Done;
    }

    /// <summary>The market's list again, from now on.</summary>
    public void Leave(Actor actor, CooperativeId cooperative)
        => db.Add(DeliveryRule.Add(ids.New<RuleId>(), cooperative, time.Now(), [], pickUp: false, actor.Person));

    /// <param name="Rates">The rows in force.</param>
    /// <param name="PickUp">Whether buyers may fetch.</param>
    /// <param name="IsOwn">False where the market's list is in force.</param>
    /// <param name="LastOwn">The latest list of its own, in force or left; null where it never had one.</param>
    internal sealed record ListNow(IReadOnlyList<DeliveryRate> Rates, bool PickUp, bool IsOwn, DeliveryRule? LastOwn);
}
