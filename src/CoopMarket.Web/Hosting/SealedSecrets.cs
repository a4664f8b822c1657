using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace CoopMarket.Web.Hosting;

/// <summary>
/// Secrets that open something without signing in. What is kept of one is its hash, and itself under the market's keys, so that a
/// later mail can carry the link; a copy of the database alone opens nothing.
/// </summary>
internal sealed class SealedSecrets(IDataProtectionProvider protection)
{
    /// <summary>What is kept of a secret: never the secret itself.</summary>
    /// <param name="purpose">What it opens; sealed for one purpose it can't be read for another.</param>
    /// <param name="secret">Of 128 random bits.</param>
    public (string Hash, string Sealed) Keep(string purpose, string secret) => (Hash(secret), protection.CreateProtector(purpose).Protect(secret));

    /// <summary>The secret again; null where the keys were lost since.</summary>
    /// <inheritdoc cref="Keep"/>
    public string? Open(string purpose, string sealedSecret)
    {
        try
        {
            return protection.CreateProtector(purpose).Unprotect(sealedSecret);
        }
        catch (CryptographicException)
        {
            // Another key ring: what it opens must not fail for the sake of its link.
            return null;
        }
    }

    /// <summary>Whether it is the secret of which the hash was kept.</summary>
    public static bool Fits(string hash, string? secret)
        => secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(secret)));

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
