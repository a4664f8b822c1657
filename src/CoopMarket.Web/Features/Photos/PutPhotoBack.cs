using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Stories.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Undoes <see cref="RemovePhoto"/>.</summary>
internal static class PutPhotoBack
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, PhotoId Photo) : ICommand, IForCooperative, ISerialized, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Photo.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Photo).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(PhotoRow row, PhotoOwners owners, FaceConsents faces, VariantSignal signal) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await row.OneAsync(command.Cooperative, command.Photo, cancellationToken) is not { } photo || !await owners.OwnsAsync(command.Cooperative, photo.Subject, cancellationToken))
                return new NotFound();
            var others = await row.ShownAsync(photo.Subject, cancellationToken);
            if (photo.RemovedAt is null)
                return Outcome.Done;
            if ((await faces.TakenBackAsync(cancellationToken)).Contains(photo.Id))
                return new FaceIsTakenBack();
            if (others.Count >= Photo.MostOf(photo.SubjectKind))
                return new TooManyPhotos(Photo.MostOf(photo.SubjectKind));
            photo.PutBack(others);
            signal.Wake();
            return Outcome.Done;
        }
    }
}
