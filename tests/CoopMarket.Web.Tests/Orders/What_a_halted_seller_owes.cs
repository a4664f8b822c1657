using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>Where a seller may not sell, nobody at its desk can move what buyers paid for: they can call it off, and so can the market.</summary>
public sealed class What_a_halted_seller_owes
{
    private const string Reason = "Hợp tác xã đang tạm dừng bán.";

    [Theory, EveryDatabase]
    internal async Task Its_buyer_calls_off_also_what_is_made_to_order_or_packed(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (coop, admin) = (await market.NewSellerAsync(), Actor.Of(await market.PersonAsync(isAdmin: true), ""));
        var (jar, cloth) = (await market.LiveProductAsync(seller: coop), await market.LiveProductAsync(seller: coop, name: "Khăn piêu", madeToOrderDays: 12));
        var (made, madeKey) = await market.OrderAsync(PaymentWay.CashOnDelivery, (cloth.Variant, 1));
        var (packed, packedKey) = await market.OrderAsync(PaymentWay.CashOnDelivery, (jar.Variant, 3));
        foreach (var order in new[] { made, packed })
            (await market.SendAsync(new AcceptSellerOrder.Command(DeskFactory.Manager(jar), coop.Id, order.Parts[0].Id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PackSellerOrder.Command(DeskFactory.Manager(jar), coop.Id, packed.Parts[0].Id))).IsDone.ShouldBeTrue();
        BuyerCancels.Command[] cancels = [new(OrdersFactory.Guest, made.Code, madeKey, made.Parts[0].Id), new(OrdersFactory.Guest, packed.Code, packedKey, packed.Parts[0].Id)];
        foreach (var cancel in cancels)
        {
            (await market.SendAsync(cancel)).IsDone.ShouldBeFalse();
            (await market.SendAsync(new OrderPage.Query(OrdersFactory.Guest, cancel.OrderCode, cancel.OrderSecret)))!.Parts[0].MayBeCancelled.ShouldBeFalse();
        }

        (await market.SendAsync(new SuspendSeller.Command(admin, coop.Application, "Kiểm tra"))).IsDone.ShouldBeTrue();

        foreach (var cancel in cancels)
        {
            (await market.SendAsync(new OrderPage.Query(OrdersFactory.Guest, cancel.OrderCode, cancel.OrderSecret)))!.Parts[0].MayBeCancelled.ShouldBeTrue();
            (await market.SendAsync(cancel)).IsDone.ShouldBeTrue();
        }

        (await market.OnHandAsync(jar.Variant)).ShouldBe(10);
    }

    [Theory, EveryDatabase]
    internal async Task An_admin_calls_it_off_and_the_buyer_gets_all_back_and_reads_why(DatabaseProvider provider)
    {
        Languages.Speak("vi");
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var coop = await market.NewSellerAsync();
        var (admin, sits) = (await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true));
        await market.SeatAsync(coop.Id, sits, MemberRole.Packer);
        var (jar, tea) = (await market.LiveProductAsync(seller: coop), await market.LiveProductAsync(seller: coop, name: "Chè Shan"));
        var placed = (await market.SendAsync(await market.CheckoutAsync(await market.BasketAsync((jar.Variant, 2), (tea.Variant, 1))) with { Email = "hanh@thu.test" })).Value;
        var order = await market.OrderAsync(placed.Code);
        await market.ReceiveAsync(order.Total.Minor, order.Code);
        await market.DeliverAsync();
        var callOff = new CallOffPart.Command(Actor.Of(admin, ""), order.Code, order.Parts[0].Id, Reason);
        (await market.SendAsync(callOff)).Refusal.ShouldBe(new SellerIsAtWork());
        (await market.SendAsync(new SuspendSeller.Command(Actor.Of(admin, ""), coop.Application, "Kiểm tra"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(callOff with { Actor = Actor.Of(sits, "") })).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(callOff with { Reason = " " })).Flaws.ShouldNotBeEmpty();

        using var office = await market.ClientFor(admin);
        (await office.OpenAsync("/admin")).QuerySelector("a[href='/admin/orders?list=Halted']").ShouldNotBeNull();
        (await office.OpenAsync("/admin/orders?list=Halted")).QuerySelector($"a[href='/admin/orders/{order.Code}']").ShouldNotBeNull();
        (await office.OpenAsync("/admin/orders/" + order.Code)).QuerySelector("button[formaction*='CallOff']").ShouldNotBeNull();
        (await market.SendAsync(callOff)).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        var after = await market.OrderAsync(order.Code);
        (after.Parts[0].State, after.State).ShouldBe((SellerOrderState.Declined, OrderState.Cancelled));
        (await market.OnHandAsync(jar.Variant), await market.OnHandAsync(tea.Variant)).ShouldBe((10, 10));
        (await market.RowsAsync<RefundDue>()).Sum(r => r.Amount.Minor).ShouldBe(order.Total.Minor);
        market.Post.Letters.Where(l => l.To == "hanh@thu.test" && l.Text.Contains(Reason, StringComparison.Ordinal)).Count().ShouldBe(2, "one for each line, as from the desk");
        (await office.OpenAsync("/admin/orders?list=Halted")).QuerySelector($"a[href='/admin/orders/{order.Code}']").ShouldBeNull();
        (await market.SendAsync(callOff)).Refusal.ShouldBe(new WrongStep());
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_leaves_for_good_while_buyers_wait_for_her_goods(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (coop, admin) = (await market.NewSellerAsync(), Actor.Of(await market.PersonAsync(isAdmin: true), ""));
        var jar = await market.LiveProductAsync(seller: coop);
        var (order, _) = await market.OrderAsync(PaymentWay.CashOnDelivery, (jar.Variant, 1));
        await market.OrderAsync(PaymentWay.BankTransfer, (jar.Variant, 1));
        var close = new CloseSeller.Command(admin, coop.Application, "Tự xin nghỉ");

        (await market.SendAsync(close)).Refusal.ShouldBe(new OrdersNotEnded(2));
        (await market.SendAsync(new SuspendSeller.Command(admin, coop.Application, "Tự xin nghỉ"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new CallOffPart.Command(admin, order.Code, order.Parts[0].Id, Reason))).IsDone.ShouldBeTrue();
        (await market.SendAsync(close)).Refusal.ShouldBe(new OrdersNotEnded(1));
        market.Clock.Advance(Order.TimeToPay + TimeSpan.FromMinutes(1));
        await market.RoundAsync<Features.Orders.Jobs.ExpireUnpaidOrders>();

        (await market.SendAsync(close)).IsDone.ShouldBeTrue();
    }
}
