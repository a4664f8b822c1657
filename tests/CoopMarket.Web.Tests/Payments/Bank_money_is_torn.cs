using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.House.Killing;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>Faults F3 and F5, at every moment at which the process can die: a transfer pays its order once, and a statement goes on where it broke off.</summary>
public sealed class Bank_money_is_torn
{
    private const int Lines = StatementUpload.AtOnce + 1;
    private static readonly Actor Admin = Actor.Job("test");
    private static readonly TimeSpan LongerThanALease = TimeSpan.FromMinutes(3);

    [Theory, EveryDatabase]
    internal async Task Two_transfers_pay_their_order_once_whenever_it_dies(DatabaseProvider provider)
        => (await Death.EverywhereAsync(death => TransfersAsync(death, provider, Death.WritesAsync))).ShouldBeGreaterThan(25);

    /// <summary>The broken twin: counts money toward the order in one transaction, and decides the line in the next.</summary>
    [Theory, EveryDatabase]
    internal Task Who_counts_first_and_decides_after_takes_half_of_it_for_all(DatabaseProvider provider)
        => Death.TearsAsync(death => TransfersAsync(death, provider, CountAndDecideAsync));

    [Theory, EveryDatabase]
    internal async Task A_statement_takes_each_line_in_once_whenever_it_dies_and_says_how_far_it_got(DatabaseProvider provider)
        => (await Death.EverywhereAsync(death => StatementAsync(death, provider, GoOnAsync))).ShouldBeGreaterThan(10);

    /// <summary>The broken twin: writes down how far it gets, and takes the lines in after.</summary>
    [Theory, EveryDatabase]
    internal Task Who_says_how_far_she_gets_before_she_got_there_loses_lines(DatabaseProvider provider)
        => Death.TearsAsync(death => StatementAsync(death, provider, SayFirstAsync));

    // The bank tells of two halves, and tells again what was not taken.
    private static async Task TransfersAsync(Death death, DatabaseProvider provider, Func<Market, Task> act)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var order = await OrderAsync(market);
        var half = order.Total.Minor / 2;
        using var bank = market.CreateClient();
        string[] told = [PaymentsFactory.Body(half, order.Code), PaymentsFactory.Body(order.Total.Minor - half, order.Code)];
        await death.MeetsAsync(market, async () =>
        {
            foreach (var body in told)
            {
                (await bank.TellAsync(body)).EnsureSuccessStatusCode();
                await act(market);
            }
        });

        foreach (var body in told)
            (await bank.TellAsync(body)).EnsureSuccessStatusCode();
        market.Clock.Advance(LongerThanALease);
        await market.DeliverAsync();

        var money = await market.RowsAsync<MoneyIn>();
        money.Count.ShouldBe(2);
        money.Sum(m => m.Applied.Minor).ShouldBe(order.Total.Minor);
        await IsPaidOnceAsync(market, order, lines: 2);
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(order.Total.Minor);
        (await market.BalanceAsync(LedgerAccount.BuyersMoney)).ShouldBe(0);
        await market.CheckAsync();
    }

    private static async Task CountAndDecideAsync(Market market)
    {
        foreach (var money in (await market.RowsAsync<MoneyIn>()).Where(m => m.State == MoneyInState.Received))
        {
            var payment = (await market.RowsAsync<Payment>()).Single();
            var match = TransferMatch.Decide(money.AsTransfer(), money.Account, [payment.AsAwaited()]);
            await WriteAsync(market, async db => (await db.Set<Payment>().SingleAsync()).Take(Money.Dong(match.AppliedDong), money.Place, market.Clock.GetUtcNow()));
            await WriteAsync(market, async db => (await db.Set<MoneyIn>().SingleAsync(m => m.Id == money.Id)).Decide(match, payment.Order));
        }

        await Death.WritesAsync(market);
    }

    // One line more than is taken in at a time; the first line and the last pay an order each, the others are the bank's fees.
    private static async Task StatementAsync(Death death, DatabaseProvider provider, Func<Market, StatementId, Task> goOn)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        Order[] orders = [await OrderAsync(market), await OrderAsync(market)];
        var file = StatementFile.Of([("FT0", orders[0].Total.Minor, orders[0].Code), .. Enumerable.Range(1, Lines - 2).Select(i => ($"FT{i}", -(i % 100) - 1L, "phi")), ("FTX", orders[1].Total.Minor, orders[1].Code)]);
        var id = (await market.SendAsync(new UploadStatement.Command(Admin, "sao-ke.csv", file))).Value;
        await death.MeetsAsync(market, async () =>
        {
            (await market.SendAsync(new ImportStatement.Command(Admin, id))).IsDone.ShouldBeTrue();
            await goOn(market, id);
        });

        var upload = await UploadAsync(market, id);
        var got = (await market.RowsAsync<MoneyIn>()).Count;
        new[] { 0, StatementUpload.AtOnce, Lines }.ShouldContain(got);
        (upload.Taken, upload.Known, upload.EndedAt is not null).ShouldBe((got, 0, got == Lines));
        if (upload.BegunAt is null)
            (await market.SendAsync(new ImportStatement.Command(Admin, id))).IsDone.ShouldBeTrue();
        market.Clock.Advance(LongerThanALease);
        await market.DeliverAsync();

        upload = await UploadAsync(market, id);
        (upload.Taken, upload.Known).ShouldBe((Lines, 0));
        upload.EndedAt.ShouldNotBeNull();
        var money = await market.RowsAsync<MoneyIn>();
        money.Count.ShouldBe(Lines);
        money.Select(m => m.Reference).ShouldBeUnique();
        (upload.Opening.Minor + money.Sum(m => m.Direction == TransferDirection.In ? m.Amount.Minor : -m.Amount.Minor)).ShouldBe(upload.Closing.Minor);
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(orders.Sum(o => o.Total.Minor));
        foreach (var order in orders)
            await IsPaidOnceAsync(market, order, lines: 2);
        await market.CheckAsync();
    }

    // Only the statement's own messages: what its lines cause comes after.
    private static async Task GoOnAsync(Market market, StatementId id)
    {
        var deliver = market.Services.GetRequiredService<Deliver>();
        while ((await UploadAsync(market, id)).EndedAt is null)
            foreach (var row in (await deliver.ClaimAsync(ReactionKind.Writes, default)).Where(r => r.Subscriber == "payments.statement"))
                await deliver.DeliverAsync(row, ReactionKind.Writes, default);
    }

    private static async Task SayFirstAsync(Market market, StatementId id)
    {
        while (await UploadAsync(market, id) is { EndedAt: null } upload)
        {
            var next = await market.WithAsync<BankTransferSettings, List<BankLine>>(bank => Task.FromResult(StatementLines.Of(upload, bank)[upload.Taken..Math.Min(upload.Taken + StatementUpload.AtOnce, upload.Total)]));
            await WriteAsync(market, async db => (await db.Set<StatementUpload>().SingleAsync()).Take(next.Count, 0, market.Clock.GetUtcNow()));
            await using var scope = market.Services.CreateAsyncScope();
            foreach (var money in (await scope.ServiceProvider.GetRequiredService<BankLines>().StoreAllAsync(next, default)).Where(m => m.State == MoneyInState.Received))
                await scope.ServiceProvider.GetRequiredService<RecordPayment>().ApplyAsync(money, default);
            scope.ServiceProvider.GetRequiredService<Outbox>().Collect();
            await scope.ServiceProvider.GetRequiredService<MarketDb>().SaveChangesAsync();
        }
    }

    private static async Task IsPaidOnceAsync(Market market, Order order, int lines)
    {
        var payment = await market.PaymentOfAsync(order.Id);
        (payment.State, payment.Paid).ShouldBe((PaymentState.Paid, order.Total));
        (await market.OrderAsync(order.Code)).PaidAt.ShouldNotBeNull();
        (await market.RowsAsync<RefundDue>()).ShouldBeEmpty();
        var entries = await market.RowsAsync<JournalEntry>();
        entries.Count(e => e.Kind == EntryKind.MoneyIn).ShouldBe(lines);
        entries.Count(e => e.Kind == EntryKind.Sale && e.Order == order.Id).ShouldBe(1);
    }

    private static async Task<Order> OrderAsync(Market market) => (await market.OrderAsync(PaymentWay.BankTransfer, ((await market.LiveProductAsync(price: 100_000)).Variant, 1))).Order;

    private static async Task<StatementUpload> UploadAsync(Market market, StatementId id) => (await market.RowsAsync<StatementUpload>()).Single(s => s.Id == id);

    private static async Task WriteAsync(Market market, Func<MarketDb, Task> write)
    {
        await using var scope = market.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
        await write(db);
        scope.ServiceProvider.GetRequiredService<Outbox>().Collect();
        await db.SaveChangesAsync();
    }
}
