using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>What a browser is asked, and what the market must see again with the answer.</summary>
/// <param name="Options">JSON as WebAuthn Level 3, sections 5.1.8 and 5.1.9, has it.</param>
/// <param name="Ticket">The question, sealed, for a cookie.</param>
internal sealed record PasskeyQuestion(string Options, string Ticket);

/// <summary>What a browser answered.</summary>
/// <param name="Ticket">The question's ticket; null where there was none.</param>
/// <param name="Json">The credential as <c>toJSON()</c> gives it (Level 3, section 5.1).</param>
internal sealed record PasskeyAnswer(string? Ticket, string Json)
{
    /// <summary>The longest that is read; real ones have about two thousand characters.</summary>
    public const int Longest = 16_000;
}

/// <summary>
/// Asks browsers for passkeys and judges what they answer, by Identity's handler (WebAuthn Level 3, sections 7.1 and 7.2). A question is
/// good for five minutes and for one answer: a new passkey changes the account's stamp, to which its question is bound; a used one
/// writes down when its question was asked, and only later questions pass.
/// </summary>
internal sealed class Passkeys(MarketDb db, IPasskeyHandler<Account> handler, IDataProtectionProvider keys, TimeProvider time, Ids ids)
{
    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _new = keys.CreateProtector("CoopMarket.Accounts.Passkeys.New.v1");
    private readonly IDataProtector _use = keys.CreateProtector("CoopMarket.Accounts.Passkeys.Use.v1");

    /// <summary>Asks for a new passkey; those that the account has are named, so that no device makes a second one.</summary>
    public async Task<PasskeyQuestion> OfferAsync(Account account)
    {
        var made = await handler.MakeCreationOptionsAsync(
            new() { Id = account.Id.ToString(), Name = account.Email ?? account.PhoneNumber ?? account.FullName, DisplayName = account.FullName }, Nothing());
        return new(made.CreationOptionsJson, Seal(_new, account.Id, account.SecurityStamp, made.AttestationState));
    }

    /// <summary>Asks for one of an account's passkeys, or for any that the device has.</summary>
    /// <param name="account">Whose; null: whoever answers.</param>
    public async Task<PasskeyQuestion> AskAsync(Account? account)
    {
        var made = await handler.MakeRequestOptionsAsync(account, Nothing());
        return new(made.RequestOptionsJson, Seal(_use, account?.Id ?? Guid.Empty, null, made.AssertionState));
    }

    /// <summary>The question of a new passkey; null where it was asked too long ago, of another, was answered, or is none of ours.</summary>
    public AskedPasskey? Offered(string? ticket, Account account) => Open(_new, ticket, account.Id, account.SecurityStamp);

    /// <summary>The question of a ticket; null where it was asked too long ago, of another, or is none of ours. Whether it was answered is asked when it is taken.</summary>
    /// <param name="account">Whose passkey was asked for; null: whoever answers.</param>
    public AskedPasskey? Asked(string? ticket, Account? account) => Open(_use, ticket, account?.Id ?? Guid.Empty, null);

    /// <summary>What a device made in answer to a question; null where it does not hold.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(AskedPasskey asked, string json)
        => (await handler.PerformAttestationAsync(new() { HttpContext = Nothing(), CredentialJson = json, AttestationState = asked.State })).Passkey;

    /// <summary>Whose passkey answered a question, and how it stands now; null where the answer does not hold.</summary>
    public async Task<(Account Account, UserPasskeyInfo Seen)?> SeenAsync(AskedPasskey asked, string json)
        => await handler.PerformAssertionAsync(new() { HttpContext = Nothing(), CredentialJson = json, AssertionState = asked.State }) is { Succeeded: true } held
            ? (held.User, held.Passkey)
            : null;

    /// <summary>Whose passkey an answer names, before it is judged; null where the market knows none such.</summary>
    public async Task<Guid?> NamedAsync(string json, CancellationToken cancellationToken)
    {
        if (CredentialIn(json) is not { } credential)
            return null;
        return await db.Set<Passkey>().Where(p => p.CredentialId == credential).Select(p => (Guid?)p.AccountId).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// Uses an answer up; false where its question was answered before or the device has signed since, by another request too. Called
    /// in the transaction of what it is good for.
    /// </summary>
    public async Task<bool> TakeAsync(AskedPasskey asked, Account account, UserPasskeyInfo seen, CancellationToken cancellationToken)
    {
        var (credential, count, isBackedUp, at, now) = (seen.CredentialId, (long)seen.SignCount, seen.IsBackedUp, asked.At, time.Now());
        return await db.Set<Passkey>()
            .Where(p => p.AccountId == account.Id && p.CredentialId == credential && (p.AskedAt == null || p.AskedAt < at) && (p.SignCount < count || (p.SignCount == 0 && count == 0)))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.AskedAt, at).SetProperty(p => p.UsedAt, now).SetProperty(p => p.SignCount, count).SetProperty(p => p.IsBackedUp, isBackedUp), cancellationToken) == 1;
    }

    /// <summary>Adds what a device made to the running transaction.</summary>
    public void Add(Account account, UserPasskeyInfo made, string name)
    {
        var transports = string.Join(' ', made.Transports ?? []);
        db.Add(new Passkey
        {
            Id = ids.New(),
            AccountId = account.Id,
            CredentialId = made.CredentialId,
            PublicKey = made.PublicKey,
            Name = name,
            Since = time.Now(),
            SignCount = made.SignCount,
            // A hint for the browser, told by the browser: what is too long is none.
            Transports = transports.Length <= PasskeyMapping.LongestTransports ? transports : "",
            MayBeBackedUp = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
        });
    }

    // Identity's handler hands the request on to rules that look at it; the market's look at its settings alone.
    private static DefaultHttpContext Nothing() => new();

    private static byte[]? CredentialIn(string json)
    {
        try
        {
            using var answer = JsonDocument.Parse(json);
            return answer.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                && id.GetString() is { Length: > 0 } text && Base64Url.IsValid(text)
                ? Base64Url.DecodeFromChars(text)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private string Seal(IDataProtector protector, Guid account, string? stamp, string? state)
        => Base64Url.EncodeToString(protector.Protect(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{account:N} {time.Now().UtcTicks} {stamp} {state}"))));

    private AskedPasskey? Open(IDataProtector protector, string? ticket, Guid account, string? stamp)
    {
        if (ticket is not { Length: > 0 and < 4_000 } || !Base64Url.IsValid(ticket))
            return null;
        string[] parts;
        try
        {
            parts = Encoding.UTF8.GetString(protector.Unprotect(Base64Url.DecodeFromChars(ticket))).Split(' ', 4);
        }
        catch (CryptographicException)
        {
            return null;
        }

        var at = new DateTimeOffset(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero);
        return Guid.Parse(parts[0]) == account && parts[2] == (stamp ?? "") && at > time.Now() - Waits ? new(at, parts[3]) : null;
    }
}

/// <summary>A question that may be answered still.</summary>
/// <param name="At">UTC; when it was asked.</param>
/// <param name="State">What Identity's handler must see again.</param>
internal sealed record AskedPasskey(DateTimeOffset At, string State);
