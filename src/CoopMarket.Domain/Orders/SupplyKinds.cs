using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>Which kind of supply a product is to the law, by its category. It decides what is withheld from who sells it.</summary>
public static class SupplyKinds
{
    private static readonly Dictionary<string, SupplyKind> ByCategory = new(StringComparer.Ordinal)
    {
        ["homestay"] = SupplyKind.Services,
        ["du-lich"] = SupplyKind.Services,
        ["trai-nghiem"] = SupplyKind.Services,
    };

    /// <summary>The nearest category that says something decides; all else that is sold here is goods.</summary>
    /// <param name="categories">The addresses of the product's category and those above it, the nearest first.</param>
    public static SupplyKind Of(IEnumerable<string> categories)
        => categories.Where(ByCategory.ContainsKey).Select(c => ByCategory[c]).FirstOrDefault(SupplyKind.Goods);
}
