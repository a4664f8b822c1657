using System.Collections.Frozen;

namespace CoopMarket.Web.Features.Shared;

/// <summary>The market's icons: one line of 1.7 on a grid of 24, always beside a word.</summary>
internal static class Icons
{
    /// <summary>Path data by name.</summary>
    public static FrozenDictionary<string, string> Paths { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["search"] = "M15.5 15.5 21 21M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z",
        ["gui"] = "M4 9h16l-2 12H6zM7.5 9c0-4 2-6 4.5-6s4.5 2 4.5 6M4.7 13h14.6M5.3 17h13.4M9.5 9l.5 12M14.5 9 14 21",
        ["home"] = "M2.5 11.5 8 4h8l5.5 7.5zM5 11.5V17h14v-5.5M7 17v4M12 17v4M17 17v4M7 2.5 9 4M17 2.5 15 4",
        ["bowl"] = "M2.5 11h19c0 5-3.5 8.5-9.5 8.5S2.5 16 2.5 11zM8 21.5h8M9 8c-1.5-2 1.5-3 0-5M14 8c-1.5-2 1.5-3 0-5",
        ["coin"] = "M3 6h18v10H3zM12 8.5l2.5 2.5-2.5 2.5L9.5 11zM6 11h.01M18 11h.01M5 20h14",
        ["more"] = "M5 9.5 7.5 12 5 14.5 2.5 12zM12 9.5l2.5 2.5-2.5 2.5L9.5 12zM19 9.5l2.5 2.5-2.5 2.5-2.5-2.5z",
        ["cam"] = "M3 8h4l2-3h6l2 3h4v11H3zM15.5 13a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0z",
        ["parcel"] = "M3 8l9-4.5L21 8v9l-9 4.5L3 17zM3 8l9 4.5L21 8M12 12.5v9M7.5 5.7l9 4.5v4",
        ["ride"] = "M8 17a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM22 17a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM8 17h5l3-8h4M16 9l3 8M3 11h7l3 3M4 7h5v4",
        ["check"] = "M4 12.5 9.5 18 20.5 6",
        ["talk"] = "M3.5 4.5h17v12h-9l-5 4v-4h-3zM8 8.5h8M8 12.5h5",
        ["phone"] = "M5 3.5h4l2 5-2.5 1.5a11 11 0 0 0 5.5 5.5L15.5 13l5 2v4a1.5 1.5 0 0 1-1.5 1.5A16 16 0 0 1 3.5 5 1.5 1.5 0 0 1 5 3.5z",
        ["seal"] = "M12 2l10 10-10 10L2 12zM5 5h14v14H5zM12 9l3 3-3 3-3-3z",
        ["star"] = "M12 1.5l3 3.5h4v4l3.5 3-3.5 3v4h-4l-3 3.5L9 19H5v-4l-3.5-3L5 9V5h4zM12 7.5l1.4 2.9 3.1.4-2.3 2.2.6 3.1-2.8-1.5-2.8 1.5.6-3.1-2.3-2.2 3.1-.4z",
        ["clock"] = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3.5 2.5",
        ["pin"] = "M12 21.5s7.5-6.5 7.5-12a7.5 7.5 0 0 0-15 0c0 5.5 7.5 12 7.5 12zM12 7l2.5 2.5L12 12 9.5 9.5z",
        ["print"] = "M6 9V3h12v6M6 17H3V9h18v8h-3M7 14h10v7H7z",
        ["leaf"] = "M5 20C4 10 10 4 20.5 3.5 21 14 15 20 5 20zM3 22 14 10M9 14.5V11M12 12.5h3.5",
        ["mic"] = "M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5 11a7 7 0 0 0 14 0M12 18v3.5",
        ["next"] = "M4 12h15.5M13 5.5l6.5 6.5-6.5 6.5",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
