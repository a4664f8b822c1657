using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>The class of value-added tax that a new product begins with. Its cooperative knows better and may change it.</summary>
public static class VatProposal
{
    private static readonly Dictionary<string, VatClass> ByCategory = new(StringComparer.Ordinal)
    {
        ["trai-cay-tuoi"] = VatClass.OwnProduce,
        ["toi-cu"] = VatClass.OwnProduce,
    };

    /// <summary>The nearest category that says something decides; what is made of what grew bears what most goods bear.</summary>
    /// <param name="categories">The addresses of the product's category and those above it, the nearest first.</param>
    public static VatClass Of(IEnumerable<string> categories)
        => categories.Where(ByCategory.ContainsKey).Select(c => ByCategory[c]).FirstOrDefault(VatClass.Most);
}
