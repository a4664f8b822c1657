using CoopMarket.Domain.Shared;
using FluentValidation;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Texts that a desk writes about itself, in Vietnamese and, where somebody wrote it, in English and French.</summary>
internal static class Told
{
    // From this length on a text may have several lines.
    private const int SeveralLines = 200;

    /// <summary>It may be empty, but what is there must be fit to keep.</summary>
    public static IRuleBuilderOptions<T, string?> IsTold<T>(this IRuleBuilder<T, string?> rule, int most)
        => rule.Must(typed => Read(typed, most, out _) is TextVerdict.Clean or TextVerdict.Empty)
            .WithMessage("sellers.flaw.told").WithState(_ => new object[] { most });

    /// <summary>All as one.</summary>
    public static LocalizedText Of(string? vi, string? en, int most, string? fr = null) => new(Clean(vi, most), Clean(en, most), Clean(fr, most));

    /// <summary>The text as it is kept; empty where nothing can be kept.</summary>
    public static string Clean(string? typed, int most)
    {
        _ = Read(typed, most, out var clean);
        return clean;
    }

    private static TextVerdict Read(string? typed, int most, out string clean) => CleanText.Read(typed, most, out clean, most >= SeveralLines);
}
