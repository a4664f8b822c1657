using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shipping;
using CsCheck;

namespace CoopMarket.Domain.Tests.Orders;

public sealed class ReaddressingTests
{
    private static readonly DeliveryAddress Elsewhere = new("FR", "75", "Phường Láng", "Số 3 ngõ 9", "10000");

    [Fact]
    public void Where_it_goes_may_change_and_what_its_delivery_was_priced_by_may_not() => Plans.Any.Where(p => p.Parts.Sum(l => l.Delivery.Minor + l.Lines.Sum(i => i.UnitPrice.Minor * i.Quantity)) <= Order.MostDong).Sample(plan =>
    {
        var order = plan.Placed();
        var (total, email) = (order.Total, order.To.Email);
        order.TakeEvents();

        order.Readdress("Trần Thị Mai", "+84912345679", Elsewhere, Plans.Monday.AddHours(1)).IsDone.ShouldBeTrue();

        order.To.ShouldBe(new("Trần Thị Mai", "+84912345679", email));
        order.Address.ShouldBe(Elsewhere with { Country = "VN", Province = "01" });
        order.Total.ShouldBe(total);
        order.ReaddressedAt.ShouldBe(Plans.Monday.AddHours(1));
        order.TakeEvents().ShouldBe([new OrderReaddressed(order.Id)]);
        // The same once more is nothing new, and nobody is told of it.
        order.Readdress("Trần Thị Mai", "+84912345679", Elsewhere, Plans.Monday.AddHours(2)).IsDone.ShouldBeTrue();
        order.ReaddressedAt.ShouldBe(Plans.Monday.AddHours(1));
        order.TakeEvents().ShouldBeEmpty();
    });

    [Fact]
    public void Abroad_the_region_may_be_put_right_too()
    {
        var order = (Plans.Of(PaymentWay.Card, (0, 600, [(1_000, 1)])) with { Address = new("US", "CA", "Fresno", "1 Elm St", "93650") }).Placed();

        order.Readdress("Mai Tran", "", new("VN", "NV", "Reno", "2 Elm St", "89501"), Plans.Monday).IsDone.ShouldBeTrue();

        order.Address.ShouldBe(new("US", "NV", "Reno", "2 Elm St", "89501"));
    }

    [Fact]
    public void Once_a_parcel_left_or_all_has_ended_it_stays()
    {
        var order = Plans.Of(PaymentWay.CashOnDelivery, (0, 600, [(1_000, 1)]), (0, 600, [(1_000, 1)])).Placed();
        order.Accept(order.Parts[0].Id, Plans.Monday);
        order.Pack(order.Parts[0].Id, Plans.Monday);
        order.MayBeReaddressed.ShouldBeTrue();
        order.Ship(order.Parts[0].Id, Carrier.Ghn, "GHN111", Plans.Monday).IsDone.ShouldBeTrue();

        order.Readdress("Mai", "+84912345679", Elsewhere, Plans.Monday).Refusal.ShouldBe(new AlreadySent());

        var calledOff = Plans.Of(PaymentWay.BankTransfer, (0, 600, [(1_000, 1)])).Placed();
        calledOff.CancelUnpaid(Plans.Monday).IsDone.ShouldBeTrue();
        calledOff.Readdress("Mai", "+84912345679", Elsewhere, Plans.Monday).Refusal.ShouldBe(new AlreadySent());
        calledOff.Address.Street.ShouldBe("Số 12");
    }
}
