using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>A cooperative writes down that a parcel was refused, which costs it no fee and the buyer her good name; an admin finds that it was taken and paid.</summary>
public sealed class A_refusal_is_put_right
{
    [Theory, EveryDatabase]
    internal async Task Its_fee_is_owed_its_cash_is_expected_and_nothing_is_held_against_the_buyer(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var (order, part) = await RefusedAsync(market, garlic);
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE orders_orders SET to_email = 'hanh@thu.test'"));
        var stock = await market.OnHandAsync(garlic.Variant);
        var before = market.Post.Letters.Count;
        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));

        using var done = await office.PressAsync("/admin/orders/" + order.Code, "Taken", ("part", part.ToString()));
        await market.DeliverAsync();

        var shown = await market.OrderAsync(order.Code);
        shown.State.ShouldBe(OrderState.Completed);
        shown.Parts[0].ShouldSatisfyAllConditions(
            p => p.State.ShouldBe(SellerOrderState.Delivered), p => p.DeliveredBy.ShouldBe(Witness.Admin), p => p.DeliveredAt.ShouldBe(market.Clock.GetUtcNow()), p => p.EndedAt.ShouldBeNull());
        (await market.BalanceAsync(LedgerAccount.FeesOwed, garlic.Cooperative)).ShouldBe(shown.Parts[0].FeeLeft.Minor);
        (await market.RowsAsync<CashParcel>()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.State.ShouldBe(CashParcelState.Collected), p => p.Owed.ShouldBe(order.Total));
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(stock - order.Parts[0].Lines[0].Quantity);
        (await market.RowsAsync<SellerOrder>()).ShouldNotContain(p => p.State == SellerOrderState.Refused, "so her phone counts for none");
        market.Post.Letters.Skip(before).Select(l => l.Subject).ShouldContain($"Đơn {order.Code}: khách đã nhận hàng");
        market.Post.Letters.Skip(before).ShouldContain(l => l.To == "hanh@thu.test");
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Once_however_many_admins_find_out(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var (order, part) = await RefusedAsync(market, garlic);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var stock = await market.OnHandAsync(garlic.Variant);

        var found = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => market.SendAsync(new ConfirmTaken.Command(admin, order.Code, part)))));
        await market.DeliverAsync();

        found.Count(f => f.IsDone).ShouldBe(1);
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(stock - order.Parts[0].Lines[0].Quantity);
        (await market.BalanceAsync(LedgerAccount.FeesOwed, garlic.Cooperative)).ShouldBe(order.Parts[0].FeeLeft.Minor);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_was_sold_again_meanwhile_stays_sold(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 3);
        var (order, part) = await RefusedAsync(market, garlic);
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE catalog_variants SET on_hand = 0"));

        (await market.SendAsync(new ConfirmTaken.Command(Actor.Of(await market.PersonAsync(isAdmin: true), ""), order.Code, part))).IsDone.ShouldBeTrue();

        (await market.OnHandAsync(garlic.Variant)).ShouldBe(0);
        (await market.OrderAsync(order.Code)).Parts[0].State.ShouldBe(SellerOrderState.Delivered);
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_decides_it_for_her_own_cooperative_and_no_carriers_bill_is_forgotten(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var (order, part) = await RefusedAsync(market, garlic);
        var (hers, other) = (await market.PersonAsync(isAdmin: true), Actor.Of(await market.PersonAsync(isAdmin: true), ""));
        await market.SeatAsync(garlic.Cooperative, hers, MemberRole.Packer);
        // The carrier's list has a fee for bringing it back.
        await market.InDbAsync(db => db.Set<CashParcel>().ExecuteUpdateAsync(set => set.SetProperty(p => p.State, CashParcelState.Returned)));

        (await market.SendAsync(new ConfirmTaken.Command(Actor.Of(hers, ""), order.Code, part))).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(new ConfirmTaken.Command(other, order.Code, part))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.RowsAsync<CashParcel>()).ShouldHaveSingleItem().State.ShouldBe(CashParcelState.Returned);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Not_where_its_money_went_back_or_goes_to_the_market(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var paid = await What_comes_back.SoldAsync(market, PaymentWay.BankTransfer, pieces: 1, deliver: false);
        var manager = (await market.RowsAsync<Membership>()).First(m => m.Cooperative == paid.Cooperative).Person;
        var sent = paid.Order.Parts[0].Id;
        (await market.SendAsync(new RefuseParcel.Command(Actor.Of(manager, ""), paid.Cooperative, sent))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ConfirmTaken.Command(admin, paid.Order.Code, sent))).Refusal.ShouldBe(new WrongStep());

        var garlic = await market.LiveProductAsync(onHand: 10);
        var (order, part) = await RefusedAsync(market, garlic);
        await market.InDbAsync(db => db.Set<SellerOrder>().Where(p => p.Id == part).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsCashForMarket, true)));
        (await market.SendAsync(new ConfirmTaken.Command(admin, order.Code, part))).Refusal.ShouldBe(new WrongStep());
    }

    private static async Task<(Order Order, SellerOrderId Part)> RefusedAsync(Market market, ListedProduct product)
    {
        var order = await market.ToPackAsync(product);
        var (packer, part) = (DeskFactory.Manager(product), order.Parts[0].Id);
        (await market.SendAsync(new ShipParcel.Command(packer, product.Cooperative, part, Carrier.Ghn, "GHN1XX"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new RefuseParcel.Command(packer, product.Cooperative, part))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        return (order, part);
    }
}
