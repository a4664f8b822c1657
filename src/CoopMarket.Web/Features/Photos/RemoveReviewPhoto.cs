using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Reviews.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Photos;

/// <summary>A buyer takes a photo away from her review.</summary>
internal static class RemoveReviewPhoto
{
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, OrderLineId Line, PhotoId Photo) : ICommand, IForGuestOf, ISerialized;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Photo).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(ReviewOwners reviews, PhotoRow row, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await reviews.ChangeableAsync(command.OrderCode, command.Line, cancellationToken) is not { } review
                || (await row.ShownAsync(review, cancellationToken)).Find(p => p.Id == command.Photo) is not { } photo)
                return new NotFound();
            photo.Remove(time.Now());
            return Outcome.Done;
        }
    }
}
