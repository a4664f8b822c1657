using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Photos;

/// <summary>A photo is shown of something from now on.</summary>
/// <param name="Hash">See <see cref="Picture.Hash"/>.</param>
[EventName("photos.photo-shown")]
public sealed record PhotoShown(PhotoId Photo, PhotoSubjectKind Kind, Guid Subject, string Hash) : DomainEvent;

/// <summary>A photo is no longer shown.</summary>
/// <param name="Hash">See <see cref="Picture.Hash"/>.</param>
[EventName("photos.photo-removed")]
public sealed record PhotoRemoved(PhotoId Photo, PhotoSubjectKind Kind, Guid Subject, string Hash) : DomainEvent;

/// <summary>A photo stays, but stands elsewhere among the others, is cut otherwise or has other words.</summary>
[EventName("photos.photo-shown-otherwise")]
public sealed record PhotoShownOtherwise(PhotoId Photo, PhotoSubjectKind Kind, Guid Subject) : DomainEvent;
