using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoopMarket.Domain.Accounts;

/// <summary>
/// The codes that an authenticator app shows (RFC 6238 with HMAC-SHA-1, six digits, thirty seconds, which is what every app
/// can do). A code is good one step before and after its own, for clocks that differ, and only once: whoever checks one
/// remembers its step and takes no earlier one again.
/// </summary>
public static class Totp
{
    /// <summary>160 bits, as RFC 4226 advises.</summary>
    public const int SecretBytes = 20;

    public const int Digits = 6;

    /// <summary>How many steps the app's clock may be from ours, both ways.</summary>
    public const int Tolerance = 1;

    private const int Seconds = 30;
    private const uint Modulus = 1_000_000;

    /// <summary>The step that a moment falls into.</summary>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Seconds;

    /// <summary>The code of a step.</summary>
    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xF)..]) & 0x7FFF_FFFF;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose code was typed, if it is good now and later than the last one that was used; null otherwise. Every step is
    /// compared, each in constant time.
    /// </summary>
    /// <param name="lastUsed">The step of the code that was used last; null where none was.</param>
    public static long? Match(ReadOnlySpan<byte> secret, string typed, DateTimeOffset now, long? lastUsed)
    {
        var (given, here, matched) = (Encoding.UTF8.GetBytes(typed), StepAt(now), (long?)null);
        for (var step = here - Tolerance; step <= here + Tolerance; step++)
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(CodeAt(secret, step))) && (lastUsed is null || step > lastUsed))
                matched ??= step;
        return matched;
    }

    /// <summary>A code as people type it, «123 456»: its six digits; null where it is none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is not { Length: <= 20 })
            return null;
        var digits = string.Concat(typed.Where(c => c is not (' ' or '-' or '\u00A0')));
        return digits.Length == Digits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>What the app reads from a QR code.</summary>
    /// <param name="issuer">The market's name, shown above the code.</param>
    /// <param name="account">Whose it is, shown beside it.</param>
    public static string Uri(string issuer, string account, ReadOnlySpan<byte> secret)
    {
        var (market, person) = (System.Uri.EscapeDataString(issuer), System.Uri.EscapeDataString(account));
        return $"otpauth://totp/{market}:{person}?secret={Base32.Write(secret)}&issuer={market}";
    }
}
