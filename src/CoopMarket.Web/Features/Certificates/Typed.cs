using CoopMarket.Domain.Shared;
using FluentValidation;
using FluentValidation.Results;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Texts as people type them here.</summary>
internal static class Typed
{
    /// <summary>Characters of a name, a number or an issuer.</summary>
    public const int Short = 120;

    /// <summary>A text that can be kept and isn't too long; it must be there where <paramref name="required"/> names the sentence to say.</summary>
    public static void IsText<T>(this IRuleBuilder<T, string?> rule, int most = Short, string? required = null) => rule.Custom((typed, context) =>
    {
        var key = CleanText.Read(typed, most, out _, most > Short) switch
        {
            TextVerdict.Clean => null,
            TextVerdict.Empty => required,
            TextVerdict.TooLong => "certificates.flaw.too-long",
            _ => "certificates.flaw.characters",
        };
        if (key is not null)
            context.AddFailure(new ValidationFailure(context.PropertyPath, key) { CustomState = new object[] { most } });
    });

    /// <summary>The text as it is kept; empty where nothing was typed.</summary>
    public static string Text(string? typed, int most = Short)
    {
        _ = CleanText.Read(typed, most, out var clean, most > Short);
        return clean;
    }

    /// <summary>Both languages as they are kept.</summary>
    public static LocalizedText Texts(string? vi, string? en) => new(Text(vi), Text(en));
}
