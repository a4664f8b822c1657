using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using Microsoft.Net.Http.Headers;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Where a reader probably is whose address nobody knows, so that who reads in Lyon need not begin in Vietnam. A guess: she sees it and may choose another.</summary>
internal static class LikelyCountry
{
    // What browsers say all over the world tells of no country.
    private const string Everywhere = "en-US";

    /// <summary>The country of the currency that she chose; else that of her browser's language, where she reads in it; else Vietnam.</summary>
    /// <param name="request">Names the browser's languages.</param>
    /// <param name="language">The page's.</param>
    /// <param name="chosen">The đồng where she chose none.</param>
    /// <returns>ISO 3166-1 alpha-2.</returns>
    public static string Of(HttpRequest request, string language, Currency chosen) => chosen switch
    {
        Currency.USD => "US",
        Currency.GBP => "GB",
        Currency.JPY => "JP",
        Currency.AUD => "AU",
        Currency.SGD => "SG",
        Currency.KRW => "KR",
        _ when language == "vi" => Zones.HomeCountry,
        _ => request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => Named(l, language)).FirstOrDefault(c => c is not null) ?? Zones.HomeCountry,
    };

    private static string? Named(StringWithQualityHeaderValue spoken, string language)
        => spoken.Value.ToString() is var tag && tag != Everywhere && tag.Split('-') is [var first, .., { Length: 2 } last]
            && first.Equals(language, StringComparison.OrdinalIgnoreCase) && Zones.Countries.Contains(last.ToUpperInvariant())
            ? last.ToUpperInvariant()
            : null;
}
