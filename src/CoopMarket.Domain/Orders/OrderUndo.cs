using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <content>Steps of a cooperative that can be taken back, as long as nobody outside has been told.</content>
public sealed partial class Order
{
    /// <summary>It was not packed after all.</summary>
    public Outcome Unpack(SellerOrderId id)
    {
        var part = Required(id);
        if (part.State != SellerOrderState.Packed)
            return new WrongStep();
        part.State = SellerOrderState.ToPack;
        part.PackedAt = null;
        return Moved();
    }
}
