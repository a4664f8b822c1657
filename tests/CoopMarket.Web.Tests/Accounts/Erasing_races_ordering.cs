using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>Either what she does stands and erasing is refused, or she is erased and it is refused.</summary>
public sealed class Erasing_races_ordering
{
    [Theory, EveryDatabase]
    internal async Task Either_the_order_stands_or_the_account_goes(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 100);
        var stood = 0;
        for (var i = 0; i < 12; i++)
        {
            var (order, erase) = await BothAsync(market, garlic);
            // Who begins a little later wins now and then.
            var late = i % 2 == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(i * 3);
            var placing = market.SendAsync(order);
            await Task.Delay(late, TestContext.Current.CancellationToken);
            var erasing = market.SendAsync(erase);
            var (placed, erased) = (await placing, await erasing);

            placed.IsDone.ShouldBe(!erased.IsDone);
            if (placed.IsDone)
                erased.Refusal.ShouldBeOfType<AccountIsNeeded>();
            else
                placed.Refusal.ShouldBeOfType<AccountIsErased>();
            stood += placed.IsDone ? 1 : 0;
            var account = (await market.RowsAsync<Account>()).Single(a => a.Id == order.Actor.Me.Value);
            (await market.RowsAsync<Order>()).Count(o => o.Buyer == account.PersonId).ShouldBe(account.ErasedAt is null ? 1 : 0);
        }

        stood.ShouldBeGreaterThan(0);
    }

    [Theory, EveryDatabase]
    internal async Task Where_nobody_holds_her_account_both_would_be_done(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (order, erase) = await BothAsync(market, await market.LiveProductAsync());

        await using var twin = BrokenTwin.Heedless(market);
        (await twin.RaceBothAsync(order, erase)).ShouldBe([true, true]);
        (await market.RowsAsync<Order>()).ShouldHaveSingleItem().To.Name.ShouldNotBeEmpty("she is gone, and her name is not");
    }

    [Theory, EveryDatabase]
    internal async Task Of_a_desks_last_two_managers_not_both_go(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var second = await market.RegisteredAsync();
        await market.SeatAsync(coop.Id, second, MemberRole.Manager);

        var leaving = market.SendAsync(new LeaveDesk.Command(Actor.Of(coop.Manager, ""), coop.Id));
        var erasing = market.SendAsync(new EraseAccount.Command(An_account_is_erased.Proved(market, second), true));
        ((await leaving).IsDone, (await erasing).IsDone).ShouldBeOneOf((true, false), (false, true));
        (await market.RowsAsync<Membership>()).ShouldHaveSingleItem();
    }

    private static async Task<(PlaceOrder.Command Order, EraseAccount.Command Erase)> BothAsync(Market market, ListedProduct garlic)
    {
        var actor = An_account_is_erased.Proved(market, await market.RegisteredAsync());
        (await market.SendAsync(new AddToBasket.Command(actor, null, garlic.Variant, 1))).IsDone.ShouldBeTrue();
        return (await market.CheckoutAsync(null, PaymentWay.CashOnDelivery, actor), new(actor, true));
    }
}
