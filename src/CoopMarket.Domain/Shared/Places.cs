using System.Text;

namespace CoopMarket.Domain.Shared;

/// <summary>
/// Vietnam's provinces and Sơn La's communes as they are since 1 July 2025, and where people's older addresses went.
/// Outside Sơn La the commune is plain text.
/// </summary>
public static class Places
{
    /// <summary>Sơn La's province code.</summary>
    public const string SonLa = "14";

    private static readonly string[] Kinds = ["xa ", "x ", "phuong ", "p ", "thi tran ", "tt ", "thi xa ", "huyen ", "thanh pho ", "tinh "];

    private static readonly Dictionary<string, Province> ByProvinceCode =
        Provinces.All.ToDictionary(province => province.Code, StringComparer.Ordinal);

    private static readonly Dictionary<string, Commune> ByCommuneCode =
        SonLaCommunes.All.ToDictionary(commune => commune.Code, StringComparer.Ordinal);

    private static readonly (string Name, Commune Commune)[] Known =
    [
        .. SonLaCommunes.All.Select(commune => (commune.Name, commune)),
        .. SonLaCommunes.Merged.SelectMany(merged => merged.OldNames.Select(name => (name, ByCommuneCode[merged.Code]))),
    ];

    private static readonly ILookup<string, (string Name, Commune Commune)> ByFoldedName =
        Known.ToLookup(known => Folding.Fold(known.Name), StringComparer.Ordinal);

    /// <summary>The 34 provinces in the order of their codes.</summary>
    public static IReadOnlyList<Province> All => Provinces.All;

    /// <summary>Sơn La's 75 communes and wards in the order of their codes.</summary>
    public static IReadOnlyList<Commune> Communes => SonLaCommunes.All;

    /// <summary>The province with this code; null when there is none.</summary>
    public static Province? FindProvince(string? code) => code is null ? null : ByProvinceCode.GetValueOrDefault(code);

    /// <summary>Sơn La's commune with this code; null when there is none.</summary>
    public static Commune? FindCommune(string? code) => code is null ? null : ByCommuneCode.GetValueOrDefault(code);

    /// <summary>
    /// The communes of Sơn La that a typed name, old or present, stands for today: with or without marks and with or
    /// without "xã", "thị trấn" or the like. Usually one; several when old namesakes went different ways or when names
    /// differ only in marks that weren't typed (Mường Bằng, Mường Bang); none when the name isn't known.
    /// </summary>
    public static IReadOnlyList<Commune> FindOld(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return [];
        var folded = Folding.Fold(name);
        var kind = Kinds.FirstOrDefault(kind => folded.StartsWith(kind, StringComparison.Ordinal));
        var matches = ByFoldedName[kind is null ? folded : folded[kind.Length..]].ToList();

        // Typed marks decide between names that fold to the same letters.
        var typed = name.Normalize(NormalizationForm.FormC).Trim();
        var exact = matches.Where(match => typed.EndsWith(match.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        return (exact.Count > 0 ? exact : matches).Select(match => match.Commune).Distinct().ToList();
    }
}
