using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>An address that a product has or had: <c>/p/{slug}</c> leads to its present one for ever.</summary>
public sealed class ProductAddress : Entity
{
    private ProductAddress()
    {
    }

    public ProductId Product { get; private init; }

    public string Slug { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset Since { get; private init; }

    /// <summary>Gives a product an address.</summary>
    public static ProductAddress Give(ProductId product, string slug, DateTimeOffset now) => new() { Product = product, Slug = slug, Since = now };
}
