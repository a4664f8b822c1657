using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using FluentValidation;
using FluentValidation.Results;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>How the area reads what a cooperative types: texts and numbers, each flaw with its own sentence.</summary>
internal static class Typed
{
    /// <summary>A name or other text on one line.</summary>
    public const int Short = 120;

    /// <summary>The one line that stands large below a product's photo.</summary>
    public const int Line = 120;

    /// <summary>A sentence.</summary>
    public const int Sentence = 240;

    /// <summary>What an admin writes when she says no.</summary>
    public const int Reason = 1_000;

    /// <summary>Some paragraphs.</summary>
    public const int Long = 6_000;

    private const int MillimetersOfCentimeter = 10;

    /// <summary>The text as it is kept; empty where nothing was typed.</summary>
    public static string Text(string? typed, int most = Short) => TypedTexts.Kept(typed, most, most >= Reason);

    /// <summary>Both languages as they are kept.</summary>
    public static LocalizedText Texts(string? vi, string? en, int most = Short) => new(Text(vi, most), Text(en, most));

    /// <summary>The name of a category or of a size in all languages of the shop; those that nobody gave are missing.</summary>
    public static LocalizedText Name(string? vi, string? en, string? fr) => new([new("vi", Text(vi)), new("en", Text(en)), new("fr", Text(fr))]);

    /// <summary>A count that the validator has let pass; null where nothing was typed.</summary>
    public static int? Count(string? typed) => TypedNumber.Read(typed, int.MinValue, int.MaxValue, out var number) == NumberVerdict.Whole ? number : null;

    /// <summary>A length that is typed in centimeters, with one decimal at most and «cm» behind it or not; null where it is none.</summary>
    public static int? Millimeters(string? typed)
        => TypedDecimal.Read(Bare(typed), 1) is >= 1 and <= Variant.MostMm and var millimeters ? (int)millimeters : null;

    /// <summary>A price that the validator has let pass.</summary>
    public static Money Dong(string? typed)
    {
        _ = TypedNumber.ReadDong(typed, 0, Money.Most, out var dong);
        return Money.Dong(dong);
    }

    /// <summary>The number below a bar code that the validator has let pass, with fourteen digits; null where nothing was typed.</summary>
    public static string? Gtin(string? typed) => Domain.Catalog.Gtin.Read(typed, out var gtin) == GtinVerdict.Whole ? gtin : null;

    /// <summary>The number below a bar code, or nothing.</summary>
    public static void IsGtin<T>(this IRuleBuilder<T, string?> rule) => rule.Custom((typed, context) =>
    {
        var verdict = Domain.Catalog.Gtin.Read(typed, out _);
        if (verdict is not (GtinVerdict.Whole or GtinVerdict.Empty))
            context.AddFailure(context.PropertyPath, "catalog.flaw.gtin." + verdict);
    });

    /// <summary>A text that can be kept and isn't too long; it must be there where <paramref name="required"/> names the sentence to say.</summary>
    public static void IsText<T>(this IRuleBuilder<T, string?> rule, int most = Short, string? required = null)
        => rule.IsKept("catalog", most, most >= Reason, required);

    /// <summary>The one line below a photo, as long as older ones may be. The form cuts nothing off, so that she reads here what is too long.</summary>
    public static void IsLine<T>(this IRuleBuilder<T, string?> rule) => rule.Custom((typed, context) =>
    {
        var verdict = CleanText.Read(typed, Sentence, out _);
        if (verdict is not (TextVerdict.Clean or TextVerdict.Empty))
            context.AddFailure(new ValidationFailure(context.PropertyPath, verdict == TextVerdict.TooLong ? "catalog.flaw.line" : "catalog.flaw.characters") { CustomState = new object[] { Line } });
    });

    /// <summary>A whole number within bounds; it may be missing where <paramref name="required"/> is false.</summary>
    public static void IsCount<T>(this IRuleBuilder<T, string?> rule, int least, int most, bool required = true) => rule.Custom((typed, context) =>
    {
        var verdict = TypedNumber.Read(typed, least, most, out _);
        if (verdict != NumberVerdict.Whole && (required || verdict != NumberVerdict.Empty))
            context.AddFailure(new ValidationFailure(context.PropertyPath, "catalog.flaw.count." + Name(verdict)) { CustomState = new object[] { least, most } });
    });

    /// <summary>A side of a parcel in centimeters.</summary>
    public static void IsCentimeters<T>(this IRuleBuilder<T, string?> rule) => rule.Custom((typed, context) =>
    {
        if (Millimeters(typed) is not null)
            return;
        var read = TypedDecimal.Read(Bare(typed), 1);
        var what = Bare(typed).Length == 0 ? "empty" : read is null ? "strange" : read == 0 ? "small" : "large";
        context.AddFailure(new ValidationFailure(context.PropertyPath, "catalog.flaw.cm." + what) { CustomState = new object[] { Variant.MostMm / MillimetersOfCentimeter } });
    });

    /// <summary>A price in đồng within bounds.</summary>
    public static void IsDong<T>(this IRuleBuilder<T, string?> rule, long least, long most) => rule.Custom((typed, context) =>
    {
        var verdict = TypedNumber.ReadDong(typed, least, most, out _);
        if (verdict != NumberVerdict.Whole)
            context.AddFailure(new ValidationFailure(context.PropertyPath, "catalog.flaw.price." + Name(verdict)) { CustomState = new object[] { least, most } });
    });

    private static string Bare(string? typed)
    {
        var text = (typed ?? "").Trim();
        return (text.EndsWith("cm", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text).Trim();
    }

    private static string Name(NumberVerdict verdict) => verdict switch
    {
        NumberVerdict.Empty => "empty",
        NumberVerdict.Fraction => "fraction",
        NumberVerdict.TooSmall => "small",
        NumberVerdict.TooLarge => "large",
        _ => "strange",
    };
}
