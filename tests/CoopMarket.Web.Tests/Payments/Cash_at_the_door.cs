using System.Net;
using System.Text;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>Row 66: the courier pays less, brings back, is told of twice; and who may have cash collected at all.</summary>
public sealed class Cash_at_the_door
{
    [Theory, EveryDatabase]
    internal async Task A_carrier_owes_what_it_collected_until_its_list_pays_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var full = await ShippedAsync(market, garlic, "GHN1", delivered: true);
        var less = await ShippedAsync(market, garlic, "GHN2", delivered: true);
        var early = await ShippedAsync(market, garlic, "GHN3");
        var refused = await ShippedAsync(market, garlic, "GHN4");
        (await market.SendAsync(new RefuseParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, refused.Parts[0].Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        var amount = full.Total.Minor;

        var before = await BookAsync(market, garlic);
        (before.Owed, before.OnTheWay, before.Open.Count).ShouldBe((Money.Dong(2 * amount), Money.Dong(amount), 2));
        market.Clock.Advance(TimeSpan.FromDays(11));
        (await BookAsync(market, garlic)).Open.ShouldAllBe(r => r.IsOverdue);

        var file = List(("ghn1", amount, 20_000), ("GHN1", amount, 20_000), ("GHN2", amount - 5_000, 20_000), (early.Code.ToLowerInvariant(), amount, 20_000), ("GHN4", 0, 12_000), ("GHN9", amount, 0));
        var look = await LookAsync(market, garlic, file);
        look.Lines.Select(l => l.Verdict).ShouldBe(
            [RemittanceVerdict.Full, RemittanceVerdict.Already, RemittanceVerdict.Short, RemittanceVerdict.Full, RemittanceVerdict.Returned, RemittanceVerdict.Unknown]);
        (await BookAsync(market, garlic)).Owed.ShouldBe(before.Owed, "nothing is written by looking");

        (await TakeAsync(market, garlic, look.List)).Value.ShouldBe(4);
        var after = await BookAsync(market, garlic);
        (after.Owed, after.OnTheWay).ShouldBe((Money.Dong(5_000), Money.Dong(0)));
        after.Open.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Code.ShouldBe(less.Code), r => r.State.ShouldBe(CashParcelState.Short));
        (await TakeAsync(market, garlic, look.List)).Refusal.ShouldBeOfType<NothingToCount>();
        (await TakeAsync(market, garlic, (await LookAsync(market, garlic, List(("GHN2", 5_000, 0)))).List)).Value.ShouldBe(1);
        (await BookAsync(market, garlic)).Owed.ShouldBe(Money.Dong(0));

        // The parcel whose cash came before its delivery was told.
        (await market.SendAsync(new MarkDelivered.Command(DeskFactory.Manager(garlic), garlic.Cooperative, early.Parts[0].Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.RowsAsync<CashParcel>()).Count(p => p.State == CashParcelState.Remitted).ShouldBe(3);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_number_that_was_put_right_is_known_to_the_list_and_told_to_the_buyer(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await ShippedAsync(market, garlic, "GHN1");
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE orders_orders SET to_email = 'hanh@thu.test'"));
        var before = market.Post.Letters.Count;

        (await market.SendAsync(new ShipParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, order.Parts[0].Id, Carrier.Ghn, "GHN777XX"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await LookAsync(market, garlic, List(("GHN777", order.Total.Minor, 0)))).Lines.ShouldHaveSingleItem().Verdict.ShouldBe(RemittanceVerdict.Full);
        market.Post.Letters.Skip(before).ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.Subject.ShouldBe($"Mã vận đơn mới của đơn {order.Code}"), l => l.Text.ShouldContain("GHN777XX"));
    }

    [Theory, EveryDatabase]
    internal async Task One_parcel_of_two_lists_at_once_counts_once(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await ShippedAsync(market, garlic, "GHN1", delivered: true);
        var list = (await LookAsync(market, garlic, List(("GHN1", order.Total.Minor, 0)))).List;

        var counted = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => TakeAsync(market, garlic, list))));

        counted.Count(c => c.IsDone).ShouldBe(1);
        (await market.RowsAsync<CashParcel>()).ShouldHaveSingleItem().Paid.ShouldBe(order.Total);
    }

    [Theory, EveryDatabase]
    internal async Task A_twin_that_looks_before_it_writes_counts_twice(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await ShippedAsync(market, garlic, "GHN1", delivered: true);
        var looked = new CountdownEvent(2);

        var counted = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => market.InDbAsync(async db =>
        {
            var parcel = await db.Set<CashParcel>().AsNoTracking().SingleAsync();
            looked.Signal();
            looked.Wait();
            return parcel.Take(order.Total, Money.Dong(0), market.Clock.Now()) == RemittanceVerdict.Full
                ? await db.Set<CashParcel>().ExecuteUpdateAsync(set => set.SetProperty(p => p.State, parcel.State)) : 0;
        }))));

        counted.Sum().ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task A_cooperative_sees_and_settles_only_its_own(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var honey = await market.LiveProductAsync(name: "Mật ong");
        var order = await ShippedAsync(market, garlic, "GHN1", delivered: true);

        var look = await LookAsync(market, honey, List(("GHN1", order.Total.Minor, 0), (order.Code, order.Total.Minor, 0)));
        look.Lines.ShouldAllBe(l => l.Verdict == RemittanceVerdict.Unknown && l.Code == "");
        (await TakeAsync(market, honey, look.List)).Refusal.ShouldBeOfType<NothingToCount>();
        (await BookAsync(market, honey)).Owed.ShouldBe(Money.Dong(0));
    }

    [Fact]
    public async Task Her_page_shows_the_list_before_anything_is_written_and_what_is_wrong_with_it()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        var order = await ShippedAsync(market, garlic, "GHN1", delivered: true);
        using var desk = await market.ClientFor(garlic.Manager);

        using var wrong = await desk.PostFormAsync("/sell/money/cash", [], null, new FormFile("Upload", "doi-soat.csv", Encoding.UTF8.GetBytes("Mã vận đơn,Thu hộ,Phí,Thực nhận\nGHN1XX,100000,5000,94000"), "text/csv"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ParseAsync(wrong)).QuerySelector("main")!.TextContent.ShouldContain("Dòng 2");
        using var right = await desk.PostFormAsync("/sell/money/cash", [], null, new FormFile("Upload", "doi-soat.csv", List(("GHN1", order.Total.Minor, 5_000)), "text/csv"));
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
        var shown = await Browser.ParseAsync(right);
        shown.QuerySelector("main")!.TextContent.ShouldContain("Trả đủ");
        (await market.RowsAsync<CashParcel>()).ShouldHaveSingleItem().State.ShouldBe(CashParcelState.Collected);
        using var taken = await desk.PressAsync("/sell/money/cash", "Take", ("List", shown.QuerySelector("main input[name=List]")!.GetAttribute("value")!));
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await desk.OpenAsync("/en/sell/money/cash")).QuerySelector("main")!.TextContent.ShouldContain("Settled on");
    }

    [Theory, EveryDatabase]
    internal async Task Two_parcels_that_came_back_and_the_phone_pays_in_advance_for_half_a_year(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var honey = await market.LiveProductAsync(name: "Mật ong");
        foreach (var product in new[] { garlic, honey })
        {
            (await CashAsync(market, garlic)).IsDone.ShouldBeTrue("one may happen to anybody");
            var order = await ShippedAsync(market, product, "GHN" + product.Slug.Length);
            (await market.SendAsync(new RefuseParcel.Command(DeskFactory.Manager(product), product.Cooperative, order.Parts[0].Id))).IsDone.ShouldBeTrue();
        }

        var stock = await market.OnHandAsync(garlic.Variant);
        (await CashAsync(market, garlic)).Refusal.ShouldBeOfType<NoCashThisTime>();
        (await CashAsync(market, garlic, "+84 912-345-678")).Refusal.ShouldBeOfType<NoCashThisTime>("the same phone, written otherwise");
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(stock);
        (await CashAsync(market, garlic, "0987 654 321")).IsDone.ShouldBeTrue("another's phone");
        (await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 1))).Order.ShouldNotBeNull();
        market.Clock.Advance(TimeSpan.FromDays(181));
        (await CashAsync(market, garlic)).IsDone.ShouldBeTrue("it is forgotten");
    }

    [Theory, EveryDatabase]
    internal async Task What_is_too_dear_for_a_carriers_purse_is_paid_in_advance(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("CashOnDelivery:MostDong", "200000"));
        var garlic = await market.LiveProductAsync(price: 100_000);

        (await CashAsync(market, garlic)).IsDone.ShouldBeTrue();
        var dear = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 3)), PaymentWay.CashOnDelivery);
        (await market.SendAsync(dear)).Refusal.ShouldBe(new TooMuchForCash(200_000));
        (await market.SendAsync(dear with { Way = PaymentWay.BankTransfer })).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task A_refused_parcel_goes_back_on_the_shelf_once_however_often_it_is_told(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var order = await ShippedAsync(market, garlic, "GHN1");
        var refuse = new RefuseParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, order.Parts[0].Id);

        var told = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => market.SendAsync(refuse))));
        await market.DeliverAsync();
        await TakeAsync(market, garlic, (await LookAsync(market, garlic, List(("GHN1", 0, 12_000)))).List);

        told.Count(t => t.IsDone).ShouldBe(1);
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(10);
        (await market.RowsAsync<CashParcel>()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.State.ShouldBe(CashParcelState.Returned), p => p.CarrierFee.ShouldBe(Money.Dong(12_000)));
        await market.CheckAsync();
    }

    private static async Task<Order> ShippedAsync(Market market, ListedProduct product, string number, bool delivered = false)
    {
        var order = await market.ToPackAsync(product);
        var part = order.Parts[0].Id;
        (await market.SendAsync(new ShipParcel.Command(DeskFactory.Manager(product), product.Cooperative, part, Carrier.Ghn, number + "XX"))).IsDone.ShouldBeTrue();
        if (delivered)
            (await market.SendAsync(new MarkDelivered.Command(DeskFactory.Manager(product), product.Cooperative, part))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        return order;
    }

    private static async Task<Outcome<PlaceOrder.Placed>> CashAsync(Market market, ListedProduct product, string phone = "0912 345 678")
        => await market.SendAsync(await market.CheckoutAsync(await market.BasketAsync((product.Variant, 1)), PaymentWay.CashOnDelivery) with { Phone = phone });

    private static async Task<CashStanding> BookAsync(Market market, ListedProduct product) => (await market.SendAsync(new CashBook.Query(DeskFactory.Manager(product), product.Cooperative))).Cash;

    private static Task<LookAtRemittance.View> LookAsync(Market market, ListedProduct product, byte[] file)
        => market.SendAsync(new LookAtRemittance.Query(DeskFactory.Manager(product), product.Cooperative, file));

    private static Task<Outcome<int>> TakeAsync(Market market, ListedProduct product, string list)
        => market.SendAsync(new TakeInRemittance.Command(DeskFactory.Manager(product), product.Cooperative, list));

    private static byte[] List(params (string Parcel, long Cash, long Fee)[] lines)
        => Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(l => $"{(l.Parcel.StartsWith("CM", StringComparison.OrdinalIgnoreCase) ? l.Parcel : l.Parcel + "XX")};{l.Cash};{l.Fee};{l.Cash - l.Fee}").Prepend("Mã vận đơn;Tiền thu hộ;Tổng phí;Thực nhận")));
}
