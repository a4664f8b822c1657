using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>What the card gateway held comes to the bank account, less what it keeps.</summary>
public sealed class The_gateway_pays_out
{
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task What_arrived_and_what_was_kept_leave_the_gateways_account_once(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var market = cards.Market;
        await cards.PayAsync(await cards.OrderAsync());
        var held = await market.BalanceAsync(LedgerAccount.Cards);
        held.ShouldBeGreaterThan(0);
        var bank = await market.BalanceAsync(LedgerAccount.Bank);
        var line = await ArriveAsync(market, held - 3_400, "FTS1");

        (await market.SendAsync(new ReceiveFromCards.Command(Job, line, "3.401"))).Refusal.ShouldBe(new MoreThanCardsHold(held));
        (await market.SendAsync(new ReceiveFromCards.Command(Job, line, "3.400"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(3_400);
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(bank + held - 3_400);
        (await market.BalanceAsync(LedgerAccount.BuyersMoney)).ShouldBe(0);
        (await market.SendAsync(new ReceiveFromCards.Command(Job, line, "0"))).Refusal.ShouldBeOfType<MoneyAlreadyDecided>();
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Two_lines_at_once_never_take_more_than_it_held(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var market = cards.Market;
        await cards.PayAsync(await cards.OrderAsync());
        var held = await market.BalanceAsync(LedgerAccount.Cards);
        var lines = new[] { await ArriveAsync(market, held, "FTS1"), await ArriveAsync(market, held, "FTS2") };

        var outcomes = await Task.WhenAll(lines.Select(l => Task.Run(() => market.SendAsync(new ReceiveFromCards.Command(Job, l, "0")))));
        await market.DeliverAsync();

        outcomes.Count(o => o.IsDone).ShouldBe(1);

        (await market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(0);
        await market.CheckAsync();
    }

    /// <summary>The broken twin: reads what the gateway holds, then takes it, and nobody waits for the other.</summary>
    [Theory, EveryDatabase]
    internal async Task Two_lines_that_read_and_then_write_take_it_twice(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var market = cards.Market;
        await cards.PayAsync(await cards.OrderAsync());
        var held = Domain.Shared.Money.Dong(await market.BalanceAsync(LedgerAccount.Cards));
        foreach (var id in new[] { await ArriveAsync(market, held.Minor, "FTS1"), await ArriveAsync(market, held.Minor, "FTS2") })
            await market.InDbAsync(async db =>
            {
                (await db.Set<MoneyIn>().SingleAsync(m => m.Id == id)).ComeFromCards(Domain.Shared.Money.Dong(0), held).IsDone.ShouldBeTrue();
                return await db.SaveChangesAsync();
            });

        (await market.RowsAsync<MoneyIn>()).Where(m => m.IsFromCards).Sum(m => m.Amount.Minor).ShouldBe(2 * held.Minor);
    }

    private static async Task<MoneyInId> ArriveAsync(Market market, long dong, string reference)
    {
        var line = await market.SendAsync(new RecordTransfer.Command(Job, reference, dong.ToString(), "STRIPE PAYOUT", new(2026, 11, 23), IsAnother: true));
        await market.DeliverAsync();
        return line.Value;
    }
}
