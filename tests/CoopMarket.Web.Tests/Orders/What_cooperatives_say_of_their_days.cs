using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>Days off and ways of making change while orders are under way.</summary>
public sealed class What_cooperatives_say_of_their_days
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory, EveryDatabase]
    internal async Task A_cooperative_closed_for_days_takes_no_order_and_packs_what_was_ordered_before(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var manager = Actor.Of(garlic.Manager, "");
        var (before, _) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        var seen = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), PaymentWay.CashOnDelivery);

        (await market.SendAsync(new CloseForDays.Command(manager, garlic.Cooperative, Monday, Monday.AddDays(4)))).IsDone.ShouldBeTrue();
        (await market.SendAsync(seen)).Refusal.ShouldBe(new CannotBeOrdered());
        (await market.SendAsync(new AcceptSellerOrder.Command(manager, garlic.Cooperative, before.Parts[0].Id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PackSellerOrder.Command(manager, garlic.Cooperative, before.Parts[0].Id))).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Days_off_count_for_accepting_whether_planned_before_the_order_or_after_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var manager = Actor.Of(garlic.Manager, "");
        var (early, _) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        early.Parts[0].AcceptBy!.Value.ShouldBe(market.Clock.GetUtcNow().AddDays(3), TimeSpan.FromSeconds(1));

        (await market.SendAsync(new CloseForDays.Command(manager, garlic.Cooperative, Monday.AddDays(1), Monday.AddDays(5)))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        var (late, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 1));
        await market.CaptureAsync(late);

        // Closed from Tuesday to Saturday: the three working days are Monday to Wednesday of the next week.
        var due = market.Clock.GetUtcNow().AddDays(9);
        (await market.OrderAsync(early.Code)).Parts[0].AcceptBy!.Value.ShouldBe(due, TimeSpan.FromSeconds(1));
        (await market.OrderAsync(late.Code)).Parts[0].AcceptBy!.Value.ShouldBe(due, TimeSpan.FromSeconds(1));
    }

    [Theory, EveryDatabase]
    internal async Task What_was_made_to_order_gives_back_no_stock_and_what_was_taken_from_stock_does_whatever_its_product_is_now(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var scarf = await market.LiveProductAsync(onHand: 0, madeToOrderDays: 7);
        var garlic = await market.LiveProductAsync(onHand: 5);
        var (made, _) = await market.OrderAsync(PaymentWay.CashOnDelivery, (scarf.Variant, 2));
        var (taken, _) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 3));
        (await market.SendAsync(new MakeToOrder.Command(Actor.Of(scarf.Manager, ""), scarf.Cooperative, scarf.Product, false, null))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new MakeToOrder.Command(Actor.Of(garlic.Manager, ""), garlic.Cooperative, garlic.Product, true, "9"))).IsDone.ShouldBeTrue();

        foreach (var (order, product) in new[] { (made, scarf), (taken, garlic) })
        {
            var line = order.Parts[0].Lines[0];
            (await market.SendAsync(new DeclineLine.Command(
                Actor.Of(product.Manager, ""), product.Cooperative, order.Parts[0].Id, line.Id, line.Quantity, "Hết sợi"))).IsDone.ShouldBeTrue();
        }

        (await market.OnHandAsync(scarf.Variant)).ShouldBe(0);
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(5);
    }
}
