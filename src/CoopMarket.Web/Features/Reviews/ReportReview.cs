using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>A reader asks the market to look at a review. Until an admin has, it stands as it is.</summary>
internal static class ReportReview
{
    internal sealed class Form
    {
        public string? Reason { get; set; }

        public string? Words { get; set; }
    }

    internal sealed record Command(Actor Actor, ReviewId Review, string? Reason, string? Words) : ICommand, IForAnyone;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Must(Typed.IsReason).WithMessage("reviews.report.reason.flaw");
            RuleFor(c => c.Words).Must(w => Typed.IsTextOrNone(w, Review.MostReason)).WithMessage("reviews.report.words.flaw").WithState(_ => (object[])[Review.MostReason]);
        }
    }

    internal sealed class Handler(ReviewDrawer drawer, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.OneAsync(command.Review, cancellationToken) is { } review
                ? review.Report(Enum.Parse<ReportReason>(command.Reason!), Typed.Clean(command.Words, Review.MostReason), byItsCooperative: false, command.Actor.ToString(), time.Now())
                : new NotFound();
    }
}
