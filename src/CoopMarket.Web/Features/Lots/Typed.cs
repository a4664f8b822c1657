using System.Globalization;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using FluentValidation;

namespace CoopMarket.Web.Features.Lots;

/// <summary>Texts and numbers as people type them here.</summary>
internal static class Typed
{
    /// <summary>A text that can be kept, or none.</summary>
    public static IRuleBuilderOptions<T, string?> IsTextOrNone<T>(this IRuleBuilder<T, string?> rule, int most = Lot.MostText)
        => rule.Must(t => CleanText.Read(t, most, out _, most == Lot.MostNotes) is TextVerdict.Clean or TextVerdict.Empty)
            .WithMessage("lots.flaw.text").WithState(_ => new object[] { most });

    /// <summary>What buyers are to read of a recall, whoever writes it.</summary>
    public static void IsRecall<T>(this IRuleBuilderInitial<T, string?> rule)
    {
        rule.IsTextOrNone(Lot.MostReason);
        rule.Must(r => Text(r, Lot.MostReason).Length > 0).WithMessage("lots.flaw.recall");
    }

    /// <summary>The text as it is kept; empty where nothing was typed.</summary>
    public static string Text(string? typed, int most = Lot.MostText)
    {
        _ = CleanText.Read(typed, most, out var clean, most == Lot.MostNotes);
        return clean;
    }

    /// <summary>A count of pieces within bounds; nothing typed is none.</summary>
    public static bool IsCountOrNone(string? typed, int most) => TypedNumber.Read(typed, 0, most, out _) is NumberVerdict.Whole or NumberVerdict.Empty;

    /// <summary>The count; 0 where nothing was typed; checked before.</summary>
    public static int Count(string? typed) => TypedNumber.Read(typed, 0, int.MaxValue, out var count) == NumberVerdict.Whole ? count : 0;

    /// <summary>A count as forms take it.</summary>
    public static string Count(int pieces) => pieces.ToString(CultureInfo.InvariantCulture);
}
