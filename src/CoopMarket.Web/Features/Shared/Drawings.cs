using System.Collections.Concurrent;
using System.Text;
using CoopMarket.Domain.Sellers;
using Microsoft.AspNetCore.Html;

namespace CoopMarket.Web.Features.Shared;

/// <summary>The bands and icons of one page: each is defined once, in a sprite that the layout writes at its end.</summary>
internal sealed class Drawings
{
    /// <summary>The id of the market's own band.</summary>
    public const string MarketBand = "cho";

    // As many as there are cooperatives; the same cloth hangs on every page.
    private static readonly ConcurrentDictionary<(string Of, int Turn), Band> Woven = new();

    private readonly Dictionary<string, string> _patterns = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _icons = new(StringComparer.Ordinal);

    /// <summary>The fill of a band, 15 threads high at the origin.</summary>
    /// <param name="of">The cooperative's id, or <see cref="MarketBand"/>.</param>
    /// <param name="turn">The turn stored at its approval.</param>
    public string Band(string of, int turn)
    {
        var band = Woven.GetOrAdd((of, turn), b => WovenBand.Draw(b.Of, b.Turn));
        _patterns.TryAdd(band.Key, band.Svg);
        return $"url(#{band.Key})";
    }

    /// <summary>The same band, three times as high, for drawings of 45 px.</summary>
    public string LargeBand(string of, int turn)
    {
        var band = Woven.GetOrAdd((of, turn), b => WovenBand.Draw(b.Of, b.Turn));
        _patterns.TryAdd(band.Key, band.Svg);
        var large = band.Key + "l";
        _patterns.TryAdd(large, $"<pattern id=\"{large}\" href=\"#{band.Key}\" patternTransform=\"scale(3)\"/>");
        return $"url(#{large})";
    }

    /// <summary>The bare warp: what is still to be woven.</summary>
    public string Warp()
    {
        _patterns.TryAdd("warp", "<pattern id=\"warp\" width=\"5\" height=\"15\" patternUnits=\"userSpaceOnUse\"><path stroke=\"#85785f\" d=\"M2.5 0v15\"/></pattern>");
        return "url(#warp)";
    }

    /// <summary>The reference to an icon.</summary>
    /// <exception cref="KeyNotFoundException">There is no such icon.</exception>
    public string Icon(string name)
    {
        if (!Icons.Paths.ContainsKey(name))
            throw new KeyNotFoundException($"There is no icon «{name}».");
        _icons.Add(name);
        return "#i-" + name;
    }

    /// <summary>All that this page used.</summary>
    public IHtmlContent Sprite()
    {
        var sprite = new StringBuilder("<svg class=\"sprite\" aria-hidden=\"true\"><defs>");
        foreach (var pattern in _patterns.Values)
            sprite.Append(pattern);
        sprite.Append("</defs>");
        foreach (var icon in _icons)
            sprite.Append("<symbol id=\"i-").Append(icon).Append("\" viewBox=\"0 0 24 24\"><path d=\"").Append(Icons.Paths[icon]).Append("\"/></symbol>");
        return new HtmlString(sprite.Append("</svg>").ToString());
    }
}
