using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>A cooperative answers a review of its goods, once; the answer stands beneath it.</summary>
internal static class AnswerReview
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ReviewId Review, string? Words) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Review.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
            => RuleFor(c => c.Words).Must(w => Typed.IsText(w, Review.MostAnswer)).WithMessage("reviews.answer.flaw").WithState(_ => (object[])[Review.MostAnswer]);
    }

    internal sealed class Handler(ReviewDrawer drawer, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.OfCooperativeAsync(command.Cooperative, command.Review, cancellationToken) is { } review
                ? review.Reply(Typed.Clean(command.Words, Review.MostAnswer), Languages.Current, command.Actor.ToString(), time.Now())
                : new NotFound();
    }
}
