using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The buyer keeps what she wanted to send back.</summary>
internal static class KeepReturn
{
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, ReturnId Return) : ICommand, IForGuestOf;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(Returns returns, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await returns.OneAsync(command.OrderCode, command.Return, cancellationToken) is { } back ? back.Drop(time.Now()) : new NotFound();
    }
}
