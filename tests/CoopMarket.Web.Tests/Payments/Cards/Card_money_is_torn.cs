using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.House.Killing;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Rates;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>Faults F2, F3 and F15, at every moment at which the process can die: a card is charged once, and once is what goes back to it.</summary>
public sealed class Card_money_is_torn
{
    private const string Back = "POST /v1/refunds";

    [Theory, EveryDatabase]
    internal async Task Each_refund_goes_back_once_whenever_it_dies_and_what_is_in_doubt_never_by_itself(DatabaseProvider provider)
        => (await Death.EverywhereAsync(death => RefundsAsync(death, provider, isToldOf: false, market => market.RoundAsync<SendCardRefunds>()))).ShouldBeGreaterThan(12);

    [Theory, EveryDatabase]
    internal async Task Each_refund_goes_back_once_whenever_it_dies_and_the_gateway_tells_of_it_later(DatabaseProvider provider)
        => (await Death.EverywhereAsync(death => RefundsAsync(death, provider, isToldOf: true, market => market.RoundAsync<SendCardRefunds>()))).ShouldBeGreaterThan(12);

    /// <summary>The broken twin: asks the gateway, and writes down afterwards that it did.</summary>
    [Theory, EveryDatabase]
    internal Task Who_asks_first_and_writes_it_down_after_sends_it_twice(DatabaseProvider provider)
        => Death.TearsAsync(death => RefundsAsync(death, provider, isToldOf: false, SendFirstAsync));

    [Theory, EveryDatabase]
    internal async Task A_card_is_charged_once_the_euros_that_the_order_says_whenever_it_dies(DatabaseProvider provider)
        => (await Death.EverywhereAsync(death => EurosAsync(death, provider, (cards, of) => cards.GoAsync(of)))).ShouldBeGreaterThan(15);

    /// <summary>The broken twin: asks for a page, and writes down afterwards which.</summary>
    [Theory, EveryDatabase]
    internal Task Who_asks_for_a_page_first_and_writes_it_down_after_lets_two_be_paid(DatabaseProvider provider)
        => Death.TearsAsync(death => EurosAsync(death, provider, AskFirstAsync));

    // Paid by card, declined by the cooperative: its goods and its delivery go back.
    private static async Task RefundsAsync(Death death, DatabaseProvider provider, bool isToldOf, Func<Market, Task> send)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var market = cards.Market;
        var of = await cards.OrderAsync();
        await cards.PayAsync(of);
        await market.MoveAsync(of.Order.Id, o => o.Decline(of.Order.Parts[0].Id, of.Order.Parts[0].Lines[0].Id, 1, "hết", market.Clock.GetUtcNow()));
        var owed = of.Order.Total.Minor;
        var calls = (await market.RowsAsync<RefundDue>()).Count;
        calls.ShouldBe(2);
        cards.Stripe.Webhooks.Hold();

        await death.MeetsAsync(market, async () =>
        {
            await send(market);
            await Death.WritesAsync(market);
        });

        // Another node comes round at once: what is in doubt it leaves alone.
        var inDoubt = (await market.RowsAsync<RefundDue>()).Where(r => r.Call is not null).Select(r => (r.Id, r.Call)).ToList();
        await market.RoundAsync<SendCardRefunds>();
        (await market.RowsAsync<RefundDue>()).Where(r => inDoubt.Exists(d => d.Id == r.Id)).Select(r => (r.Id, r.Call)).ShouldBe(inDoubt, ignoreOrder: true);
        if (isToldOf)
            await cards.Stripe.Webhooks.ReleaseAsync();
        for (var minutes = 1; minutes <= 4; minutes++)
        {
            market.Clock.Advance(TimeSpan.FromMinutes(1));
            await market.RoundAsync<SendCardRefunds>();
            await cards.Stripe.Webhooks.SettledAsync();
            await market.DeliverAsync();
        }

        (await market.RowsAsync<RefundDue>()).ShouldAllBe(r => r.State == RefundState.Sent);
        cards.Stripe.Books.Refunds.Select(r => r.Amount).ShouldBe((await market.RowsAsync<RefundDue>()).Select(r => r.Amount.Minor), ignoreOrder: true);
        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(owed);
        cards.Stripe.Books.Requests.Where(r => $"{r.Method} {r.Path}" == Back).Select(r => r.IdempotencyKey).ShouldBeUnique();
        (await market.RowsAsync<JournalEntry>()).Count(e => e.Kind == EntryKind.Refund).ShouldBe(calls);
        (await market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(0);
        await AgreesAsync(cards);
    }

    private static async Task SendFirstAsync(Market market)
    {
        var charge = (await market.RowsAsync<MoneyIn>()).Single().Reference;
        foreach (var due in (await market.RowsAsync<RefundDue>()).OrderBy(r => r.Amount.Minor))
        {
            var sent = (RefundAnswer.Sent)await market.WithAsync<StripeCards, RefundAnswer>(c => c.SendBackAsync(new(new(Guid.CreateVersion7()), charge, due.Amount), default));
            await market.ChangeAsync(async db => (await db.Set<RefundDue>().SingleAsync(r => r.Id == due.Id)).TrySee(sent.Refund, market.Clock.GetUtcNow(), new(charge, due.Amount)));
        }
    }

    // She goes to pay, pays, and the market hears of it; wherever that breaks off, she tries until a page lets her, and pays on each that stands open.
    private static async Task EurosAsync(Death death, DatabaseProvider provider, Func<CardMarket, (Order Order, string Secret), Task<Outcome<Uri>>> go)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var market = cards.Market;
        await market.RateAsync();
        var of = await market.OrderInAsync(Currency.EUR);
        await death.MeetsAsync(market, async () =>
        {
            (await go(cards, of)).IsDone.ShouldBeTrue();
            await cards.Stripe.PayAsync(cards.Page);
            await Death.WritesAsync(market);
        });

        // What she is charged was settled when she ordered.
        await market.RateAsync(rate: "32.000");
        for (var tries = 1; cards.Stripe.Books.Charges.Count == 0; tries++)
        {
            tries.ShouldBeLessThan(6);
            if ((await go(cards, of)).IsDone)
                foreach (var page in cards.Stripe.Books.Sessions)
                    await cards.Stripe.PayAsync(page.Id);
            market.Clock.Advance(TimeSpan.FromMinutes(1));
            await market.RoundAsync<LookAfterCards>();
        }

        await cards.Stripe.Webhooks.RedeliverAsync();
        market.Clock.Advance(TimeSpan.FromMinutes(3));
        await cards.LookAsync();

        var order = await market.OrderAsync(of.Order.Code);
        order.PaidAt.ShouldNotBeNull();
        order.Charged.ShouldBe(of.Order.Charged);
        cards.Stripe.Books.Charges.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Currency.ShouldBe("eur"), c => c.Amount.ShouldBe(of.Order.Charged.Minor));
        (await market.RowsAsync<MoneyIn>()).ShouldHaveSingleItem().Moved.ShouldBe(of.Order.Charged);
        (await market.RowsAsync<CardAttempt>()).Count(a => a.State == CardAttemptState.Paid).ShouldBe(1);
        (await market.RowsAsync<RefundDue>()).ShouldBeEmpty();
        (await market.RowsAsync<JournalEntry>()).Select(e => e.Kind).ShouldBe([EntryKind.MoneyIn, EntryKind.Sale], ignoreOrder: true);
        (await market.BalanceAsync(LedgerAccount.Cards, currency: Currency.EUR)).ShouldBe(of.Order.Charged.Minor);
        (await market.BalanceAsync(LedgerAccount.Exchange, currency: Currency.EUR)).ShouldBe(-of.Order.Charged.Minor);
        (await market.BalanceAsync(LedgerAccount.Exchange)).ShouldBe(of.Order.Total.Minor);
        (await market.BalanceAsync(LedgerAccount.BuyersMoney)).ShouldBe(0);
        await AgreesAsync(cards);
    }

    private static async Task<Outcome<Uri>> AskFirstAsync(CardMarket cards, (Order Order, string Secret) of)
    {
        var market = cards.Market;
        if ((await market.RowsAsync<CardAttempt>()).SingleOrDefault() is { Page: { } open })
            return new Uri(open);
        var (payment, id, now) = (await market.PaymentOfAsync(of.Order.Id), new CardAttemptId(Guid.CreateVersion7()), market.Clock.GetUtcNow());
        var answer = (CardAnswer.Opened)await market.WithAsync<StripeCards, CardAnswer>(c => c.OpenAsync(
            new(id, payment.Code, payment.OpenCharged, "x", "en", "https://a.test/", "https://a.test/", now + CardAttempt.PageOpen), default));
        await market.ChangeAsync(db =>
        {
            var attempt = CardAttempt.Begin(id, payment, now);
            attempt.Opened(answer.Session, answer.Page);
            db.Add(attempt);
            return Task.CompletedTask;
        });
        return new Uri(answer.Page);
    }

    private static async Task AgreesAsync(CardMarket cards)
    {
        await cards.Market.CheckAsync();
        cards.Market.Clock.Advance(TimeSpan.FromHours(5));
        await cards.Market.RoundAsync<CompareCards>();
        (await cards.Market.RowsAsync<AlertRow>()).ShouldNotContain(a => a.Kind == AlertKind.CardsDiffer);
    }
}
