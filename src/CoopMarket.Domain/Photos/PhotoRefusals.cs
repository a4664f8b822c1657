using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Photos;

/// <summary>The thing has as many photos as it may have.</summary>
/// <param name="Most">How many it may have.</param>
public sealed record TooManyPhotos(int Most = Photo.MostOfOne) : Refusal
{
    public override IReadOnlyList<object> Args => [Most];
}

/// <summary>What is on sale, or waits for an admin's look, shows one photo at least.</summary>
public sealed record LastPhoto : Refusal;

/// <summary>The cooperative keeps as many photos as it may keep.</summary>
public sealed record PhotoQuotaReached : Refusal
{
    public override IReadOnlyList<object> Args => [Photo.MostOfCooperative];
}

/// <summary>Somebody on it no longer agrees that her face is shown.</summary>
public sealed record FaceIsTakenBack : Refusal;
