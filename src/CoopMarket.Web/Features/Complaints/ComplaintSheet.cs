using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>What the market knows of whoever begins to complain, so that she needn't type it again: of her account, else of the order that is open to her, and whose goods that order has.</summary>
internal static class ComplaintSheet
{
    /// <param name="Order">The order's code; null where she complains of none.</param>
    /// <param name="OrderSecret">Out of her cookie.</param>
    internal sealed record Query(Actor Actor, string? Order, string? OrderSecret) : IQuery<View>, IForAnyone;

    /// <summary>Null where nothing is known.</summary>
    /// <param name="Sides">The cooperatives of an order that is open to her and has goods of several; none else.</param>
    internal sealed record View(string? Name, string? Email, string? Phone, IReadOnlyList<CoopCard> Sides);

    internal sealed class Handler(People people, OrderSecrets secrets, OrderBooks orders, BuyersToTell buyers, Cooperatives cooperatives) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var person = query.Actor.Person is { } me ? await people.ReachAsync(me, cancellationToken) : null;
            var order = query.Order is { } code && await secrets.OpensAsync(code, query.OrderSecret, query.Actor.Person, cancellationToken) ? await orders.ByCodeAsync(code, cancellationToken) : null;
            var buyer = order is null ? null : await buyers.ContactAsync(order.Id, cancellationToken);
            var sides = order is { Parts.Count: > 1 } ? await cooperatives.ManyAsync(order.Parts.Select(p => p.Cooperative), cancellationToken) : null;
            return new(
                person?.Name ?? buyer?.Name, person?.Email ?? buyer?.Email, person?.Phone ?? buyer?.Phone,
                sides is null ? [] : [.. order!.Parts.Select(p => sides.GetValueOrDefault(p.Cooperative)).OfType<CoopCard>()]);
        }
    }
}
