using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Tests.Orders;

/// <summary>What can happen to an order or one of its parts.</summary>
internal enum Move
{
    Pay,
    Expire,
    TakeUpAgain,
    CancelUnpaid,
    Accept,
    CancelPart,
    CallOffUnsent,
    Withdraw,
    DeclineOne,
    DeclineRest,
    Pack,
    Unpack,
    Ship,
    SendFurther,
    TakeOff,
    DeliverByBuyer,
    DeliverByCooperative,
    DeliverByClock,
    Miss,
    Refuse,
    LoseByCooperative,
    LoseByAdmin,
    WaitFourDays,
}

/// <summary>The table that is drawn above the code, and what it says beside it.</summary>
internal sealed class MoveModel(OrderPlan plan)
{
    private static readonly SellerOrderState[] Ends =
        [SellerOrderState.Delivered, SellerOrderState.Declined, SellerOrderState.Cancelled, SellerOrderState.Refused, SellerOrderState.Lost];

    private static readonly SellerOrderState[] Unsent = [SellerOrderState.ToAccept, SellerOrderState.ToPack, SellerOrderState.Packed];

    private static readonly Dictionary<(SellerOrderState From, Move Move), SellerOrderState> Table = new()
    {
        [(SellerOrderState.ToAccept, Move.Accept)] = SellerOrderState.ToPack,
        [(SellerOrderState.ToAccept, Move.CancelPart)] = SellerOrderState.Cancelled,
        [(SellerOrderState.ToPack, Move.CancelPart)] = SellerOrderState.Cancelled,
        [(SellerOrderState.ToAccept, Move.DeclineRest)] = SellerOrderState.Declined,
        [(SellerOrderState.ToPack, Move.DeclineRest)] = SellerOrderState.Declined,
        [(SellerOrderState.Packed, Move.DeclineRest)] = SellerOrderState.Declined,
        [(SellerOrderState.ToPack, Move.Pack)] = SellerOrderState.Packed,
        [(SellerOrderState.Packed, Move.Unpack)] = SellerOrderState.ToPack,
        [(SellerOrderState.ToPack, Move.Ship)] = SellerOrderState.Shipped,
        [(SellerOrderState.Packed, Move.Ship)] = SellerOrderState.Shipped,
        [(SellerOrderState.Shipped, Move.Ship)] = SellerOrderState.Shipped,
        [(SellerOrderState.Shipped, Move.DeliverByBuyer)] = SellerOrderState.Delivered,
        [(SellerOrderState.Shipped, Move.DeliverByCooperative)] = SellerOrderState.Delivered,
        [(SellerOrderState.Shipped, Move.DeliverByClock)] = SellerOrderState.Delivered,
        [(SellerOrderState.Shipped, Move.Refuse)] = SellerOrderState.Refused,
        [(SellerOrderState.Shipped, Move.LoseByCooperative)] = SellerOrderState.Lost,
        [(SellerOrderState.Shipped, Move.LoseByAdmin)] = SellerOrderState.Lost,
    };

    private readonly bool[] _missed = new bool[plan.Parts.Count];
    private readonly DateTimeOffset[] _mayBeMissedUntil = new DateTimeOffset[plan.Parts.Count];
    private readonly DateTimeOffset[] _deliveredAt = new DateTimeOffset[plan.Parts.Count];
    private readonly bool _cash = plan.Way == PaymentWay.CashOnDelivery;
    private readonly DateTimeOffset _payBy = Plans.Monday + (plan.Way == PaymentWay.Card ? Order.TimeToPayByCard : Order.TimeToPay);

    /// <summary>How many were lost after another had said that they arrived.</summary>
    public int LostAfterArrival { get; private set; }

    public SellerOrderState[] Parts { get; } = [.. plan.Parts.Select(_ => plan.Way == PaymentWay.CashOnDelivery ? SellerOrderState.ToAccept : SellerOrderState.AwaitingPayment)];

    /// <summary>In how many parcels each part was sent besides the first.</summary>
    public int[] FurtherParcels { get; } = new int[plan.Parts.Count];

    public OrderState State { get; private set; } = plan.Way == PaymentWay.CashOnDelivery ? OrderState.Placed : OrderState.AwaitingPayment;

    /// <summary>What of a part was neither declined nor sent back.</summary>
    public static List<(OrderLineId Line, int Quantity)> LeftOf(SellerOrder part, List<Return> returns)
        => [.. part.Lines.Select(l => (l.Id, Order.LeftToReturn(l, returns.Where(r => r.SellerOrder == part.Id)))).Where(l => l.Item2 > 0)];

    /// <summary>Makes the move where it may be.</summary>
    /// <param name="real">Read for how much is left of its lines, never for where it stands.</param>
    public bool Try(Move move, int at, DateTimeOffset now, Order real, List<Return> returns)
    {
        var isFetched = plan.Parts[at].Way == DeliveryWay.PickUp;
        switch (move)
        {
            case Move.Pay when State == OrderState.AwaitingPayment:
                return All(OrderState.Placed, SellerOrderState.ToAccept);
            case Move.Pay:
                return State is OrderState.Placed or OrderState.Completed;
            case Move.Expire or Move.CancelUnpaid:
                return State == OrderState.AwaitingPayment && (move != Move.Expire || now >= _payBy)
                    && All(move == Move.Expire ? OrderState.Expired : OrderState.Cancelled, SellerOrderState.Cancelled);
            case Move.TakeUpAgain:
                return State == OrderState.Expired && now < _payBy.AddDays(7) && All(OrderState.AwaitingPayment, SellerOrderState.AwaitingPayment);
            case Move.CallOffUnsent:
                return Each(i => Unsent.Contains(Parts[i]), SellerOrderState.Cancelled);
            case Move.Withdraw:
                return Withdraw(now, real, returns);
            case Move.CancelPart when Parts[at] == SellerOrderState.ToPack && real.Parts[at].Lines.Any(l => l.ReadyInDays is not null && l.Left > 0) && !IsLate(real.Parts[at], now):
                return false;
            case Move.DeclineOne:
                if (!Unsent.Contains(Parts[at]) || real.Parts[at].Lines[0].Left == 0)
                    return false;
                return real.Parts[at].Lines.Sum(l => l.Left) > 1 || Become(at, SellerOrderState.Declined);
            case Move.Ship when isFetched:
                return false;
            case Move.SendFurther:
                return Parts[at] == SellerOrderState.Shipped && FurtherParcels[at] < 9 && ++FurtherParcels[at] > 0;
            case Move.TakeOff:
                return Parts[at] == SellerOrderState.Shipped && FurtherParcels[at] > 0 && FurtherParcels[at]-- > 0;
            case Move.DeliverByClock or Move.DeliverByCooperative when _missed[at]:
                return false;
            case Move.DeliverByBuyer or Move.DeliverByCooperative when isFetched && Parts[at] == SellerOrderState.Packed:
                return Deliver(at, move, now);
            case Move.Miss when _missed[at]:
                return true;
            case Move.Miss when Parts[at] == SellerOrderState.Shipped || (Parts[at] == SellerOrderState.Delivered && _mayBeMissedUntil[at] > now):
                return _missed[at] = true;
            case Move.LoseByAdmin when Parts[at] == SellerOrderState.Delivered && _missed[at] && !_cash:
                LostAfterArrival++;
                return Become(at, SellerOrderState.Lost);
            // What she had withdrawn from, all of it, is called off with its way.
            case Move.Refuse when Parts[at] == SellerOrderState.Shipped && returns.Any(r => r.IsOpen && r.SellerOrder == real.Parts[at].Id) && LeftOf(real.Parts[at], returns).Count == 0:
                return Become(at, SellerOrderState.Cancelled);
            case Move.DeliverByBuyer when Parts[at] == SellerOrderState.Delivered && _missed[at]:
                _missed[at] = false;
                _mayBeMissedUntil[at] = default;
                return true;
            default:
                return Table.TryGetValue((Parts[at], move), out var to) && (to == SellerOrderState.Delivered ? Deliver(at, move, now) : Become(at, to));
        }
    }

    // What was not sent is called off, what was sent she sends back: that moves nothing here.
    private bool Withdraw(DateTimeOffset now, Order real, List<Return> returns)
    {
        if (plan.Address.Country is not ("FR" or "GB") || State is not (OrderState.Placed or OrderState.Completed))
            return false;
        var isOver = Parts.All(Ends.Contains) && now >= Enumerable.Range(0, Parts.Length).Where(i => Parts[i] == SellerOrderState.Delivered).Max(i => _deliveredAt[i]).AddDays(15);
        var named = Enumerable.Range(0, Parts.Length).Where(i => LeftOf(real.Parts[i], returns).Count > 0 && (!Ends.Contains(Parts[i]) || Parts[i] == SellerOrderState.Delivered)).ToList();
        return !isOver && named.Count > 0 && Each(i => named.Contains(i) && Unsent.Contains(Parts[i]), SellerOrderState.Cancelled);
    }

    private static bool IsLate(SellerOrder part, DateTimeOffset now)
        => part.Lines.Where(l => l.Left > 0).Select(l => l.Window).OfType<SendWindow>().ToList() is { Count: > 0 } windows && now >= WorkingDays.EndOf(windows.Max(w => w.To));

    private bool Deliver(int at, Move by, DateTimeOffset now)
    {
        (_missed[at], _mayBeMissedUntil[at], _deliveredAt[at]) = (false, by == Move.DeliverByBuyer ? default : now.AddDays(3), now);
        return Become(at, SellerOrderState.Delivered);
    }

    private bool All(OrderState state, SellerOrderState parts)
    {
        State = state;
        Array.Fill(Parts, parts);
        return true;
    }

    private bool Each(Func<int, bool> which, SellerOrderState to)
    {
        foreach (var at in Enumerable.Range(0, Parts.Length).Where(which).ToList())
            Become(at, to);
        return true;
    }

    private bool Become(int at, SellerOrderState to)
    {
        Parts[at] = to;
        _missed[at] &= to is SellerOrderState.Shipped or SellerOrderState.Delivered;
        if (Parts.All(Ends.Contains))
            State = Parts.Contains(SellerOrderState.Delivered) ? OrderState.Completed : OrderState.Cancelled;
        return true;
    }
}
