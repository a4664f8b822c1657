using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>Faults F2, F14, F15 and F16: three answers, yes, no and nobody knows; what nobody knows is looked up, never asked for again.</summary>
public sealed class The_gateway_is_silent
{
    private const string Open = "POST /v1/checkout/sessions";

    [Theory]
    [InlineData(Fault.CutAfter)]
    [InlineData(Fault.ServerErrorAfter)]
    [InlineData(Fault.Malformed)]
    public async Task A_page_that_was_opened_without_an_answer_is_found(Fault fault)
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        market.Stripe.Faults.Next(Open, fault);
        (await market.GoAsync(bought)).Refusal.ShouldBe(new CardUncertain());
        (await market.AttemptAsync()).State.ShouldBe(CardAttemptState.Unknown);

        // While nobody knows, nobody asks for a second page.
        (await market.GoAsync(bought)).Refusal.ShouldBe(new CardUncertain());
        market.Stripe.Books.Sessions.Count.ShouldBe(1);
        market.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await market.LookAsync();

        (await market.AttemptAsync()).State.ShouldBe(CardAttemptState.Open);
        (await market.GoAsync(bought)).Value.AbsoluteUri.ShouldContain(market.Page);
        await market.Stripe.PayAsync(market.Page);
        await market.Market.DeliverAsync();
        market.Stripe.Books.Charges.ShouldHaveSingleItem();
        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Placed);
        await market.Market.CheckAsync();
    }

    /// <summary>F14: nobody waits longer than ten seconds; the library's own limit would be 80, and it would ask again.</summary>
    [Fact]
    public async Task An_answer_that_is_kept_back_is_not_waited_for_and_not_asked_for_again()
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        var held = market.Stripe.Faults.HoldNext(Open);
        (await market.GoAsync(bought).WaitAsync(TimeSpan.FromSeconds(60))).Refusal.ShouldBe(new CardUncertain());
        (await market.AttemptAsync()).State.ShouldBe(CardAttemptState.Unknown);
        market.Stripe.Books.Requests.Count(r => r.Method == "POST").ShouldBe(1);

        held.Release();
        market.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await market.LookAsync();
        (await market.GoAsync(bought)).Value.AbsoluteUri.ShouldContain(market.Page);
        await market.Stripe.PayAsync(market.Page);
        await market.Market.DeliverAsync();
        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Placed);
        market.Stripe.Books.Charges.ShouldHaveSingleItem();
        await market.Market.CheckAsync();
    }

    [Theory]
    [InlineData(Fault.DropBefore)]
    [InlineData(Fault.ServerError)]
    [InlineData(Fault.LockTimeout)]
    public async Task A_page_that_was_never_opened_is_given_up_only_when_the_gateway_must_know(Fault fault)
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        market.Stripe.Faults.Next(Open, fault);
        (await market.GoAsync(bought)).Refusal.ShouldBe(new CardUncertain());

        market.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await market.LookAsync();
        (await market.AttemptAsync()).State.ShouldBe(CardAttemptState.Unknown);
        market.Market.Clock.Advance(TimeSpan.FromMinutes(2));
        await market.LookAsync();
        (await market.AttemptAsync()).State.ShouldBe(CardAttemptState.Refused);

        market.Stripe.Books.Requests.Count(r => r.Method == "POST").ShouldBe(1);
        await market.PayAsync(bought);
        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Placed);
        await market.Market.CheckAsync();
    }

    [Theory]
    [InlineData(Fault.TooManyRequests)]
    [InlineData(Fault.CardDeclined)]
    public async Task A_plain_no_is_a_no_and_the_buyer_may_try_again_at_once(Fault fault)
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        market.Stripe.Faults.Next(Open, fault);
        (await market.GoAsync(bought)).Refusal.ShouldBe(new CardsRefused());
        (await market.AttemptAsync()).State.ShouldBe(CardAttemptState.Refused);
        await market.PayAsync(bought);
        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Placed);
    }

    /// <summary>F2: the program dies between the gateway's yes and its own commit.</summary>
    [Theory, EveryDatabase]
    internal async Task What_was_begun_and_never_recorded_is_found_even_when_it_was_paid_meanwhile(DatabaseProvider provider)
    {
        await using var market = await CardMarket.OpenAsync(provider);
        var bought = await market.OrderAsync();
        var begun = (await market.Market.SendAsync(new Features.Payments.BeginCard.Command(OrdersFactory.Guest, bought.Order.Code, bought.Secret))).Value;
        await market.Market.WithAsync<StripeCards, CardAnswer>(cards => cards.OpenAsync(
            new(begun.Attempt, begun.Code, begun.Charged, "x", "vi", "https://a.test/", "https://a.test/", begun.ClosesAt), default));
        market.Stripe.Webhooks.SendToNobody();
        await market.Stripe.PayAsync(market.Page);

        market.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await market.LookAsync();

        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Placed);
        (await market.AttemptAsync()).State.ShouldBe(CardAttemptState.Paid);
        await market.Market.CheckAsync();
    }

    [Fact]
    public async Task A_gateway_that_cannot_be_asked_is_asked_again_later()
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        (await market.GoAsync(bought)).IsDone.ShouldBeTrue();
        market.Stripe.Webhooks.Hold();
        await market.WaitAsync(TimeSpan.FromMinutes(32));
        market.Stripe.Faults.Next("*", Fault.ServerError, times: 5);
        await market.LookAsync();
        (await market.AttemptAsync()).State.ShouldBe(CardAttemptState.Open);

        market.Stripe.Faults.Clear();
        market.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await market.LookAsync();
        (await market.AttemptAsync()).State.ShouldBe(CardAttemptState.Closed);
        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Expired);
    }

    [Theory, EveryDatabase]
    internal async Task Of_two_nodes_one_asks(DatabaseProvider provider)
    {
        await using var market = await CardMarket.OpenAsync(provider);
        var bought = await market.OrderAsync();
        market.Stripe.Faults.Next(Open, Fault.CutAfter);
        await market.GoAsync(bought);
        market.Market.Clock.Advance(TimeSpan.FromMinutes(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => market.Market.RoundAsync<Features.Payments.LookAfterCards>())));

        market.Stripe.Books.Requests.Count(r => r.Method == "GET").ShouldBe(1);
        (await market.AttemptAsync()).State.ShouldBe(CardAttemptState.Open);
    }

    /// <summary>The broken twin: looks whose turn it is, and then takes it.</summary>
    [Theory, EveryDatabase]
    internal async Task Of_nodes_that_look_and_then_take_their_turn_each_asks(DatabaseProvider provider)
    {
        await using var market = await CardMarket.OpenAsync(provider);
        market.Stripe.Faults.Next(Open, Fault.CutAfter);
        await market.GoAsync(await market.OrderAsync());
        var all = new TaskCompletionSource();
        var waiting = 4;

        await Task.WhenAll(Enumerable.Range(0, waiting).Select(_ => Task.Run(() => market.Market.InDbAsync(async db =>
        {
            var attempt = await db.Set<CardAttempt>().SingleAsync(a => a.AskedUntil == null);
            if (Interlocked.Decrement(ref waiting) == 0)
                all.SetResult();
            await all.Task;
            DateTimeOffset? until = market.Market.Clock.GetUtcNow().AddMinutes(1);
            await db.Set<CardAttempt>().Where(a => a.Id == attempt.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AskedUntil, until));
            return await market.Market.WithAsync<StripeCards, CardPageState?>(cards => cards.FindAsync(attempt.Id, attempt.BegunAt, default));
        }))));

        market.Stripe.Books.Requests.Count(r => r.Method == "GET").ShouldBe(4);
    }
}
