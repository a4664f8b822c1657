using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Reviews.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Photos;

/// <summary>The second half: a picture that was taken in stands beside the review.</summary>
internal static class AddReviewPhoto
{
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, ReviewId Review, Picture Picture) : ICommand<Outcome<PhotoId>>, IForGuestOf, ISerialized;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Picture).NotNull().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(MarketDb db, ReviewOwners reviews, PhotoRow row) : IRequestHandler<Command, Outcome<PhotoId>>
    {
        public async Task<Outcome<PhotoId>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await reviews.MayChangeAsync(command.OrderCode, command.Review, cancellationToken))
                return new NotFound();
            if (await row.SameAsync(command.Review, command.Picture.Hash, cancellationToken) is { } same)
                return same.Id;
            if ((await row.ShownAsync(command.Review, cancellationToken)).Count >= Photo.MostOfReview)
                return new TooManyPhotos(Photo.MostOfReview);
            var photo = await row.NextAsync(null, command.Review, command.Picture, LocalizedText.Empty, cancellationToken);
            db.Add(photo);
            return photo.Id;
        }
    }
}
