using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using Microsoft.AspNetCore.DataProtection;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// Holds between the right password and the code who gave it: nobody is signed in yet. The ticket is good for ten minutes and void
/// once the password changes.
/// </summary>
internal sealed class HalfWay(AccountFinder accounts, IDataProtectionProvider keys, TimeProvider time)
{
    /// <summary>How long the code may take.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = keys.CreateProtector("CoopMarket.Accounts.HalfWay.v1");

    /// <summary>A ticket for whoever just gave the account's password.</summary>
    public string Ticket(Account account)
        => Base64Url.EncodeToString(_protector.Protect(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{account.Id:N} {(time.Now() + Waits).UtcTicks} {account.SecurityStamp}"))));

    /// <summary>Whose ticket it is; null where it is too old, void or none of ours.</summary>
    public async Task<Account?> OfAsync(string? ticket, CancellationToken cancellationToken)
    {
        if (ticket is not { Length: > 0 and < 1_000 } || !Base64Url.IsValid(ticket))
            return null;
        string[] parts;
        try
        {
            parts = Encoding.UTF8.GetString(_protector.Unprotect(Base64Url.DecodeFromChars(ticket))).Split(' ');
        }
        catch (CryptographicException)
        {
            return null;
        }

        return long.Parse(parts[1], CultureInfo.InvariantCulture) > time.Now().UtcTicks
            && await accounts.FindAsync(Guid.Parse(parts[0]), cancellationToken) is { } account && account.SecurityStamp == parts[2]
            ? account
            : null;
    }
}

/// <summary>How far a password, or what stands for one, leads: into a session, or to the code.</summary>
/// <param name="Begun">The session; null where a code is asked for first.</param>
/// <param name="Ticket">What the page of the code needs; null where a session has begun.</param>
internal sealed record Entry(SignedIn? Begun, string? Ticket);
