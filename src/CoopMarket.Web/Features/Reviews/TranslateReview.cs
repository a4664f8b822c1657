using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>A cooperative writes down what a review says in another language; who reads that language may open it.</summary>
internal static class TranslateReview
{
    /// <param name="Language">One of the market's, not the review's own.</param>
    /// <param name="Words">Empty: none in that language.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ReviewId Review, string? Language, string? Words) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Review.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Language).Must(l => Languages.All.Contains(l)).WithMessage("reviews.language.flaw");
            RuleFor(c => c.Words).Must(w => Typed.IsTextOrNone(w, Review.MostWords)).WithMessage("reviews.words.flaw").WithState(_ => (object[])[Review.MostWords]);
        }
    }

    internal sealed class Handler(ReviewDrawer drawer, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.OfCooperativeAsync(command.Cooperative, command.Review, cancellationToken) is { } review
                ? review.Translate(command.Language!, Typed.Clean(command.Words, Review.MostWords), command.Actor.ToString(), time.Now())
                : new NotFound();
    }
}
