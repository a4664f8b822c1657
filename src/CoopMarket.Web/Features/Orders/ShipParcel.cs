using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Shipping.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The part was handed to a carrier; while it is on the way the number may be put right.</summary>
internal static class ShipParcel
{
    /// <param name="Number">The carrier's; empty where it gives none.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, SellerOrderId Part, Carrier Carrier, string Number) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Packing;

        public string About => Part.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Carrier).IsInEnum().WithMessage("orders.ship.carrier");
            RuleFor(c => c.Number).Must(n => n.Length == 0 || TrackingLink.IsNumber(n)).WithMessage("orders.ship.number").WithState(_ => new object[] { TrackingLink.MaxNumber });
        }
    }

    internal sealed class Handler(OrderDrawer drawer, CashTerms terms, CarriedCash cash, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OfPartAsync(command.Cooperative, command.Part, cancellationToken) is not { } order)
                return new NotFound();
            if (await drawer.BarAsync(order, command.Part, cancellationToken) is { } recalled)
                return recalled;
            var now = time.Now();
            var sentAt = order.Part(command.Part) is { State: SellerOrderState.Shipped, ShippedAt: { } at } ? at : (DateTimeOffset?)null;
            // Whom some of the cash has been paid already, the rest is for, whatever its carrier is called now; else what was agreed on when
            // the parcel left decides, not what is agreed on when its number is put right.
            var paysMarket = await cash.CameToMarketAsync(command.Part, cancellationToken) ?? await terms.PayMarketAsync(command.Carrier, sentAt ?? now, cancellationToken);
            var outcome = order.Ship(command.Part, command.Carrier, command.Number.Trim(), now, paysMarket);
            // Where only the number is put right, what was made since is not in the parcel.
            if (outcome.IsDone && sentAt is null)
                await drawer.NotePackedAsync(order, command.Part, cancellationToken);
            return outcome;
        }
    }
}
