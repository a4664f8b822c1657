using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <content>What is taken back: by a cooperative, as long as nobody outside has been told, and by the bank.</content>
public sealed partial class Order
{
    /// <summary>The bank took back what was paid: what has not left yet is called off, what is on its way or there stays sold.</summary>
    /// <returns>The parts that are called off; the caller puts their stock back.</returns>
    public IReadOnlyList<SellerOrder> CallOffUnsent(DateTimeOffset now)
    {
        var unsent = _parts.Where(p => p.State is SellerOrderState.ToAccept or SellerOrderState.ToPack or SellerOrderState.Packed).ToList();
        foreach (var part in unsent)
        {
            part.End(SellerOrderState.Cancelled, now);
            RaiseCancelled(part);
        }

        if (unsent.Count > 0)
            Moved();
        return unsent;
    }

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
