using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Orders;

public sealed class PlacingTests
{
    [Fact]
    public void The_parts_of_any_order_sum_to_the_whole() => Plans.Any.Sample(plan =>
    {
        var order = plan.Placed();
        Money.Sum(order.Parts.Select(p => p.Total)).ShouldBe(order.Total);
        foreach (var part in order.Parts)
        {
            Money.Sum(part.Lines.Select(l => l.Goods)).ShouldBe(part.Goods);
            Money.Sum(part.Lines.Select(l => l.Fee)).ShouldBe(part.Fee);
            part.Lines.ShouldAllBe(l => l.Fee.Minor >= 0 && l.Fee <= l.Goods);
            part.Fee.ShouldBe(part.Goods.BasisPoints(part.FeeBasisPoints));
        }
    });

    [Fact]
    public void One_part_is_made_for_each_cooperative()
    {
        var order = Plans.Of(PaymentWay.BankTransfer, (32_000, 600, [(185_000, 2), (78_000, 1)]), (30_000, 600, [(260_000, 1)])).Placed();

        order.Parts.Select(p => p.Goods.Minor).ShouldBe([448_000, 260_000]);
        order.Parts.Select(p => p.Fee.Minor).ShouldBe([26_880, 15_600]);
        order.Total.ShouldBe(Money.Dong(770_000));
        order.State.ShouldBe(OrderState.AwaitingPayment);
        order.PayBy.ShouldBe(Plans.Monday.AddHours(24));
        order.TakeEvents().ShouldBe([new OrderPlaced(order.Id, order.Code, PaymentWay.BankTransfer, Money.Dong(770_000))]);
    }

    [Fact]
    public void The_fee_is_rounded_half_up_for_each_part_and_not_for_each_line()
    {
        var order = Plans.Of(PaymentWay.BankTransfer, (0, 600, [(25, 1), (25, 1), (25, 1)])).Placed();

        order.Parts[0].Fee.ShouldBe(Money.Dong(5));
        order.Parts[0].Lines.Select(l => l.Fee.Minor).ShouldBe([2, 2, 1]);
    }

    [Fact]
    public void Twelve_and_a_half_percent_of_one_dong_is_nothing_and_never_negative()
        => Plans.Of(PaymentWay.BankTransfer, (0, 1_250, [(1, 1)])).Placed().Parts[0].Fee.ShouldBe(Money.Dong(0));

    [Fact]
    public void Cash_on_delivery_waits_for_nobody()
    {
        var order = Plans.Of(PaymentWay.CashOnDelivery, (10_000, 600, [(50_000, 1)])).Placed();

        order.State.ShouldBe(OrderState.Placed);
        order.PayBy.ShouldBeNull();
        order.Parts[0].State.ShouldBe(SellerOrderState.ToAccept);
        order.TakeEvents().Select(e => e.GetType()).ShouldBe([typeof(OrderPlaced), typeof(OrderReady)]);
    }

    [Fact]
    public void An_order_beyond_the_most_is_refused()
        => Order.Place(default, Plans.Of(PaymentWay.BankTransfer, (0, 600, [(Money.Most, 99), (Money.Most, 99)])), Plans.Monday)
            .Refusal.ShouldBe(new OrderTooLarge(Money.Most));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100)]
    [InlineData(int.MaxValue)]
    public void A_quantity_out_of_bounds_never_becomes_an_order(int quantity)
        => Should.Throw<ArgumentException>(() => Plans.Of(PaymentWay.BankTransfer, (0, 600, [(1_000, quantity)])).Placed());

    [Fact]
    public void Three_working_days_skip_Sundays_and_the_days_on_which_the_cooperative_is_closed()
    {
        WorkingDays.After(Plans.Monday, 3, []).ShouldBe(Plans.Monday.AddDays(3));
        WorkingDays.After(Plans.Monday.AddDays(4), 3, []).ShouldBe(Plans.Monday.AddDays(8));
        WorkingDays.After(Plans.Monday, 3, [new(new(2026, 11, 20), new(2026, 11, 25))]).ShouldBe(Plans.Monday.AddDays(5));
        WorkingDays.After(Plans.Monday, 3, [new(new(2026, 11, 25), new(2026, 12, 5))]).ShouldBe(Plans.Monday.AddDays(15));
    }

    [Fact]
    public void Days_off_that_are_told_later_move_what_nobody_accepted_yet()
    {
        var order = Plans.Of(PaymentWay.CashOnDelivery, (0, 600, [(1_000, 1)]), (0, 600, [(1_000, 1)])).Placed();
        var (first, second) = (order.Parts[0], order.Parts[1]);
        order.Reckon(first.Cooperative, [new(new(2026, 11, 24), new(2026, 11, 28))]);
        (first.AcceptBy, second.AcceptBy).ShouldBe((Plans.Monday.AddDays(9), Plans.Monday.AddDays(3)));
        order.Accept(first.Id, Plans.Monday);
        order.Reckon(first.Cooperative, []);
        first.AcceptBy.ShouldBe(Plans.Monday.AddDays(9));
    }
}
