using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>A cooperative asks the market to look at a review of its goods. Until an admin has, it stands as it is.</summary>
internal static class ContestReview
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ReviewId Review, string? Reason, string? Words) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Review.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Must(Typed.IsReason).WithMessage("reviews.report.reason.flaw");
            RuleFor(c => c.Words).Must(w => Typed.IsText(w, Review.MostReason)).WithMessage("reviews.reason.flaw").WithState(_ => (object[])[Review.MostReason]);
        }
    }

    internal sealed class Handler(ReviewDrawer drawer, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.OfCooperativeAsync(command.Cooperative, command.Review, cancellationToken) is { } review
                ? review.Report(Enum.Parse<ReportReason>(command.Reason!), Typed.Clean(command.Words, Review.MostReason), byItsCooperative: true, command.Actor.ToString(), time.Now())
                : new NotFound();
    }
}
