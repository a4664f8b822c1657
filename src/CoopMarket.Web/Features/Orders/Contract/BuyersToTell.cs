using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>Where to write to about an order.</summary>
internal sealed class BuyersToTell(MarketDb db, People people, OrderSecrets secrets)
{
    /// <summary>The buyer of an order; null where she left no e-mail.</summary>
    public async Task<BuyerToTell?> OfAsync(OrderId id, CancellationToken cancellationToken)
    {
        var order = await db.Set<Order>().AsNoTracking().IgnoreAutoIncludes().Where(o => o.Id == id).Select(o => new { o.Buyer, o.To.Email, o.To.Name, o.Language }).FirstAsync(cancellationToken);
        return await AddressAsync(order.Buyer, order.Email, cancellationToken) is { } to ? new(order.Name, to, order.Language, await secrets.LinkAsync(id, cancellationToken)) : null;
    }

    /// <summary>Who gets the goods of an order and how she is reached, as typed with it; nothing that is not known. For who may open the order.</summary>
    public Task<BuyerContact> ContactAsync(OrderId id, CancellationToken cancellationToken)
        => db.Set<Order>().IgnoreAutoIncludes().Where(o => o.Id == id).Select(o => new BuyerContact(o.To.Name, o.To.Email, o.To.Phone)).FirstAsync(cancellationToken);

    /// <summary>The phone by which the buyer is told what can't be written to her, E.164; null where she has an address, and where she left no phone.</summary>
    public async Task<string?> CallInsteadAsync(Order order, CancellationToken cancellationToken)
        => order.To.Phone.Length > 0 && await AddressAsync(order.Buyer, order.To.Email, cancellationToken) is null ? order.To.Phone : null;

    /// <summary>The confirmed address of her account, else the one typed with the order; null where there is neither.</summary>
    public async Task<string?> AddressAsync(PersonId? buyer, string typed, CancellationToken cancellationToken)
        => (buyer is { } person ? (await people.ReachAsync(person, cancellationToken))?.Email : null) ?? (typed.Length > 0 ? typed : null);
}

/// <summary>How to reach a buyer.</summary>
/// <param name="Name">Who got the goods, as typed.</param>
/// <param name="Link">Opens her order without signing in.</param>
internal sealed record BuyerToTell(string Name, string Email, string Language, string Link);

/// <summary>How an order's buyer is reached, as typed with it.</summary>
/// <param name="Name">Empty where it was forgotten.</param>
/// <param name="Email">Empty where she left none.</param>
/// <param name="Phone">E.164; empty where she left none.</param>
internal sealed record BuyerContact(string Name, string Email, string Phone);
