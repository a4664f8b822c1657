using System.Security.Cryptography;
using System.Text;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The keys of invitations. Only their hashes are stored.</summary>
internal static class InvitationKeys
{
    /// <summary>Characters of a code to read out: 50 bits, and it opens nothing without the invitee's own account.</summary>
    public const int CodeLength = 10;

    /// <summary>A code out of random bytes, five bits of each.</summary>
    public static string Code(byte[] random) => string.Concat(random.Select(b => PublicCode.Alphabet[b & 31]));

    /// <summary>SHA-256 of a key as it is typed or linked: a code in any case, with spaces and dashes; in lower-case hex.</summary>
    public static string Hash(string key)
    {
        var plain = string.Concat(key.Where(c => c is not ' ' and not '-'));
        var code = plain.Length == CodeLength ? plain.ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1') : key.Trim();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
    }
}
