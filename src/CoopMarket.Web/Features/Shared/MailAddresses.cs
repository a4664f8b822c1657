using System.Net.Mail;

namespace CoopMarket.Web.Features.Shared;

/// <summary>Reads e-mail addresses as people type them.</summary>
internal static class MailAddresses
{
    /// <summary>The longest address that mail can carry (RFC 5321, 4.5.3.1).</summary>
    public const int Longest = 254;

    /// <summary>The bare address without spaces around it; null where it can be no address.</summary>
    public static string? Read(string? typed)
    {
        var text = typed?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > Longest || text.Any(c => c is < '!' or > '~' or '<' or '>' or '"' or ',' or ';'))
            return null;
        return MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal) && !address.Host.EndsWith('.')
            ? text
            : null;
    }
}
