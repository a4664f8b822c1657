using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The buyer has sent back what was agreed.</summary>
internal static class SendReturn
{
    /// <param name="Number">Of her parcel; empty where there is none.</param>
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, ReturnId Return, string Number) : ICommand, IForGuestOf;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(Returns returns, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        // Asked on the order's own page, which has no place for flaws: what is no number is refused.
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var number = command.Number.Trim();
            return await returns.OneAsync(command.OrderCode, command.Return, cancellationToken) is not { } back ? new NotFound()
                : number.Length > 0 && !TrackingLink.IsNumber(number) ? new StrangeParcelNumber()
                : back.Send(number, time.Now());
        }
    }
}
