using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Accounts;

/// <summary>A link of an account is to be mailed. The link's secret is made when the mail is written, never stored.</summary>
/// <param name="Link">The link's id.</param>
[EventName("accounts.link-issued")]
public sealed record LinkIssued(Guid Link) : DomainEvent;

/// <summary>What a person signs in with was changed.</summary>
public enum Credential
{
    Password,
    Email,
    Phone,

    /// <summary>Signing in asks for the code of an app from now on.</summary>
    AuthenticatorOn,

    /// <summary>The password alone opens the account again.</summary>
    AuthenticatorOff,

    /// <summary>New recovery codes took the place of the old ones.</summary>
    RecoveryCodes,

    /// <summary>A recovery code was used.</summary>
    RecoveryCodeUsed,

    /// <summary>An app is asked for codes from now on, beside the passkeys that she had.</summary>
    AppAdded,

    /// <summary>The app is asked no more; passkeys still are.</summary>
    AppRemoved,

    /// <summary>A passkey opens the account from now on.</summary>
    PasskeyAdded,

    /// <summary>One passkey less; another one or the app is still asked for.</summary>
    PasskeyRemoved,

    /// <summary>The last passkey is gone and there is no app: the password alone opens the account again.</summary>
    LastPasskeyRemoved,
}

/// <summary>A credential was changed; the person is told at every confirmed address, the old one too.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="What">What was changed.</param>
/// <param name="OldEmail">The confirmed address before the change; null where there was none or it is the same still.</param>
/// <param name="At">UTC.</param>
[EventName("accounts.credential-changed")]
public sealed record CredentialChanged(PersonId Person, Credential What, string? OldEmail, DateTimeOffset At) : DomainEvent;

/// <summary>
/// Somebody forgot the password of an account that may or may not be there. Looked up after the answer, so that the answer
/// takes as long for one that is not.
/// </summary>
/// <param name="Who">What was typed: a phone in E.164 or an e-mail.</param>
[EventName("accounts.password-forgotten")]
public sealed record PasswordForgotten(string Who) : DomainEvent;

/// <summary>An account was erased. The message is all that still knows where she could be reached; it goes when the mail is sent.</summary>
/// <param name="Email">Her confirmed address until then.</param>
/// <param name="Language">Of her mails.</param>
/// <param name="At">UTC.</param>
[EventName("accounts.erased")]
public sealed record AccountErased(string Email, string Language, DateTimeOffset At) : DomainEvent;
