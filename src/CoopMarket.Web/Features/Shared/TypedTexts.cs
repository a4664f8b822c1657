using CoopMarket.Domain.Shared;
using FluentValidation;
using FluentValidation.Results;

namespace CoopMarket.Web.Features.Shared;

/// <summary>How areas read texts that people type, each flaw with its own sentence.</summary>
internal static class TypedTexts
{
    private const int FormKeyLength = 22;

    /// <summary>A text that can be kept and isn't too long.</summary>
    /// <param name="area">Whose sentences say what is wrong: <c>{area}.flaw.too-long</c> and <c>{area}.flaw.characters</c>.</param>
    /// <param name="most">Characters.</param>
    /// <param name="severalLines">Whether it may have more than one line.</param>
    /// <param name="required">The sentence to say where nothing is typed; null: it may be missing.</param>
    public static void IsKept<T>(this IRuleBuilder<T, string?> rule, string area, int most, bool severalLines, string? required) => rule.Custom((typed, context) =>
    {
        var key = CleanText.Read(typed, most, out _, severalLines) switch
        {
            TextVerdict.Clean => null,
            TextVerdict.Empty => required,
            TextVerdict.TooLong => area + ".flaw.too-long",
            _ => area + ".flaw.characters",
        };
        if (key is not null)
            context.AddFailure(new ValidationFailure(context.PropertyPath, key) { CustomState = new object[] { most } });
    });

    /// <summary>Whether it is a key that a form was given: 128 bits in base 64, as they stand in an address.</summary>
    public static bool IsFormKey(string? typed) => typed is { Length: FormKeyLength } && typed.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>The text as it is kept; empty where nothing was typed.</summary>
    public static string Kept(string? typed, int most, bool severalLines)
    {
        _ = CleanText.Read(typed, most, out var clean, severalLines);
        return clean;
    }
}
