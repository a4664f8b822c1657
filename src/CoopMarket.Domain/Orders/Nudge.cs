using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>What the clock says about a part of an order.</summary>
public enum NudgeKind
{
    /// <summary>To the cooperative: it has not accepted for a day.</summary>
    AcceptPlease,

    /// <summary>To the buyer: nobody accepted in time, she may call it off.</summary>
    MayCancel,

    /// <summary>To the buyer: has it arrived?</summary>
    HasItArrived,

    /// <summary>To the cooperative: a buyer waits for an answer, or for the place to send something back to.</summary>
    AnswerReturn,

    /// <summary>To the cooperative: what was sent back is to be written down, and the money given back.</summary>
    CloseReturn,

    /// <summary>To the buyer and the cooperative: it was accepted, and not sent in time.</summary>
    SendPlease,
}

/// <summary>The clock spoke up about a part of an order: once for each kind, and about returns once for each of them, whatever the number of nodes.</summary>
public sealed class Nudge : Entity
{
    /// <summary>After how long without acceptance the cooperative is reminded.</summary>
    public static readonly TimeSpan RemindAfter = TimeSpan.FromHours(24);

    /// <summary>A parcel within Vietnam counts as delivered so long after shipping.</summary>
    public static readonly TimeSpan DeliveredAfter = TimeSpan.FromDays(14);

    /// <summary>A parcel to another country counts as delivered so long after shipping.</summary>
    public static readonly TimeSpan DeliveredAbroadAfter = TimeSpan.FromDays(45);

    /// <summary>The buyer is asked at least so long before the clock says that it arrived.</summary>
    public static readonly TimeSpan TimeToAnswer = TimeSpan.FromDays(3);

    private Nudge()
    {
    }

    public Guid Id { get; private init; }

    public SellerOrderId SellerOrder { get; private init; }

    public NudgeKind Kind { get; private init; }

    /// <summary>When it did so last, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Speaks up.</summary>
    public static Nudge Of(Guid id, OrderId order, SellerOrderId part, NudgeKind kind, DateTimeOffset now)
    {
        var nudge = new Nudge { Id = id, SellerOrder = part, Kind = kind, At = now };
        nudge.Raise(new PartNudged(order, part, kind));
        return nudge;
    }

    /// <summary>Speaks up about another return of the part.</summary>
    public void Again(OrderId order, DateTimeOffset now)
    {
        At = now;
        Raise(new PartNudged(order, SellerOrder, Kind));
    }
}

/// <summary>The clock spoke up about a part of an order.</summary>
[EventName("orders.part-nudged")]
public sealed record PartNudged(OrderId Order, SellerOrderId SellerOrder, NudgeKind Kind) : DomainEvent;

/// <summary>The clock has spoken already.</summary>
public sealed record NudgedAlready : Refusal;
