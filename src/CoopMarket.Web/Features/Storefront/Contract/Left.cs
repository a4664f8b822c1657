using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>A size as it is at this moment.</summary>
/// <param name="OnHand">How many are left for sale.</param>
internal sealed record SizeLeft(ProductId Product, VariantId Id, Money Price, int OnHand);

/// <summary>What of some products is on sale at this moment.</summary>
/// <param name="asked">Of which products.</param>
/// <param name="sizes">All that they have on sale.</param>
internal sealed class Left(IEnumerable<ProductId> asked, IReadOnlyCollection<SizeLeft> sizes)
{
    private readonly HashSet<ProductId> _asked = [.. asked];
    private readonly Dictionary<VariantId, SizeLeft> _sizes = sizes.ToDictionary(s => s.Id);
    private readonly Dictionary<ProductId, int> _counts = sizes.CountBy(s => s.Product).ToDictionary();

    /// <summary>How many of a size are left; none where it is no longer on sale.</summary>
    public int Of(VariantId size) => _sizes.TryGetValue(size, out var left) ? left.OnHand : 0;

    /// <summary>Whether it was asked for a product and nothing of it is on sale.</summary>
    public bool IsGone(ProductId product) => _asked.Contains(product) && !_counts.ContainsKey(product);

    /// <summary>Whether of the same products the same is left, at the same prices.</summary>
    public bool IsSame(Left other)
        => _asked.SetEquals(other._asked) && _sizes.Count == other._sizes.Count && _sizes.Values.All(s => other._sizes.TryGetValue(s.Id, out var its) && its == s);

    /// <summary>Whether a product has just these sizes on sale, at these prices.</summary>
    public bool Fits(ProductId product, IEnumerable<(VariantId Id, Money Price)> known)
    {
        var count = 0;
        foreach (var (id, price) in known)
        {
            count++;
            if (!_sizes.TryGetValue(id, out var left) || left.Price != price)
                return false;
        }

        return _counts.GetValueOrDefault(product) == count && count > 0;
    }
}
