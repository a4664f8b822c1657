using System.Globalization;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Reads how many somebody wants, as typed: plain digits and nothing else, so that 1e3, 1.5 and １２ are no numbers.</summary>
internal static class Pieces
{
    /// <summary>What can be no number of pieces; every validator refuses it.</summary>
    public const int None = -1;

    private const int MostDigits = 4;

    /// <summary>The number; <see cref="None"/> where the text is none.</summary>
    public static int Read(string? typed)
        => typed?.Trim() is { Length: > 0 and <= MostDigits } digits && digits.All(char.IsAsciiDigit)
            ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : None;

    /// <summary>What a button takes that stands where fewer are left than asked: the variant's id and how many, parted by a colon; null where it is not that.</summary>
    public static Wanted? OfButton(string? value)
        => value?.Split(':') is [var variant, var pieces] && Guid.TryParse(variant, out var id) ? new(VariantId.From(id), Read(pieces)) : null;
}
