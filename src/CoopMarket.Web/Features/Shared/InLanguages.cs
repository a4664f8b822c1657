using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using FluentValidation;

namespace CoopMarket.Web.Features.Shared;

/// <summary>In which languages a thing is told, for its desk.</summary>
/// <param name="Here">The thing's place at the desk.</param>
/// <param name="Text">The text that stands for all of it.</param>
/// <param name="Origins">How its texts came to be.</param>
internal sealed record InLanguages(string Here, LocalizedText Text, TextOrigins Origins);

/// <summary>What a reader is told of the language in which she reads something.</summary>
/// <param name="Text">The text that stands for all of it.</param>
/// <param name="Origins">How its texts came to be.</param>
/// <param name="Original">The page's address in Vietnamese.</param>
internal sealed record ReadIn(LocalizedText Text, TextOrigins Origins, string Original);

/// <summary>Rules of what is typed in another language.</summary>
internal static class TranslationRules
{
    /// <summary>One into which a desk may translate.</summary>
    public static void IsOtherLanguage<T>(this IRuleBuilder<T, string> rule)
        => rule.Must(Languages.Others.Contains).WithMessage("shared.translate.language.flaw");

    /// <summary>It must be said how a text came to be.</summary>
    public static void IsOrigin<T>(this IRuleBuilder<T, TextOrigin?> rule)
        => rule.Must(o => o is { } said && Enum.IsDefined(said)).WithMessage("shared.origin.flaw");
}
