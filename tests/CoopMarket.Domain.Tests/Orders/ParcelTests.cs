using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CsCheck;

namespace CoopMarket.Domain.Tests.Orders;

public sealed class ParcelTests
{
    private static readonly string[] Numbers = ["GHN111", "ghn111", "VTP222", " VTP222", "x", "", "SPX333", "GHN444"];

    [Fact]
    public void A_part_on_its_way_goes_in_as_many_parcels_as_have_numbers_of_their_own() => Gen.Select(Gen.Int[0, Numbers.Length - 1].Select(i => Numbers[i]), Gen.Bool).Array[0, 30].Sample(presses =>
    {
        var (order, part) = Sent();
        HashSet<string> known = new(StringComparer.OrdinalIgnoreCase) { "GHN111" };
        foreach (var (number, isOff) in presses)
        {
            var mayBe = isOff
                ? order.Parts[0].FurtherParcels.Any(p => p.Number == number) && known.Remove(number)
                : TrackingLink.IsNumber(number) && known.Add(number.Trim());
            (isOff ? order.TakeOffParcel(part, number) : order.SendFurther(part, Carrier.Ghn, number, Plans.Monday)).IsDone.ShouldBe(mayBe, $"{number} off {isOff}");
            order.Parts[0].Parcels.Select(p => p.Number).ShouldBe(known, ignoreOrder: true);
        }

        order.Parts[0].State.ShouldBe(SellerOrderState.Shipped);
        order.Parts[0].Parcels[0].ShouldBe(new SentParcel(Carrier.Ghn, "GHN111"));
    });

    [Fact]
    public void Ten_parcels_are_enough_and_none_is_added_once_it_arrived()
    {
        var (order, part) = Sent();
        for (var i = 1; i < Order.MostParcels; i++)
            order.SendFurther(part, Carrier.Ghn, $"GHN99{i}", Plans.Monday).IsDone.ShouldBeTrue();

        order.SendFurther(part, Carrier.Ghn, "GHN777", Plans.Monday).Refusal.ShouldBe(new TooManyParcels(Order.MostParcels));
        order.Ship(part, Carrier.Ghn, "GHN991", Plans.Monday).Refusal.ShouldBe(new ParcelKnown());
        order.Deliver(part, Witness.Buyer, Plans.Monday).IsDone.ShouldBeTrue();
        order.SendFurther(part, Carrier.Ghn, "GHN778", Plans.Monday).Refusal.ShouldBe(new WrongStep());
        order.TakeOffParcel(part, "GHN991").Refusal.ShouldBe(new WrongStep());
        order.TakeEvents().OfType<FurtherParcelSent>().Count().ShouldBe(Order.MostParcels - 1);
    }

    [Theory]
    [InlineData(PaymentWay.CashOnDelivery, true)]
    [InlineData(PaymentWay.CashOnDelivery, false)]
    public void Who_said_that_she_calls_first_accepts_when_she_has(PaymentWay way, bool calls)
    {
        var plan = Plans.Of(way, (0, 600, [(1_000, 1)]));
        var order = (plan with { Parts = [plan.Parts[0] with { CallsFirst = calls }] }).Placed();
        var part = order.Parts[0].Id;

        order.Accept(part, Plans.Monday).Refusal.ShouldBe(calls ? new CallFirst() : null);
        order.Accept(part, Plans.Monday, hasCalled: true).IsDone.ShouldBe(calls);
        order.Parts[0].State.ShouldBe(SellerOrderState.ToPack);
    }

    private static (Order Order, SellerOrderId Part) Sent()
    {
        var order = Plans.Of(PaymentWay.CashOnDelivery, (0, 600, [(1_000, 1)])).Placed();
        var part = order.Parts[0].Id;
        order.Accept(part, Plans.Monday);
        order.Ship(part, Carrier.Ghn, "GHN111", Plans.Monday);
        order.TakeEvents();
        return (order, part);
    }
}
