using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CsCheck;

namespace CoopMarket.Domain.Tests.Orders;

/// <summary>Any sequence of moves, against a model that is no more than the table drawn above the code.</summary>
public sealed class MoveTests
{
    private enum Move
    {
        Pay,
        Expire,
        CancelUnpaid,
        Accept,
        CancelPart,
        DeclineOne,
        DeclineRest,
        Pack,
        Ship,
        DeliverByBuyer,
        DeliverByCooperative,
        DeliverByClock,
        Miss,
        Refuse,
        LoseByCooperative,
        LoseByAdmin,
        WaitFourDays,
    }

    private static readonly Dictionary<(SellerOrderState From, Move Move), SellerOrderState> Table = new()
    {
        [(SellerOrderState.ToAccept, Move.Accept)] = SellerOrderState.ToPack,
        [(SellerOrderState.ToAccept, Move.CancelPart)] = SellerOrderState.Cancelled,
        [(SellerOrderState.ToPack, Move.CancelPart)] = SellerOrderState.Cancelled,
        [(SellerOrderState.ToAccept, Move.DeclineRest)] = SellerOrderState.Declined,
        [(SellerOrderState.ToPack, Move.DeclineRest)] = SellerOrderState.Declined,
        [(SellerOrderState.Packed, Move.DeclineRest)] = SellerOrderState.Declined,
        [(SellerOrderState.ToPack, Move.Pack)] = SellerOrderState.Packed,
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

    [Fact]
    public void Any_sequence_of_moves_follows_the_table() => Gen.Select(Plans.Any, Gen.Select(Gen.Enum<Move>(), Gen.Int[0, 4]).Array[0, 60]).Sample((plan, moves) =>
    {
        var order = plan.Placed();
        order.TakeEvents();
        var now = Plans.Monday;
        var model = new Model(plan);
        foreach (var (move, which) in moves)
        {
            if (move == Move.WaitFourDays)
            {
                now = now.AddDays(4);
                continue;
            }

            var at = which % order.Parts.Count;
            var expected = model.Try(move, at, now, order.Parts[at]);
            Do(order, order.Parts[at], move, now).IsDone.ShouldBe(expected, $"{move} on {at}");
            order.Parts.Select(p => p.State).ShouldBe(model.Parts, $"after {move} on {at}");
            order.State.ShouldBe(model.State);
        }

        Reconcile(order, order.TakeEvents(), model.LostAfterArrival);
    });

    [Fact]
    public void What_is_declined_bit_by_bit_gives_back_price_and_fee_to_the_dong() => Gen.Select(Gen.Long[0, 99_999], Gen.Int[1, 99], Gen.Int[0, 10_000], Gen.Int[1, 99].Array[1, 40]).Sample((price, quantity, basisPoints, bits) =>
    {
        var order = Plans.Of(PaymentWay.BankTransfer, (0, basisPoints, [(price, quantity), (1_000, 1)])).Placed();
        order.Pay(Plans.Open, Plans.Monday);
        order.TakeEvents();
        var part = order.Parts[0];
        foreach (var bit in bits)
            order.Decline(part.Id, part.Lines[0].Id, bit, "hết", Plans.Monday);

        var told = order.TakeEvents().OfType<LineDeclined>().ToList();
        (Money.Sum(told.Select(t => t.Goods)) + part.GoodsLeft).ShouldBe(part.Goods);
        (Money.Sum(told.Select(t => t.Fee)) + part.FeeLeft).ShouldBe(part.Fee);
        told.ShouldAllBe(t => t.Fee.Minor >= 0);
    });

    [Fact]
    public void The_clock_stops_while_the_buyer_misses_her_parcel()
    {
        var order = Plans.Of(PaymentWay.CashOnDelivery, (0, 600, [(1_000, 1)])).Placed();
        var part = order.Parts[0].Id;
        order.Accept(part, Plans.Monday);
        order.Ship(part, Carrier.ViettelPost, "VTP123456", Plans.Monday);
        order.Miss(part, Plans.Monday);

        order.Deliver(part, Witness.Clock, Plans.Monday.AddDays(20)).Refusal.ShouldBe(new WrongStep());
        order.Deliver(part, Witness.Buyer, Plans.Monday.AddDays(20)).IsDone.ShouldBeTrue();
    }

    [Theory]
    [InlineData(SellerOrderState.Refused)]
    [InlineData(SellerOrderState.Lost)]
    public void Nobody_misses_what_came_back_or_is_lost(SellerOrderState end)
    {
        var order = Plans.Of(PaymentWay.CashOnDelivery, (0, 600, [(1_000, 1)])).Placed();
        var part = order.Parts[0].Id;
        order.Accept(part, Plans.Monday);
        order.Ship(part, Carrier.ViettelPost, "VTP123456", Plans.Monday);
        order.Miss(part, Plans.Monday);

        (end == SellerOrderState.Lost ? order.Lose(part, Witness.Cooperative, Plans.Monday) : order.RefuseAtDoor(part, Plans.Monday)).IsDone.ShouldBeTrue();

        order.Parts[0].NotArrivedAt.ShouldBeNull();
        order.Miss(part, Plans.Monday).Refusal.ShouldBe(new WrongStep());
    }

    [Fact]
    public void A_cooperative_cannot_talk_a_buyer_out_of_missing_her_parcel()
    {
        var order = Plans.Of(PaymentWay.BankTransfer, (0, 600, [(1_000, 1)])).Placed();
        order.Pay(Plans.Open, Plans.Monday);
        var part = order.Parts[0].Id;
        order.Accept(part, Plans.Monday);
        order.Ship(part, Carrier.ViettelPost, "VTP123456", Plans.Monday);

        order.Deliver(part, Witness.Cooperative, Plans.Monday).IsDone.ShouldBeTrue();
        order.Miss(part, Plans.Monday + Order.TimeToObject).Refusal.ShouldBe(new WrongStep());
        order.Miss(part, Plans.Monday.AddDays(2)).IsDone.ShouldBeTrue();
        order.Deliver(part, Witness.Cooperative, Plans.Monday.AddDays(2)).Refusal.ShouldBe(new BuyerMissesIt());
        order.Parts[0].NotArrivedAt.ShouldBe(Plans.Monday.AddDays(2));

        order.Deliver(part, Witness.Admin, Plans.Monday.AddDays(9)).IsDone.ShouldBeTrue();
        order.Parts[0].NotArrivedAt.ShouldBeNull();
        order.TakeEvents().Count(e => e is ParcelDelivered or MissedParcelFound).ShouldBe(2);
    }

    [Fact]
    public void What_has_not_left_is_called_off_when_the_money_is_taken_back_and_nothing_else()
    {
        var order = Plans.Of(PaymentWay.BankTransfer, (0, 600, [(1_000, 1)]), (0, 600, [(2_000, 1)]), (0, 600, [(3_000, 1)])).Placed();
        order.Pay(Plans.Open, Plans.Monday);
        order.Accept(order.Parts[0].Id, Plans.Monday);
        order.Ship(order.Parts[0].Id, Carrier.Ghn, "GHN12345", Plans.Monday);
        order.Accept(order.Parts[1].Id, Plans.Monday);
        order.Pack(order.Parts[1].Id, Plans.Monday);
        order.TakeEvents();

        order.CallOffUnsent(Plans.Monday).ShouldBe([order.Parts[1], order.Parts[2]]);
        order.CallOffUnsent(Plans.Monday).ShouldBeEmpty();

        order.Parts.Select(p => p.State).ShouldBe([SellerOrderState.Shipped, SellerOrderState.Cancelled, SellerOrderState.Cancelled]);
        order.State.ShouldBe(OrderState.Placed);
        order.TakeEvents().OfType<SellerOrderCancelled>().Select(e => e.Goods.Minor).ShouldBe([2_000, 3_000]);
    }

    [Fact]
    public void A_share_is_held_as_long_as_the_buyer_may_object() => Hold.After.ShouldBe(Order.TimeToObject);

    [Fact]
    public void A_carrier_wants_a_number_and_a_neighbor_needs_none()
    {
        var order = Plans.Of(PaymentWay.CashOnDelivery, (0, 600, [(1_000, 1)])).Placed();
        var part = order.Parts[0].Id;
        order.Accept(part, Plans.Monday);

        order.Ship(part, Carrier.Ghn, "", Plans.Monday).Refusal.ShouldBe(new NoParcelNumber());
        order.Ship(part, Carrier.Other, "", Plans.Monday).IsDone.ShouldBeTrue();
        order.Ship(part, Carrier.Ghn, "GHN12345", Plans.Monday).IsDone.ShouldBeTrue();
        order.TakeEvents().OfType<ParcelShipped>().ShouldHaveSingleItem();
        order.Parts[0].ParcelNumber.ShouldBe("GHN12345");
    }

    private static Outcome Do(Order order, SellerOrder part, Move move, DateTimeOffset now) => move switch
    {
        Move.Pay => order.Pay(Plans.Open, now),
        Move.Expire => order.Expire(cannotBePaid: false, now),
        Move.CancelUnpaid => order.CancelUnpaid(now),
        Move.Accept => order.Accept(part.Id, now),
        Move.CancelPart => order.CancelPart(part.Id, now),
        Move.DeclineOne => order.Decline(part.Id, part.Lines[0].Id, 1, "hết", now),
        Move.DeclineRest => part.Lines.Where(l => l.Left > 0).Select(l => order.Decline(part.Id, l.Id, l.Left, "hết", now)).ToList().LastOrDefault(new WrongStep()),
        Move.Pack => order.Pack(part.Id, now),
        Move.Ship => order.Ship(part.Id, Carrier.Ghn, "GHN12345", now),
        Move.DeliverByBuyer => order.Deliver(part.Id, Witness.Buyer, now),
        Move.DeliverByCooperative => order.Deliver(part.Id, Witness.Cooperative, now),
        Move.DeliverByClock => order.Deliver(part.Id, Witness.Clock, now),
        Move.Miss => order.Miss(part.Id, now),
        Move.LoseByCooperative => order.Lose(part.Id, Witness.Cooperative, now),
        Move.LoseByAdmin => order.Lose(part.Id, Witness.Admin, now),
        _ => order.RefuseAtDoor(part.Id, now),
    };

    // Everything that was sold is told of once: delivered, still under way, or given back.
    private static void Reconcile(Order order, IReadOnlyList<DomainEvent> told, int lostAfterArrival)
    {
        foreach (var part in order.Parts.Where(p => p.State is SellerOrderState.Cancelled or SellerOrderState.Declined or SellerOrderState.Lost && order.State is OrderState.Placed or OrderState.Completed or OrderState.Cancelled && p.ToAcceptAt is not null))
        {
            var declined = Money.Sum(told.OfType<LineDeclined>().Where(e => e.SellerOrder == part.Id).Select(e => e.Goods));
            var ended = told.OfType<SellerOrderCancelled>().Single(e => e.SellerOrder == part.Id);
            (declined + ended.Goods + ended.Delivery).ShouldBe(part.Total);
        }

        foreach (var part in order.Parts.Where(p => p.State == SellerOrderState.Refused && order.Way != PaymentWay.CashOnDelivery))
            told.OfType<SellerOrderCancelled>().Single(e => e.SellerOrder == part.Id).ShouldSatisfyAllConditions(e => e.Goods.ShouldBe(part.GoodsLeft), e => e.Delivery.Minor.ShouldBe(0));

        told.OfType<ParcelDelivered>().Count().ShouldBe(order.Parts.Count(p => p.State == SellerOrderState.Delivered) + lostAfterArrival);
        told.OfType<ParcelLost>().Count().ShouldBe(order.Parts.Count(p => p.State == SellerOrderState.Lost));
        told.OfType<ParcelRefused>().Count().ShouldBe(order.Parts.Count(p => p.State == SellerOrderState.Refused));
    }

    private sealed class Model(OrderPlan plan)
    {
        private readonly bool[] _missed = new bool[plan.Parts.Count];
        private readonly DateTimeOffset[] _mayBeMissedUntil = new DateTimeOffset[plan.Parts.Count];
        private readonly bool _cash = plan.Way == PaymentWay.CashOnDelivery;

        /// <summary>How many were lost after another had said that they arrived.</summary>
        public int LostAfterArrival { get; private set; }

        public SellerOrderState[] Parts { get; } = [.. plan.Parts.Select(_ => plan.Way == PaymentWay.CashOnDelivery ? SellerOrderState.ToAccept : SellerOrderState.AwaitingPayment)];

        public OrderState State { get; private set; } = plan.Way == PaymentWay.CashOnDelivery ? OrderState.Placed : OrderState.AwaitingPayment;

        public bool Try(Move move, int at, DateTimeOffset now, SellerOrder real)
        {
            switch (move)
            {
                case Move.Pay when State == OrderState.AwaitingPayment:
                    State = OrderState.Placed;
                    Array.Fill(Parts, SellerOrderState.ToAccept);
                    return true;
                case Move.Pay:
                    return State is OrderState.Placed or OrderState.Completed;
                case Move.Expire or Move.CancelUnpaid:
                    if (State != OrderState.AwaitingPayment || (move == Move.Expire && now < Plans.Monday.AddHours(24)))
                        return false;
                    State = move == Move.Expire ? OrderState.Expired : OrderState.Cancelled;
                    Array.Fill(Parts, SellerOrderState.Cancelled);
                    return true;
                case Move.DeclineOne:
                    if (Parts[at] is not (SellerOrderState.ToAccept or SellerOrderState.ToPack or SellerOrderState.Packed) || real.Lines[0].Left == 0)
                        return false;
                    return real.Lines.Sum(l => l.Left) > 1 || Become(at, SellerOrderState.Declined);
                case Move.DeliverByClock or Move.DeliverByCooperative when _missed[at]:
                    return false;
                case Move.Miss when _missed[at]:
                    return true;
                case Move.Miss when Parts[at] == SellerOrderState.Shipped || (Parts[at] == SellerOrderState.Delivered && _mayBeMissedUntil[at] > now):
                    return _missed[at] = true;
                case Move.LoseByAdmin when Parts[at] == SellerOrderState.Delivered && _missed[at] && !_cash:
                    LostAfterArrival++;
                    return Become(at, SellerOrderState.Lost);
                case Move.DeliverByBuyer when Parts[at] == SellerOrderState.Delivered && _missed[at]:
                    _missed[at] = false;
                    _mayBeMissedUntil[at] = default;
                    return true;
                default:
                    if (!Table.TryGetValue((Parts[at], move), out var to))
                        return false;
                    if (to == SellerOrderState.Delivered)
                        (_missed[at], _mayBeMissedUntil[at]) = (false, move == Move.DeliverByBuyer ? default : now.AddDays(3));
                    return Become(at, to);
            }
        }

        private bool Become(int at, SellerOrderState to)
        {
            Parts[at] = to;
            _missed[at] &= to is SellerOrderState.Shipped or SellerOrderState.Delivered;
            SellerOrderState[] ends = [SellerOrderState.Delivered, SellerOrderState.Declined, SellerOrderState.Cancelled, SellerOrderState.Refused, SellerOrderState.Lost];
            if (Parts.All(ends.Contains))
                State = Parts.Contains(SellerOrderState.Delivered) ? OrderState.Completed : OrderState.Cancelled;
            return true;
        }
    }
}
