using System.Collections.Concurrent;
using System.Globalization;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Shared;

/// <summary>The countries of the world by name, Vietnam first.</summary>
internal static class Countries
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<(string Code, string Name)>> Lists = new(StringComparer.Ordinal);

    /// <summary>All countries in the order of their names in a language.</summary>
    public static IReadOnlyList<(string Code, string Name)> All(string language) => Lists.GetOrAdd(language, l =>
        [.. Zones.Countries.Select(code => (Code: code, Name: Name(code, l)))
            .OrderBy(c => c.Code != Zones.HomeCountry).ThenBy(c => c.Name, StringComparer.Create(Languages.Culture(l), ignoreCase: true))]);

    /// <summary>A country's name in a language; the code where there is no such country.</summary>
    public static string Name(string code, string language)
    {
        if (!Zones.Countries.Contains(code))
            return code;
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Languages.Culture(language);
        try
        {
            return new RegionInfo(code).DisplayName;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
