using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Stories;

/// <summary>A story can be read in the shop, for the first time or again.</summary>
[EventName("stories.went-live")]
public sealed record StoryWentLive(StoryId Story) : DomainEvent;

/// <summary>A live story was written anew.</summary>
[EventName("stories.changed")]
public sealed record StoryChanged(StoryId Story) : DomainEvent;

/// <summary>A live story was taken out of the shop.</summary>
[EventName("stories.withdrawn")]
public sealed record StoryWithdrawn(StoryId Story) : DomainEvent;
