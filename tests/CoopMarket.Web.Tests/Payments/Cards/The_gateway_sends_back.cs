using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>
/// T2, rows 42 and 44, F14 to F16: what a card paid and is owed goes back to the card by itself, once, whatever the gateway answers and
/// whoever asks.
/// </summary>
public sealed class The_gateway_sends_back
{
    private const string Back = "POST /v1/refunds";

    [Theory, EveryDatabase]
    internal async Task What_is_owed_goes_back_to_the_card_and_both_books_agree(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var owed = await OweAsync(cards);
        (await QueueAsync(cards)).ShouldAllBe(r => r.What == "by-itself");

        await RoundAsync(cards);
        await RoundAsync(cards);

        var dues = await cards.Market.RowsAsync<RefundDue>();
        dues.ShouldAllBe(r => r.State == RefundState.Sent);
        cards.Stripe.Books.Refunds.Select(r => r.Id).ShouldBe(dues.Select(r => r.Reference), ignoreOrder: true);
        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(owed);
        (await cards.Market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(0);
        (await cards.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(0);
        (await cards.Market.RowsAsync<CardEvent>()).ShouldNotContain(e => e.State == CardEventState.Odd);
        await AgreesAsync(cards);
    }

    /// <summary>What each call says: đồng as they are, the charge, and a key of its own that goes with it.</summary>
    [Fact]
    public async Task A_call_names_the_charge_the_amount_and_its_own_key()
    {
        await using var cards = await CardMarket.OpenAsync();
        await OweAsync(cards);
        await RoundAsync(cards);

        var calls = cards.Stripe.Books.Requests.Where(r => $"{r.Method} {r.Path}" == Back).ToList();
        calls.Select(c => c.IdempotencyKey).ShouldBeUnique();
        foreach (var call in calls)
        {
            var refund = cards.Stripe.Books.Refunds.Single(r => r.Metadata["call"] == call.IdempotencyKey);
            call.Parameters.ShouldBe(new Dictionary<string, string>
            {
                ["payment_intent"] = cards.Stripe.Books.PaymentIntents[^1].Id,
                ["amount"] = refund.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["reason"] = "requested_by_customer",
                ["metadata[call]"] = call.IdempotencyKey!,
            }, ignoreOrder: true);
        }
    }

    [Theory]
    [InlineData(Fault.CutAfter, true)]
    [InlineData(Fault.ServerErrorAfter, true)]
    [InlineData(Fault.Malformed, true)]
    [InlineData(Fault.CutAfter, false)]
    public async Task What_was_sent_without_an_answer_is_found_and_never_sent_again(Fault fault, bool isSilent)
    {
        await using var cards = await CardMarket.OpenAsync();
        var owed = await OweAsync(cards);
        var calls = (await cards.Market.RowsAsync<RefundDue>()).Count;
        if (isSilent)
            cards.Stripe.Webhooks.SendToNobody();
        cards.Stripe.Faults.Next(Back, fault, times: calls);
        await RoundAsync(cards);
        // The gateway's own message may say what its answer did not.
        (await cards.Market.RowsAsync<RefundDue>()).ShouldAllBe(r => r.State == (isSilent ? RefundState.Uncertain : RefundState.Sent));
        await RoundAsync(cards);

        cards.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync(cards);
        (await cards.Market.RowsAsync<RefundDue>()).ShouldAllBe(r => r.State == RefundState.Sent);
        cards.Stripe.Books.Requests.Count(r => $"{r.Method} {r.Path}" == Back).ShouldBe(calls);
        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(owed);
        await AgreesAsync(cards);
    }

    [Theory]
    [InlineData(Fault.DropBefore)]
    [InlineData(Fault.ServerError)]
    [InlineData(Fault.LockTimeout)]
    public async Task What_never_arrived_is_sent_again_only_when_the_gateway_must_know(Fault fault)
    {
        await using var cards = await CardMarket.OpenAsync();
        var owed = await OweAsync(cards);
        cards.Stripe.Faults.Next(Back, fault, times: 2);
        await RoundAsync(cards);
        (await cards.Market.RowsAsync<RefundDue>()).ShouldAllBe(r => r.State == RefundState.Uncertain);
        cards.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync(cards);
        cards.Stripe.Books.Refunds.ShouldBeEmpty();

        cards.Market.Clock.Advance(TimeSpan.FromMinutes(2));
        await RoundAsync(cards);
        await RoundAsync(cards);
        (await cards.Market.RowsAsync<RefundDue>()).ShouldAllBe(r => r.State == RefundState.Sent);
        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(owed);
        await AgreesAsync(cards);
    }

    [Fact]
    public async Task What_the_gateway_refuses_waits_for_a_person_and_what_it_cannot_do_now_does_not()
    {
        await using var cards = await CardMarket.OpenAsync();
        var owed = await OweAsync(cards);
        cards.Stripe.Faults.Next(Back, Fault.CardDeclined);
        cards.Stripe.Faults.Next(Back, Fault.TooManyRequests);
        await RoundAsync(cards);
        await RoundAsync(cards);
        await RoundAsync(cards);

        var refused = (await cards.Market.RowsAsync<RefundDue>()).Single(r => r.State == RefundState.Owed);
        refused.RefusedFor.ShouldBe("card_declined");
        (await QueueAsync(cards)).ShouldHaveSingleItem().What.ShouldBe("refused");
        var admin = await cards.Market.PersonAsync(isAdmin: true);
        using var office = await cards.Market.ClientFor(admin);
        (await office.OpenAsync($"/admin/payments/refunds/{refused.Id}")).QuerySelector("main")!.TextContent.ShouldContain("card_declined");
        (await office.PostFormAsync($"/admin/payments/refunds/{refused.Id}", [], "form[action*=Retry]")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        (await cards.Market.SendAsync(new RetryRefund.Command(Actor.Job("test"), refused.Id))).Refusal.ShouldBeOfType<RefundNotRefused>();
        await RoundAsync(cards);
        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(owed);
        await AgreesAsync(cards);
    }

    [Theory, EveryDatabase]
    internal async Task Of_four_nodes_one_sends(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var owed = await OweAsync(cards);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => cards.Market.RoundAsync<SendCardRefunds>())));
        await cards.Market.DeliverAsync();

        cards.Stripe.Books.Requests.Count(r => $"{r.Method} {r.Path}" == Back).ShouldBe((await cards.Market.RowsAsync<RefundDue>()).Count);
        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(owed);
        await AgreesAsync(cards);
    }

    /// <summary>The broken twin: looks what is owed, and then asks, under a key of its own.</summary>
    [Theory, EveryDatabase]
    internal async Task Nodes_that_look_and_then_ask_send_it_again_and_again(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await OweAsync(cards);
        var least = (await cards.Market.RowsAsync<RefundDue>()).MinBy(r => r.Amount.Minor)!;
        var charge = cards.Stripe.Books.PaymentIntents[^1].Id;
        var all = new TaskCompletionSource();
        var waiting = 3;

        await Task.WhenAll(Enumerable.Range(0, waiting).Select(_ => Task.Run(() => cards.Market.InDbAsync(async db =>
        {
            (await db.Set<RefundDue>().AnyAsync(r => r.Id == least.Id && r.PaidAt == null)).ShouldBeTrue();
            if (Interlocked.Decrement(ref waiting) == 0)
                all.SetResult();
            await all.Task;
            return await cards.Market.WithAsync<StripeCards, RefundAnswer>(c => c.SendBackAsync(new(new(Guid.NewGuid()), charge, least.Amount), default));
        }))));

        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(3 * least.Amount.Minor);
    }

    [Theory, EveryDatabase]
    internal async Task A_refund_made_in_the_gateways_own_pages_is_written_down_and_a_strangers_is_seen(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await OweAsync(cards);
        var charge = cards.Stripe.Books.PaymentIntents[^1].Id;
        var due = (await cards.Market.RowsAsync<RefundDue>()).MaxBy(r => r.Amount.Minor)!;
        var sent = await cards.Stripe.RefundAsync(charge, due.Amount.Minor);
        var strange = await cards.Stripe.RefundAsync(charge, 1);
        await cards.Stripe.Webhooks.SettledAsync();
        await cards.Market.DeliverAsync();

        (await cards.Market.RowsAsync<RefundDue>()).Single(r => r.Id == due.Id).Reference.ShouldBe(sent);
        (await cards.Market.RowsAsync<CardEvent>()).Single(e => e.State == CardEventState.Odd).ShouldSatisfyAllConditions(
            e => e.Session.ShouldBe(strange), e => e.Flaw.ShouldBe(CardFlaw.Stranger));
        await cards.Market.CheckAsync();
    }

    /// <summary>Row 44: it fails at the buyer's bank before the gateway has even answered.</summary>
    [Theory, EveryDatabase]
    internal async Task What_fails_while_it_is_under_way_is_owed_again_once(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var owed = await OweAsync(cards);
        var held = cards.Stripe.Faults.HoldNext(Back);
        var round = cards.Market.RoundAsync<SendCardRefunds>();
        await held.Arrived;
        await cards.Stripe.FailRefundAsync(cards.Stripe.Books.Refunds[0].Id);
        await cards.Stripe.Webhooks.SettledAsync();
        await cards.Market.DeliverAsync();
        held.Release();
        await round;
        await cards.Market.DeliverAsync();

        var dues = await cards.Market.RowsAsync<RefundDue>();
        dues.Count(r => r.State == RefundState.Failed).ShouldBe(1);
        dues.Where(r => r.State is RefundState.Owed or RefundState.Sent).Sum(r => r.Left.Minor).ShouldBe(owed);
        await cards.Market.CheckAsync();
        await RoundAsync(cards);
        (await cards.Market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(0);
        await AgreesAsync(cards);
    }

    /// <summary>A dispute takes the charge while nobody knows whether the refund went: it had not, so nothing is owed any more.</summary>
    [Theory, EveryDatabase]
    internal async Task What_comes_back_unsent_after_a_dispute_is_set_off(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var owed = await OweAsync(cards);
        cards.Stripe.Faults.Next(Back, Fault.DropBefore, times: 2);
        await RoundAsync(cards);
        await cards.Stripe.RaiseAsync(CardEvent.Withdrawn, new()
        {
            ["id"] = "dp_1",
            ["object"] = "dispute",
            ["payment_intent"] = cards.Stripe.Books.PaymentIntents[^1].Id,
            ["amount"] = owed,
            ["currency"] = "vnd",
        });
        await cards.Stripe.Webhooks.SettledAsync();
        await cards.Market.DeliverAsync();
        (await cards.Market.BalanceAsync(LedgerAccount.OwedByBuyers)).ShouldBe(owed);

        cards.Market.Clock.Advance(TimeSpan.FromMinutes(3));
        await RoundAsync(cards);

        (await cards.Market.RowsAsync<RefundDue>()).ShouldAllBe(r => r.State == RefundState.SetOff);
        (await cards.Market.BalanceAsync(LedgerAccount.OwedByBuyers)).ShouldBe(0);
        cards.Stripe.Books.Refunds.ShouldBeEmpty();
        await cards.Market.CheckAsync();
    }

    /// <summary>ASVS 2.3.5: a large amount waits until two admins have agreed; the market sends nothing before.</summary>
    [Theory, EveryDatabase]
    internal async Task A_large_amount_waits_for_two_people(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await OweAsync(cards, price: 6_000_000);
        var large = (await cards.Market.RowsAsync<RefundDue>()).MaxBy(r => r.Amount.Minor)!;
        var (first, second) = (await AdminAsync(), await AdminAsync());
        await RoundAsync(cards);
        (await QueueAsync(cards)).ShouldHaveSingleItem().What.ShouldBe("two");
        (await cards.Market.SendAsync(new PayRefund.Command(first, large.Id, "re_1"))).Refusal.ShouldBe(new RefundNeedsTwo(5_000_000));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => cards.Market.SendAsync(new AgreeToRefund.Command(first, large.Id)))));
        answers.Count(a => a.IsDone).ShouldBe(1);
        await RoundAsync(cards);
        cards.Stripe.Books.Refunds.ShouldNotContain(r => r.Amount == large.Amount.Minor);

        (await cards.Market.SendAsync(new AgreeToRefund.Command(second, large.Id))).IsDone.ShouldBeTrue();
        await RoundAsync(cards);
        cards.Stripe.Books.Refunds.ShouldContain(r => r.Amount == large.Amount.Minor);
        await AgreesAsync(cards);

        async Task<Actor> AdminAsync() => await cards.Market.ProvedAsync(await cards.Market.PersonAsync(isAdmin: true));
    }

    // Paid by card, and the cooperative can send none of it: the goods and the delivery are owed.
    private static async Task<long> OweAsync(CardMarket cards, long price = 100_000)
    {
        var of = await cards.OrderAsync(price);
        await cards.PayAsync(of);
        var part = of.Order.Parts[0];
        await cards.Market.MoveAsync(of.Order.Id, o => o.Decline(part.Id, part.Lines[0].Id, 1, "hết", cards.Market.Clock.GetUtcNow()));
        await cards.Market.DeliverAsync();
        return of.Order.Total.Minor;
    }

    private static async Task RoundAsync(CardMarket cards)
    {
        await cards.Market.RoundAsync<SendCardRefunds>();
        await cards.Stripe.Webhooks.SettledAsync();
        await cards.Market.DeliverAsync();
    }

    private static async Task<IReadOnlyList<PaymentQueue.RefundRow>> QueueAsync(CardMarket cards) => (await cards.Market.SendAsync(new PaymentQueue.Query(Actor.Job("test")))).Owed;

    private static async Task AgreesAsync(CardMarket cards)
    {
        await cards.Market.CheckAsync();
        cards.Market.Clock.Advance(TimeSpan.FromHours(5));
        await cards.Market.RoundAsync<CompareCards>();
        (await cards.Market.RowsAsync<AlertRow>()).ShouldNotContain(a => a.Kind == AlertKind.CardsDiffer);
    }
}
