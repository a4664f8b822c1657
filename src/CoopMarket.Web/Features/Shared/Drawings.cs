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

    private Sheet _sheet = new();

    /// <summary>The fill of a band, 15 threads high at the origin.</summary>
    /// <param name="of">The cooperative's id, or <see cref="MarketBand"/>.</param>
    /// <param name="turn">The turn stored at its approval.</param>
    public string Band(string of, int turn)
    {
        var band = Woven.GetOrAdd((of, turn), b => WovenBand.Draw(b.Of, b.Turn));
        _sheet.Patterns.TryAdd(band.Key, band.Svg);
        return $"url(#{band.Key})";
    }

    /// <summary>The same band, three times as high, for drawings of 45 px.</summary>
    public string LargeBand(string of, int turn)
    {
        var band = Woven.GetOrAdd((of, turn), b => WovenBand.Draw(b.Of, b.Turn));
        _sheet.Patterns.TryAdd(band.Key, band.Svg);
        var large = band.Key + "l";
        _sheet.Patterns.TryAdd(large, $"<pattern id=\"{large}\" href=\"#{band.Key}\" patternTransform=\"scale(3)\"/>");
        return $"url(#{large})";
    }

    /// <summary>The bare warp: what is still to be woven.</summary>
    public string Warp()
    {
        _sheet.Patterns.TryAdd("warp", "<pattern id=\"warp\" width=\"5\" height=\"15\" patternUnits=\"userSpaceOnUse\"><path stroke=\"#85785f\" d=\"M2.5 0v15\"/></pattern>");
        return "url(#warp)";
    }

    /// <summary>The reference to an icon.</summary>
    /// <exception cref="KeyNotFoundException">There is no such icon.</exception>
    public string Icon(string name)
    {
        if (!Icons.Paths.ContainsKey(name))
            throw new KeyNotFoundException($"There is no icon «{name}».");
        _sheet.Icons.Add(name);
        return "#i-" + name;
    }

    /// <summary>What is drawn from now on is noted on a sheet of its own, until the page goes on (<see cref="GoOn"/>): for what is drawn once and shown again.</summary>
    /// <returns>The page's sheet.</returns>
    public Sheet Apart()
    {
        var page = _sheet;
        _sheet = new();
        return page;
    }

    /// <summary>What is drawn from now on is noted on the page's sheet again.</summary>
    /// <returns>The sheet that was drawn on meanwhile.</returns>
    public Sheet GoOn(Sheet page)
    {
        var apart = _sheet;
        _sheet = page;
        return apart;
    }

    /// <summary>Notes all that stands on another sheet.</summary>
    public void Add(Sheet other)
    {
        foreach (var (key, pattern) in other.Patterns)
            _sheet.Patterns.TryAdd(key, pattern);
        _sheet.Icons.UnionWith(other.Icons);
    }

    /// <summary>All that this page used.</summary>
    public IHtmlContent Sprite()
    {
        var sprite = new StringBuilder("<svg class=\"sprite\" aria-hidden=\"true\"><defs>");
        foreach (var pattern in _sheet.Patterns.Values)
            sprite.Append(pattern);
        sprite.Append("</defs>");
        foreach (var icon in _sheet.Icons)
            sprite.Append("<symbol id=\"i-").Append(icon).Append("\" viewBox=\"0 0 24 24\"><path d=\"").Append(Icons.Paths[icon]).Append("\"/></symbol>");
        return new HtmlString(sprite.Append("</svg>").ToString());
    }

    /// <summary>Bands and icons that were used.</summary>
    internal sealed class Sheet
    {
        internal Dictionary<string, string> Patterns { get; } = new(StringComparer.Ordinal);

        internal SortedSet<string> Icons { get; } = new(StringComparer.Ordinal);
    }
}
