using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Rates;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>
/// Rows 39 to 41: a card is charged what the page said in the buyer's currency, frozen on the order; the ledger holds both sides, and
/// what goes back goes back at the order's rate.
/// </summary>
public sealed class A_card_pays_in_euros
{
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task The_gateway_is_asked_for_euros_and_the_ledger_holds_both_sides(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await cards.Market.RateAsync();
        var of = await cards.Market.OrderInAsync(Currency.EUR);
        await cards.PayAsync(of);

        var order = await cards.Market.OrderAsync(of.Order.Code);
        order.PaidAt.ShouldNotBeNull();
        order.Charged.ShouldBe(order.Terms.Of(order.Total));
        var asked = cards.Stripe.Books.Requests.Single(r => r.Path == "/v1/checkout/sessions").Parameters;
        asked["line_items[0][price_data][currency]"].ShouldBe("eur");
        asked["line_items[0][price_data][unit_amount]"].ShouldBe(order.Charged.Minor.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await BalancesAsync(cards.Market, euros: order.Charged.Minor, exchangedDong: order.Total.Minor, cardsDong: 0);
        (await cards.Market.BalanceAsync(LedgerAccount.BuyersMoney)).ShouldBe(0);
        await AgreesAsync(cards);
    }

    /// <summary>Row 41, the other half: currencies without a smaller unit are sent as they are.</summary>
    [Theory]
    [InlineData(Currency.JPY, "165,86", "jpy")]
    [InlineData(Currency.KRW, "17,17", "krw")]
    [InlineData(Currency.USD, "26.120", "usd")]
    public async Task Every_currency_is_sent_in_its_smallest_unit(Currency currency, string rate, string code)
    {
        await using var cards = await CardMarket.OpenAsync();
        await cards.Market.RateAsync(currency, rate);
        var of = await cards.Market.OrderInAsync(currency);
        await cards.PayAsync(of);

        cards.Stripe.Books.Charges.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => c.Currency.ShouldBe(code), c => c.Amount.ShouldBe(of.Order.Charged.Minor));
        await AgreesAsync(cards);
    }

    [Theory, EveryDatabase]
    internal async Task What_goes_back_in_bits_goes_back_at_the_orders_rate_and_all_of_it_is_exactly_the_charge(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await cards.Market.RateAsync();
        var of = await cards.Market.OrderInAsync(Currency.EUR);
        await cards.PayAsync(of);
        await cards.Market.RateAsync(rate: "32.000");
        var part = of.Order.Parts[0];
        await cards.Market.DeliverPartAsync(of.Order, part);

        foreach (var bit in new long[] { 1_234, 99_999, 77 })
            await GrantAsync(cards, of.Order, [new(new(Guid.NewGuid()), part.Lines[0].Id, Money.Dong(bit))]);
        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(Exchange.Part(of.Order.Charged, Money.Dong(101_310), of.Order.Total).Minor);
        await AgreesAsync(cards);

        var left = (await cards.Market.OrderAsync(of.Order.Code)).Parts[0];
        await GrantAsync(cards, of.Order, [new(new(Guid.NewGuid()), part.Lines[0].Id, left.Refundable(part.Lines[0].Id)), .. Delivery(left)]);

        cards.Stripe.Books.Refunds.ShouldAllBe(r => r.Currency == "eur");
        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(of.Order.Charged.Minor);
        await BalancesAsync(cards.Market, euros: 0, exchangedDong: 0, cardsDong: 0);
        (await cards.Market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(0);
        await AgreesAsync(cards);
    }

    [Theory, EveryDatabase]
    internal async Task A_few_dong_are_less_than_a_cent_and_what_comes_later_makes_up_for_them(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await cards.Market.RateAsync();
        var of = await cards.Market.OrderInAsync(Currency.EUR);
        await cards.PayAsync(of);
        var part = of.Order.Parts[0];
        await cards.Market.DeliverPartAsync(of.Order, part);

        await GrantAsync(cards, of.Order, [new(new(Guid.NewGuid()), part.Lines[0].Id, Money.Dong(100))]);
        var first = (await cards.Market.RowsAsync<RefundDue>()).ShouldHaveSingleItem();
        first.Reference.ShouldBe(first.AsTooLittle);
        var another = await cards.Market.OrderInAsync(Currency.EUR);
        await cards.PayAsync(another);
        await cards.Market.DeliverPartAsync(another.Order, another.Order.Parts[0]);
        await GrantAsync(cards, another.Order, [new(new(Guid.NewGuid()), another.Order.Parts[0].Lines[0].Id, Money.Dong(100))]);
        (await cards.Market.RowsAsync<RefundDue>()).ShouldAllBe(r => r.PaidAt != null, "one that was too little is not in the way of the next");
        cards.Stripe.Books.Refunds.ShouldBeEmpty();
        await GrantAsync(cards, of.Order, [new(new(Guid.NewGuid()), part.Lines[0].Id, Money.Dong(200))]);
        cards.Stripe.Books.Refunds.ShouldHaveSingleItem().Amount.ShouldBe(1);
        await AgreesAsync(cards);
    }

    [Theory, EveryDatabase]
    internal async Task What_did_not_arrive_is_owed_again_in_both_currencies(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await cards.Market.RateAsync();
        var of = await cards.Market.OrderInAsync(Currency.EUR);
        await cards.PayAsync(of);
        await DeclineAsync(cards, of.Order);
        await RoundAsync(cards);
        await cards.Stripe.FailRefundAsync(cards.Stripe.Books.Refunds[0].Id);
        await cards.Stripe.Webhooks.SettledAsync();
        await cards.Market.DeliverAsync();
        await cards.Market.CheckAsync();

        await RoundAsync(cards);
        await BalancesAsync(cards.Market, euros: 0, exchangedDong: 0, cardsDong: 0);
        await AgreesAsync(cards);
    }

    [Theory, EveryDatabase]
    internal async Task A_refund_in_the_gateways_own_pages_is_known_by_its_euros(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await cards.Market.RateAsync();
        var of = await cards.Market.OrderInAsync(Currency.EUR);
        await cards.PayAsync(of);
        var part = of.Order.Parts[0];
        await cards.Market.DeliverPartAsync(of.Order, part);
        await cards.Market.MoveAsync(of.Order.Id, o => o.Refund(part.Id, [new(new(Guid.NewGuid()), part.Lines[0].Id, Money.Dong(150_000))], "vỡ", cards.Market.Clock.GetUtcNow()));

        var sent = await cards.Stripe.RefundAsync(cards.Stripe.Books.PaymentIntents[^1].Id, Exchange.Part(of.Order.Charged, Money.Dong(150_000), of.Order.Total).Minor);
        await cards.Stripe.Webhooks.SettledAsync();
        await cards.Market.DeliverAsync();

        (await cards.Market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Reference.ShouldBe(sent);
        await AgreesAsync(cards);
    }

    [Theory, EveryDatabase]
    internal async Task What_the_gateway_exchanged_leaves_its_euros_and_the_rest_stays_with_the_exchange(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var market = cards.Market;
        await market.RateAsync();
        var of = await cards.Market.OrderInAsync(Currency.EUR);
        await cards.PayAsync(of);
        var brought = of.Order.Total.Minor - 5_000;
        var amount = $"{of.Order.Charged.Minor / 100},{of.Order.Charged.Minor % 100:00}";

        (await market.SendAsync(new ExchangeAtCards.Command(Job, "EUR", "9.999,00", "1"))).Refusal.ShouldBeOfType<NotHeldThere>();
        (await market.SendAsync(new ExchangeAtCards.Command(Job, "USD", "1", "1"))).Refusal.ShouldBeOfType<NotHeldThere>();
        (await market.SendAsync(new ExchangeAtCards.Command(Job, "EUR", amount, brought.ToString(System.Globalization.CultureInfo.InvariantCulture)))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        await BalancesAsync(market, euros: 0, exchangedDong: 5_000, cardsDong: brought);
        await market.CheckAsync();

        // What it gives back afterwards it must buy first.
        await DeclineAsync(cards, of.Order);
        await RoundAsync(cards);
        await BalancesAsync(market, euros: -of.Order.Charged.Minor, exchangedDong: 5_000 - of.Order.Total.Minor, cardsDong: brought);
        (await market.SendAsync(new ExchangeAtCards.Command(Job, "EUR", amount, brought.ToString(System.Globalization.CultureInfo.InvariantCulture)))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        await BalancesAsync(market, euros: 0, exchangedDong: 0, cardsDong: 0);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Two_exchanges_at_once_never_take_more_than_it_held(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await cards.Market.RateAsync();
        var of = await cards.Market.OrderInAsync(Currency.EUR);
        await cards.PayAsync(of);
        ExchangeAtCards.Command all = new(Job, "EUR", $"{of.Order.Charged.Minor / 100},{of.Order.Charged.Minor % 100:00}", "400.000");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => cards.Market.SendAsync(all))));
        await cards.Market.DeliverAsync();

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        (await cards.Market.BalanceAsync(LedgerAccount.Cards, currency: Currency.EUR)).ShouldBe(0);
        await cards.Market.CheckAsync();
    }

    /// <summary>The broken twin: reads what the gateway holds, then takes it, and nobody waits for the other.</summary>
    [Theory, EveryDatabase]
    internal async Task Two_who_look_first_and_take_then_take_it_twice(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await cards.Market.RateAsync();
        var of = await cards.Market.OrderInAsync(Currency.EUR);
        await cards.PayAsync(of);
        var all = new TaskCompletionSource();
        var waiting = 2;

        await Task.WhenAll(Enumerable.Range(0, waiting).Select(_ => Task.Run(async () =>
        {
            var held = await cards.Market.WithAsync<CardHoldings, Money>(h => h.OfAsync(Currency.EUR, default));
            if (Interlocked.Decrement(ref waiting) == 0)
                all.SetResult();
            await all.Task;
            await cards.Market.ChangeAsync(db =>
            {
                db.Add(CardExchange.Of(new(Guid.CreateVersion7()), held, Money.Dong(400_000), held, null, cards.Market.Clock.GetUtcNow()).Value);
                return Task.CompletedTask;
            });
        })));

        (await cards.Market.WithAsync<CardHoldings, Money>(h => h.OfAsync(Currency.EUR, default))).Minor.ShouldBe(-of.Order.Charged.Minor);
    }

    [Theory, EveryDatabase]
    internal async Task A_dispute_takes_the_euros_back_and_gives_them_up_again(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await cards.Market.RateAsync();
        var of = await cards.Market.OrderInAsync(Currency.EUR);
        await cards.PayAsync(of);

        await DisputeAsync(cards, CardEvent.Withdrawn, of.Order.Charged);
        await BalancesAsync(cards.Market, euros: 0, exchangedDong: 0, cardsDong: 0);
        (await cards.Market.RowsAsync<Payment>()).Single().State.ShouldBe(PaymentState.TakenBack);
        await cards.Market.CheckAsync();

        await DisputeAsync(cards, CardEvent.Reinstated, of.Order.Charged);
        await BalancesAsync(cards.Market, euros: of.Order.Charged.Minor, exchangedDong: of.Order.Total.Minor, cardsDong: 0);
        await cards.Market.CheckAsync();
    }

    [Theory]
    [InlineData("eur", 1, CardFlaw.Amount)]
    [InlineData("usd", 0, CardFlaw.Currency)]
    [InlineData("vnd", 0, CardFlaw.Currency)]
    [InlineData("chf", 0, CardFlaw.Currency)]
    public async Task What_was_not_asked_for_pays_nothing(string currency, int more, CardFlaw flaw)
    {
        await using var cards = await CardMarket.OpenAsync();
        await cards.Market.RateAsync();
        var of = await cards.Market.OrderInAsync(Currency.EUR);
        (await cards.GoAsync(of)).IsDone.ShouldBeTrue();
        cards.Stripe.Books.Amend(cards.Page, amount: of.Order.Charged.Minor + more, currency: currency);
        await cards.Stripe.PayAsync(cards.Page);
        await cards.Market.DeliverAsync();

        (await cards.Market.RowsAsync<CardEvent>()).Single(e => e.State == CardEventState.Odd).Flaw.ShouldBe(flaw);
        (await cards.Market.OrderAsync(of.Order.Code)).PaidAt.ShouldBeNull();
        await cards.Market.CheckAsync();
    }

    [Fact]
    public async Task The_compared_books_tell_an_amount_that_is_right_in_the_wrong_currency()
    {
        await using var cards = await CardMarket.OpenAsync();
        await cards.Market.RateAsync();
        await cards.PayAsync(await cards.Market.OrderInAsync(Currency.EUR));
        cards.Stripe.Books.Amend(cards.Page, currency: "usd");
        cards.Market.Clock.Advance(TimeSpan.FromHours(5));
        await cards.Market.RoundAsync<CompareCards>();

        (await cards.Market.RowsAsync<AlertRow>()).Single(a => a.Kind == AlertKind.CardsDiffer).Detail.ShouldContain(cards.Page);
    }

    private static IEnumerable<RefundPlan> Delivery(SellerOrder part) => part.Delivery.IsZero ? [] : [new(new(Guid.NewGuid()), null, part.Delivery)];

    private static async Task GrantAsync(CardMarket cards, Order order, IReadOnlyList<RefundPlan> plans)
    {
        (await cards.Market.MoveAsync(order.Id, o => o.Refund(order.Parts[0].Id, plans, "vỡ", cards.Market.Clock.GetUtcNow()))).IsDone.ShouldBeTrue();
        await RoundAsync(cards);
    }

    private static Task DeclineAsync(CardMarket cards, Order order)
        => cards.Market.MoveAsync(order.Id, o => o.Decline(order.Parts[0].Id, order.Parts[0].Lines[0].Id, 1, "hết", cards.Market.Clock.GetUtcNow()));

    private static async Task RoundAsync(CardMarket cards)
    {
        await cards.Market.RoundAsync<SendCardRefunds>();
        await cards.Stripe.Webhooks.SettledAsync();
        await cards.Market.DeliverAsync();
    }

    private static async Task DisputeAsync(CardMarket cards, string type, Money amount)
    {
        await cards.Stripe.RaiseAsync(type, new()
        {
            ["id"] = "dp_1",
            ["object"] = "dispute",
            ["payment_intent"] = cards.Stripe.Books.PaymentIntents[^1].Id,
            ["amount"] = amount.Minor,
            ["currency"] = amount.Currency.ToString().ToLowerInvariant(),
        });
        await cards.Stripe.Webhooks.SettledAsync();
        await cards.Market.DeliverAsync();
    }

    private static async Task BalancesAsync(Market market, long euros, long exchangedDong, long cardsDong)
    {
        (await market.BalanceAsync(LedgerAccount.Cards, currency: Currency.EUR)).ShouldBe(euros);
        (await market.BalanceAsync(LedgerAccount.Exchange, currency: Currency.EUR)).ShouldBe(-euros);
        (await market.BalanceAsync(LedgerAccount.Exchange)).ShouldBe(exchangedDong);
        (await market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(cardsDong);
    }

    private static async Task AgreesAsync(CardMarket cards)
    {
        await cards.Market.CheckAsync();
        cards.Market.Clock.Advance(TimeSpan.FromHours(5));
        await cards.Market.RoundAsync<CompareCards>();
        (await cards.Market.RowsAsync<AlertRow>()).ShouldNotContain(a => a.Kind == AlertKind.CardsDiffer);
    }
}
