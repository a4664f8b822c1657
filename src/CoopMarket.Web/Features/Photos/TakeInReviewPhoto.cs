using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Reviews.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Photos;

/// <summary>The first half of adding a photo to a review, as <see cref="TakeInPhoto"/> is at desks. Her order's link is enough.</summary>
internal static class TakeInReviewPhoto
{
    /// <param name="File">The path of the uploaded file, under a name of our own.</param>
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, ReviewId Review, string File) : ICommand<Outcome<Picture>>, IForGuestOf, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.File).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(ReviewOwners reviews, PhotoRow row, Masters masters) : IRequestHandler<Command, Outcome<Picture>>
    {
        public async Task<Outcome<Picture>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await reviews.MayChangeAsync(command.OrderCode, command.Review, cancellationToken))
                return new NotFound();
            if (await row.SameAsync(command.Review, await Masters.HashAsync(command.File, cancellationToken), cancellationToken) is { } same)
                return new Picture(same.Hash, same.Width, same.Height, same.Colors);
            if ((await row.ShownAsync(command.Review, cancellationToken)).Count >= Photo.MostOfReview)
                return new TooManyPhotos(Photo.MostOfReview);
            var (picture, why) = await masters.TakeInAsync(command.File, cancellationToken);
            return picture is null ? Outcome<Picture>.Invalid("Files", "photos.refused." + why) : picture;
        }
    }
}
