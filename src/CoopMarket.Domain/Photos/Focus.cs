using System.Globalization;

namespace CoopMarket.Domain.Photos;

/// <summary>The spot of a photo that must stay to be seen where the photo is cut to another shape.</summary>
/// <param name="X">Percent of the width from the left, 0 to 100.</param>
/// <param name="Y">Percent of the height from the top, 0 to 100.</param>
public readonly record struct Focus(int X, int Y)
{
    private const int Whole = 100;

    /// <summary>The middle: where nobody said anything else.</summary>
    public static Focus Center { get; } = new(Whole / 2, Whole / 2);

    /// <summary>Reads what <see cref="ToString"/> wrote, or a form sent; null where it is anything else.</summary>
    public static Focus? Read(string? text)
        => text?.Split(',') is [var x, var y] && Percent(x) is { } across && Percent(y) is { } down ? new Focus(across, down) : null;

    /// <summary>Both percents with a comma between them, such as <c>50,17</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X},{Y}");

    private static int? Percent(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= Whole ? percent : null;
}
