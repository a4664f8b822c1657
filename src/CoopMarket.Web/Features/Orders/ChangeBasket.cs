using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Changes how many of each thing lie in the basket; 0 takes it out.</summary>
internal static class ChangeBasket
{
    /// <param name="Key">The basket's cookie; null where there is none.</param>
    internal sealed record Command(Actor Actor, string? Key, IReadOnlyList<Wanted> Lines) : ICommand, IForAnyone;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Lines).Must(lines => lines.Count <= Basket.MostLines).OverridePropertyName("").WithMessage("orders.basket.full").WithState(_ => new object[] { Basket.MostLines });
            RuleFor(c => c.Lines).Must(lines => lines.All(l => l.Quantity is >= 0 and <= Basket.MostOfOne)).OverridePropertyName("").WithMessage("orders.basket.quantity").WithState(_ => new object[] { Basket.MostOfOne });
        }
    }

    internal sealed class Handler(Baskets baskets, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var (basket, _) = await baskets.OpenAsync(command.Actor, command.Key, cancellationToken);
            foreach (var line in command.Lines.Where(l => basket.Lines.Any(has => has.Variant == l.Variant)))
                basket.Set(line.Variant, line.Quantity, time.Now());
            return Outcome.Done;
        }
    }
}
