using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.House.Killing;
using CoopMarket.Web.Tests.Rates;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>Row 44: what the gateway keeps for its work is booked by one entry each, whoever looks and however often; what was typed of it before is not booked twice.</summary>
public sealed class The_gateway_keeps_its_fee
{
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task What_the_gateway_kept_of_a_charge_is_booked_once_however_often_its_books_are_read(DatabaseProvider provider)
    {
        await using var cards = await BooksFactory.OpenAsync(provider);
        var order = await cards.PaidAsync();
        for (var day = 0; day < 3; day++)
            await cards.CompareAsync();

        var fee = BooksFactory.Usual.Of(order.Total.Minor);
        (await cards.EntriesAsync(EntryKind.CardFee)).ShouldBe(1);
        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(fee);
        (await cards.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(order.Total.Minor - fee);
        await cards.AgreesAsync();
        var shown = (await cards.ShownAsync())!;
        shown.ShouldSatisfyAllConditions(s => s.Unexplained.ShouldBe(0), s => s.Waiting.ShouldBe(0), s => s.Moves.ShouldBe(1), s => s.Lines.ShouldBeEmpty(), s => s.Others.ShouldBeEmpty());
        shown.Held.ShouldHaveSingleItem().ShouldBe(new(Money.Dong(order.Total.Minor - fee), Money.Dong(order.Total.Minor - fee), Money.Dong(0)));
    }

    [Theory, EveryDatabase]
    internal async Task A_fee_that_is_changed_afterwards_is_one_entry_more(DatabaseProvider provider)
    {
        await using var cards = await BooksFactory.OpenAsync(provider);
        var fee = BooksFactory.Usual.Of((await cards.PaidAsync()).Total.Minor);
        await cards.CompareAsync();

        cards.Stripe.Books.ChangeFee(1_200, "vnd");
        await cards.CompareAsync();
        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(fee + 1_200);
        cards.Stripe.Books.ChangeFee(-700, "vnd");
        await cards.CompareAsync();
        await cards.CompareAsync();

        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(fee + 500);
        (await cards.EntriesAsync(EntryKind.CardFee)).ShouldBe(3);
        await cards.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_dispute_costs_its_fee_once_whether_it_is_won_or_lost(DatabaseProvider provider)
    {
        await using var cards = await BooksFactory.OpenAsync(provider);
        var (lost, won) = (await cards.PaidAsync(), await cards.PaidAsync());
        var intents = cards.Stripe.Books.PaymentIntents;
        foreach (var (intent, isWon) in new[] { (intents[0].Id, false), (intents[1].Id, true) })
        {
            var dispute = await cards.Stripe.DisputeAsync(intent);
            await cards.Market.DeliverAsync();
            await cards.CompareAsync();
            await cards.AgreesAsync();
            await cards.Stripe.EndDisputeAsync(dispute, isWon);
            await cards.Market.DeliverAsync();
            await cards.CompareAsync();
            await cards.CompareAsync();
        }

        (await cards.EntriesAsync(EntryKind.TakenBack)).ShouldBe(2);
        (await cards.EntriesAsync(EntryKind.CardFee)).ShouldBe(4);
        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(BooksFactory.Usual.Of(lost.Total.Minor) + BooksFactory.Usual.Of(won.Total.Minor) + (2 * BooksFactory.Usual.Dispute));
        (await cards.Market.PaymentOfAsync(lost.Id)).State.ShouldBe(PaymentState.TakenBack);
        (await cards.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(cards.Stripe.Books.Balance("vnd"));
        await cards.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_an_admin_had_typed_as_kept_is_not_booked_a_second_time(DatabaseProvider provider)
    {
        await using var cards = await BooksFactory.OpenAsync(provider);
        var (first, second) = (await cards.PaidAsync(), await cards.PaidAsync());
        var fee = BooksFactory.Usual.Of(first.Total.Minor);
        // Before the gateway's books were ever read: she typed what it kept, a little more than it did.
        await cards.Stripe.PayOutAsync(first.Total.Minor - fee);
        var line = await cards.Market.ArriveAsync(first.Total.Minor - fee);
        (await cards.Market.SendAsync(new ReceiveFromCards.Command(Job, line, $"{fee + 100}"))).IsDone.ShouldBeTrue();
        await cards.Market.DeliverAsync();
        await cards.CompareAsync();

        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(fee + BooksFactory.Usual.Of(second.Total.Minor));
        (await cards.MovesAsync()).Sum(m => m.Covered.Minor).ShouldBe(fee + 100);
        await cards.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Two_nodes_take_what_was_typed_as_kept_off_once(DatabaseProvider provider)
    {
        await using var cards = await TypedAsync(provider);
        var moves = await cards.MovesAsync();
        await Task.WhenAll(moves.Concat(moves).Select(m => Task.Run(() => cards.Market.SendAsync(new JudgeCardMoves.Command(Job, [m.Id])))));

        (await cards.MovesAsync()).Sum(m => m.Covered.Minor).ShouldBe(1_000);
    }

    /// <summary>The broken twin: nobody waits for the other, and both take it off.</summary>
    [Theory, EveryDatabase]
    internal async Task Two_nodes_that_read_and_then_write_take_it_off_twice(DatabaseProvider provider)
    {
        await using var cards = await TypedAsync(provider);
        await using var twin = BrokenTwin.Heedless(cards.Market);
        await twin.RaceAsync([.. (await cards.MovesAsync()).Where(m => m.Kind == CardMoveKind.Charge).Select(m => new JudgeCardMoves.Command(Job, [m.Id]))]);

        (await cards.MovesAsync()).Sum(m => m.Covered.Minor).ShouldBe(2_000);
    }

    [Theory, EveryDatabase]
    internal async Task Two_comparisons_at_once_book_each_thing_once(DatabaseProvider provider)
    {
        await using var cards = await BooksFactory.OpenAsync(provider);
        var order = await cards.PaidAsync();
        await cards.Stripe.DisputeAsync(cards.Stripe.Books.PaymentIntents[0].Id);
        await cards.Market.DeliverAsync();
        cards.Market.Clock.Advance(TimeSpan.FromHours(3));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => cards.Market.RoundAsync<CompareCards>())));
        await cards.Market.DeliverAsync();

        (await cards.MovesAsync()).Count.ShouldBe(2);
        (await cards.EntriesAsync(EntryKind.CardFee)).ShouldBe(2);
        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(BooksFactory.Usual.Of(order.Total.Minor) + BooksFactory.Usual.Dispute);
        await cards.CompareAsync();
        await cards.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_kept_in_euros_is_booked_at_the_orders_rate_and_both_currencies_balance(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        cards.Stripe.Books.Fees = new(340, 25, 1_500);
        await cards.Market.RateAsync();
        var of = await cards.Market.OrderInAsync(Currency.EUR);
        await cards.PayAsync(of);
        await cards.Market.RateAsync(rate: "32.000");
        await cards.CompareAsync();

        var fee = new Money(cards.Stripe.Books.Fees.Of(of.Order.Charged.Minor), Currency.EUR);
        (await cards.Market.BalanceAsync(LedgerAccount.Cards, currency: Currency.EUR)).ShouldBe(of.Order.Charged.Minor - fee.Minor);
        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(Exchange.Part(of.Order.Total, fee, of.Order.Charged).Minor);
        await cards.AgreesAsync();

        // A fee of no charge has no order's rate: it waits for today's, and is booked when there is one.
        cards.Stripe.Books.ChangeFee(100, "eur");
        cards.Market.Clock.Advance(TimeSpan.FromDays(9));
        await cards.CompareAsync();
        (await cards.ShownAsync())!.Lines.ShouldHaveSingleItem().Flaw.ShouldBe(CardMoveFlaw.Rate);
        await cards.Market.RateAsync(rate: "31.000");
        await cards.CompareAsync();
        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(Exchange.Part(of.Order.Total, fee, of.Order.Charged).Minor + 31_000);
        await cards.AgreesAsync();
    }

    // Two charges are read and not yet judged, and 1,000 ₫ were typed as kept.
    /// <summary>F2: each line is kept, explained and booked in transactions of their own; the next comparison goes on from wherever one died.</summary>
    [Theory, EveryDatabase]
    internal async Task What_it_kept_is_booked_once_whenever_the_comparison_dies(DatabaseProvider provider)
        => (await Death.EverywhereAsync(death => TornAsync(death, provider))).ShouldBeGreaterThan(12);

    private static async Task TornAsync(Death death, DatabaseProvider provider)
    {
        await using var cards = await BooksFactory.OpenAsync(provider);
        var order = await cards.PaidAsync();
        cards.Stripe.Books.ChangeFee(1_200, "vnd");
        cards.Market.Clock.Advance(TimeSpan.FromHours(3));

        await death.MeetsAsync(cards.Market, async () =>
        {
            await cards.Market.RoundAsync<CompareCards>();
            await Death.WritesAsync(cards.Market);
        });
        await cards.CompareAsync();

        (await cards.EntriesAsync(EntryKind.CardFee)).ShouldBe(2);
        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(BooksFactory.Usual.Of(order.Total.Minor) + 1_200);
        (await cards.MovesAsync()).Count.ShouldBe(2);
        await cards.AgreesAsync();
    }

    private static async Task<CardMarket> TypedAsync(DatabaseProvider provider)
    {
        var cards = await BooksFactory.OpenAsync(provider);
        await cards.PaidAsync();
        await cards.PaidAsync();
        await cards.Stripe.PayOutAsync(50_000);
        (await cards.Market.SendAsync(new ReceiveFromCards.Command(Job, await cards.Market.ArriveAsync(50_000), "1000"))).IsDone.ShouldBeTrue();
        await cards.Market.DeliverAsync();
        var seen = await cards.Market.WithAsync<Adapters.Cards.StripeBooks, Adapters.Cards.SeenBooks>(b => b.ReadAsync(null, default));
        (await cards.Market.SendAsync(new StoreCardMoves.Command(Job, seen.Moves))).IsDone.ShouldBeTrue();
        return cards;
    }
}
