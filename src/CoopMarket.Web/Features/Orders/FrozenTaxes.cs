using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Settlement.Contract;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// What of value-added tax an order freezes. Households and persons bear it as a share of what they sell, and what leaves the country
/// has rules of its own: of both nothing is said.
/// </summary>
internal sealed class FrozenTaxes(VatRates rates, TaxedSellers taxed)
{
    /// <param name="country">Where it goes, ISO 3166-1 alpha-2.</param>
    /// <param name="now">UTC.</param>
    public async Task<TaxesToday> OfAsync(Offer offer, string country, DateTimeOffset now, CancellationToken cancellationToken) => country == Zones.HomeCountry
        ? new(await rates.AtAsync(now, cancellationToken), await taxed.AmongAsync(offer.Parts.Select(p => p.Cooperative.Id), cancellationToken))
        : new(null, new HashSet<CooperativeId>());
}

/// <summary>The rates of the moment.</summary>
/// <param name="Rates">Null: nothing is said.</param>
/// <param name="Silent">The sellers of whose goods nothing is said.</param>
internal sealed record TaxesToday(VatTable? Rates, IReadOnlySet<CooperativeId> Silent)
{
    /// <summary>The line with its class, its rate, and the kind of supply that it is.</summary>
    public LinePlan Freeze(ShelfItem item, IReadOnlyList<CategoryNode> tree, LinePlan line)
    {
        var (vat, basisPoints) = Rates is null || Silent.Contains(item.Cooperative) ? default : Rates.Of(item.Vat);
        return line with { Vat = vat, VatBasisPoints = basisPoints, Supply = SupplyKinds.Of(tree.PathOf(item.Category)) };
    }

    /// <summary>The rate in the price of a seller's delivery, which bears what most services bear; null where nobody knows.</summary>
    public int? OnDelivery(CooperativeId seller) => Rates is null || Silent.Contains(seller) ? null : Rates.Of(VatClass.Most).BasisPoints;
}
