using System.Net;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Settlement.Connect;

/// <summary>A cooperative opens an account at the gateway, the market knows how it stands, and nobody else's is ever paid.</summary>
public sealed class A_cooperative_connects
{
    private const string Open = "POST /v1/accounts";
    private const string Desk = "/sell/money/stripe";

    [Theory, EveryDatabase]
    internal async Task A_manager_goes_to_the_gateways_pages_and_comes_back_to_what_it_says(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var coop = await connect.Payouts.CooperativeAsync();
        using var desk = await connect.Market.ClientFor(await connect.Market.EnrolAsync(coop.Manager));
        (await desk.OpenAsync(Desk)).QuerySelector("main")!.TextContent.ShouldContain("Stripe không tự nhận hợp tác xã");

        using var gone = await desk.PostFormAsync(Desk);
        gone.Headers.Location!.AbsoluteUri.ShouldStartWith(connect.Stripe.ApiBase.AbsoluteUri + "connect/");

        var call = connect.Stripe.Books.Requests.Single(r => $"{r.Method} {r.Path}" == Open);
        call.IdempotencyKey.ShouldBe($"{coop.Id}-1");
        call.Parameters.ShouldBe(new Dictionary<string, string>
        {
            ["type"] = "express",
            ["country"] = "VN",
            ["capabilities[transfers][requested]"] = "true",
            ["tos_acceptance[service_agreement]"] = "recipient",
            ["metadata[cooperative]"] = coop.Id.ToString(),
            ["metadata[call]"] = $"{coop.Id}-1",
        }, ignoreOrder: true);
        var link = connect.Stripe.Books.AccountLinks.ShouldHaveSingleItem();
        link.ReturnUrl.ShouldEndWith(Desk + "?handler=Back");

        // No message comes: she is asked for when she is back.
        connect.Stripe.Webhooks.SendToNobody();
        (await connect.AccountAsync(coop)).IsAble.ShouldBeFalse();
        await connect.Stripe.ChangeAccountAsync(link.Account);
        Browser.Goal(await desk.GetAsync(new Uri(link.ReturnUrl).PathAndQuery)).ShouldBe(Desk);

        var account = await connect.AccountAsync(coop);
        (account.State, account.Account, account.IsAble).ShouldBe((ConnectState.Open, link.Account, true));
        (await desk.OpenAsync(Desk)).QuerySelector("main")!.TextContent.ShouldContain("chờ 72 giờ");
        using var office = await connect.Market.ClientFor(connect.Payouts.FirstAdmin);
        (await office.OpenAsync($"/admin/sellers/{coop.Application}")).QuerySelector("main")!.TextContent.ShouldContain(link.Account);
    }

    [Theory, EveryDatabase]
    internal async Task Whatever_order_the_messages_come_in_and_however_often_the_market_ends_with_what_the_gateway_says(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var coop = await connect.Payouts.CooperativeAsync();
        connect.Stripe.Webhooks.Hold();
        (await connect.GoAsync(coop)).IsDone.ShouldBeTrue();
        var name = (await connect.AccountAsync(coop)).Account;
        await connect.Stripe.ChangeAccountAsync(name, told: true, active: false, paysOut: false);
        await connect.Stripe.ChangeAccountAsync(name);
        await connect.Stripe.ChangeAccountAsync(name, active: false);
        await connect.Stripe.ChangeAccountAsync(name);

        await connect.Stripe.Webhooks.ReleaseAsync(shuffleSeed: 7, copies: 2);
        await connect.LookAsync();

        var account = await connect.AccountAsync(coop);
        (account.IsAble, account.HeardAt).ShouldBe((true, null));
        (await connect.Market.RowsAsync<CardEvent>()).Where(e => e.Type == CardEvent.AccountChanged).ShouldAllBe(e => e.State == CardEventState.Used);

        // What the gateway takes away is taken away, and what it gives again is new.
        connect.Market.Clock.Advance(PayoutDue.AccountWaits);
        await connect.Stripe.ChangeAccountAsync(name, paysOut: false);
        await connect.LookAsync();
        (await connect.AccountAsync(coop)).IsAble.ShouldBeFalse();
        connect.Market.Clock.Advance(TimeSpan.FromHours(1));
        await connect.Stripe.ChangeAccountAsync(name);
        await connect.LookAsync();
        (await connect.AccountAsync(coop)).AbleSince.ShouldBe(connect.Market.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData(Fault.CutAfter)]
    [InlineData(Fault.ServerErrorAfter)]
    [InlineData(Fault.Malformed)]
    public async Task An_account_that_was_opened_without_an_answer_is_found_and_no_second_is_asked_for(Fault fault)
    {
        await using var connect = await ConnectMarket.OpenAsync();
        var coop = await connect.Payouts.CooperativeAsync();
        connect.Stripe.Webhooks.SendToNobody();
        connect.Stripe.Faults.Next(Open, fault);
        (await connect.GoAsync(coop)).Refusal.ShouldBe(new ConnectingUnderWay());
        (await connect.AccountAsync(coop)).State.ShouldBe(ConnectState.Uncertain);
        (await connect.GoAsync(coop)).Refusal.ShouldBe(new ConnectingUnderWay());

        connect.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await connect.LookAsync();

        (await connect.AccountAsync(coop)).Account.ShouldBe(connect.Stripe.Books.Accounts.ShouldHaveSingleItem().Id);
        (await connect.GoAsync(coop)).IsDone.ShouldBeTrue();
        connect.Stripe.Books.Accounts.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Fault.DropBefore)]
    [InlineData(Fault.ServerError)]
    public async Task An_account_that_was_never_opened_is_given_up_only_when_the_gateway_must_know(Fault fault)
    {
        await using var connect = await ConnectMarket.OpenAsync();
        var coop = await connect.Payouts.CooperativeAsync();
        connect.Stripe.Faults.Next(Open, fault);
        (await connect.GoAsync(coop)).Refusal.ShouldBe(new ConnectingUnderWay());
        connect.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await connect.LookAsync();
        (await connect.AccountAsync(coop)).State.ShouldBe(ConnectState.Uncertain);

        connect.Market.Clock.Advance(TimeSpan.FromMinutes(2));
        await connect.LookAsync();
        (await connect.AccountAsync(coop)).State.ShouldBe(ConnectState.Refused);
        (await connect.GoAsync(coop)).IsDone.ShouldBeTrue();
        connect.Stripe.Books.Accounts.ShouldHaveSingleItem();
        connect.Stripe.Books.Requests.Last(r => $"{r.Method} {r.Path}" == Open).IdempotencyKey.ShouldBe($"{coop.Id}-2");
    }

    [Fact]
    public async Task A_no_is_a_no_in_the_gateways_word_and_the_bank_pays_as_before()
    {
        await using var connect = await ConnectMarket.OpenAsync();
        var coop = await connect.Payouts.CooperativeAsync();
        connect.Stripe.Faults.Next(Open, Fault.CardDeclined);
        (await connect.GoAsync(coop)).Refusal.ShouldBe(new NoConnectedAccount("card_declined"));
        (await connect.AccountAsync(coop)).State.ShouldBe(ConnectState.Refused);
        await connect.Payouts.EarnAsync(coop.Id);
        await connect.Payouts.SendAsync();
        (await connect.PayoutAsync()).IsTransfer.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    internal async Task Eight_who_begin_at_once_open_one_account(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var coop = await connect.Payouts.CooperativeAsync();
        var manager = await connect.Market.ProvedAsync(coop.Manager);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => connect.Market.SendAsync(new ConnectToStripe.Command(manager, coop.Id, "vi")))));
        await connect.LookAsync();

        connect.Stripe.Books.Accounts.ShouldHaveSingleItem();
        connect.Stripe.Books.Requests.Count(r => $"{r.Method} {r.Path}" == Open).ShouldBe(1);
        (await connect.AccountAsync(coop)).Account.ShouldBe(connect.Stripe.Books.Accounts[0].Id);
    }

    [Theory, EveryDatabase]
    internal async Task Two_who_do_not_see_each_other_would_ask_for_two_accounts(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var coop = await connect.Payouts.CooperativeAsync();
        var begin = new ConnectToStripe.Command(await connect.Market.ProvedAsync(coop.Manager), coop.Id, "vi");

        await using var twin = BrokenTwin.Heedless(connect.Market, BrokenTwin.Overwrites("settlement_connected_accounts", "cooperative"));
        // A test's market is told of its gateway only when it stands.
        twin.Services.GetRequiredService<StripeSettings>().ApiBase = connect.Market.Services.GetRequiredService<StripeSettings>().ApiBase;
        await twin.RaceAsync(begin, begin);

        connect.Stripe.Books.Requests.Count(r => $"{r.Method} {r.Path}" == Open).ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task A_message_that_names_another_cooperative_moves_nothing_of_it_and_a_strangers_is_seen(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var (mine, hers) = (await connect.ConnectedAsync(), await connect.Payouts.CooperativeAsync());
        (await connect.GoAsync(hers)).IsDone.ShouldBeTrue();
        var name = (await connect.AccountAsync(mine)).Account;

        // Whoever can have the gateway say something says that my account is hers.
        connect.Stripe.Webhooks.AlterNext(e => e["data"]!["object"]!["metadata"]!["cooperative"] = hers.Id.ToString());
        await connect.Stripe.ChangeAccountAsync(name);
        await connect.LookAsync();
        (await connect.AccountAsync(hers)).Account.ShouldNotBe(name);
        (await connect.AccountAsync(hers)).IsAble.ShouldBeFalse();
        (await connect.AccountAsync(mine)).IsAble.ShouldBeTrue();

        connect.Stripe.Webhooks.AlterNext(e =>
        {
            e["account"] = "acct_of_a_stranger";
            e["data"]!["object"]!["id"] = "acct_of_a_stranger";
            e["data"]!["object"]!["metadata"] = new System.Text.Json.Nodes.JsonObject();
        });
        await connect.Stripe.ChangeAccountAsync(name);
        await connect.LookAsync();
        (await connect.Market.RowsAsync<CardEvent>()).Single(e => e.Session == "acct_of_a_stranger").Flaw.ShouldBe(CardFlaw.Stranger);
    }

    [Theory, EveryDatabase]
    internal async Task Who_ends_it_is_paid_by_the_bank_and_who_comes_back_waits_again(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        await connect.FillAsync();
        var coop = await connect.ConnectedAsync();
        await connect.Payouts.EarnAsync(coop.Id);
        var manager = await connect.Market.ProvedAsync(coop.Manager);
        (await connect.Market.SendAsync(new EndConnected.Command(manager, coop.Id))).IsDone.ShouldBeTrue();
        (await connect.Market.SendAsync(new EndConnected.Command(manager, coop.Id))).Refusal.ShouldBeOfType<NotFound>();
        await connect.Payouts.SendAsync();
        (await connect.PayoutAsync()).IsTransfer.ShouldBeFalse();

        await connect.Payouts.EarnAsync(coop.Id);
        (await connect.GoAsync(coop)).IsDone.ShouldBeTrue();
        connect.Stripe.Books.Accounts.ShouldHaveSingleItem();
        (await connect.AccountAsync(coop)).AbleSince.ShouldBe(connect.Market.Clock.GetUtcNow());
        (await connect.Payouts.RecordAsync((await connect.Market.RowsAsync<PayoutRun>())[0].Code, 1, isPaid: true, "FT1")).IsDone.ShouldBeTrue();
        (await connect.Market.SendAsync(new PayoutBoard.Query(await connect.Payouts.FirstAsync()))).Dues.ShouldHaveSingleItem().Hindrance.ShouldBe(PayoutHindrance.AccountTooNew);
        connect.Market.Clock.Advance(PayoutDue.AccountWaits);
        await connect.Payouts.SendAsync();
        (await connect.PayoutAsync()).IsTransfer.ShouldBeTrue();
    }

    [Fact]
    public async Task While_it_is_off_nothing_of_it_is_there_and_what_was_begun_is_looked_up_to_its_end()
    {
        await using var connect = await ConnectMarket.OpenAsync();
        var coop = await connect.Payouts.CooperativeAsync();
        connect.Stripe.Webhooks.SendToNobody();
        connect.Stripe.Faults.Next(Open, Fault.CutAfter);
        await connect.GoAsync(coop);
        connect.TurnOff();
        using var desk = await connect.Market.ClientFor(coop.Manager);
        (await desk.GetAsync(Desk)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.GetAsync(Desk + "?handler=Back")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.OpenAsync("/sell/money")).QuerySelectorAll("a[href*=stripe]").ShouldBeEmpty();
        var manager = await connect.Market.ProvedAsync(coop.Manager);
        (await connect.GoAsync(coop)).Refusal.ShouldBeOfType<NotFound>();
        (await connect.Market.SendAsync(new EndConnected.Command(manager, coop.Id))).Refusal.ShouldBeOfType<NotFound>();
        (await connect.Market.SendAsync(new LookAtConnected.Command(manager, coop.Id))).Refusal.ShouldBeOfType<NotFound>();

        connect.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await connect.LookAsync();
        (await connect.AccountAsync(coop)).State.ShouldBe(ConnectState.Open);
        var asked = connect.Stripe.Books.Requests.Count;
        await connect.LookAsync();
        await connect.RoundAsync();
        connect.Stripe.Books.Requests.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task A_market_that_was_never_told_of_it_has_none_of_it()
    {
        await using var cards = await Payments.Cards.CardMarket.OpenAsync();
        var coop = await Sellers.SellersFactory.SellingCoopAsync(cards.Market);
        using var desk = await cards.Market.ClientFor(coop.Manager);
        (await desk.GetAsync(Desk)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await cards.Stripe.RaiseAsync(CardEvent.AccountChanged, new() { ["id"] = "acct_1", ["object"] = "account" });
        await cards.Market.DeliverAsync();
        (await cards.Market.RowsAsync<CardEvent>()).ShouldHaveSingleItem().State.ShouldBe(CardEventState.Ignored);
        await cards.Market.RoundAsync<LookAfterConnected>();
        await cards.Market.RoundAsync<SendPayoutTransfers>();
        await cards.Market.RoundAsync<SendReversals>();
        await cards.Market.RoundAsync<Features.Payments.CompareCards>();
        cards.Stripe.Books.Requests.ShouldNotContain(r => r.Path.Contains("account", StringComparison.Ordinal) || r.Path.Contains("transfer", StringComparison.Ordinal));
    }
}
