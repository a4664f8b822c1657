using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoopMarket.Domain.Income;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace CoopMarket.Web.Features.Income;

/// <summary>The secrets of the members' pages, and the codes that those pages show. Kept are hashes and sealed texts.</summary>
internal sealed class MemberLinks(IDataProtectionProvider protection, MarketSettings market, Ids ids)
{
    private const int Codes = 1_000_000;

    private readonly IDataProtector _links = protection.CreateProtector("income.link");
    private readonly IDataProtector _codes = protection.CreateProtector("income.code");

    /// <summary>SHA-256 of a link's secret, in lower-case hex.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A new secret of 128 bits: what is kept of it.</summary>
    public (string Hash, string Sealed) New()
    {
        var secret = ids.Secret();
        return (Hash(secret), _links.Protect(secret));
    }

    /// <summary>The full address of her page, in the reader's language; null where the keys are lost under which it was sealed.</summary>
    public string? AddressOf(Producer member)
        => Open(_links, member.SealedLink) is { } secret ? $"{market.PublicUrl}{Languages.Prefix(Languages.Current)}/income/{secret}" : null;

    /// <summary>A new code of six digits, sealed.</summary>
    public string NewCode()
        => _codes.Protect((BitConverter.ToUInt32(ids.Random(sizeof(uint))) % Codes).ToString("D6", CultureInfo.InvariantCulture));

    /// <summary>The code that her page shows; null where the keys are lost: then a witness is needed.</summary>
    public string? CodeOf(MemberPayment payment) => Open(_codes, payment.SealedCode);

    /// <summary>Whether a code, as it was typed, is hers; spaces don't matter.</summary>
    public bool IsHers(MemberPayment payment, string typed)
        => CodeOf(payment) is { } code && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(Plain(typed)));

    /// <summary>The digits of what was typed.</summary>
    public static string Plain(string? typed) => string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    private static string? Open(IDataProtector seal, string text)
    {
        try
        {
            return seal.Unprotect(text);
        }
        catch (CryptographicException)
        {
            // Another key ring: the book must not fail for the sake of a link.
            return null;
        }
    }
}
