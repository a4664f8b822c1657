using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>Rows 46 to 55 of the catalog of bad input, and fault F17.</summary>
public sealed class Stripe_tells_of_money
{
    [Fact]
    public async Task What_is_not_signed_over_these_bytes_within_five_minutes_changes_nothing()
    {
        await using var market = await CardMarket.OpenAsync();
        market.Stripe.Webhooks.SendTo((_, _) => Task.FromResult(500));
        await market.PayAsync(await market.OrderAsync());
        var body = Told(market);
        var now = market.Market.Clock.GetUtcNow();

        (await market.TellAsync(body, null)).ShouldBe(HttpStatusCode.BadRequest);
        (await market.TellAsync(body, "t=1,v1=00")).ShouldBe(HttpStatusCode.BadRequest);
        (await market.TellAsync(body, "garbage")).ShouldBe(HttpStatusCode.BadRequest);
        (await market.TellAsync(body + " ", market.Stripe.Webhooks.Sign(body))).ShouldBe(HttpStatusCode.BadRequest);
        (await market.TellAsync(body, market.Stripe.Webhooks.Sign(body, now.AddSeconds(-301)))).ShouldBe(HttpStatusCode.BadRequest);
        (await market.TellAsync(body, market.Stripe.Webhooks.Sign(body, now.AddSeconds(301)))).ShouldBe(HttpStatusCode.BadRequest);
        const string broken = "{\"id\":";
        (await market.TellAsync(broken, market.Stripe.Webhooks.Sign(broken))).ShouldBe(HttpStatusCode.BadRequest);
        const string doubled = "{\"id\":\"evt_1\",\"id\":\"evt_2\",\"type\":\"a\",\"created\":1}";
        (await market.TellAsync(doubled, market.Stripe.Webhooks.Sign(doubled))).ShouldBe(HttpStatusCode.BadRequest);
        const string halved = """{"id":"evt_1","type":"a","created":1,"api_version":"\ud800"}""";
        (await market.TellAsync(halved, market.Stripe.Webhooks.Sign(halved))).ShouldBe(HttpStatusCode.BadRequest);
        var large = "{\"id\":\"evt_1\",\"type\":\"a\",\"created\":1,\"x\":\"" + new string('x', 1 << 20) + "\"}";
        (await market.TellAsync(large, market.Stripe.Webhooks.Sign(large))).ShouldBe(HttpStatusCode.BadRequest);
        (await market.Market.RowsAsync<CardEvent>()).ShouldBeEmpty();

        (await market.TellAsync(body, market.Stripe.Webhooks.Sign(body, now.AddSeconds(-299)))).ShouldBe(HttpStatusCode.OK);
        (await market.Market.RowsAsync<CardEvent>()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task While_a_secret_is_changed_either_signs()
    {
        const string next = "whsec_the_next_one_0123456789";
        await using var market = await CardMarket.OpenAsync(DatabaseProvider.Sqlite, ("Stripe:WebhookSecret", $"{FakeStripeHost.DefaultWebhookSecret}, {next}"));
        await market.PayAsync(await market.OrderAsync());
        market.Stripe.Webhooks.Secret = next;
        await market.PayAsync(await market.OrderAsync());
        market.Stripe.Webhooks.SecondSecret = FakeStripeHost.DefaultWebhookSecret;
        await market.PayAsync(await market.OrderAsync());
        (await market.Market.RowsAsync<Payment>()).ShouldAllBe(p => p.State == PaymentState.Paid);
    }

    [Fact]
    public async Task Without_a_secret_the_address_is_closed()
    {
        await using var market = await Market.OpenAsync();
        using var client = market.CreateClient();
        using var answer = await client.PostAsync("/webhooks/stripe", new StringContent("{}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Theory, EveryDatabase]
    internal async Task Fifty_tellings_at_once_have_one_effect(DatabaseProvider provider)
    {
        await using var market = await CardMarket.OpenAsync(provider);
        var bought = await market.OrderAsync();
        market.Stripe.Webhooks.SendTo((_, _) => Task.FromResult(500));
        await market.PayAsync(bought);
        var body = Told(market);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => market.TellAsync(body, market.Stripe.Webhooks.Sign(body))));
        await market.Market.DeliverAsync();

        answers.ShouldAllBe(a => a == HttpStatusCode.OK);
        (await market.Market.RowsAsync<MoneyIn>()).ShouldHaveSingleItem();
        (await market.Market.RowsAsync<RefundDue>()).ShouldBeEmpty();
        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Placed);
        await market.Market.CheckAsync();
    }

    /// <summary>The broken twin: looks for the line, then stores it, and no index tells that another did so too.</summary>
    [Theory, EveryDatabase]
    internal async Task A_line_that_is_looked_up_and_then_stored_counts_as_often_as_it_is_told(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("DROP INDEX ix_payments_money_in_source_source_id"));
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("DROP INDEX ix_payments_money_in_account_direction_reference"));
        BankLine told = new(MoneySource.Card, "cs_1", "Stripe", "pi_1", new(100_000, "", TransferDirection.In, "stripe"), market.Clock.GetUtcNow());
        var scopes = Enumerable.Range(0, 3).Select(_ => market.Services.CreateAsyncScope()).ToList();

        foreach (var scope in scopes)
            (await scope.ServiceProvider.GetRequiredService<BankLines>().StoreAsync(told, default)).ShouldNotBeNull();
        foreach (var scope in scopes)
        {
            await scope.ServiceProvider.GetRequiredService<MarketDb>().SaveChangesAsync();
            await scope.DisposeAsync();
        }

        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Two_messages_of_one_payment_count_once()
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        await market.PayAsync(bought);
        var again = Told(market).Replace("\"id\":\"evt_", "\"id\":\"evt_again", StringComparison.Ordinal);
        (await market.TellAsync(again, market.Stripe.Webhooks.Sign(again))).ShouldBe(HttpStatusCode.OK);
        await market.Market.DeliverAsync();
        (await market.Market.RowsAsync<MoneyIn>()).ShouldHaveSingleItem();
        (await market.Market.RowsAsync<RefundDue>()).ShouldBeEmpty();
        await market.Market.CheckAsync();
    }

    /// <summary>F17: a backlog of days, shuffled and doubled, ends where the gateway stands.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_backlog_in_any_order_ends_as_the_gateway_says(int seed)
    {
        await using var market = await CardMarket.OpenAsync();
        market.Stripe.Webhooks.Hold();
        List<(Order Order, bool IsPaid)> orders = [];
        for (var i = 0; i < 6; i++)
        {
            var bought = await market.OrderAsync();
            (await market.GoAsync(bought)).IsDone.ShouldBeTrue();
            if (i % 2 == 0)
                await market.Stripe.DeclineAsync(market.Page);
            if (i % 3 != 0)
                await market.Stripe.PayAsync(market.Page);
            orders.Add((bought.Order, i % 3 != 0));
        }

        await market.WaitAsync(TimeSpan.FromMinutes(32));
        await market.Stripe.Webhooks.ReleaseAsync(seed, copies: 2);
        await market.Market.DeliverAsync();

        foreach (var (order, isPaid) in orders)
            (await market.Market.OrderAsync(order.Code)).State.ShouldBe(isPaid ? OrderState.Placed : OrderState.Expired);
        (await market.Market.RowsAsync<MoneyIn>()).Sum(m => m.Amount.Minor).ShouldBe(market.Stripe.Books.Charges.Sum(c => c.Amount));
        await market.Market.CheckAsync();
    }

    [Fact]
    public async Task What_could_not_be_delivered_is_fetched()
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        (await market.GoAsync(bought)).IsDone.ShouldBeTrue();
        market.Stripe.Webhooks.SendTo((_, _) => Task.FromResult(500));
        await market.Stripe.PayAsync(market.Page);
        (await market.Market.PaymentOfAsync(bought.Order.Id)).State.ShouldBe(PaymentState.Awaiting);

        await market.Market.RoundAsync<PullCardEvents>();
        await market.Market.DeliverAsync();
        await market.Market.RoundAsync<PullCardEvents>();
        await market.Market.DeliverAsync();

        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Placed);
        (await market.Market.RowsAsync<MoneyIn>()).ShouldHaveSingleItem();
        await market.Market.CheckAsync();
    }

    [Theory]
    [InlineData(Alteration.AmountOneMore, CardFlaw.Amount, true)]
    [InlineData(Alteration.AmountOneLess, CardFlaw.Amount, true)]
    [InlineData(Alteration.OtherCurrency, CardFlaw.Currency, false)]
    [InlineData(Alteration.Livemode, CardFlaw.Mode, false)]
    [InlineData(Alteration.OtherAccount, CardFlaw.Account, false)]
    public async Task What_does_not_fit_is_never_a_payment_and_waits_for_an_admin(Alteration alteration, CardFlaw flaw, bool isMoney)
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        market.Stripe.Webhooks.AlterNext(alteration, CardEvent.Completed);
        await market.PayAsync(bought);

        (await market.Market.PaymentOfAsync(bought.Order.Id)).Paid.IsZero.ShouldBeTrue();
        var told = (await market.Market.RowsAsync<CardEvent>()).Single(e => e.Type == CardEvent.Completed);
        (told.State, told.Flaw).ShouldBe((CardEventState.Odd, flaw));
        (await market.Market.RowsAsync<MoneyIn>()).Select(m => m.State).ShouldBe(isMoney ? [MoneyInState.Unknown] : []);
        var queue = await market.Market.SendAsync(new PaymentQueue.Query(Pipeline.Actor.Job("test")));
        queue.Cards.ShouldHaveSingleItem().Flaw.ShouldBe(flaw);
        (await AlertsAsync(market)).ShouldBe([AlertKind.CardMessageOdd]);
        (await market.Market.SendAsync(new ResolveCardEvent.Command(Pipeline.Actor.Job("test"), told.Id, "đã xem"))).IsDone.ShouldBeTrue();
        (await market.Market.SendAsync(new PaymentQueue.Query(Pipeline.Actor.Job("test")))).Cards.ShouldBeEmpty();
        market.Market.Clock.Advance(TimeSpan.FromDays(1));
        (await AlertsAsync(market)).ShouldBe([AlertKind.CardMessageOdd], "told of the day before alone");
        await market.Market.CheckAsync();
    }

    [Theory]
    [InlineData(Alteration.OtherApiVersion)]
    [InlineData(Alteration.UnknownType)]
    public async Task Another_version_is_read_and_an_unknown_type_is_kept(Alteration alteration)
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        market.Stripe.Webhooks.AlterNext(alteration, CardEvent.Completed);
        await market.PayAsync(bought);
        (await market.Market.PaymentOfAsync(bought.Order.Id)).State.ShouldBe(alteration == Alteration.OtherApiVersion ? PaymentState.Paid : PaymentState.Awaiting);
        market.Stripe.Webhooks.Deliveries.ShouldAllBe(d => d.Status == 200);
        (await AlertsAsync(market)).ShouldBe(alteration == Alteration.OtherApiVersion ? [AlertKind.CardVersionDiffers] : []);
    }

    [Fact]
    public async Task Money_of_a_page_that_nobody_asked_for_waits_for_an_admin_who_can_place_it()
    {
        await using var market = await CardMarket.OpenAsync();
        var bought = await market.OrderAsync();
        (await market.GoAsync(bought)).IsDone.ShouldBeTrue();
        market.Stripe.Webhooks.AlterNext(e => e["data"]!["object"]!["client_reference_id"] = Guid.CreateVersion7().ToString(), CardEvent.Completed);
        await market.Stripe.PayAsync(market.Page);
        await market.Market.DeliverAsync();

        var money = (await market.Market.RowsAsync<MoneyIn>()).ShouldHaveSingleItem();
        money.State.ShouldBe(MoneyInState.Unknown);
        (await market.Market.SendAsync(new AssignMoney.Command(Pipeline.Actor.Job("test"), money.Id, bought.Order.Code))).IsDone.ShouldBeTrue();
        await market.Market.DeliverAsync();
        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Placed);
        await market.Market.CheckAsync();
    }

    /// <summary>Row 54: the card was charged, but the order is no more. The money is owed back, by the gateway, and seen.</summary>
    [Theory, EveryDatabase]
    internal async Task Paid_after_it_was_called_off_is_owed_back(DatabaseProvider provider)
    {
        await using var market = await CardMarket.OpenAsync(provider);
        var bought = await market.OrderAsync();
        (await market.GoAsync(bought)).IsDone.ShouldBeTrue();
        (await market.Market.SendAsync(new CancelOrder.Command(OrdersFactory.Guest, bought.Order.Code, bought.Secret))).IsDone.ShouldBeTrue();
        await market.Stripe.PayAsync(market.Page);
        await market.Market.DeliverAsync();

        (await market.Market.OrderAsync(bought.Order.Code)).State.ShouldBe(OrderState.Cancelled);
        var due = (await market.Market.RowsAsync<RefundDue>()).ShouldHaveSingleItem();
        (due.Reason, due.Place, due.Amount).ShouldBe((RefundReason.Late, MoneyPlace.Cards, bought.Order.Total));
        (await market.Market.SendAsync(new OrderPage.Query(OrdersFactory.Guest, bought.Order.Code, bought.Secret)))!.Surplus.ShouldBe(bought.Order.Total);
        await market.Market.CheckAsync();
        (await market.Market.SendAsync(new PayRefund.Command(Pipeline.Actor.Job("test"), due.Id, "re_1aB"))).IsDone.ShouldBeTrue();
        await market.Market.DeliverAsync();
        (await market.Market.RowsAsync<RefundDue>()).Single().Reference.ShouldBe("re_1aB");
        await market.Market.CheckAsync();
    }

    /// <summary>What the admins have been told of when their cards have been looked after.</summary>
    private static async Task<List<AlertKind>> AlertsAsync(CardMarket market)
    {
        await market.Market.RoundAsync<WatchCards>();
        await market.Market.RoundAsync<WatchCardVersion>();
        return [.. (await market.Market.RowsAsync<AlertRow>()).Select(a => a.Kind)];
    }

    // The gateway's own words, whether they arrived or not.
    private static string Told(CardMarket market) => market.Stripe.Webhooks.Deliveries.Last(d => d.Type == CardEvent.Completed).Body;
}
