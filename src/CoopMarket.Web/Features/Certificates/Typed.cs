using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using FluentValidation;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Texts as people type them here.</summary>
internal static class Typed
{
    /// <summary>Characters of a name, a number or an issuer.</summary>
    public const int Short = 120;

    /// <summary>A text that can be kept and isn't too long; it must be there where <paramref name="required"/> names the sentence to say.</summary>
    public static void IsText<T>(this IRuleBuilder<T, string?> rule, int most = Short, string? required = null)
        => rule.IsKept("certificates", most, most > Short, required);

    /// <summary>The text as it is kept; empty where nothing was typed.</summary>
    public static string Text(string? typed, int most = Short) => TypedTexts.Kept(typed, most, most > Short);

    /// <summary>All languages as they are kept.</summary>
    public static LocalizedText Texts(string? vi, string? en, string? fr) => new(Text(vi), Text(en), Text(fr));
}
