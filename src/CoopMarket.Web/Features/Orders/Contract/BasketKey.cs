using System.Security.Cryptography;
using System.Text;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>The key of a guest's basket: 128 random bits in her cookie, of which the market keeps only a hash.</summary>
internal static class BasketKey
{
    private const int Length = 22;

    /// <summary>What the market keeps of a key; null where the text can be no key.</summary>
    public static string? Hash(string? key)
        => key is { Length: Length } && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)))
            : null;
}
