using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Rates.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The checkout page: the basket priced for the address typed so far, and the ways to pay.</summary>
internal static class CheckoutPage
{
    /// <param name="Key">The basket's cookie; null where there is none.</param>
    /// <param name="To">Null while nobody knows where to.</param>
    /// <param name="Seen">What the page showed before; null at first.</param>
    /// <param name="Chosen">The currency that she chose.</param>
    /// <param name="Use">The address of her book to send to instead; null where she chose none.</param>
    /// <param name="Likely">The country to begin with where no address is known; null where it is asked for already.</param>
    internal sealed record Query(
        Actor Actor, string? Key, Destination? To, IReadOnlyDictionary<CooperativeId, DeliveryWay> Delivery, string? Seen, Currency Chosen = Currency.VND, AddressId? Use = null,
        string? Likely = null)
        : IQuery<View>, IForAnyone;

    /// <param name="Differences">What changed since the page was shown, in sentences.</param>
    /// <param name="FormKey">For a form that has none yet.</param>
    /// <param name="Known">What a signed-in buyer needn't type again; null for guests.</param>
    internal sealed record View(
        Offer Offer, IReadOnlyDictionary<ProductId, PhotoView> Covers, IReadOnlyList<WayToPay> Ways, IReadOnlyList<Flaw> Differences, string FormKey, Known? Known)
    {
        /// <summary>At which terms a card is charged; null where the rate of the currency that she chose is too old to order at.</summary>
        public ExchangeTerms? Terms { get; init; }

        /// <summary>The addresses that a signed-in buyer keeps, the one to begin with first.</summary>
        public IReadOnlyList<KeptAddress> Book { get; init; } = [];

        /// <summary>The one of them that she just chose; null where she chose none.</summary>
        public KeptAddress? Used { get; init; }

        /// <summary>What a card is charged, in another currency; null where it is charged in đồng, or nobody knows yet how much.</summary>
        public Money? Charge => Terms is { IsForeign: true } && Offer.CanBeOrdered ? Terms.Of(Offer.Total) : null;
    }

    /// <summary>How to reach her, and where to: the first address of her book, else where her last order went; null where she has neither.</summary>
    internal sealed record Known(string Name, string Phone, string Email, DeliveryAddress? Address);

    internal sealed class Handler(MarketDb db, Baskets baskets, Pricing pricing, PaymentWays ways, RefusedParcels refused, RatesToday rates, Photos.Contract.Photos photos, People people, AddressBook addresses, Ids ids)
        : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var wanted = await baskets.ReadAsync(query.Actor, query.Key, cancellationToken);
            var book = query.Actor.Person is { } person ? await addresses.OfAsync(person, cancellationToken) : [];
            var used = book.FirstOrDefault(a => a.Id == query.Use);
            var known = query.Seen is null ? await KnownAsync(query.Actor, book, cancellationToken) : null;
            var to = used is not null ? new Destination(used.Country, used.Province)
                : query.To ?? (known?.Address is { } last ? new(last.Country, last.Province)
                : query.Likely is { } likely and not Domain.Shipping.Zones.HomeCountry ? new(likely, "") : null);
            var offer = await pricing.OfAsync(wanted, to, query.Delivery, cancellationToken);
            // Too little may still become enough by the delivery; too much stays too much.
            var isKnown = offer.Parts.All(p => p.Delivery is not null) || offer.Total.Minor > CardLimits.MostDong;
            var terms = query.Chosen == Currency.VND ? ExchangeTerms.None : await rates.TermsAsync(query.Chosen, cancellationToken);
            return new(
                offer, await CartPage.CoversAsync(offer, photos, cancellationToken),
                ways.Offered(to?.Country ?? Domain.Shipping.Zones.HomeCountry, isKnown ? offer.Total : null, await refused.AreManyAsync(known?.Phone, cancellationToken), terms),
                Shown.Differences(query.Seen, offer), ids.Secret(), known)
            {
                Terms = terms,
                Book = book,
                Used = used,
            };
        }

        private async Task<Known?> KnownAsync(Actor actor, IReadOnlyList<KeptAddress> book, CancellationToken cancellationToken)
        {
            if (actor.Person is not { } person || await people.ReachAsync(person, cancellationToken) is not { } reach)
                return null;
            if (book is [{ } first, ..])
                return new(first.Name, first.Phone, reach.Email ?? "", new(first.Country, first.Province, first.Commune, first.Street, first.Postcode));
            var last = await db.Set<Order>().IgnoreAutoIncludes().AsNoTracking().Where(o => o.Buyer == person).OrderByDescending(o => o.PlacedAt).FirstOrDefaultAsync(cancellationToken);
            return new(last?.To.Name ?? reach.Name, last?.To.Phone ?? reach.Phone ?? "", reach.Email ?? "", last?.Address);
        }
    }
}
