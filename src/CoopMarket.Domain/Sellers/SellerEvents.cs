using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>An application went to another state.</summary>
/// <param name="Application">Which.</param>
/// <param name="To">Where it stands now.</param>
/// <param name="Answer">What the admin wrote; empty where she wrote nothing.</param>
[EventName("application-moved")]
public sealed record ApplicationMoved(SellerApplicationId Application, ApplicationState To, string Answer) : DomainEvent;

/// <summary>A seller may sell from now on.</summary>
[EventName("cooperative-approved")]
public sealed record CooperativeApproved(CooperativeId Cooperative) : DomainEvent;

/// <summary>A seller may not sell for now, with the reason that its managers read.</summary>
[EventName("cooperative-suspended")]
public sealed record CooperativeSuspended(CooperativeId Cooperative, string Reason) : DomainEvent;

/// <summary>A suspended seller may sell again.</summary>
[EventName("cooperative-reopened")]
public sealed record CooperativeReopened(CooperativeId Cooperative, string Reason) : DomainEvent;

/// <summary>A seller left the market for good.</summary>
[EventName("cooperative-closed")]
public sealed record CooperativeClosed(CooperativeId Cooperative, string Reason) : DomainEvent;

/// <summary>What the shop shows of a cooperative changed: its words, its makers, or the days on which it is closed.</summary>
[EventName("cooperative-changed")]
public sealed record CooperativeChanged(CooperativeId Cooperative) : DomainEvent;

/// <summary>Somebody joined a desk.</summary>
[EventName("member-joined")]
public sealed record MemberJoined(CooperativeId Cooperative, PersonId Person) : DomainEvent;

/// <summary>Somebody was invited to a desk.</summary>
[EventName("member-invited")]
public sealed record MemberInvited(InvitationId Invitation) : DomainEvent;
