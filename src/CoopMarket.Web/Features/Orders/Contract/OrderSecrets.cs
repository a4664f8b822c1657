using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>Who may open an order: whoever holds its secret, or the person who placed it.</summary>
internal sealed class OrderSecrets(MarketDb db, SealedSecrets secrets, MarketSettings market)
{
    private const string Purpose = "orders.secret";

    /// <summary>Whether the order opens for this reader.</summary>
    public async Task<bool> OpensAsync(string orderCode, string? secret, PersonId? person, CancellationToken cancellationToken)
    {
        if (!PublicCode.TryParse(orderCode, out var code))
            return false;
        var found = await db.Set<Order>().Where(o => o.Code == code.Value).Select(o => new { o.SecretHash, o.Buyer }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return false;
        return (person is not null && found.Buyer == person) || SealedSecrets.Fits(found.SecretHash, secret);
    }

    /// <summary>
    /// The full address that opens an order without signing in, in the buyer's language; for mails and to keep. Where the keys
    /// are lost under which its secret was kept, the address asks her to sign in.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such order.</exception>
    public async Task<string> LinkAsync(OrderId id, CancellationToken cancellationToken)
    {
        var order = await db.Set<Order>().Where(o => o.Id == id).Select(o => new { o.Code, o.SealedSecret, o.Language }).FirstAsync(cancellationToken);
        var secret = secrets.Open(Purpose, order.SealedSecret) is { } known ? $"?s={known}" : "";
        return $"{market.PublicUrl}{Languages.Prefix(order.Language)}/orders/{order.Code}{secret}";
    }

    /// <summary>What is kept of a secret: never the secret itself.</summary>
    public (string Hash, string Sealed) Keep(string secret) => secrets.Keep(Purpose, secret);

    /// <summary>The secret of an order that was just placed; empty where the keys were lost since.</summary>
    public string Open(Order order) => secrets.Open(Purpose, order.SealedSecret) ?? "";
}
