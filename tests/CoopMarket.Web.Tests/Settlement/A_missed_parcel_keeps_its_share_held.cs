using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Settlement;

public sealed class A_missed_parcel_keeps_its_share_held
{
    [Theory, EveryDatabase]
    internal async Task Until_the_buyer_has_it_or_an_admin_asked(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await SentAsync(market);
        var part = order.Parts[0].Id;
        await market.MoveAsync(order.Id, o => o.Deliver(part, Witness.Cooperative, market.Clock.GetUtcNow()));
        await market.SendAsync(new BuyerNotArrived.Command(Actor.Guest(""), order.Code, SettlementFactory.Secret, part));
        await market.DeliverAsync();

        market.Clock.Advance(TimeSpan.FromDays(9));
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(0);
        await market.CheckAsync();

        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        (await market.SendAsync(new ConfirmArrival.Command(admin, order.Code, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ConfirmArrival.Command(admin, order.Code, part))).Refusal.ShouldBe(new WrongStep());
        await market.DeliverAsync();
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(-(120_000 - 6_000));
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_decline_that_is_not_booked_yet_is_never_paid_out_first(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(20_000, (50_000, 2)));
        await market.PayAsync(order);
        var part = order.Parts[0];
        await market.MoveAsync(order.Id, o => o.Accept(part.Id, market.Clock.GetUtcNow()));
        await market.MoveAsync(order.Id, o => o.Decline(part.Id, part.Lines[0].Id, 1, "vỡ", market.Clock.GetUtcNow()));
        await market.InDbAsync(db => db.Set<OutboxRow>().Where(r => r.Subscriber == "settlement.decline").ExecuteUpdateAsync(set => set.SetProperty(r => r.State, OutboxState.Parked)));
        await market.MoveAsync(order.Id, o => o.Ship(part.Id, Carrier.Other, "", market.Clock.GetUtcNow()));
        await market.MoveAsync(order.Id, o => o.Deliver(part.Id, Witness.Buyer, market.Clock.GetUtcNow()));

        market.Clock.Advance(TimeSpan.FromDays(4));
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(0);

        await market.InDbAsync(db => db.Set<OutboxRow>().Where(r => r.Subscriber == "settlement.decline").ExecuteUpdateAsync(set => set.SetProperty(r => r.State, OutboxState.Done)));
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(-(70_000 - 3_000));
    }

    private static async Task<Order> SentAsync(Market market)
    {
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(20_000, (50_000, 2)));
        await market.PayAsync(order);
        var part = order.Parts[0].Id;
        await market.MoveAsync(order.Id, o => o.Accept(part, market.Clock.GetUtcNow()));
        await market.MoveAsync(order.Id, o => o.Ship(part, Carrier.Other, "", market.Clock.GetUtcNow()));
        return order;
    }
}
