using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>What the market knows of whoever begins to complain, so that she needn't type it again: of her account, else of the order that is open to her.</summary>
internal static class ComplaintSheet
{
    /// <param name="Order">The order's code; null where she complains of none.</param>
    /// <param name="OrderSecret">Out of her cookie.</param>
    internal sealed record Query(Actor Actor, string? Order, string? OrderSecret) : IQuery<View>, IForAnyone;

    /// <summary>Null where nothing is known.</summary>
    internal sealed record View(string? Name, string? Email, string? Phone);

    internal sealed class Handler(People people, OrderSecrets secrets, OrderBooks orders, BuyersToTell buyers) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var person = query.Actor.Person is { } me ? await people.ReachAsync(me, cancellationToken) : null;
            var buyer = query.Order is { } code && await secrets.OpensAsync(code, query.OrderSecret, query.Actor.Person, cancellationToken) && await orders.ByCodeAsync(code, cancellationToken) is { } order
                ? await buyers.ContactAsync(order.Id, cancellationToken) : null;
            return new(person?.Name ?? buyer?.Name, person?.Email ?? buyer?.Email, person?.Phone ?? buyer?.Phone);
        }
    }
}
