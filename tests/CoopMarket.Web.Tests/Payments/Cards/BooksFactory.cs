using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>A market beside a gateway that keeps its fees, and both books laid side by side.</summary>
internal static class BooksFactory
{
    /// <summary>3.4 % and 8,000 ₫ of a charge, 350,000 ₫ of a dispute.</summary>
    public static readonly Fees Usual = new(340, 8_000, 350_000);

    /// <summary>A market beside a gateway that keeps something of everything.</summary>
    public static async Task<CardMarket> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var cards = await CardMarket.OpenAsync(provider);
        cards.Stripe.Books.Fees = Usual;
        return cards;
    }

    public static async Task<Order> PaidAsync(this CardMarket cards)
    {
        var of = await cards.OrderAsync();
        await cards.PayAsync(of);
        return of.Order;
    }

    public static async Task<MoneyInId> ArriveAsync(this Market market, long dong)
    {
        var line = await market.SendAsync(new RecordTransfer.Command(Actor.Job("test"), $"FTS{dong}", $"{dong}", "STRIPE PAYOUT", DateOnly.FromDateTime(market.Clock.GetUtcNow().UtcDateTime)));
        await market.DeliverAsync();
        return line.Value;
    }

    public static async Task SendBackAsync(this CardMarket cards)
    {
        await cards.Market.DeliverAsync();
        await cards.Market.RoundAsync<SendCardRefunds>();
        await cards.Stripe.Webhooks.SettledAsync();
        await cards.Market.DeliverAsync();
    }

    public static async Task CompareAsync(this CardMarket cards)
    {
        cards.Market.Clock.Advance(TimeSpan.FromHours(3));
        await cards.Market.RoundAsync<CompareCards>();
        await cards.Market.DeliverAsync();
    }

    /// <summary>Both books say the same, by line and by sum, and so does the ledger.</summary>
    public static async Task AgreesAsync(this CardMarket cards)
    {
        await cards.Market.CheckAsync();
        (await cards.Market.RowsAsync<CardComparison>()).MaxBy(c => c.At)!.Unexplained.ShouldBe(0);
    }

    public static Task<CardBooks.View?> ShownAsync(this CardMarket cards) => cards.Market.SendAsync(new CardBooks.Query(Actor.Job("test")));

    public static Task<List<CardMove>> MovesAsync(this CardMarket cards) => cards.Market.RowsAsync<CardMove>();

    public static async Task<int> EntriesAsync(this CardMarket cards, EntryKind kind) => (await cards.Market.RowsAsync<JournalEntry>()).Count(e => e.Kind == kind);

    public static async Task<List<AlertRow>> AlertsAsync(this CardMarket cards) => (await cards.Market.RowsAsync<AlertRow>()).FindAll(a => a.Kind == AlertKind.CardsDiffer);
}
