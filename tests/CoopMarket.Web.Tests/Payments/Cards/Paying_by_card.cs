using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>From the order to the gateway's page and back, with a gateway that keeps its own books (rows 39 to 41 of the catalog of bad input).</summary>
public sealed class Paying_by_card
{
    [Theory, EveryDatabase]
    internal async Task A_buyer_is_charged_once_and_the_books_agree(DatabaseProvider provider)
    {
        await using var market = await CardMarket.OpenAsync(provider);
        var bought = await market.OrderAsync();
        await market.PayAsync(bought);

        var order = await market.Market.OrderAsync(bought.Order.Code);
        order.State.ShouldBe(OrderState.Placed);
        (await market.Market.PaymentOfAsync(order.Id)).State.ShouldBe(PaymentState.Paid);
        market.Stripe.Books.Charges.ShouldHaveSingleItem().Amount.ShouldBe(order.Total.Minor);
        (await market.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(order.Total.Minor);
        (await market.Market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(0);
        (await market.GoAsync(bought)).Refusal.ShouldBe(new NothingToPay());
        await market.Market.CheckAsync();
    }

    [Fact]
    public async Task The_gateway_is_asked_for_exactly_the_order_in_dong()
    {
        await using var market = await CardMarket.OpenAsync();
        var product = await market.Market.LiveProductAsync(price: 72_000, onHand: 10);
        var bought = await market.Market.OrderAsync(PaymentWay.Card, (product.Variant, 1));
        (await market.GoAsync(bought)).IsDone.ShouldBeTrue();

        var attempt = await market.AttemptAsync();
        var asked = market.Stripe.Books.Requests.ShouldHaveSingleItem();
        (asked.Method, asked.Path, asked.IdempotencyKey).ShouldBe(("POST", "/v1/checkout/sessions", attempt.Id.ToString()));
        bought.Order.Total.Minor.ShouldBe(100_000);
        asked.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}").ShouldBe(
        [
            "adaptive_pricing[enabled]=false",
            "allowed_payment_method_types[0]=card",
            $"cancel_url={Market.Address}/en/orders/{bought.Order.Code}/card",
            $"client_reference_id={attempt.Id}",
            $"expires_at={attempt.ClosesAt.ToUnixTimeSeconds()}",
            "line_items[0][price_data][currency]=vnd",
            $"line_items[0][price_data][product_data][name]=CoopMarket · {bought.Order.Code}",
            "line_items[0][price_data][unit_amount]=100000",
            "line_items[0][quantity]=1",
            "locale=en",
            $"metadata[order]={bought.Order.Code}",
            "mode=payment",
            $"payment_intent_data[description]={bought.Order.Code}",
            $"payment_intent_data[metadata][attempt]={attempt.Id}",
            $"payment_intent_data[metadata][order]={bought.Order.Code}",
            $"success_url={Market.Address}/en/orders/{bought.Order.Code}/card?back=true",
        ]);
        (attempt.ClosesAt - market.Market.Clock.GetUtcNow()).ShouldBe(TimeSpan.FromMinutes(31));
    }

    [Theory, EveryDatabase]
    internal async Task Twenty_presses_at_once_open_one_page(DatabaseProvider provider)
    {
        await using var market = await CardMarket.OpenAsync(provider);
        var bought = await market.OrderAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => market.GoAsync(bought))));

        market.Stripe.Books.Sessions.ShouldHaveSingleItem();
        answers.Where(a => a.IsDone).Select(a => a.Value).Distinct().ShouldHaveSingleItem();
        answers.Where(a => !a.IsDone).ShouldAllBe(a => a.Refusal is CardUncertain);
        (await market.GoAsync(bought)).Value.ShouldBe(answers.First(a => a.IsDone).Value);
    }

    /// <summary>The broken twin: a key of its own for each press. It must open a page for each.</summary>
    [Fact]
    public async Task Without_an_attempt_each_press_would_open_a_page()
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => market.Market.WithAsync<Adapters.Cards.StripeCards, Adapters.Cards.CardAnswer>(cards => cards.OpenAsync(
            new(new(Guid.CreateVersion7()), bought.Order.Code, bought.Order.Total, "x", "vi", "https://a.test/", "https://a.test/", market.Market.Clock.GetUtcNow().AddMinutes(31)), default))));
        market.Stripe.Books.Sessions.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_declined_card_charges_nothing_and_the_same_page_takes_another()
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        var page = (await market.GoAsync(bought)).Value;
        await market.Stripe.DeclineAsync(market.Page);
        await market.Market.DeliverAsync();

        (await market.Market.PaymentOfAsync(bought.Order.Id)).State.ShouldBe(PaymentState.Awaiting);
        (await market.GoAsync(bought)).Value.ShouldBe(page);
        await market.Stripe.PayAsync(market.Page);
        await market.Market.DeliverAsync();
        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Placed);
        await market.Market.CheckAsync();
    }

    [Theory]
    [InlineData(10_000_000_000, typeof(TooMuchForCard))]
    public async Task A_card_that_cannot_pay_is_refused_before_the_order_is_placed(long price, Type refusal)
    {
        await using var market = await CardMarket.OpenAsync();
        var product = await market.Market.LiveProductAsync(price: price, onHand: 10);
        var placed = await market.Market.SendAsync(await market.Market.CheckoutAsync(await market.Market.BasketAsync((product.Variant, 1)), PaymentWay.Card));
        placed.Refusal?.GetType().ShouldBe(refusal);
        market.Stripe.Books.Requests.ShouldBeEmpty();
    }

    /// <summary>Row 40: a card that can't pay so little or so much is shown with the reason; the other ways stay.</summary>
    [Theory]
    [InlineData(19_999, typeof(TooLittleForCard))]
    [InlineData(20_000, null)]
    [InlineData(99_999_999, null)]
    [InlineData(100_000_000, typeof(TooMuchForCard))]
    public async Task A_card_that_cannot_pay_the_total_is_named_with_the_reason(long total, Type? refusal)
    {
        await using var market = await CardMarket.OpenAsync();
        var ways = await market.Market.WithAsync<PaymentWays, IReadOnlyList<WayToPay>>(w => Task.FromResult(w.Offered("VN", Domain.Shared.Money.Dong(total), areManyRefused: false)));
        ways.Single(w => w.Way == PaymentWay.Card).Bar?.GetType().ShouldBe(refusal);
        ways.Where(w => w.Way != PaymentWay.Card).Select(w => w.IsOpen).ShouldBe([true, total <= 5_000_000], "cash is taken up to a limit of its own");
        if (refusal is null || total < 1_000_000)
            return;

        // The page says it beside the card, before anything is ordered.
        var product = await market.Market.LiveProductAsync(price: total, onHand: 10);
        using var buyer = market.Market.BrowserWith(null, ("basket", await market.Market.BasketAsync((product.Variant, 1))));
        var card = (await buyer.OpenAsync("/checkout")).QuerySelector("input[name='Form.Way'][value=Card]")!;
        card.HasAttribute("disabled").ShouldBeTrue();
        card.ParentElement!.TextContent.ShouldContain("99.999.999");
    }

    [Theory, EveryDatabase]
    internal async Task An_order_lets_its_goods_go_as_soon_as_its_page_is_closed(DatabaseProvider provider)
    {
        await using var market = await CardMarket.OpenAsync(provider);
        var product = await market.Market.LiveProductAsync(onHand: 3);
        var bought = await market.Market.OrderAsync(PaymentWay.Card, (product.Variant, 1));
        (await market.GoAsync(bought)).IsDone.ShouldBeTrue();
        (await market.Market.OnHandAsync(product.Variant)).ShouldBe(2);

        await market.WaitAsync(TimeSpan.FromMinutes(30));
        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.AwaitingPayment);
        await market.WaitAsync(TimeSpan.FromMinutes(1));

        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Expired);
        (await market.Market.OnHandAsync(product.Variant)).ShouldBe(3);
        await market.Market.CheckAsync();
    }

    [Fact]
    public async Task Goods_are_kept_forty_minutes_at_most_though_the_gateway_says_nothing()
    {
        await using var market = await CardMarket.OpenAsync();
        var product = await market.Market.LiveProductAsync(onHand: 3);
        var bought = await market.Market.OrderAsync(PaymentWay.Card, (product.Variant, 1));
        (await market.GoAsync(bought)).IsDone.ShouldBeTrue();
        market.Stripe.Webhooks.Hold();

        await market.WaitAsync(TimeSpan.FromMinutes(39));
        await market.Market.RoundAsync<ExpireUnpaidOrders>();
        (await market.Market.OnHandAsync(product.Variant)).ShouldBe(2);
        await market.WaitAsync(TimeSpan.FromMinutes(1));
        await market.Market.RoundAsync<ExpireUnpaidOrders>();

        (await market.Market.OnHandAsync(product.Variant)).ShouldBe(3);
        (await market.GoAsync(bought)).Refusal.ShouldBe(new NothingToPay());
    }

    [Fact]
    public async Task Too_late_to_begin_is_said_before_anybody_is_asked()
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        market.Market.Clock.Advance(TimeSpan.FromMinutes(10));
        (await market.GoAsync(bought)).Refusal.ShouldBe(new CardTimeOver());
        market.Stripe.Books.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_called_off_closes_its_page()
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        (await market.GoAsync(bought)).IsDone.ShouldBeTrue();
        (await market.Market.SendAsync(new CancelOrder.Command(OrdersFactory.Guest, bought.Order.Code, bought.Secret))).IsDone.ShouldBeTrue();
        await market.LookAsync();

        market.Stripe.Books.Sessions.ShouldHaveSingleItem().Status.ShouldBe("expired");
        (await market.AttemptAsync()).State.ShouldBe(CardAttemptState.Closed);
        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Cancelled);
        await market.Market.CheckAsync();
    }
}
