using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Stories;

/// <summary>Without a title and a text in Vietnamese it can't go live.</summary>
public sealed record StoryUnfinished : Refusal;

/// <summary>An admin withdrew it; only the market can allow it again.</summary>
public sealed record StoryWithdrawnByMarket : Refusal;

/// <summary>Readers have seen it: it can be put away, but not deleted.</summary>
public sealed record StoryWasTold : Refusal;

/// <summary>It doesn't wait for an admin: another one let it go, or its cooperative changed it.</summary>
public sealed record StoryNotHeld : Refusal;

/// <summary>It was changed after the admin opened the list.</summary>
public sealed record StoryChangedSinceSeen : Refusal;

/// <summary>The cooperative has as many stories as it may have.</summary>
/// <param name="Most">How many.</param>
public sealed record TooManyStories(int Most) : Refusal
{
    public override IReadOnlyList<object> Args => [Most];
}

/// <summary>The story has as many voices as it may have.</summary>
/// <param name="Most">How many.</param>
public sealed record TooManyVoices(int Most) : Refusal
{
    public override IReadOnlyList<object> Args => [Most];
}

/// <summary>So many consents of one thing are kept that another can't be.</summary>
public sealed record TooManyConsents : Refusal;

/// <summary>The block isn't there any more as it was seen: somebody changed it or took it away meanwhile.</summary>
public sealed record BlockChangedMeanwhile : Refusal;

/// <summary>Somebody changed the story's text after it was opened.</summary>
public sealed record TextChangedMeanwhile : Refusal;

/// <summary>The story has as many blocks as it may have.</summary>
/// <param name="Most">How many.</param>
public sealed record TooManyBlocks(int Most) : Refusal
{
    public override IReadOnlyList<object> Args => [Most];
}
