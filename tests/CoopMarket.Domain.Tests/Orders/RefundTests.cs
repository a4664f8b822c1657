using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CsCheck;

namespace CoopMarket.Domain.Tests.Orders;

/// <summary>Row 42: whatever is given back, in whatever bits, never sums to more than was paid, nor its fee to more than was taken.</summary>
public sealed class RefundTests
{
    [Fact]
    public void Any_bits_never_sum_to_more_than_was_paid_and_all_of_them_give_up_all_of_the_fee() => Gen.Select(Plans.Any, Gen.Select(Gen.Int[0, 6], Gen.Int[0, 130]).Array[0, 30]).Sample((plan, bits) =>
    {
        var order = Arrived(plan);
        foreach (var part in order.Parts)
        {
            foreach (var (which, percent) in bits)
            {
                OrderLineId? thing = which < part.Lines.Count ? part.Lines[which].Id : null;
                var left = part.Refundable(thing);
                var amount = left with { Minor = Math.Max(1, left.Minor * percent / 100) };
                var before = part.Refunded;
                var outcome = order.Refund(part.Id, [new(new(Guid.NewGuid()), thing, amount)], "vỡ", Plans.Monday);
                outcome.IsDone.ShouldBe(amount <= left);
                part.Refunded.ShouldBe(outcome.IsDone ? before + amount : before);
                (part.Kept(order.Way), part.Back(order.Way)).ShouldBe((part.Total - part.Refunded, part.Refunded));
                part.FeeKept.Minor.ShouldBeInRange(0, part.Fee.Minor);
            }

            var rest = part.Lines.Select(l => (OrderLineId?)l.Id).Append(null).Where(t => !part.Refundable(t).IsZero).Select(t => new RefundPlan(new(Guid.NewGuid()), t, part.Refundable(t))).ToList();
            if (rest.Count > 0)
                order.Refund(part.Id, rest, "vỡ", Plans.Monday).IsDone.ShouldBeTrue();
            part.Refunded.ShouldBe(part.Total);
            part.Kept(order.Way).ShouldBe(Money.Dong(0));
            part.FeeKept.ShouldBe(part.Lines.Where(l => l.Goods.IsZero).Aggregate(Money.Dong(0), (sum, l) => sum + l.Fee));
            part.MayBeRefunded.ShouldBeFalse();
            part.Refunds.Sum(r => r.Fee.Minor).ShouldBe(part.Fee.Minor - part.FeeKept.Minor);
        }
    });

    [Fact]
    public void What_did_not_arrive_or_was_paid_in_cash_is_not_given_back()
    {
        var paid = Plans.Of(PaymentWay.BankTransfer, (30_000, 600, [(185_075, 2)])).Placed();
        var part = paid.Parts[0];
        RefundPlan[] one = [new(new(Guid.NewGuid()), part.Lines[0].Id, Money.Dong(1))];
        paid.Refund(part.Id, one, "vỡ", Plans.Monday).Refusal.ShouldBe(new WrongStep());

        var cash = Plans.Of(PaymentWay.CashOnDelivery, (30_000, 600, [(185_075, 2)])).Placed();
        cash.Refund(cash.Parts[0].Id, one, "vỡ", Plans.Monday).Refusal.ShouldBe(new PaidInCash());
    }

    [Fact]
    public void The_event_names_goods_delivery_and_the_fee_on_the_goods()
    {
        var order = Arrived(Plans.Of(PaymentWay.Card, (30_000, 600, [(185_075, 2), (50_000, 1)])));
        var part = order.Parts[0];
        order.TakeEvents();
        order.Refund(part.Id, [new(new(Guid.NewGuid()), part.Lines[0].Id, Money.Dong(100_000)), new(new(Guid.NewGuid()), null, Money.Dong(30_000))], "vỡ", Plans.Monday).IsDone.ShouldBeTrue();

        var told = order.TakeEvents().OfType<RefundGranted>().Single();
        (told.Goods, told.Delivery, told.Fee, told.Reason).ShouldBe((Money.Dong(100_000), Money.Dong(30_000), Money.Dong(6_000), "vỡ"));
        Should.Throw<ArgumentException>(() => order.Refund(part.Id, [], "vỡ", Plans.Monday));
    }

    private static Order Arrived(OrderPlan plan)
    {
        var order = (plan with { Way = PaymentWay.Card }).Placed();
        order.Pay(Plans.Open, Plans.Monday);
        foreach (var part in order.Parts)
        {
            order.Accept(part.Id, Plans.Monday);
            order.Ship(part.Id, Carrier.Other, "", Plans.Monday);
            order.Deliver(part.Id, Witness.Buyer, Plans.Monday);
        }

        return order;
    }
}
