using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos;

/// <summary>The second half of adding a photo: a picture that was taken in gets its place.</summary>
internal static class AddPhoto
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, PhotoSubject Subject, Picture Picture, LocalizedText Alt)
        : ICommand<Outcome<PhotoId>>, IForCooperative, ISerialized, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Subject.Id.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Alt).Must(AltText.Fits).WithMessage("photos.alt.flaw");
    }

    internal sealed class Handler(MarketDb db, PhotoOwners owners, PhotoRow row) : IRequestHandler<Command, Outcome<PhotoId>>
    {
        public async Task<Outcome<PhotoId>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await owners.OwnsAsync(command.Cooperative, command.Subject, cancellationToken)
                && await row.SameAsync(command.Subject, command.Picture.Hash, cancellationToken) is { } same)
                return same.Id;
            if (await owners.RoomAsync(command.Cooperative, command.Subject, cancellationToken) is { } refusal)
                return refusal;
            var photo = await row.NextAsync(command.Cooperative, command.Subject, command.Picture, AltText.Clean(command.Alt), cancellationToken);
            db.Add(photo);
            return photo.Id;
        }
    }
}

/// <summary>The photos of one subject, in a row.</summary>
internal sealed class PhotoRow(MarketDb db, TimeProvider time, Ids ids, VariantSignal signal)
{
    /// <summary>Those that are shown, to be changed.</summary>
    public Task<List<Photo>> ShownAsync(PhotoSubject subject, CancellationToken cancellationToken)
        => db.Set<Photo>().Where(p => p.SubjectId == subject.Id && p.SubjectKind == subject.Kind && p.RemovedAt == null).OrderBy(p => p.Position).ToListAsync(cancellationToken);

    /// <summary>The shown photo of the same file; null where there is none.</summary>
    public Task<Photo?> SameAsync(PhotoSubject subject, string hash, CancellationToken cancellationToken)
        => db.Set<Photo>().AsNoTracking().FirstOrDefaultAsync(p => p.Hash == hash && p.SubjectId == subject.Id && p.SubjectKind == subject.Kind && p.RemovedAt == null, cancellationToken);

    /// <summary>One photo of a cooperative, to be changed; null where there is none, or it is another's.</summary>
    public Task<Photo?> OneAsync(CooperativeId cooperative, PhotoId photo, CancellationToken cancellationToken)
        => db.Set<Photo>().FirstOrDefaultAsync(p => p.Id == photo && p.Cooperative == cooperative, cancellationToken);

    /// <summary>A photo behind the others; its variants are begun soon after the commit.</summary>
    public async Task<Photo> NextAsync(CooperativeId? cooperative, PhotoSubject subject, Picture picture, LocalizedText alt, CancellationToken cancellationToken)
    {
        var standing = await db.Set<Photo>().Where(p => p.Hash == picture.Hash && p.State == PhotoState.Ready && !PhotoSubject.Private.Contains(p.SubjectKind)).Select(p => p.Weights).FirstOrDefaultAsync(cancellationToken);
        signal.Wake();
        return Photo.Add(
            ids.New<PhotoId>(), cooperative, subject, picture, alt, await ShownAsync(subject, cancellationToken), standing is not null, time.Now(), standing ?? "");
    }
}

/// <summary>The words of a photo.</summary>
internal static class AltText
{
    public static bool Fits(LocalizedText alt)
        => alt.All.Values.All(t => CleanText.Read(t, Photo.AltLength, out _) is TextVerdict.Clean or TextVerdict.Empty);

    public static LocalizedText Clean(LocalizedText alt) => new(alt.All.Select(t =>
    {
        _ = CleanText.Read(t.Value, Photo.AltLength, out var clean);
        return new KeyValuePair<string, string>(t.Key, clean);
    }));
}
