using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.House.Killing;
using CoopMarket.Web.Tests.Settlement.Payouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Settlement;

/// <summary>Fault F5 at every moment at which the process can die: tax is withheld once when goods arrive, and given back once.</summary>
public sealed class Withholding_is_torn
{
    private const string Subscriber = "settlement.delivered";

    // Of 500.000 of goods 1 % and 0.5 %, of their way (30.000) 3 % and 1.5 %; of 70.000 of the goods that go back 1.5 %.
    private const long Whole = 5_000 + 2_500 + 900 + 450;
    private const long Back = 1_050;

    private static readonly TimeSpan LongerThanALease = TimeSpan.FromMinutes(3);

    [Theory, EveryDatabase]
    internal async Task It_is_withheld_once_and_given_back_once_whenever_it_dies(DatabaseProvider provider)
        => (await Death.EverywhereAsync(death => ArrivesAsync(death, provider, Death.WritesAsync))).ShouldBeGreaterThan(15);

    /// <summary>The broken twin: doesn't look at what is withheld already, and puts its message away in a transaction of its own.</summary>
    [Theory, EveryDatabase]
    internal Task Who_looks_at_nothing_and_puts_her_message_away_after_withholds_twice(DatabaseProvider provider)
        => Death.TearsAsync(death => ArrivesAsync(death, provider, WithholdAnewAsync));

    private static async Task ArrivesAsync(Death death, DatabaseProvider provider, Func<Market, Task> act)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        (await market.SendAsync(new EnsureTaxRates.Command(Actor.Job("test")))).IsDone.ShouldBeTrue();
        var home = await payouts.CooperativeAsync();
        await market.InDbAsync(db => db.Set<Cooperative>().Where(c => c.Id == home.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Kind, SellerKind.Household)));
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (250_000, 2)) { Of = home.Id });
        await market.PayAsync(order);
        var (part, now) = (order.Parts[0], market.Clock.GetUtcNow());
        await market.MoveAsync(order.Id, o => o.Accept(part.Id, now));
        await market.MoveAsync(order.Id, o => o.Ship(part.Id, Carrier.Other, "", now));

        await death.MeetsAsync(market, async () =>
        {
            await SaveAsync(market, order, o => o.Deliver(part.Id, Witness.Buyer, now));
            await act(market);
            await SaveAsync(market, order, Refund);
            await Death.WritesAsync(market);
        });

        // Who gets no answer tries again; what was done refuses it.
        await SaveAsync(market, order, o => o.Deliver(part.Id, Witness.Buyer, now));
        market.Clock.Advance(LongerThanALease);
        await act(market);
        if ((await market.RowsAsync<PartRefund>()).Count == 0)
            await SaveAsync(market, order, Refund);
        await market.DeliverAsync();

        (await market.RowsAsync<WithheldTax>()).Sum(t => t.Tax.Minor).ShouldBe(Whole - Back);
        (await market.RowsAsync<WithheldTax>()).Count.ShouldBe(2 + 1);
        (await market.RowsAsync<Hold>()).ShouldHaveSingleItem();
        (-await market.BalanceAsync(LedgerAccount.TaxWithheld)).ShouldBe(Whole - Back);
        (-await market.BalanceAsync(LedgerAccount.Held, home.Id)).ShouldBe(500_000 - Whole - 70_000 + 4_200 + Back);
        await market.CheckAsync();

        Outcome Refund(Order o) => o.Refund(part.Id, [new(new(Guid.CreateVersion7()), part.Lines[0].Id, Money.Dong(70_000))], "vỡ", now);
    }

    private static async Task SaveAsync(Market market, Order order, Func<Order, Outcome> move)
    {
        await using var scope = market.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
        _ = move(await db.Set<Order>().SingleAsync(o => o.Id == order.Id));
        scope.ServiceProvider.GetRequiredService<Outbox>().Collect();
        await db.SaveChangesAsync();
    }

    private static async Task WithholdAnewAsync(Market market)
    {
        foreach (var row in (await market.RowsAsync<OutboxRow>()).Where(r => r.Subscriber == Subscriber && r.State == OutboxState.Pending))
        {
            await using var scope = market.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
            var part = await db.Set<SellerOrder>().SingleAsync();
            var worth = (await scope.ServiceProvider.GetRequiredService<PartsWorth>().OfAsync(part.Id, default))!.Value.Worth;
            var changes = Withholding.Changes(worth, [], await db.Set<WithholdingRate>().ToListAsync());
            var (tax, source) = (Money.Sum(changes.Select(c => c.Vat + c.Income)), Guid.CreateVersion7());
            await scope.ServiceProvider.GetRequiredService<Ledger>().PostAsync(
                EntryKind.TaxWithheld, source, part.OrderId, row.RaisedAt,
                [new(LedgerAccount.Held, tax, part.Cooperative, part.Id), new(LedgerAccount.TaxWithheld, -tax, sellerOrder: part.Id)], default);
            db.AddRange(changes.Select(c => WithheldTax.Write(new(Guid.CreateVersion7()), source, part.OrderId, part.Id, part.Cooperative, c, row.RaisedAt, row.RaisedAt)));
            if (!await db.Set<Hold>().AnyAsync())
                db.Add(Hold.Of(part.OrderId, part.Id, part.Cooperative, row.RaisedAt));
            await db.SaveChangesAsync();
            await db.Set<OutboxRow>().Where(r => r.Id == row.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, OutboxState.Done));
        }

        await Death.WritesAsync(market);
    }
}
