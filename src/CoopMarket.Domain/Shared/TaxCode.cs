using System.Text;

namespace CoopMarket.Domain.Shared;

/// <summary>
/// Tax codes as buyers write them: ten digits, thirteen for a dependent unit (with or without the dash), or the twelve of a person's
/// id, which is her tax code since 1 July 2025 (Circular 86/2024/TT-BTC).
/// </summary>
public static class TaxCode
{
    private const int OfFirm = 10;
    private const int OfPerson = 12;
    private const int OfUnit = 13;

    // Only a firm has units.
    private const char Unit = '-';

    // The tenth digit checks the nine before it.
    private static readonly int[] Weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    /// <summary>The code as it is kept: digits, a dash before the three of a dependent unit; null where it can't be one.</summary>
    /// <param name="typed">Spaces, dots and dashes between digits don't count.</param>
    public static string? Read(string typed)
    {
        var digits = new StringBuilder(OfUnit);
        foreach (var character in typed)
        {
            if (char.IsAsciiDigit(character))
                digits.Append(character);
            else if (character is not (' ' or '.' or '-' or '\u00a0' or '–') || digits.Length > OfUnit)
                return null;
        }

        var code = digits.ToString();
        return code.Length switch
        {
            OfPerson when !typed.Contains(Unit) => code,
            OfFirm when IsChecked(code) => code,
            OfUnit when IsChecked(code) => $"{code[..OfFirm]}-{code[OfFirm..]}",
            _ => null,
        };
    }

    /// <summary>The digit that a firm's nine digits ask for; 10 where no code begins with them.</summary>
    public static int CheckDigit(string nine) => 10 - (Weights.Select((w, i) => w * (nine[i] - '0')).Sum() % 11);

    private static bool IsChecked(string code) => CheckDigit(code) == code[OfFirm - 1] - '0';
}
