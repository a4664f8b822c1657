using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Shared;

/// <summary>Places as readers write them: a name stays on one line, and other languages say what «bản» and «xã» are.</summary>
internal static class PlaceNames
{
    // A longer name may break: two cards stand side by side on a phone of 360 px.
    private const int LongestOnOneLine = 18;
    private const string Village = "bản ";

    /// <summary>«bản Tọ», «Tọ village»; a village that is called otherwise keeps its name.</summary>
    public static string VillageName(this Words words, string village)
        => Together(village.StartsWith(Village, StringComparison.OrdinalIgnoreCase) ? words["shared.place.village", village[Village.Length..]] : village);

    /// <summary>«xã Gia Phù», «Gia Phù commune».</summary>
    public static string CommuneName(this Words words, Commune commune)
        => Together(words[commune.Kind == CommuneKind.Ward ? "shared.place.ward" : "shared.place.commune", commune.Name]);

    /// <summary>The places that are known, the smallest first.</summary>
    public static string Row(params IEnumerable<string?> places) => string.Join(", ", places.Where(p => !string.IsNullOrEmpty(p)));

    /// <summary>A name that reads better on one line, with spaces that don't break.</summary>
    public static string Together(string name) => name.Length <= LongestOnOneLine ? name.Replace(' ', '\u00a0') : name;
}
