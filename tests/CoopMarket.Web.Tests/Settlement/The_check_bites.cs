using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Admin;
using CoopMarket.Web.Features.Admin.Invariants;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Payments.Cards;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Settlement;

/// <summary>Each invariant is broken on purpose: a check that can't fail proves nothing.</summary>
public sealed class The_check_bites
{
    [Theory, EveryDatabase]
    internal async Task A_payment_that_counts_more_than_came_in_is_found(DatabaseProvider provider)
    {
        await using var market = await SoldAsync(provider);
        await BreakAsync(market, db => db.Set<MoneyIn>().ExecuteUpdateAsync(s => s.SetProperty(m => m.Applied.Minor, 1)));
        (await WrongAsync(market)).ShouldContain(l => l.StartsWith("I3"));
    }

    [Theory, EveryDatabase]
    internal async Task More_owed_back_of_one_part_than_it_cost_is_found_though_the_order_cost_more(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (100_000, 1)), new Part(30_000, (100_000, 1)));
        await market.PayAsync(order);
        await BreakAsync(market, async db =>
        {
            db.Add(RefundDue.OfSale(new(Guid.NewGuid()), RefundReason.Granted, order.Id, order.Parts[0].Id, MoneyPlace.Bank, Money.Dong(130_001), market.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        (await WrongAsync(market)).ShouldContain(l => l.StartsWith("I3"));
    }

    [Theory, EveryDatabase]
    internal async Task A_card_page_that_lost_its_charge_is_found(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await cards.PayAsync(await cards.OrderAsync());
        (await WrongAsync(cards.Market)).ShouldBeEmpty();
        await BreakAsync(cards.Market, db => db.Set<MoneyIn>().ExecuteUpdateAsync(s => s.SetProperty(m => m.SourceId, "cs_other")));
        (await WrongAsync(cards.Market)).ShouldContain(l => l.StartsWith("I8"));
    }

    [Theory, EveryDatabase]
    internal async Task An_order_that_is_not_its_parts_is_found(DatabaseProvider provider)
    {
        await using var market = await SoldAsync(provider);
        await BreakAsync(market, db => db.Set<SellerOrder>().ExecuteUpdateAsync(s => s.SetProperty(p => p.Delivery.Minor, 1)));
        (await WrongAsync(market)).ShouldContain(l => l.StartsWith("an order equals"));
        (await WrongAsync(market)).ShouldContain(l => l.StartsWith("each part"));
    }

    [Theory, EveryDatabase]
    internal async Task Money_that_the_ledger_does_not_know_is_found(DatabaseProvider provider)
    {
        await using var market = await SoldAsync(provider);
        await BreakAsync(market, async db =>
        {
            db.Add(RefundDue.OfSurplus(new(Guid.CreateVersion7()), RefundReason.Unknown, null, null, MoneyPlace.Bank, Money.Dong(5), market.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        (await WrongAsync(market)).ShouldContain(l => l.StartsWith("I2"));
    }

    [Theory, EveryDatabase]
    internal async Task An_entry_that_does_not_balance_is_found_and_the_admins_hear_of_it(DatabaseProvider provider)
    {
        await using var market = await SoldAsync(provider);
        var entry = (await market.RowsAsync<JournalEntry>())[0];
        await BreakAsync(market, db => db.Database.ExecuteSqlAsync(
            $"INSERT INTO settlement_lines (entry, number, account, amount_minor, amount_currency) VALUES ({entry.Id.Value}, 99, 'Bank', 1, 'VND')"));
        (await WrongAsync(market)).ShouldContain(l => l.StartsWith("I1"));

        await market.RoundAsync<DailyCheck>();
        (await market.RowsAsync<AlertRow>()).ShouldHaveSingleItem().Kind.ShouldBe(AlertKind.CheckFailed);
    }

    [Theory, EveryDatabase]
    internal async Task A_message_that_waits_for_hours_is_found(DatabaseProvider provider)
    {
        await using var market = await SoldAsync(provider);
        await BreakAsync(market, db => db.Set<OutboxRow>().ExecuteUpdateAsync(s => s.SetProperty(r => r.State, OutboxState.Pending)));
        market.Clock.Advance(TimeSpan.FromHours(2));
        (await WrongAsync(market)).ShouldContain(l => l.StartsWith("I6"));
    }

    [Theory, EveryDatabase]
    internal async Task A_parked_message_to_the_books_is_never_taken_for_one_on_its_way(DatabaseProvider provider)
    {
        await using var market = await SoldAsync(provider);
        await BreakAsync(market, db => db.Set<OutboxRow>().Where(r => r.Subscriber == "settlement.sale").ExecuteUpdateAsync(s => s.SetProperty(r => r.State, OutboxState.Parked)));
        (await WrongAsync(market)).ShouldContain(l => l.StartsWith("I2"));
    }

    [Theory, EveryDatabase]
    internal async Task An_id_that_names_nothing_is_found(DatabaseProvider provider)
    {
        await using var market = await Orders.OrdersFactory.OpenAsync(provider);
        var garlic = await Catalog.CatalogFactory.LiveProductAsync(market);
        await Orders.OrdersFactory.OrderAsync(market, PaymentWay.BankTransfer, (garlic.Variant, 1));
        await market.DeliverAsync();
        (await WrongAsync(market)).ShouldBeEmpty();

        await BreakAsync(market, db => db.Set<OrderLine>().ExecuteUpdateAsync(s => s.SetProperty(l => l.Variant, new VariantId(Guid.CreateVersion7()))));
        (await WrongAsync(market)).ShouldBe([NothingDangles.Invariant]);
    }

    [Theory, EveryDatabase]
    internal async Task Stock_that_no_move_explains_is_found(DatabaseProvider provider)
    {
        await using var market = await Orders.OrdersFactory.OpenAsync(provider);
        await Catalog.CatalogFactory.LiveProductAsync(market);
        await BreakAsync(market, db => db.Set<Variant>().ExecuteUpdateAsync(s => s.SetProperty(v => v.OnHand, v => v.OnHand + 1)));
        (await WrongAsync(market)).ShouldContain(l => l.StartsWith("I4"));
    }

    private static async Task<Market> SoldAsync(DatabaseProvider provider)
    {
        var market = await PaymentsFactory.OpenAsync(provider);
        await market.PayAsync(await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (100_000, 1))));
        await market.CheckAsync();
        return market;
    }

    private static Task<int> BreakAsync(Market market, Func<MarketDb, Task<int>> work) => market.InDbAsync(work);

    private static async Task<IReadOnlyList<string>> WrongAsync(Market market)
        => [.. (await market.WithAsync<Check, IReadOnlyList<CheckLine>>(c => c.RunAsync(default))).Where(l => !l.Holds).Select(l => l.Name)];
}
