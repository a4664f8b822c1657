using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Thanks the buyer, says how to pay, of whom she bought and by which rules.</summary>
internal sealed class OnOrderPlaced(OrderMailbox mailbox, Cooperatives cooperatives, MarketSettings market) : IHandle<OrderPlaced>
{
    public async Task HandleAsync(OrderPlaced happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        var coops = await cooperatives.ManyAsync(order.Parts.Select(p => p.Cooperative), cancellationToken);
        await mailbox.TellPlacedAsync(delivery, order, Sale(order, coops), cancellationToken);
    }

    private SaleMail Sale(Order order, IReadOnlyDictionary<CooperativeId, CoopCard> coops) => new(
        [.. order.Parts.OrderBy(p => p.Position).Select(p => coops.GetValueOrDefault(p.Cooperative)).OfType<CoopCard>()
            .Select(c => new SellerMail(c.Name, c.LegalName, c.Village, c.Commune, Places.FindProvince(c.Province)?.Name ?? "", c.Phone))],
        PublicTexts.Find("terms")!.Since, market.InFull(order.Language, "/terms"), Withdrawal.IsOpenTo(order.Address.Country) ? market.InFull(order.Language, "/withdraw") : null, order.Address.Country != Zones.HomeCountry);
}
