using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>What makes two sellers' names look alike.</summary>
public static class SellerName
{
    private static readonly string[] Kinds =
    [
        .. new[]
        {
            "liên hiệp hợp tác xã", "liên hiệp htx", "hợp tác xã", "htx", "hộ kinh doanh", "hkd", "công ty tnhh một thành viên",
            "công ty tnhh mtv", "công ty tnhh", "công ty cổ phần", "công ty cp", "công ty", "doanh nghiệp tư nhân", "cooperative", "coop",
        }.Select(Folding.Skeleton),
    ];

    /// <summary>
    /// The name at a glance, without what a seller is by law: «HTX Tỏi đen Gia Phù» and «Toi den Gia Phu Cooperative» are one.
    /// Empty where nothing of it can be seen.
    /// </summary>
    public static string Skeleton(string name)
    {
        var skeleton = Folding.Skeleton(name);
        foreach (var kind in Kinds)
        {
            if (skeleton.Length <= kind.Length)
                continue;
            if (skeleton.StartsWith(kind, StringComparison.Ordinal))
                return skeleton[kind.Length..];
            if (skeleton.EndsWith(kind, StringComparison.Ordinal))
                return skeleton[..^kind.Length];
        }

        return skeleton;
    }

    /// <summary>The skeletons of all names of a seller, each once.</summary>
    /// <param name="details">What was approved.</param>
    /// <param name="others">Names in further languages.</param>
    public static IReadOnlyList<string> Skeletons(SellerDetails details, params IEnumerable<string> others)
        => [.. new[] { details.Name, details.EnglishName, details.LegalName }.Concat(others).Select(Skeleton).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)];
}

/// <summary>A look that a seller's name has taken. The skeleton is the key, so no two sellers can look alike.</summary>
public sealed class TakenName
{
    private TakenName()
    {
    }

    public string Skeleton { get; private init; } = "";

    /// <summary>The application that took it; the cooperative's own after approval.</summary>
    public SellerApplicationId Application { get; private init; }

    /// <summary>Takes a look for an application.</summary>
    public static TakenName Of(string skeleton, SellerApplicationId application) => new() { Skeleton = skeleton, Application = application };
}
