using System.Collections.Frozen;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Shared;

/// <summary>Addresses as the post of their country wants them written (Universal Postal Union, S42: addressing by country).</summary>
internal static class Postal
{
    // Where the code stands before the town, not after it.
    private static readonly FrozenSet<string> CodeFirst = FrozenSet.ToFrozenSet(
        ["AT", "BE", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "IS", "IT", "LU", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"]);

    /// <summary>«xã Gia Phù, Sơn La», «69001 Lyon», «Portland, OR 97201»; of Vietnam the province's name in full where asked.</summary>
    /// <param name="country">ISO 3166-1, two letters.</param>
    /// <param name="province">A code of Vietnam, free text elsewhere; empty where there is none.</param>
    /// <param name="postcode">Empty where there is none.</param>
    public static string Town(string country, string province, string commune, string postcode, bool full = false)
    {
        var known = country == "VN" ? Places.FindProvince(province) : null;
        var named = known is null ? province : full ? known.FullName : known.Name;
        return CodeFirst.Contains(country)
            ? PlaceNames.Row($"{postcode} {commune}".Trim(), named)
            : $"{PlaceNames.Row(commune, named)} {postcode}".Trim();
    }
}
