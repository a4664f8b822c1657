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

/// <summary>The address book is full.</summary>
public sealed record AddressBookFull : Refusal;
