using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Accounts;

/// <summary>Name and password do not fit together; which of the two is wrong is never told.</summary>
public sealed record WrongSignIn : Refusal;

/// <summary>The password typed to confirm a change is not hers.</summary>
public sealed record WrongPassword : Refusal;

/// <summary>Too many tries in too short a time.</summary>
public sealed record TooManyTries : Refusal;

/// <summary>The account is suspended.</summary>
public sealed record AccountSuspended : Refusal;

/// <summary>Another account has the e-mail address.</summary>
public sealed record EmailTaken : Refusal;

/// <summary>Another account has the phone number.</summary>
public sealed record PhoneTaken : Refusal;

/// <summary>The link was used, is too old, or the account has changed since.</summary>
public sealed record LinkSpent : Refusal;

/// <summary>The one-time code is wrong, used or too old.</summary>
public sealed record WrongCode : Refusal;

/// <summary>The person can set a new password by mail, or is an admin: no code is given out for her.</summary>
public sealed record NoCodeForHer : Refusal;

/// <summary>An admin can't suspend herself.</summary>
public sealed record NotYourself : Refusal;

/// <summary>The code of the second factor is wrong, too old or was used.</summary>
public sealed record WrongFactorCode : Refusal;

/// <summary>The first code of an app that is being set up does not fit the secret.</summary>
public sealed record WrongFirstCode : Refusal;

/// <summary>Too many codes were wrong in too short a time.</summary>
public sealed record TooManyCodes : Refusal;

/// <summary>The code came too long after the password, or the password has changed meanwhile.</summary>
public sealed record SignInAgain : Refusal;

/// <summary>The secret was shown too long ago, or to another person.</summary>
public sealed record SecretTooOld : Refusal;

/// <summary>She has an app already.</summary>
public sealed record AuthenticatorIsOn : Refusal;

/// <summary>She has no app.</summary>
public sealed record NoAuthenticator : Refusal;

/// <summary>The passkey's answer does not hold: another site's, another key's, without the owner's finger or code, or older than the last.</summary>
public sealed record WrongPasskey : Refusal;

/// <summary>The passkey is none that the market knows, or not one of this account.</summary>
public sealed record UnknownPasskey : Refusal;

/// <summary>The question that the passkey answers was asked too long ago, or was answered already.</summary>
public sealed record PasskeyTooLate : Refusal;

/// <summary>The passkey is kept already.</summary>
public sealed record PasskeyIsThere : Refusal;

/// <summary>She has as many passkeys as an account may have.</summary>
public sealed record TooManyPasskeys : Refusal;

/// <summary>The address book is full.</summary>
public sealed record AddressBookFull : Refusal;

/// <summary>Something of hers is not over: an order, a return, money, a complaint, a desk. What it is the page lists.</summary>
public sealed record AccountIsNeeded : Refusal;

/// <summary>Her account was erased while she was at it.</summary>
public sealed record AccountIsErased : Refusal;
