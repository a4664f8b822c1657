using CoopMarket.Domain.Links;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What a reader may send on to somebody she knows.</summary>
/// <param name="Name">What it is called in her language.</param>
/// <param name="Path">Its address on the market, without the language's prefix.</param>
/// <param name="ShortCode">Of its short address; null where it has none yet.</param>
internal sealed record Shareable(string Name, string Path, string? ShortCode)
{
    /// <summary>The short address in full; null where it has none yet.</summary>
    public string? ShortAddress(MarketSettings market) => ShortCode is null ? null : market.PublicUrl + ShortLink.PathOf(ShortCode);
}
