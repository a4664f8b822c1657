using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Stories;

/// <summary>A story can be read in the shop, for the first time or again.</summary>
[EventName("stories.went-live")]
public sealed record StoryWentLive(StoryId Story) : DomainEvent;

/// <summary>A live story was written anew.</summary>
[EventName("stories.changed")]
public sealed record StoryChanged(StoryId Story) : DomainEvent;

/// <summary>A live story is about some goods no longer.</summary>
[EventName("stories.left-products")]
public sealed record StoryLeftProducts(StoryId Story, IReadOnlyList<ProductId> Products) : DomainEvent;

/// <summary>Nobody agrees any more that a face is shown, or the last day of it is over.</summary>
/// <param name="Photo">On which it is.</param>
[EventName("stories.face-taken-back")]
public sealed record FaceTakenBack(StoryId Story, Guid Photo) : DomainEvent;

/// <summary>Somebody no longer agrees, or she who did had her account erased.</summary>
/// <param name="Consent">The first of all that she agreed to about the thing.</param>
[EventName("stories.consent-withdrawn")]
public sealed record ConsentWithdrawn(ConsentId Consent) : DomainEvent;

/// <summary>A story that no reader ever saw was taken away for good.</summary>
[EventName("stories.deleted")]
public sealed record StoryDeleted(StoryId Story) : DomainEvent;

/// <summary>A live story was taken out of the shop.</summary>
[EventName("stories.withdrawn")]
public sealed record StoryWithdrawn(StoryId Story) : DomainEvent;
