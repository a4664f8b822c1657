using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>An admin takes a review off the pages with a reason that its writer and its cooperative read.</summary>
internal static class HideReview
{
    internal sealed record Command(Actor Actor, ReviewId Review, string? Reason) : ICommand, IForAdmin, IAbout
    {
        public string About => Review.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
            => RuleFor(c => c.Reason).Must(r => Typed.IsText(r, Review.MostReason)).WithMessage("reviews.reason.flaw").WithState(_ => (object[])[Review.MostReason]);
    }

    internal sealed class Handler(ReviewDrawer drawer, OwnDesk own, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.OneAsync(command.Review, cancellationToken) is { } review
                ? await own.RefuseAsync(command.Actor, review.Cooperative, cancellationToken) is { } hers ? hers : review.Hide(Typed.Clean(command.Reason, Review.MostReason), command.Actor.ToString(), time.Now())
                : new NotFound();
    }
}

/// <summary>An admin looked at what was reported and lets a review stand, or lets a hidden one stand again.</summary>
internal static class KeepReview
{
    internal sealed record Command(Actor Actor, ReviewId Review, string? Reason) : ICommand, IForAdmin, IAbout
    {
        public string About => Review.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
            => RuleFor(c => c.Reason).Must(r => Typed.IsText(r, Review.MostReason)).WithMessage("reviews.reason.flaw").WithState(_ => (object[])[Review.MostReason]);
    }

    internal sealed class Handler(ReviewDrawer drawer, OwnDesk own, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.OneAsync(command.Review, cancellationToken) is { } review
                ? await own.RefuseAsync(command.Actor, review.Cooperative, cancellationToken) is { } hers ? hers : review.Keep(Typed.Clean(command.Reason, Review.MostReason), command.Actor.ToString(), time.Now())
                : new NotFound();
    }
}
