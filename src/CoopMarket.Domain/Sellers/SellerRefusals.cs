using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>Another seller's name looks the same.</summary>
public sealed record NameLooksTaken : Refusal;

/// <summary>It was approved or rejected already.</summary>
public sealed record ApplicationIsDecided : Refusal;

/// <summary>It lies with the admins already.</summary>
public sealed record ApplicationIsHandedIn : Refusal;

/// <summary>Something is still missing.</summary>
public sealed record ApplicationHasGaps : Refusal;

/// <summary>The applicant changed it after the admin looked.</summary>
public sealed record ApplicationChangedMeanwhile : Refusal;

/// <summary>The cooperative is not in a state from which this can be done.</summary>
public sealed record NotFromThisState : Refusal;

/// <summary>Buyers still wait for parts of orders of it.</summary>
/// <param name="Parts">How many.</param>
public sealed record OrdersNotEnded(int Parts) : Refusal
{
    public override IReadOnlyList<object> Args => [Parts];
}

/// <summary>There are as many papers as one application may hold.</summary>
public sealed record TooManyPapers : Refusal;

/// <summary>A desk without a manager can't be.</summary>
public sealed record LastManagerStays : Refusal;

/// <summary>She belongs to the desk already.</summary>
public sealed record AlreadyMember : Refusal;

/// <summary>The invitation is for another phone or e-mail, is used up or has run out: the three answer alike.</summary>
public sealed record InvitationIsNotYours : Refusal;

/// <summary>The days overlap with others on which it is closed.</summary>
public sealed record ClosedAlready : Refusal;

/// <summary>The cooperative sent as many invitations as it may in a day.</summary>
public sealed record EnoughInvitations : Refusal
{
    public override IReadOnlyList<object> Args => [Invitation.MostADay];
}
