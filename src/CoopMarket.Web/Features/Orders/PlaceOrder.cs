using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// Turns a basket into an order, all or nothing: priced anew, its stock taken, split by cooperative, its payment opened. One
/// form makes one order however often it is sent; what changed since the page was shown is refused, not charged.
/// </summary>
internal static class PlaceOrder
{
    /// <param name="Key">The basket's cookie; null where there is none.</param>
    /// <param name="FormKey">The form's own key, 128 random bits.</param>
    /// <param name="Seen">What the page showed, see <see cref="Shown"/>.</param>
    /// <param name="Charge">What the page said that a card is charged in another currency; null in đồng.</param>
    internal sealed record Command(
        Actor Actor, string? Key, string FormKey, string Seen, string Name, string Phone, string Email, string Country, string Province, string Commune,
        string Street, string Postcode, string Note, PaymentWay? Way, IReadOnlyDictionary<CooperativeId, DeliveryWay> Delivery, string Language, Money? Charge = null)
        : ICommand<Outcome<Placed>>, IForAnyone, IAddressed
    {
        public string InvoiceName { get; init; } = "";

        public string InvoiceTaxCode { get; init; } = "";

        public string InvoiceAddress { get; init; } = "";

        public string InvoiceEmail { get; init; } = "";
    }

    /// <param name="Code">The order's public code.</param>
    /// <param name="Secret">Opens the order to whoever holds it.</param>
    internal sealed record Placed(string Code, string Secret);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            AddressRules.Check(this, needsPhone: c => c.Email.Length == 0);
            RuleFor(c => c.Country).Must(Zones.Countries.Contains).WithMessage("orders.form.country");
            RuleFor(c => c.Province).Must((c, t) => c.Country == Zones.HomeCountry ? Places.FindProvince(t) is not null : Typed.IsTextOrNone(t, Typed.MostPlace)).WithMessage("orders.form.province");
            RuleFor(c => c.Email).Must(Typed.IsEmail).When(c => c.Email.Length > 0).WithMessage("orders.form.email");
            RuleFor(c => c.Note).Must(t => Typed.IsTextOrNone(t, Order.MostNote, severalLines: true)).WithMessage("orders.form.note").WithState(_ => Typed.Most(Order.MostNote));
            AskedInvoice.Check(this);
            RuleFor(c => c.Way).NotNull().WithMessage("orders.form.way");
            RuleFor(c => c.FormKey).Must(TypedTexts.IsFormKey).OverridePropertyName("").WithMessage("orders.form.key");
        }
    }

    internal sealed class Handler(
        MarketDb db, Baskets baskets, Pricing pricing, OrderGoods goods, FeeRules fees, PaymentWays ways, ChosenCurrency chosen, RefusedParcels refused, Tills tills, OrderSecrets secrets, Cooperatives cooperatives,
        CategoryTree categories, FrozenTaxes taxes, TimeProvider time, Ids ids)
        : IRequestHandler<Command, Outcome<Placed>>
    {
        public async Task<Outcome<Placed>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await BeforeAsync(command.FormKey, cancellationToken) is { } before)
                return before;
            var placed = await PlaceAsync(command, cancellationToken);
            // Of two presses at once the second may have looked before the first was kept, and found its basket emptied.
            return placed.IsDone || await BeforeAsync(command.FormKey, cancellationToken) is not { } meanwhile ? placed : meanwhile;
        }

        private async Task<Placed?> BeforeAsync(string formKey, CancellationToken cancellationToken)
            => await db.Set<Order>().IgnoreAutoIncludes().AsNoTracking().FirstOrDefaultAsync(o => o.FormKey == formKey, cancellationToken) is { } order
                ? new(order.Code, secrets.Open(order))
                : null;

        private async Task<Outcome<Placed>> PlaceAsync(Command command, CancellationToken cancellationToken)
        {
            if (await baskets.GoneAsync(command.Actor, cancellationToken) is { } gone)
                return gone;
            var (basket, _) = await baskets.OpenAsync(command.Actor, command.Key, cancellationToken);
            var offer = await pricing.OfAsync(
                [.. basket.Lines.OrderBy(l => l.AddedAt).ThenBy(l => l.Variant.Value).Select(l => new Wanted(l.Variant, l.Quantity))],
                new(command.Country, command.Province), command.Delivery, cancellationToken);
            if (offer.IsEmpty)
                return new BasketEmpty();
            var areManyRefused = command.Way == PaymentWay.CashOnDelivery && await refused.AreManyAsync(Phones.Read(command.Phone, command.Country), cancellationToken);
            var terms = await chosen.TermsAsync(command, offer, cancellationToken);
            if (!terms.IsDone)
                return terms.Refusal!;
            if (ways.Offered(command.Country, offer.CanBeOrdered ? offer.Total : null, areManyRefused, terms.Value).FirstOrDefault(w => w.Way == command.Way) is not { } way)
                return Outcome<Placed>.Invalid(nameof(command.Way), "orders.form.way");
            if (way.Bar is { } bar)
                return bar;
            var isAsShown = Shown.Of(offer) == command.Seen;
            if (!isAsShown && Shown.Differences(command.Seen, offer).Count > 0)
                return new OfferChanged();
            if (!offer.CanBeOrdered)
                return new CannotBeOrdered();
            if (!isAsShown)
                return new DeliveryNotSeen();
            var (now, secret) = (time.Now(), ids.Secret());
            var closed = await cooperatives.ClosedAsync(offer.Parts.Select(p => p.Cooperative.Id), VietnamDay.Of(now), cancellationToken);
            var plan = Plan(command, offer, secret, await fees.AtAsync(now, cancellationToken), closed, await categories.AllAsync(cancellationToken), await taxes.OfAsync(offer, command.Country, now, cancellationToken)) with { Terms = terms.Value };
            var placed = Order.Place(ids.New<OrderId>(), plan, now);
            if (!placed.IsDone)
                return placed.Refusal!;
            var order = db.Add(placed.Value).Entity;
            await tills.OpenAsync(order.Id, order.Code, order.Way, order.Total, order.PayBy, cancellationToken, order.Charged);
            basket.Empty(now);

            // Taken last: until the transaction ends, who buys the same waits. What is made to order has no stock to take; that it is on sale was read above.
            if (await goods.TakeAsync(order, cancellationToken) is { } missing)
                return missing;
            return new Placed(order.Code, secret);
        }

        private OrderPlan Plan(
            Command command, Offer offer, string secret, int feeBasisPoints, IReadOnlyDictionary<CooperativeId, IReadOnlyList<DaysOff>> closed, IReadOnlyList<CategoryNode> tree, TaxesToday tax)
        {
            var (hash, seal) = secrets.Keep(secret);
            return new(
                command.FormKey, PublicCode.From(ids.Random(5)), hash, seal, command.Actor.Person,
                new(Typed.Clean(command.Name), Phones.Read(command.Phone, command.Country) ?? "", command.Email.Trim()),
                new(command.Country, Typed.Clean(command.Province), Typed.Clean(command.Commune), Typed.Clean(command.Street), Typed.Clean(command.Postcode)),
                command.Language, Typed.Clean(command.Note, severalLines: true), command.Way!.Value,
                $"terms {PublicTexts.VersionOf("terms")}, privacy {PublicTexts.VersionOf("privacy")}",
                [.. offer.Parts.Select(part => new PartPlan(
                    ids.New<SellerOrderId>(), part.Cooperative.Id, part.Cooperative.Name, part.Delivery!.Way, part.Delivery.Price,
                    part.Delivery.DaysMin, part.Delivery.DaysMax, feeBasisPoints, closed.GetValueOrDefault(part.Cooperative.Id, []),
                    [.. part.Lines.Select(line => tax.Freeze(line.Item, tree, new(
                        ids.New<OrderLineId>(), line.Item.Variant, line.Item.Product, line.Item.Slug, line.Item.ProductName, line.Item.VariantName,
                        line.Item.Price, line.Quantity, line.Item.MadeToOrderDays, ReturnTerms.Of(tree.PathOf(line.Item.Category))) { Ahead = line.Item.Ahead }))])
                {
                    CallsFirst = part.Cooperative.CallsFirst && command.Way == PaymentWay.CashOnDelivery, DeliveryVatBasisPoints = tax.OnDelivery(part.Cooperative.Id),
                })])
            {
                Invoice = AskedInvoice.Of(command),
            };
        }
    }
}
