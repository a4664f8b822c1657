using System.Net.Mail;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What may be typed at checkout, and how much of it.</summary>
internal static class Typed
{
    public const int MostName = 100;
    public const int MostPlace = 100;
    public const int MostStreet = 200;
    public const int MostPostcode = 20;
    public const int MostEmail = 254;

    /// <summary>The limit, for the sentence that names it.</summary>
    public static object[] Most(int characters) => [characters];

    // What was no valid UTF-8 arrives as this character.
    private const char Broken = '\uFFFD';

    /// <summary>Whether it is a text to keep, on one line.</summary>
    public static bool IsText(string typed, int most) => CleanText.Read(typed, most, out _) == TextVerdict.Clean && !typed.Contains(Broken, StringComparison.Ordinal);

    public static bool IsTextOrNone(string typed, int most, bool severalLines = false)
        => CleanText.Read(typed, most, out _, severalLines) is TextVerdict.Clean or TextVerdict.Empty && !typed.Contains(Broken, StringComparison.Ordinal);

    /// <summary>An address that a mail server would take, nothing around it.</summary>
    public static bool IsEmail(string typed)
        => typed.Length <= MostEmail && IsText(typed, MostEmail) && MailAddress.TryCreate(typed.Trim(), out var address)
            && address.Address == typed.Trim() && address.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>The text as it is kept; checked before.</summary>
    public static string Clean(string typed, bool severalLines = false)
    {
        CleanText.Read(typed, int.MaxValue / 16, out var clean, severalLines);
        return clean;
    }
}
