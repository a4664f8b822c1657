using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>Row 56: money that comes after an order let its stock go takes it up again where its goods are there, else it goes back.</summary>
public sealed class Late_money
{
    [Theory, EveryDatabase]
    internal async Task Takes_the_order_up_again_where_its_goods_are_there(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var (order, variant) = await ExpiredAsync(market, onHand: 3, pieces: 3);

        await market.ReceiveAsync(order.Total.Minor, order.Code);
        await market.DeliverAsync();

        (await market.OnHandAsync(variant)).ShouldBe(0);
        var after = await market.OrderAsync(order.Code);
        (after.State, after.Parts[0].State, after.PaidAt).ShouldBe((OrderState.Placed, SellerOrderState.ToAccept, market.Clock.GetUtcNow()));
        (await market.PaymentOfAsync(order.Id)).State.ShouldBe(PaymentState.Paid);
        (await market.RowsAsync<RefundDue>()).ShouldBeEmpty();
        await market.RoundAsync<ExpireUnpaidOrders>();
        (await market.OrderAsync(order.Code)).State.ShouldBe(OrderState.Placed);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Goes_back_where_they_are_not_and_takes_nothing(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var (order, variant) = await ExpiredAsync(market, onHand: 3, pieces: 3);
        await market.OrderAsync(PaymentWay.CashOnDelivery, (variant, 1));

        await market.ReceiveAsync(order.Total.Minor, order.Code);
        await market.DeliverAsync();

        (await market.OnHandAsync(variant)).ShouldBe(2);
        (await market.OrderAsync(order.Code)).State.ShouldBe(OrderState.Expired);
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Reason.ShouldBe(RefundReason.Late);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Goes_back_after_a_week_and_where_it_is_not_all(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var (order, variant) = await ExpiredAsync(market, onHand: 3, pieces: 1);

        await market.ReceiveAsync(order.Total.Minor - 1, order.Code);
        market.Clock.Advance(Order.TimeToTakeUpAgain);
        await market.ReceiveAsync(order.Total.Minor, order.Code);
        await market.DeliverAsync();

        (await market.RowsAsync<RefundDue>()).Select(r => r.Reason).ShouldBe([RefundReason.Late, RefundReason.Late]);
        (await market.OnHandAsync(variant)).ShouldBe(3);
    }

    /// <summary>A reaction keeps what it changed whatever the answer is: an order that is paid, and does not know yet, must be left as it is.</summary>
    [Theory, EveryDatabase]
    internal async Task Comes_before_the_order_knows_and_is_not_let_go(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 3);
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 3));
        await market.DeliverAsync();
        await market.InDbAsync(db => db.Set<Payment>().Where(p => p.Order == order.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PaymentState.Paid)));
        market.Clock.Advance(Order.TimeToPay + TimeSpan.FromMinutes(1));

        await using var scope = market.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
        var found = await scope.ServiceProvider.GetRequiredService<OrderDrawer>().OneAsync(order.Id, CancellationToken.None);
        (await scope.ServiceProvider.GetRequiredService<UnpaidOrders>().ExpireAsync(found!, cannotBePaid: false, CancellationToken.None)).Refusal.ShouldBe(new WrongStep());

        db.ChangeTracker.HasChanges().ShouldBeFalse();
        found!.State.ShouldBe(OrderState.AwaitingPayment);
    }

    [Theory, EveryDatabase]
    internal async Task Two_transfers_at_once_take_it_up_once(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var (order, variant) = await ExpiredAsync(market, onHand: 9, pieces: 3);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => market.ReceiveAsync(order.Total.Minor, order.Code)));
        await market.DeliverAsync();
        // Who met another in the payment's row comes again after a while.
        market.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.DeliverAsync();

        (await market.OnHandAsync(variant)).ShouldBe(6);
        (await market.RowsAsync<RefundDue>()).Select(r => r.Reason).ShouldBe([RefundReason.Second, RefundReason.Second, RefundReason.Second]);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Two_transfers_that_do_not_see_each_other_would_take_its_goods_twice(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var (order, variant) = await ExpiredAsync(market, onHand: 9, pieces: 3);
        using var bank = market.CreateClient();
        for (var i = 0; i < 2; i++)
            (await bank.TellAsync(PaymentsFactory.Body(order.Total.Minor, order.Code))).EnsureSuccessStatusCode();

        await using var twin = BrokenTwin.Heedless(market);
        await twin.RaceDeliveriesAsync("payments.record-payment");

        (await market.OnHandAsync(variant)).ShouldBe(3);
        (await market.RowsAsync<RefundDue>()).ShouldBeEmpty("nobody owes the second transfer");
    }

    [Theory, EveryDatabase]
    internal async Task What_was_taken_of_the_first_goes_back_where_the_second_is_gone(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var (there, gone) = (await market.LiveProductAsync(onHand: 5), await market.LiveProductAsync(onHand: 1));

        (await TakeAsync(market, (there.Variant, 2), (gone.Variant, 2))).ShouldBeFalse();
        (await market.OnHandAsync(there.Variant), await market.OnHandAsync(gone.Variant)).ShouldBe((5, 1));
        (await TakeAsync(market, (there.Variant, 2), (gone.Variant, 1))).ShouldBeTrue();
        (await market.OnHandAsync(there.Variant), await market.OnHandAsync(gone.Variant)).ShouldBe((3, 0));
    }

    private static Task<Market> OpenAsync(DatabaseProvider provider) => OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));

    private static async Task<bool> TakeAsync(Market market, params (VariantId, int)[] wanted)
    {
        await using var scope = market.Services.CreateAsyncScope();
        var taken = await scope.ServiceProvider.GetRequiredService<Shelf>().TryTakeAsync([.. wanted.Select(w => (Some)w)], default);
        await scope.ServiceProvider.GetRequiredService<MarketDb>().SaveChangesAsync();
        return taken;
    }

    private static async Task<(Order Order, VariantId Variant)> ExpiredAsync(Market market, int onHand, int pieces)
    {
        var garlic = await market.LiveProductAsync(onHand: onHand);
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, pieces));
        market.Clock.Advance(Order.TimeToPay + TimeSpan.FromMinutes(1));
        await market.RoundAsync<ExpireUnpaidOrders>();
        await market.DeliverAsync();
        (await market.OrderAsync(order.Code)).State.ShouldBe(OrderState.Expired);
        return (order, garlic.Variant);
    }
}
