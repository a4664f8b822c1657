using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>That money came for an order makes its cooperatives' shares: who is at one of their desks, or bought it, has another admin say so.</summary>
internal sealed class OwnOrders(MarketDb db, OrderBooks orders, OwnDesk own)
{
    /// <summary>A refusal where one of the orders that a text names concerns the actor; else null.</summary>
    /// <param name="text">With the orders' codes in it, as a transfer carries them.</param>
    public async Task<Refusal?> RefuseAsync(Actor actor, string text, CancellationToken cancellationToken)
    {
        var codes = PublicCode.Find(text).Select(c => c.Value).ToList();
        foreach (var order in await db.Set<Payment>().Where(p => codes.Contains(p.Code)).Select(p => p.Order).ToListAsync(cancellationToken))
        {
            var (buyer, cooperatives) = await orders.SidesAsync(order, cancellationToken);
            if (buyer is not null && buyer == actor.Person)
                return new OwnAffair();
            if (await own.RefuseAsync(actor, cooperatives, cancellationToken) is { } hers)
                return hers;
        }

        return null;
    }
}
