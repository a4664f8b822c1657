using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>What a seller is entitled to of a part, before the market's fee.</summary>
public static class SellersWorth
{
    /// <summary>
    /// By kind of supply, as the part stands: nothing before it arrived, less what was given back since, nothing of what is lost. Of a
    /// paid parcel that came back untaken its way stays paid for. The way is work that comes with goods.
    /// </summary>
    /// <param name="way">How the order is paid.</param>
    public static IReadOnlyDictionary<SupplyKind, Money> Of(SellerOrder part, PaymentWay way)
    {
        Dictionary<SupplyKind, Money> worth = [];
        if (part.DeliveredAt is null && part.State != SellerOrderState.Refused)
            return worth;
        if (!part.IsCalledOff)
            foreach (var line in part.Lines)
                Add(line.Supply, part.Refundable(line.Id));
        Add(SupplyKind.Making, part.IsCalledOff ? part.Kept(way) : part.Refundable(null));
        return worth;

        void Add(SupplyKind kind, Money amount)
        {
            if (!amount.IsZero)
                worth[kind] = worth.GetValueOrDefault(kind, Money.Zero(amount.Currency)) + amount;
        }
    }
}
