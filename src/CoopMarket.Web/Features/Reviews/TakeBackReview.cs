using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>A buyer takes back what she said; nobody but the market sees it any more.</summary>
internal static class TakeBackReview
{
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, OrderLineId Line) : ICommand, IForGuestOf;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Line).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(ReviewDrawer drawer, ReceivedLines lines, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await lines.OfAsync(command.OrderCode, command.Line, cancellationToken) is { } line && await drawer.OfLineAsync(line.Line, cancellationToken) is { } review
                ? review.TakeBack(command.Actor.ToString(), time.Now())
                : new NotFound();
    }
}
