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

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Number).Must(n => n.Trim().Length == 0 || TrackingLink.IsNumber(n)).WithMessage("orders.ship.number").WithState(_ => new object[] { TrackingLink.MaxNumber });
    }

    internal sealed class Handler(Returns returns, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await returns.OneAsync(command.OrderCode, command.Return, cancellationToken) is { } back ? back.Send(command.Number.Trim(), time.Now()) : new NotFound();
    }
}
