using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Puts some of a thing into the reader's basket.</summary>
internal static class AddToBasket
{
    /// <param name="Key">The basket's cookie; null where there is none.</param>
    internal sealed record Command(Actor Actor, string? Key, VariantId Variant, int Quantity) : ICommand<Outcome<Kept>>, IForAnyone;

    /// <param name="Key">To keep in the cookie; null where the person is signed in.</param>
    internal sealed record Kept(string? Key);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Quantity).InclusiveBetween(1, Basket.MostOfOne).WithMessage("orders.basket.quantity").WithState(_ => new object[] { Basket.MostOfOne });
    }

    internal sealed class Handler(Baskets baskets, Shelf shelf, TimeProvider time) : IRequestHandler<Command, Outcome<Kept>>
    {
        public async Task<Outcome<Kept>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await shelf.ManyAsync([command.Variant], cancellationToken) is not [{ IsLive: true } item])
                return new NotFound();
            var (basket, key) = await baskets.OpenAsync(command.Actor, command.Key, cancellationToken);
            var wanted = command.Quantity + (basket.Lines.FirstOrDefault(l => l.Variant == command.Variant)?.Quantity ?? 0);
            if (wanted > item.Available)
                return Outcome<Kept>.Invalid(nameof(command.Quantity), "orders.basket.left", item.Available);
            var added = basket.Set(command.Variant, wanted, time.Now());
            return added.IsDone ? new Kept(key) : Outcome<Kept>.Invalid(added.Flaws);
        }
    }
}
