namespace CoopMarket.Domain.Shipping;

/// <summary>Where a parcel goes, as far as its price is concerned.</summary>
public enum Zone
{
    /// <summary>Within the cooperative's own province.</summary>
    SameProvince,

    /// <summary>The rest of Vietnam.</summary>
    Vietnam,

    /// <summary>Southeast Asia.</summary>
    SoutheastAsia,

    /// <summary>China, Hong Kong, Macao, Taiwan, Japan, Korea, Mongolia.</summary>
    EastAsia,

    /// <summary>Europe, Cyprus and Russia included.</summary>
    Europe,

    /// <summary>The United States, Canada, Mexico and their neighbors in the north.</summary>
    NorthAmerica,

    /// <summary>Australia, New Zealand and the Pacific islands.</summary>
    Oceania,

    /// <summary>Every other country.</summary>
    RestOfWorld,
}

/// <summary>Which zone an address lies in.</summary>
public static class Zones
{
    /// <summary>Vietnam's code in ISO 3166-1.</summary>
    public const string HomeCountry = "VN";

    private static readonly (Zone Zone, string Countries)[] Regions =
    [
        (Zone.Vietnam, HomeCountry),
        (Zone.SoutheastAsia, "BN ID KH LA MM MY PH SG TH TL"),
        (Zone.EastAsia, "CN HK JP KP KR MN MO TW"),
        (Zone.Europe, "AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA"),
        (Zone.NorthAmerica, "BM CA GL MX PM US"),
        (Zone.Oceania, "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"),
        (Zone.RestOfWorld,
            "AE AF AG AI AM AO AQ AR AW AZ BB BD BF BH BI BJ BL BO BQ BR BS BT BV BW BZ CD CF CG CI CL CM CO CR CU CV CW "
            + "DJ DM DO DZ EC EG EH ER ET FK GA GD GE GF GH GM GN GP GQ GS GT GW GY HN HT IL IN IO IQ IR JM JO KE KG KM KN KW KY KZ "
            + "LB LC LK LR LS LY MA MF MG ML MQ MR MS MU MV MW MZ NA NE NG NI NP OM PA PE PK PR PS PY QA RE RW "
            + "SA SC SD SH SL SN SO SR SS ST SV SX SY SZ TC TD TF TG TJ TM TN TR TT TZ UG UY UZ VC VE VG VI YE YT ZA ZM ZW"),
    ];

    private static readonly SortedDictionary<string, Zone> ByCountry = new(
        Regions.SelectMany(region => region.Countries.Split(' ').Select(country => (country, region.Zone)))
            .ToDictionary(pair => pair.country, pair => pair.Zone, StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static readonly Dictionary<Zone, IReadOnlyList<string>> ByZone = Enum.GetValues<Zone>()
        .ToDictionary(zone => zone, zone => (IReadOnlyList<string>)(zone.IsDomestic() ? [HomeCountry] : [.. ByCountry.Where(c => c.Value == zone).Select(c => c.Key)]));

    /// <summary>All 249 officially assigned alpha-2 codes of ISO 3166-1, in alphabetical order.</summary>
    public static IReadOnlyCollection<string> Countries => ByCountry.Keys;

    /// <summary>Those where somebody lives to whom a parcel could go: a list to choose from needs no Bouvet Island.</summary>
    public static IReadOnlyList<string> Inhabited { get; } = [.. ByCountry.Keys.Except("AQ BV GS HM IO TF UM".Split(' '))];

    /// <summary>The countries of a zone, as <see cref="Countries"/> has them; the home country alone for those within Vietnam.</summary>
    public static IReadOnlyList<string> In(Zone zone) => ByZone[zone];

    /// <summary>The zone of an address.</summary>
    /// <param name="country">The receiver's country, ISO 3166-1 alpha-2 in capitals.</param>
    /// <param name="fromProvince">The cooperative's province code.</param>
    /// <param name="toProvince">The receiver's province code; null outside Vietnam.</param>
    /// <returns>Null when there is no such country.</returns>
    public static Zone? Of(string? country, string? fromProvince, string? toProvince)
    {
        if (country is null || !ByCountry.TryGetValue(country, out var zone)) return null;
        return zone == Zone.Vietnam && fromProvince is not null && fromProvince == toProvince ? Zone.SameProvince : zone;
    }

    /// <summary>The zone where most of those live who reckon in a currency; null for the đồng.</summary>
    public static Zone? Of(Shared.Currency currency) => currency switch
    {
        Shared.Currency.EUR or Shared.Currency.GBP => Zone.Europe,
        Shared.Currency.USD => Zone.NorthAmerica,
        Shared.Currency.JPY or Shared.Currency.KRW => Zone.EastAsia,
        Shared.Currency.AUD => Zone.Oceania,
        Shared.Currency.SGD => Zone.SoutheastAsia,
        _ => null,
    };

    /// <summary>Whether the zone lies within Vietnam: no customs papers, cash on delivery possible.</summary>
    public static bool IsDomestic(this Zone zone) => zone is Zone.SameProvince or Zone.Vietnam;
}
