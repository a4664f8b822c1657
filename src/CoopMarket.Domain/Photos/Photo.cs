using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Photos;

/// <summary>Whether a photo can be shown.</summary>
public enum PhotoState
{
    /// <summary>Its variants are still being made; its colors stand in its place.</summary>
    Pending,

    /// <summary>All variants stand.</summary>
    Ready,

    /// <summary>Making its variants failed every time; its colors stay.</summary>
    Broken,
}

/// <summary>What is kept of a picture file.</summary>
/// <param name="Hash">The first 128 bits of the SHA-256 of the file that was sent, in lower-case hex: the name under which it is kept, once.</param>
/// <param name="Width">Pixels, upright.</param>
/// <param name="Height">Pixels, upright.</param>
/// <param name="Colors">Its placeholder, as hex digits.</param>
public sealed record Picture(string Hash, int Width, int Height, string Colors);

/// <summary>A picture in its place: what it shows, where in the row, and in which words.</summary>
public sealed class Photo : Entity
{
    /// <summary>Photos of one thing.</summary>
    public const int MostOfOne = 8;

    /// <summary>Photos of one lot.</summary>
    public const int MostOfLot = 4;

    /// <summary>Photos of one review.</summary>
    public const int MostOfReview = 3;

    /// <summary>Photos of one message.</summary>
    public const int MostOfMessage = 4;

    /// <summary>Photos of one cooperative, over all its things.</summary>
    public const int MostOfCooperative = 400;

    /// <summary>Characters of its words.</summary>
    public const int AltLength = 200;

    private Photo()
    {
    }

    public PhotoId Id { get; private init; }

    /// <summary>Whose it is; null for the market's own and for what buyers sent.</summary>
    public CooperativeId? Cooperative { get; private init; }

    public PhotoSubjectKind SubjectKind { get; private init; }

    public Guid SubjectId { get; private init; }

    public PhotoSubject Subject => new(SubjectKind, SubjectId);

    /// <summary>The lowest is the cover; gaps mean nothing.</summary>
    public int Position { get; private set; }

    /// <summary>What is to be seen, for those who don't see it; may be empty.</summary>
    public LocalizedText Alt { get; private set; } = LocalizedText.Empty;

    /// <summary>See <see cref="Picture.Hash"/>.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>Pixels of what is kept, upright.</summary>
    public int Width { get; private init; }

    /// <summary>Pixels of what is kept, upright.</summary>
    public int Height { get; private init; }

    /// <summary>See <see cref="Picture.Colors"/>.</summary>
    public string Colors { get; private init; } = "";

    /// <summary>Percent from the left: see <see cref="Focus"/>.</summary>
    public int FocusX { get; private set; } = Focus.Center.X;

    /// <summary>Percent from the top: see <see cref="Focus"/>.</summary>
    public int FocusY { get; private set; } = Focus.Center.Y;

    /// <summary>How many photos a thing may have.</summary>
    public static int MostOf(PhotoSubjectKind kind) => kind switch
    {
        PhotoSubjectKind.Lot => MostOfLot,
        PhotoSubjectKind.Review => MostOfReview,
        PhotoSubjectKind.Message or PhotoSubjectKind.Complaint => MostOfMessage,
        _ => MostOfOne,
    };

    /// <summary>What must stay to be seen where the photo is cut.</summary>
    public Focus Spot => new(FocusX, FocusY);

    /// <summary>
    /// How heavy its AVIF files are, in bytes: <c>160:3021 320:8114 320-light:4020</c>; empty until they stand, and for photos that
    /// stood before this was written down.
    /// </summary>
    public string Weights { get; private init; } = "";

    public PhotoState State { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>UTC; null while it is shown. It can be put back until it is swept.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Until when one node works on it, or rests after a failure, UTC; null when nobody has.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>How often its variants were begun.</summary>
    public int Tries { get; private set; }

    /// <summary>Puts a picture behind the others of its subject.</summary>
    /// <param name="id">A fresh id.</param>
    /// <param name="cooperative">Whose it is; null for the market's own.</param>
    /// <param name="subject">What it shows.</param>
    /// <param name="picture">The file that is kept.</param>
    /// <param name="alt">May be empty.</param>
    /// <param name="others">The photos that the subject has.</param>
    /// <param name="standing">Whether all variants of the picture stand already: it was sent before.</param>
    /// <param name="now">UTC.</param>
    /// <param name="weights">See <see cref="Weights"/>; known where they stand already.</param>
    public static Photo Add(
        PhotoId id, CooperativeId? cooperative, PhotoSubject subject, Picture picture, LocalizedText alt, IReadOnlyCollection<Photo> others, bool standing, DateTimeOffset now,
        string weights = "")
    {
        var photo = new Photo
        {
            Id = id,
            Cooperative = cooperative,
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
            Position = others.Count == 0 ? 1 : others.Max(o => o.Position) + 1,
            Alt = alt,
            Hash = picture.Hash,
            Width = picture.Width,
            Height = picture.Height,
            Colors = picture.Colors,
            Weights = weights,
            State = standing ? PhotoState.Ready : PhotoState.Pending,
            AddedAt = now,
        };
        photo.Raise(new PhotoShown(id, subject.Kind, subject.Id, picture.Hash));
        return photo;
    }

    /// <summary>Says what is to be seen.</summary>
    public void Describe(LocalizedText alt)
    {
        Alt = alt;
        ShowOtherwise();
    }

    /// <summary>Says what must stay to be seen where the photo is cut.</summary>
    public void FocusOn(Focus spot)
    {
        (FocusX, FocusY) = (spot.X, spot.Y);
        ShowOtherwise();
    }

    /// <summary>Takes it away; <see cref="PutBack"/> undoes it.</summary>
    public void Remove(DateTimeOffset now)
    {
        if (RemovedAt is not null)
            return;
        RemovedAt = now;
        Raise(new PhotoRemoved(Id, SubjectKind, SubjectId, Hash));
    }

    /// <summary>Undoes <see cref="Remove"/>, behind the others.</summary>
    public void PutBack(IReadOnlyCollection<Photo> others)
    {
        RemovedAt = null;
        Raise(new PhotoShown(Id, SubjectKind, SubjectId, Hash));
        Position = others.Count == 0 ? 1 : others.Max(o => o.Position) + 1;
    }

    /// <summary>Moves it one place to the front, or to the back, among all photos of its subject.</summary>
    /// <param name="all">All photos of the subject, this one among them.</param>
    /// <param name="places">Below zero: to the front. Past either end it stays there.</param>
    public void Move(IReadOnlyCollection<Photo> all, int places)
    {
        List<Photo> row = [.. all.OrderBy(p => p.Position).ThenBy(p => p.AddedAt)];
        var at = row.IndexOf(this);
        row.RemoveAt(at);
        row.Insert(Math.Clamp(at + places, 0, row.Count), this);
        for (var place = 0; place < row.Count; place++)
            row[place].Position = place + 1;
        ShowOtherwise();
    }

    private void ShowOtherwise() => Raise(new PhotoShownOtherwise(Id, SubjectKind, SubjectId));
}
