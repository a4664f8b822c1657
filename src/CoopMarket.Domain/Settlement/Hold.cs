using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>A delivered part of an order whose share is held back a few days, so that a buyer can still say what is wrong.</summary>
public sealed class Hold : Entity
{
    /// <summary>How long after delivery a share is held.</summary>
    public static readonly TimeSpan After = TimeSpan.FromDays(3);

    private Hold()
    {
    }

    public SellerOrderId SellerOrder { get; private init; }

    public OrderId Order { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset DeliveredAt { get; private init; }

    /// <summary>When the share becomes payable, UTC.</summary>
    public DateTimeOffset DueAt { get; private init; }

    /// <summary>Since when nothing is released, because the buyer misses the part or its carrier has not paid the cash over, UTC; null while neither is so.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>UTC; null while it is held.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>Holds the share of a part that was delivered.</summary>
    public static Hold Of(OrderId order, SellerOrderId sellerOrder, CooperativeId cooperative, DateTimeOffset deliveredAt)
        => new() { Order = order, SellerOrder = sellerOrder, Cooperative = cooperative, DeliveredAt = deliveredAt, DueAt = deliveredAt + After };

    /// <summary>The part is contested or its cash is not here, or that is over. What was released stays so.</summary>
    public void Stop(bool isStopped, DateTimeOffset now) => StoppedAt = isStopped ? StoppedAt ?? now : null;

    /// <summary>The share can be paid out.</summary>
    public void Release(DateTimeOffset now) => ReleasedAt = now;
}
