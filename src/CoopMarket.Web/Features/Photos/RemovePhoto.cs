using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Takes a photo away; for a day <see cref="PutPhotoBack"/> undoes it.</summary>
internal static class RemovePhoto
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

    internal sealed class Handler(PhotoRow row, ProductOwners products, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await row.OneAsync(command.Cooperative, command.Photo, cancellationToken) is not { } photo)
                return new NotFound();
            if (photo.RemovedAt is null && photo.SubjectKind == PhotoSubjectKind.Product && await products.NeedsPhotoAsync(new(photo.SubjectId), cancellationToken)
                && (await row.ShownAsync(photo.Subject, cancellationToken)).Count == 1)
                return new LastPhoto();
            photo.Remove(time.Now());
            return Outcome.Done;
        }
    }
}
