using System.Collections.Concurrent;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Shared;

/// <summary>The countries of the world by name (Unicode CLDR's, in the texts), Vietnam first.</summary>
internal sealed class Countries(Words words)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<Country>> _lists = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _names = new(StringComparer.Ordinal);

    /// <summary>All countries where somebody lives, in the order of their names in the reader's language.</summary>
    public IReadOnlyList<Country> All => _lists.GetOrAdd(Languages.Current, language =>
    [
        .. Zones.Inhabited.Select(code => new Country(code, words.In(language, "countries." + code)))
            .OrderBy(c => c.Code != Zones.HomeCountry).ThenBy(c => c.Name, StringComparer.Create(Languages.Culture(language), ignoreCase: true)),
    ]);

    /// <summary>A country's name in the reader's language; the code where there is no such country.</summary>
    public string Name(string code) => _names.GetOrAdd(Languages.Current, language => Zones.Countries.ToDictionary(c => c, c => words.In(language, "countries." + c))).GetValueOrDefault(code, code);
}

/// <summary>A country.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">In the reader's language.</param>
internal sealed record Country(string Code, string Name);
