namespace CoopMarket.Domain.Stories;

/// <summary>The languages that voices of stories are recorded in, by their codes of ISO 639-3.</summary>
public static class SpokenLanguages
{
    // Vietnamese first, then what is spoken in the mountains of the north-west, then what guests speak.
    private static readonly string[] Codes = ["vie", "mtq", "blt", "twh", "hmn", "mww", "hmv", "hnj", "kjg", "ium", "kjm", "lha", "puo", "lao", "eng", "fra"];

    /// <summary>All codes, in the order of the list.</summary>
    public static IReadOnlyList<string> All => Codes;

    /// <summary>Whether a code stands in the list.</summary>
    public static bool Has(string? code) => code is not null && Codes.Contains(code, StringComparer.Ordinal);

    /// <summary>What browsers call it (BCP 47): the two letters where a language has them.</summary>
    public static string Tag(string code) => code switch
    {
        "vie" => "vi",
        "lao" => "lo",
        "eng" => "en",
        "fra" => "fr",
        _ => code,
    };
}
