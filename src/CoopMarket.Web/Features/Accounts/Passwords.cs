using System.Text;
using CoopMarket.Web.Features.Accounts.Data;
using Microsoft.AspNetCore.Identity;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// Hashes and compares passwords (PBKDF2 with HMAC-SHA-512). An account that is not there costs the same as one that is.
/// </summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher)
{
    /// <summary>OWASP's figure for PBKDF2 with HMAC-SHA-512.</summary>
    public const int Iterations = 210_000;

    private static readonly Account Nobody = new() { FullName = "", CreatedAt = default };

    private readonly Lazy<string> _dummy = new(() => hasher.HashPassword(Nobody, "a password that nobody has"));

    /// <summary>The hash to store.</summary>
    public string Hash(string typed) => hasher.HashPassword(Nobody, Tidy(typed));

    /// <summary>Whether it is the account's password; false, after the same work, where there is no account or no password.</summary>
    public bool Matches(Account? account, string typed) => Matches(account?.PasswordHash, typed);

    /// <summary>Whether it is what was hashed; false, after the same work, where there is no hash.</summary>
    public bool Matches(string? hash, string typed)
        => hasher.VerifyHashedPassword(Nobody, hash ?? _dummy.Value, Tidy(typed)) != PasswordVerificationResult.Failed && hash is not null;

    // One form for the same letters, whichever keyboard typed them; broken characters become replacement characters.
    private static string Tidy(string typed)
    {
        var whole = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString().Normalize(NormalizationForm.FormKC);
    }
}
