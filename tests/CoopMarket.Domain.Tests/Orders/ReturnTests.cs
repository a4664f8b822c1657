using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CsCheck;

namespace CoopMarket.Domain.Tests.Orders;

/// <summary>What is sent back: any sequence against a small model, and who may withdraw from what until when.</summary>
public sealed class ReturnTests
{
    private static readonly ReturnPlan Nothing = new([], ReturnReason.Damaged, "", false);

    private enum Move
    {
        Ask,
        Agree,
        Refuse,
        Drop,
        Send,
        TakeBack,
        FindWanting,
        LoseOnWayBack,
        SettleForSeller,
        Void,
        Wait,
        RefundSome,
    }

    private static readonly Dictionary<(ReturnState From, Move Move), ReturnState> Table = new()
    {
        [(ReturnState.Asked, Move.Agree)] = ReturnState.Agreed,
        [(ReturnState.Asked, Move.Refuse)] = ReturnState.Refused,
        [(ReturnState.Asked, Move.Drop)] = ReturnState.Dropped,
        [(ReturnState.Agreed, Move.Drop)] = ReturnState.Dropped,
        [(ReturnState.Agreed, Move.Send)] = ReturnState.OnItsWay,
        [(ReturnState.Agreed, Move.TakeBack)] = ReturnState.Done,
        [(ReturnState.OnItsWay, Move.TakeBack)] = ReturnState.Done,
        [(ReturnState.Agreed, Move.FindWanting)] = ReturnState.Unpaid,
        [(ReturnState.OnItsWay, Move.FindWanting)] = ReturnState.Unpaid,
        [(ReturnState.Agreed, Move.LoseOnWayBack)] = ReturnState.Lost,
        [(ReturnState.OnItsWay, Move.LoseOnWayBack)] = ReturnState.Lost,
        [(ReturnState.Asked, Move.SettleForSeller)] = ReturnState.Done,
        [(ReturnState.Agreed, Move.SettleForSeller)] = ReturnState.Done,
        [(ReturnState.OnItsWay, Move.SettleForSeller)] = ReturnState.Done,
        [(ReturnState.Asked, Move.Void)] = ReturnState.Void,
        [(ReturnState.Agreed, Move.Void)] = ReturnState.Void,
        [(ReturnState.OnItsWay, Move.Void)] = ReturnState.Void,
    };

    [Fact]
    public void Any_sequence_of_returns_follows_the_table_and_never_gives_back_more_than_was_paid()
        => Gen.Select(Plans.Any, Gen.Select(Gen.Enum<Move>(), Gen.Int[0, 30], Gen.Int[1, 4]).Array[0, 60]).Sample((plan, moves) =>
        {
            var order = Delivered(plan);
            var part = order.Parts[0];
            List<Return> all = [];
            var (count, now) = (0, Plans.Monday);
            foreach (var (move, which, quantity) in moves)
            {
                if (move == Move.Wait)
                {
                    now = now.AddDays(8);
                    continue;
                }

                var line = part.Lines[which % part.Lines.Count];
                if (move == Move.Ask)
                {
                    var left = Order.LeftToReturn(line, all);
                    var asked = order.AskReturn(new(Id(++count)), part.Id, new([(line.Id, quantity)], ReturnReason.Damaged, "vỡ", false), all, now);
                    asked.IsDone.ShouldBe(quantity <= left && now < Plans.Monday.AddDays(14));
                    if (asked.IsDone)
                        all.Add(asked.Value);
                }
                else if (move == Move.RefundSome)
                {
                    order.Refund(part.Id, [new(new(Id(++count)), line.Id, Money.Dong(1 + which))], "mốc", Plans.Monday);
                }
                else if (all.Count > 0)
                {
                    var back = all[which % all.Count];
                    var may = Table.TryGetValue((back.State, move), out var to) && (move != Move.SettleForSeller || now >= back.AskedAt.AddDays(21));
                    if (move == Move.SettleForSeller && may && !order.DueFor(back, all).Any())
                        to = ReturnState.Unpaid;
                    Do(order, back, all, move, ref count, now).IsDone.ShouldBe(may, $"{move} from {back.State}");
                    if (may)
                        back.State.ShouldBe(to);
                    if (may && !back.IsOpen)
                        back.EndedAt.ShouldBe(now);
                }

                part.Refunded.ShouldBeLessThanOrEqualTo(part.GoodsLeft + part.Delivery);
                part.FeeKept.Minor.ShouldBeGreaterThanOrEqualTo(0);
                part.Lines.ShouldAllBe(l => Order.LeftToReturn(l, all) >= 0);
            }
        });

    [Fact]
    public void What_came_back_whole_gives_back_all_that_was_paid_and_the_whole_fee() => Gen.Select(Plans.Any, Gen.Int[1, 30]).Sample((plan, split) =>
    {
        var order = Delivered(plan);
        var part = order.Parts[0];
        List<Return> all = [];
        var count = 0;
        foreach (var (line, quantity) in part.Lines.SelectMany(l => new[] { (l, Math.Min(split, l.Quantity)), (l, l.Quantity - split) }).Where(b => b.Item2 > 0))
            all.Add(order.AskReturn(new(Id(++count)), part.Id, new([(line.Id, quantity)], ReturnReason.NotAsShown, "", false), all, Plans.Monday).Value);
        foreach (var back in all)
        {
            back.Agree("gửi về bản", Plans.Monday);
            Do(order, back, all, Move.TakeBack, ref count, Plans.Monday).IsDone.ShouldBeTrue();
        }

        part.Refunded.ShouldBe(part.Total);
        part.FeeKept.Minor.ShouldBe(0);
    });

    [Theory]
    [InlineData("FR", 14, true)]
    [InlineData("GB", 14, true)]
    [InlineData("FR", 15, false)]
    [InlineData("US", 1, false)]
    [InlineData("VN", 1, false)]
    public void A_buyer_in_the_union_or_the_kingdom_withdraws_for_fourteen_days(string country, int days, bool may)
    {
        var order = Delivered(To(country));

        Withdraw(order, unopened: true, Plans.Monday.AddDays(days)).IsDone.ShouldBe(may);
    }

    [Fact]
    public void The_days_begin_with_the_last_parcel_of_the_order()
    {
        var order = To("FR", parts: 2).Placed();
        order.Pay(Plans.Open, Plans.Monday);
        Ship(order, order.Parts[0], Plans.Monday);
        order.Deliver(order.Parts[0].Id, Witness.Buyer, Plans.Monday);
        Ship(order, order.Parts[1], Plans.Monday);

        order.MayBeWithdrawn(Plans.Monday.AddDays(40)).ShouldBeTrue();
        order.Deliver(order.Parts[1].Id, Witness.Buyer, Plans.Monday.AddDays(40));

        order.MayBeWithdrawn(Plans.Monday.AddDays(54)).ShouldBeTrue();
        order.MayBeWithdrawn(Plans.Monday.AddDays(55)).ShouldBeFalse();
    }

    /// <summary>She withdrew, and says that the parcel never came: the cooperative may give all of it back, but not say that it came and is worth less.</summary>
    [Fact]
    public void What_she_misses_the_cooperative_can_not_find_wanting()
    {
        var order = To("FR").Placed();
        order.Pay(Plans.Open, Plans.Monday);
        var part = order.Parts[0];
        Ship(order, part, Plans.Monday);
        var back = Withdraw(order, unopened: true, Plans.Monday).Value.Returns.ShouldHaveSingleItem();
        order.Miss(part.Id, Plans.Monday.AddDays(4)).IsDone.ShouldBeTrue();
        RefundPlan[] all = [.. order.DueFor(back, [back]).Select((d, i) => new RefundPlan(new(Id(900 + i)), d.Line, d.Amount))];

        order.FindWanting(back, "đã mở", Plans.Monday).Refusal.ShouldBe(new BuyerMissesIt());
        order.TakeBack(back, all[..1], "móp", Plans.Monday, isLess: true).Refusal.ShouldBe(new BuyerMissesIt());
        (part.State, part.NotArrivedAt, back.State).ShouldBe((SellerOrderState.Shipped, Plans.Monday.AddDays(4), ReturnState.Agreed));

        order.TakeBack(back, all, "", Plans.Monday).IsDone.ShouldBeTrue();
        back.State.ShouldBe(ReturnState.Done);
    }

    [Fact]
    public void Who_withdraws_calls_off_what_was_not_sent_and_sends_back_the_rest()
    {
        var order = To("FR", parts: 2).Placed();
        order.Pay(Plans.Open, Plans.Monday);
        Ship(order, order.Parts[0], Plans.Monday);
        order.TakeEvents();

        var done = Withdraw(order, unopened: true, Plans.Monday).Value;

        done.CalledOff.ShouldBe([order.Parts[1]]);
        order.Parts[1].State.ShouldBe(SellerOrderState.Cancelled);
        var back = done.Returns.ShouldHaveSingleItem();
        (back.State, back.RefundBy).ShouldBe((ReturnState.Agreed, Plans.Monday.AddDays(14)));
        back.Drop(Plans.Monday).IsDone.ShouldBeFalse();
        done.Written.Lines.Count.ShouldBe(2);
        order.TakeEvents().OfType<SellerOrderCancelled>().ShouldHaveSingleItem().SellerOrder.ShouldBe(order.Parts[1].Id);

        order.DueFor(back, [back]).Select(d => d.Amount.Minor).ShouldBe([100_000, 30_000]);
        order.TakeBack(back, [.. order.DueFor(back, [back]).Select((d, i) => new RefundPlan(new(Id(900 + i)), d.Line, d.Amount))], "rút", Plans.Monday).IsDone.ShouldBeTrue();
        order.Parts[0].Refunded.ShouldBe(order.Parts[0].Total);
    }

    [Theory]
    [InlineData(Returnable.Any, false, null)]
    [InlineData(Returnable.Unopened, true, null)]
    [InlineData(Returnable.Unopened, false, typeof(OnlyUnopened))]
    [InlineData(Returnable.Never, true, typeof(CannotBeReturned))]
    public void What_spoils_or_was_opened_stays_with_who_changed_her_mind(Returnable kind, bool unopened, Type? refusal)
    {
        var order = Delivered(To("FR", kind: kind));

        Withdraw(order, unopened, Plans.Monday).Refusal?.GetType().ShouldBe(refusal);
        order.AskReturn(new(Id(1)), order.Parts[0].Id, Of(order.Parts[0], ReturnReason.Damaged, false), [], Plans.Monday).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void Who_changed_her_mind_bears_what_the_way_had_cost()
    {
        var order = Delivered(To("VN", kind: Returnable.Any));
        var back = order.AskReturn(new(Id(1)), order.Parts[0].Id, Of(order.Parts[0], ReturnReason.ChangedMind, false), [], Plans.Monday).Value;

        order.DueFor(back, [back]).ShouldHaveSingleItem().Amount.Minor.ShouldBe(100_000);
    }

    [Fact]
    public void After_a_week_nobody_asks_and_nothing_is_no_wish()
    {
        var order = Delivered(To("VN"));

        order.AskReturn(new(Id(1)), order.Parts[0].Id, Of(order.Parts[0], ReturnReason.Damaged, false), [], Plans.Monday + Return.TimeToAsk).Refusal.ShouldBe(new TooLateToReturn());
        order.AskReturn(new(Id(1)), order.Parts[0].Id, Nothing, [], Plans.Monday).Refusal.ShouldBe(new NothingToReturn());
    }

    [Fact]
    public void The_nearest_category_says_what_can_be_sent_back()
    {
        ReturnTerms.Of(["tui-va-vi", "tho-cam"]).ShouldBe(Returnable.Any);
        ReturnTerms.Of(["trai-cay-tuoi", "trai-cay"]).ShouldBe(Returnable.Never);
        ReturnTerms.Of(["toi-den", "toi-va-gia-vi"]).ShouldBe(Returnable.Unopened);
        ReturnTerms.Of([]).ShouldBe(Returnable.Unopened);
    }

    private static Outcome Do(Order order, Return back, List<Return> all, Move move, ref int count, DateTimeOffset now)
    {
        var number = count += 10;
        List<RefundPlan> due = [.. order.DueFor(back, all).Select((d, i) => new RefundPlan(new(Id(number + i)), d.Line, d.Amount))];
        return move switch
        {
            Move.Agree => back.Agree("gửi về bản", now),
            Move.Refuse => back.Refuse("đã mở", now),
            Move.Drop => back.Drop(now),
            Move.Send => back.Send("", now),
            Move.Void => back.Void(now),
            Move.FindWanting => order.FindWanting(back, "đã mở", now),
            Move.LoseOnWayBack => order.LoseOnWayBack(back, number % 20 == 0 ? [] : due, "thất lạc", now),
            Move.SettleForSeller => order.SettleForSeller(back, due, "quá hạn", now),
            _ => order.TakeBack(back, due, "về rồi", now),
        };
    }

    private static Outcome<Withdrawn> Withdraw(Order order, bool unopened, DateTimeOffset now) => order.Withdraw(
        new(Id(1)), "Claire Martin", order.Parts.ToDictionary(p => p.Id, p => (new ReturnId(p.Id.Value), Of(p, ReturnReason.Withdrawal, unopened))), [], now);

    private static ReturnPlan Of(SellerOrder part, ReturnReason reason, bool unopened) => new([.. part.Lines.Select(l => (l.Id, l.Quantity))], reason, "", unopened);

    private static OrderPlan To(string country, int parts = 1, Returnable kind = Returnable.Unopened)
    {
        var plan = Plans.Of(PaymentWay.Card, [.. Enumerable.Repeat((30_000L, 600, new[] { (100_000L, 1) }), parts)]);
        return plan with
        {
            Address = plan.Address with { Country = country },
            Parts = [.. plan.Parts.Select(p => p with { Lines = [.. p.Lines.Select(l => l with { Returnable = kind })] })],
        };
    }

    private static Order Delivered(OrderPlan plan)
    {
        var order = plan.Placed();
        order.Pay(Plans.Open, Plans.Monday);
        foreach (var part in order.Parts)
        {
            Ship(order, part, Plans.Monday);
            order.Deliver(part.Id, Witness.Buyer, Plans.Monday);
        }

        return order;
    }

    private static void Ship(Order order, SellerOrder part, DateTimeOffset now)
    {
        order.Accept(part.Id, now);
        order.Ship(part.Id, Carrier.Other, "", now);
    }

    private static Guid Id(int number) => new(number, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
