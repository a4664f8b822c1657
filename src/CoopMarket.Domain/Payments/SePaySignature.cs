using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoopMarket.Domain.Payments;

/// <summary>What the check of a webhook's signature said.</summary>
public enum SignatureVerdict
{
    /// <summary>Sent by the holder of the secret, within the last minutes.</summary>
    Genuine,

    /// <summary>No secret is set up here, or a header is missing or isn't readable.</summary>
    Unreadable,

    /// <summary>The time in the header is more than five minutes away from ours.</summary>
    Stale,

    /// <summary>The signature doesn't belong to this body, time and secret.</summary>
    Forged,
}

/// <summary>
/// How SePay proves that a webhook is its own: <c>X-SePay-Signature: sha256=hex(HMAC-SHA256(secret, timestamp.body))</c>
/// with <c>X-SePay-Timestamp</c> in Unix seconds, or a plain key in <c>Authorization: Apikey …</c>. Compares in constant
/// time. Without a secret nothing is accepted.
/// </summary>
public static class SePaySignature
{
    /// <summary>How far the sender's clock may be from ours, both ways.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string Scheme = "sha256=";
    private const string KeyScheme = "Apikey ";

    /// <summary>The signature header for a body sent at <paramref name="timestamp"/> (Unix seconds, as in its header).</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body) =>
        Scheme + Convert.ToHexStringLower(Hash(secret, timestamp, body));

    /// <summary>Checks both headers against the body exactly as it came over the wire.</summary>
    public static SignatureVerdict Check(
        string? secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(secret) || signature?.StartsWith(Scheme, StringComparison.Ordinal) != true)
            return SignatureVerdict.Unreadable;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent))
            return SignatureVerdict.Unreadable;
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        if (signature.Length != Scheme.Length + 2 * given.Length
            || Convert.FromHexString(signature.AsSpan(Scheme.Length), given, out _, out _) != System.Buffers.OperationStatus.Done)
            return SignatureVerdict.Unreadable;

        // The signature comes first: a stranger learns nothing about our clock.
        if (!CryptographicOperations.FixedTimeEquals(given, Hash(secret, timestamp!, body))) return SignatureVerdict.Forged;
        var ours = now.ToUnixTimeSeconds();
        var tolerance = (long)Tolerance.TotalSeconds;
        return sent < ours - tolerance || sent > ours + tolerance ? SignatureVerdict.Stale : SignatureVerdict.Genuine;
    }

    /// <summary>Whether an Authorization header carries <paramref name="key"/>; never true when no key is set up.</summary>
    public static bool HasKey(string? authorization, string? key)
    {
        if (string.IsNullOrEmpty(key) || authorization?.StartsWith(KeyScheme, StringComparison.OrdinalIgnoreCase) != true) return false;
        // Hashed first, so that the time taken doesn't tell the key's length either.
        return CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(authorization[KeyScheme.Length..].Trim())),
            SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }

    private static byte[] Hash(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData("."u8);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
