using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Photos;

/// <summary>The thing has as many photos as it may have.</summary>
public sealed record TooManyPhotos : Refusal
{
    public override IReadOnlyList<object> Args => [Photo.MostOfOne];
}

/// <summary>The cooperative keeps as many photos as it may keep.</summary>
public sealed record PhotoQuotaReached : Refusal
{
    public override IReadOnlyList<object> Args => [Photo.MostOfCooperative];
}
