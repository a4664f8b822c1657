using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Settlement.Payouts;

/// <summary>A market with two admins and cooperatives that have earned something.</summary>
internal sealed class PayoutMarket(Market market, PersonId first, PersonId second) : IAsyncDisposable
{
    private int _cooperatives;

    public Market Market => market;

    public PersonId FirstAdmin => first;

    /// <summary>Drafts runs; she has just proved who she is.</summary>
    public Task<Actor> FirstAsync() => market.ProvedAsync(first);

    /// <summary>Approves them.</summary>
    public Task<Actor> SecondAsync() => market.ProvedAsync(second);

    public static async Task<PayoutMarket> OpenAsync(DatabaseProvider provider)
    {
        var market = await PaymentsFactory.OpenAsync(provider);
        return new(market, await market.PersonAsync("Hà Thị Một", isAdmin: true), await market.PersonAsync("Cầm Thị Hai", isAdmin: true));
    }

    /// <summary>An approved cooperative whose account is old enough.</summary>
    public async Task<SellingCoop> CooperativeAsync()
    {
        var coop = await market.SellingCoopAsync($"Hợp tác xã số {++_cooperatives}");
        market.Clock.Advance(PayoutDue.AccountWaits);
        return coop;
    }

    /// <summary>A cooperative sells, delivers, and three days later its share can be paid out.</summary>
    /// <returns>The share, in đồng.</returns>
    public async Task<long> EarnAsync(CooperativeId cooperative, long goods = 500_000, long delivery = 30_000)
    {
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(delivery, (goods, 1)) { Of = cooperative });
        await market.PayAsync(order);
        await market.DeliverPartAsync(order, order.Parts[0]);
        market.Clock.Advance(Hold.After);
        await market.RoundAsync<ReleaseHolds>();
        return goods + delivery - order.Parts[0].Fee.Minor;
    }

    /// <summary>A cooperative sells for cash and owes the market its fee.</summary>
    /// <returns>The fee, in đồng.</returns>
    public async Task<long> OweAsync(CooperativeId cooperative, long goods = 300_000)
    {
        var order = await market.PlaceAsync(PaymentWay.CashOnDelivery, new Part(30_000, (goods, 1)) { Of = cooperative });
        await market.DeliverPartAsync(order, order.Parts[0]);
        return order.Parts[0].Fee.Minor;
    }

    /// <summary>The first admin drafts a run.</summary>
    /// <returns>The run's code.</returns>
    public async Task<string> DraftAsync() => (await market.SendAsync(new DraftPayouts.Command(await FirstAsync()))).Value;

    /// <summary>A run as an admin sees it.</summary>
    public async Task<PayoutSheet.View> SheetAsync(string run) => (await market.SendAsync(new PayoutSheet.Query(await SecondAsync(), run)))!;

    /// <summary>The second admin approves what she sees.</summary>
    public async Task<Outcome> ApproveAsync(string run) => await market.SendAsync(new ApprovePayouts.Command(await SecondAsync(), run, (await SheetAsync(run)).Seal));

    /// <summary>Drafts and approves a run.</summary>
    public async Task<string> SendAsync()
    {
        var run = await DraftAsync();
        (await ApproveAsync(run)).IsDone.ShouldBeTrue();
        return run;
    }

    /// <summary>An admin writes down what the bank did.</summary>
    public async Task<Outcome> RecordAsync(string run, int? position, bool isPaid, string text)
    {
        var outcome = await market.SendAsync(new RecordPayoutResult.Command(await FirstAsync(), run, position, isPaid, Reference: text, Reason: text));
        await market.DeliverAsync();
        return outcome;
    }

    public Task<List<Payout>> PayoutsAsync() => market.InDbAsync(db => db.Set<Payout>().AsNoTracking().OrderBy(p => p.Position).ToListAsync());

    public async Task<int> EntriesAsync(EntryKind kind) => (await market.RowsAsync<JournalEntry>()).Count(e => e.Kind == kind);

    public ValueTask DisposeAsync() => market.DisposeAsync();
}
