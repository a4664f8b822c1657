using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CsCheck;

namespace CoopMarket.Domain.Tests.Orders;

/// <summary>Any sequence of moves, against a model that is no more than the table drawn above the code.</summary>
public sealed class MoveTests
{
    private static readonly SendWindow Harvest = new(new(2026, 11, 25), new(2026, 11, 29));

    /// <summary>Orders of any kind: to here and abroad, fetched and carried, in stock, made to order and ahead of a harvest.</summary>
    private static readonly Gen<OrderPlan> Any =
        from plan in Plans.Any
        from country in Gen.Int[0, 3].Select(i => new[] { "VN", "FR", "GB", "US" }[i])
        from draws in Gen.Int[0, 5].Array[35]
        select plan with
        {
            Address = plan.Address with { Country = country },
            Parts = [.. plan.Parts.Select((part, p) => part with
            {
                Way = draws[p] == 0 ? DeliveryWay.PickUp : DeliveryWay.Standard,
                Lines = [.. part.Lines.Select((line, l) => draws[5 + (p * 6) + l] switch
                {
                    0 => line with { ReadyInDays = 5 },
                    1 => line with { Ahead = new(new(line.Variant.Value), Harvest) },
                    _ => line,
                })],
            })],
        };

    [Fact]
    public void Any_sequence_of_moves_follows_the_table() => Gen.Select(Any, Gen.Select(Gen.Enum<Move>(), Gen.Int[0, 4]).Array[0, 80]).Sample((plan, moves) =>
    {
        var order = plan.Placed();
        order.TakeEvents();
        var now = Plans.Monday;
        var model = new MoveModel(plan);
        List<Return> returns = [];
        foreach (var (move, which) in moves)
        {
            if (move == Move.WaitFourDays)
            {
                now = now.AddDays(4);
                continue;
            }

            var at = which % order.Parts.Count;
            var expected = model.Try(move, at, now, order, returns);
            var outcome = move switch
            {
                Move.Withdraw => Withdraw(order, returns, now),
                Move.Refuse => Refuse(order, order.Parts[at].Id, returns, now),
                _ => Do(order, order.Parts[at], move, now),
            };
            outcome.IsDone.ShouldBe(expected, $"{move} on {at} in {order.State}, {order.Parts[at].State}");
            order.Parts.Select(p => p.State).ShouldBe(model.Parts, $"after {move} on {at}");
            order.State.ShouldBe(model.State);
            order.Parts.Select(p => p.FurtherParcels.Count).ShouldBe(model.FurtherParcels);
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
        order.Miss(part, Plans.Monday.AddDays(4)).IsDone.ShouldBeTrue();

        order.Deliver(part, Witness.Clock, Plans.Monday.AddDays(20)).Refusal.ShouldBe(new WrongStep());
        order.Deliver(part, Witness.Buyer, Plans.Monday.AddDays(20)).IsDone.ShouldBeTrue();
    }

    /// <summary>Seven working days, once all of it is made; what was promised is not put off when something is declined.</summary>
    [Theory]
    [InlineData(null, "2026-12-01")]
    [InlineData(5, "2026-12-07")]
    public void What_was_accepted_is_sent_by_a_day(int? made, string by)
    {
        var plan = Plans.Of(PaymentWay.CashOnDelivery, (0, 600, [(1_000, 2)]));
        var order = (plan with { Parts = [.. plan.Parts.Select(p => p with { Lines = [.. p.Lines.Select(l => l with { ReadyInDays = made })] })] }).Placed();
        var part = order.Parts[0];
        part.SendBy.ShouldBeNull();

        order.Accept(part.Id, Plans.Monday);

        part.SendBy.ShouldBe(DateOnly.Parse(by, System.Globalization.CultureInfo.InvariantCulture));
        part.Window.ShouldBeNull();
        order.Decline(part.Id, part.Lines[0].Id, 1, "hết", Plans.Monday.AddDays(3));
        part.SendBy.ShouldBe(part.DayToSend);
        part.DayToSend.ShouldBe(DateOnly.Parse(by, System.Globalization.CultureInfo.InvariantCulture));
        part.IsLate(WorkingDays.EndOf(part.SendBy!.Value).AddSeconds(-1)).ShouldBeFalse();
        part.IsLate(WorkingDays.EndOf(part.SendBy!.Value)).ShouldBeTrue();
    }

    /// <summary>Its way usually takes two to four working days.</summary>
    [Theory]
    [InlineData(0, "2026-11-25", "2026-11-27")]
    [InlineData(4, "2026-11-30", "2026-12-02")]
    public void Its_way_tells_between_which_days_it_is_there(int sentAfter, string from, string by)
    {
        var order = Plans.Of(PaymentWay.BankTransfer, (0, 600, [(1_000, 1)])).Placed();
        order.Pay(Plans.Open, Plans.Monday);
        var part = order.Parts[0];
        order.Accept(part.Id, Plans.Monday);
        order.Ship(part.Id, Carrier.ViettelPost, "VTP123456", Plans.Monday.AddDays(sentAfter));

        (part.UsuallyFrom, part.UsuallyBy).ShouldBe((Day(from), Day(by)));

        static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
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
        order.Miss(part, Plans.Monday.AddDays(4)).IsDone.ShouldBeTrue();

        (end == SellerOrderState.Lost ? order.Lose(part, Witness.Cooperative, Plans.Monday) : order.RefuseAtDoor(part, [], Plans.Monday)).IsDone.ShouldBeTrue();

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
        order.Ship(part, Carrier.Ghn, " GHN12345 ", Plans.Monday).IsDone.ShouldBeTrue();
        var told = order.TakeEvents();
        told.OfType<ParcelShipped>().ShouldHaveSingleItem();
        told.OfType<ParcelRenumbered>().ShouldHaveSingleItem();
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
        Move.TakeUpAgain => order.TakeUpAgain(now),
        Move.CallOffUnsent => order.CallOffUnsent(now) is { } ? Outcome.Done : new WrongStep(),
        Move.Pack => order.Pack(part.Id, now),
        Move.Unpack => order.Unpack(part.Id),
        Move.SendFurther => order.SendFurther(part.Id, Carrier.Ghn, $"GHN9000{part.FurtherParcels.Count}", now),
        Move.TakeOff => order.TakeOffParcel(part.Id, part.FurtherParcels is [.., var last] ? last.Number : "GHN90000"),
        Move.Ship => order.Ship(part.Id, Carrier.Ghn, "GHN12345", now),
        Move.DeliverByBuyer => order.Deliver(part.Id, Witness.Buyer, now),
        Move.DeliverByCooperative => order.Deliver(part.Id, Witness.Cooperative, now),
        Move.DeliverByClock => order.Deliver(part.Id, Witness.Clock, now),
        Move.Miss => order.Miss(part.Id, now),
        Move.LoseByCooperative => order.Lose(part.Id, Witness.Cooperative, now),
        _ => order.Lose(part.Id, Witness.Admin, now),
    };

    // As the one who writes it down does: nothing of it is to be sent back any more.
    private static Outcome Refuse(Order order, SellerOrderId part, List<Return> returns, DateTimeOffset now)
    {
        var outcome = order.RefuseAtDoor(part, returns, now);
        foreach (var open in returns.Where(r => outcome.IsDone && r.SellerOrder == part && r.IsOpen))
            open.Void(now);
        return outcome;
    }

    // From all that can still be withdrawn from.
    private static Outcome Withdraw(Order order, List<Return> returns, DateTimeOffset now)
    {
        var plans = order.Parts.Select(p => (p.Id, Lines: MoveModel.LeftOf(p, returns))).Where(p => p.Lines.Count > 0)
            .ToDictionary(p => p.Id, p => (new ReturnId(Guid.NewGuid()), new ReturnPlan(p.Lines, ReturnReason.Withdrawal, "", IsUnopened: true)));
        var done = order.Withdraw(new(Guid.NewGuid()), "Claire Martin", plans, returns, now);
        if (!done.IsDone)
            return done.Refusal!;
        returns.AddRange(done.Value.Returns);
        return Outcome.Done;
    }

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
        told.OfType<ParcelRefused>().Count().ShouldBe(order.Parts.Count(p => p.State == SellerOrderState.Refused || p is { State: SellerOrderState.Cancelled, ShippedAt: not null }));
    }
}
