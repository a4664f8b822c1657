using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Catalog;

/// <summary>A quota is sold ahead of a harvest; what comes in is laid aside for those who ordered; no piece is sold twice.</summary>
public sealed class Goods_are_sold_ahead
{
    [Theory, EveryDatabase]
    internal async Task A_buyer_orders_ahead_what_is_not_on_hand_and_is_promised_its_days(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 40);

        var order = (await market.OrderAsync(PaymentWay.BankTransfer, (mango.Variant, 3))).Order;

        order.Parts[0].Window.ShouldBe(AheadFactory.June);
        order.Parts[0].Lines[0].Window.ShouldBe(AheadFactory.June);
        (await market.AheadOfAsync(mango)).ShouldBe([new(40, 3, 0)]);
        (await market.OnHandAsync(mango.Variant)).ShouldBe(0);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_on_hand_is_sold_first(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 40, onHand: 2);

        (await market.OrderAsync(PaymentWay.BankTransfer, (mango.Variant, 2))).Order.Parts[0].Window.ShouldBeNull();
        (await market.OrderAsync(PaymentWay.BankTransfer, (mango.Variant, 2))).Order.Parts[0].Window.ShouldBe(AheadFactory.June);

        (await market.AheadOfAsync(mango)).ShouldBe([new(40, 2, 0)]);
        (await market.OnHandAsync(mango.Variant)).ShouldBe(0);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task The_desk_is_told_that_buyers_read_of_the_harvest_only_once_the_stock_is_sold(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 40, onHand: 2);
        using var desk = await market.ClientFor(mango.Manager);
        using var reader = market.Guest();

        (await SaidAsync()).ShouldSatisfyAllConditions(s => s.ShouldContain("Kho còn 2"), s => s.ShouldNotContain("Khách đang đọc"));
        (await reader.OpenAsync("/p/" + mango.Slug)).QuerySelector("main")!.TextContent.ShouldNotContain("05/06/2027");
        await market.OrderAsync(PaymentWay.BankTransfer, (mango.Variant, 2));
        (await SaidAsync()).ShouldSatisfyAllConditions(s => s.ShouldNotContain("Kho còn"), s => s.ShouldContain("Khách đang đọc: gửi từ 05/06/2027"));

        async Task<string> SaidAsync() => (await desk.OpenAsync($"/sell/products/{mango.Product}/ahead")).QuerySelector("main")!.TextContent;
    }

    [Theory, EveryDatabase]
    internal async Task What_comes_in_is_laid_aside_first_and_ends_the_sale_ahead(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 40);
        await market.OrderAsync(PaymentWay.BankTransfer, (mango.Variant, 5));

        await market.ReceiveAsync(mango, 3);
        (await market.AheadOfAsync(mango)).ShouldBe([new(40, 5, 3)]);
        (await market.OnHandAsync(mango.Variant)).ShouldBe(0);
        (await market.SendAsync(new AddToBasket.Command(OrdersFactory.Guest, null, mango.Variant, 1))).IsDone.ShouldBeFalse("no more is sold ahead");

        await market.ReceiveAsync(mango, 10);
        (await market.AheadOfAsync(mango)).ShouldBe([new(40, 5, 5)]);
        (await market.OnHandAsync(mango.Variant)).ShouldBe(8);
        (await market.RowsAsync<StockMove>()).Where(m => m.Cause == StockCause.LaidAside).Sum(m => m.Change).ShouldBe(-5);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_called_off_before_the_harvest_can_be_ordered_again_and_after_it_goes_on_the_shelf(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 6);
        var (early, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (mango.Variant, 2));
        var (late, lateSecret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (mango.Variant, 4));

        (await market.SendAsync(new BuyerCancels.Command(OrdersFactory.Guest, early.Code, secret, early.Parts[0].Id))).IsDone.ShouldBeTrue();
        (await market.AheadOfAsync(mango)).ShouldBe([new(6, 4, 0)]);
        (await market.OnHandAsync(mango.Variant)).ShouldBe(0);

        await market.ReceiveAsync(mango, 4);
        (await market.SendAsync(new BuyerCancels.Command(OrdersFactory.Guest, late.Code, lateSecret, late.Parts[0].Id))).IsDone.ShouldBeTrue();
        (await market.AheadOfAsync(mango)).ShouldBe([new(6, 0, 0)]);
        (await market.OnHandAsync(mango.Variant)).ShouldBe(4);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_not_paid_in_a_day_goes_back_and_is_taken_again_when_its_money_comes_late(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 3);
        var order = (await market.OrderAsync(PaymentWay.BankTransfer, (mango.Variant, 3))).Order;

        market.Clock.Advance(Order.TimeToPay);
        await market.RoundAsync<ExpireUnpaidOrders>();
        (await market.AheadOfAsync(mango)).ShouldBe([new(3, 0, 0)]);

        await using (var scope = market.Services.CreateAsyncScope())
        {
            (await scope.ServiceProvider.GetRequiredService<Revival>().TryAsync(order.Id, CancellationToken.None)).ShouldBeTrue();
            await scope.ServiceProvider.GetRequiredService<MarketDb>().SaveChangesAsync();
        }

        (await market.AheadOfAsync(mango)).ShouldBe([new(3, 3, 0)]);
        await market.DeliverAsync();
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task The_quota_is_changed_but_never_below_what_is_sold(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 10);
        await market.OrderAsync(PaymentWay.BankTransfer, (mango.Variant, 4));

        (await market.SellAheadAsync(mango, 3)).Refusal.ShouldBeOfType<SoldMoreAhead>().Sold.ShouldBe(4);
        (await market.SellAheadAsync(mango, 4)).IsDone.ShouldBeTrue();
        (await market.AheadOfAsync(mango)).ShouldBe([new(4, 4, 0)]);
        (await market.SellAheadAsync(mango, 20, new(new(2027, 7, 1), new(2027, 7, 9)))).IsDone.ShouldBeTrue();
        (await market.RowsAsync<OrderLine>()).ShouldAllBe(l => l.SendBy == AheadFactory.June.To, "what was promised stays promised");
    }

    [Theory, EveryDatabase]
    internal async Task It_is_closed_early_and_when_its_last_day_for_orders_is_over(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 10);
        var plum = await market.AheadProductAsync(quota: 10, name: "Mận hậu");
        var (mangoes, plums) = (await market.CheckoutAsync(await market.BasketAsync((mango.Variant, 1))), await market.CheckoutAsync(await market.BasketAsync((plum.Variant, 1))));

        (await market.SendAsync(new EndAhead.Command(DeskFactory.Manager(mango), mango.Cooperative, mango.Product))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new EndAhead.Command(DeskFactory.Manager(mango), mango.Cooperative, mango.Product))).Refusal.ShouldBeOfType<NothingSoldAhead>();
        (await market.SendAsync(mangoes)).Refusal.ShouldBeOfType<OfferChanged>();
        market.Clock.Advance(new DateTimeOffset(2027, 5, 31, 17, 0, 0, TimeSpan.Zero) - market.Clock.Now());
        (await market.SendAsync(plums)).Refusal.ShouldBeOfType<OfferChanged>();
    }

    [Theory, EveryDatabase]
    internal async Task Who_was_shown_stock_is_asked_again_before_she_orders_ahead(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 10, onHand: 1);
        var seen = await market.CheckoutAsync(await market.BasketAsync((mango.Variant, 1)));
        await market.OrderAsync(PaymentWay.BankTransfer, (mango.Variant, 1));

        (await market.SendAsync(seen)).Refusal.ShouldBeOfType<OfferChanged>();
        (await market.AheadOfAsync(mango)).ShouldBe([new(10, 0, 0)]);
    }

    [Theory, EveryDatabase]
    internal async Task Another_harvest_is_another_sale(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 10);
        await market.OrderAsync(PaymentWay.BankTransfer, (mango.Variant, 4));
        market.Clock.Advance(AheadFactory.AfterJune - market.Clock.Now());

        (await market.SellAheadAsync(mango, 3, new(new(2028, 6, 5), new(2028, 6, 20)), new(2028, 5, 31))).IsDone.ShouldBeTrue();

        (await market.AheadOfAsync(mango)).ShouldBe([new(10, 4, 0), new(3, 0, 0)]);
    }

    [Theory, EveryDatabase]
    internal async Task What_cannot_be_promised_is_not_opened(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 0);
        (await FlawAsync(garlic, null)).ShouldBe("Quota");
        (await FlawAsync(garlic, AheadSale.MostQuota + 1)).ShouldBe("Quota");
        (await FlawAsync(garlic, 5, new(new(2026, 11, 1), new(2026, 11, 20)))).ShouldBe("From");
        (await FlawAsync(garlic, 5, new(new(2027, 6, 5), new(2027, 6, 4)))).ShouldBe("To");
        (await FlawAsync(garlic, 5, until: new(2027, 6, 21))).ShouldBe("Until");

        var made = await market.LiveProductAsync(madeToOrderDays: 7);
        (await market.SellAheadAsync(made, 5)).Refusal.ShouldBeOfType<NotAheadToOrder>();
        var other = await market.NewSellerAsync();
        var foreign = new SellAhead.Command(Actor.Of(other.Manager, ""), other.Id, garlic.Product, new Dictionary<string, string?> { [garlic.Variant.ToString()] = "5" }, AheadFactory.June.From, AheadFactory.June.To, AheadFactory.Until);
        (await market.SendAsync(foreign)).Refusal.ShouldBeOfType<NotFound>();
        (await market.SendAsync(new EndAhead.Command(Actor.Of(other.Manager, ""), other.Id, garlic.Product))).Refusal.ShouldBeOfType<NotFound>();
        (await market.RowsAsync<AheadSale>()).ShouldBeEmpty();

        async Task<string> FlawAsync(ListedProduct product, int? quota, SendWindow? window = null, DateOnly? until = null)
            => (await market.SellAheadAsync(product, quota, window, until)).Flaws[0].Path;
    }
}
