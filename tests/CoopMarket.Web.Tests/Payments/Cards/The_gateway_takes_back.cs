using System.Text.Json.Nodes;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>Row 44: what happens to a card's money after it was paid; each thing is booked by one entry, however often and in whatever order it is told.</summary>
public sealed class The_gateway_takes_back
{
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task A_dispute_that_is_lost_takes_the_charge_back_once(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var order = (await PaidAsync(cards)).Order;

        await TellAsync(cards, CardEvent.Disputed, Dispute(cards, order.Total.Minor));
        await TellAsync(cards, CardEvent.Withdrawn, Dispute(cards, order.Total.Minor));
        await TellAsync(cards, CardEvent.Withdrawn, Dispute(cards, order.Total.Minor));
        await TellAsync(cards, "charge.dispute.closed", Dispute(cards, order.Total.Minor));

        (await cards.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(0);
        (await EntriesAsync(cards, EntryKind.TakenBack)).ShouldBe(1);
        (await cards.Market.PaymentOfAsync(order.Id)).State.ShouldBe(PaymentState.TakenBack);
        // Nothing has been sent yet: it is called off, and what was owed back for it is what the gateway took.
        (await cards.Market.RowsAsync<RefundDue>()).ShouldAllBe(r => r.Left.IsZero);
        (await cards.Market.RowsAsync<CardEvent>()).Single(e => e.Type == CardEvent.Disputed).Flaw.ShouldBe(CardFlaw.Disputed);
        await cards.Market.CheckAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_disputed_stays_held_until_that_is_over_and_its_seller_is_told_what_to_send(bool isWon)
    {
        await using var cards = await CardMarket.OpenAsync();
        var (order, market) = ((await PaidAsync(cards)).Order, cards.Market);
        await market.DeliverPartAsync(order, order.Parts[0]);
        await TellAsync(cards, CardEvent.Disputed, Dispute(cards, order.Total.Minor));

        market.Clock.Advance(TimeSpan.FromDays(9));
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(0);
        market.Post.Letters.ShouldContain(l => l.Subject == $"Ngân hàng của khách khiếu nại tiền trả, đơn {order.Code}");

        var over = Dispute(cards, order.Total.Minor);
        over["status"] = isWon ? "won" : "lost";
        await TellAsync(cards, CardEvent.DisputeClosed, over);
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBeLessThan(0);
        market.Post.Letters[^1].Subject.ShouldBe(isWon ? $"Khiếu nại đã thắng, đơn {order.Code}" : $"Khiếu nại không thắng, đơn {order.Code}");
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Until_when_proof_is_taken_stands_in_the_mail_at_the_desk_and_before_an_admin(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var (order, market) = ((await PaidAsync(cards)).Order, cards.Market);
        await market.DeliverPartAsync(order, order.Parts[0]);
        await cards.Stripe.DisputeAsync(cards.Stripe.Books.PaymentIntents[^1].Id, dueBy: new DateTimeOffset(2026, 12, 9, 16, 59, 59, TimeSpan.Zero).ToUnixTimeSeconds());
        await market.DeliverAsync();

        const string Said = "09/12/2026 23:59";
        market.Post.Letters.Single(l => l.Subject == $"Ngân hàng của khách khiếu nại tiền trả, đơn {order.Code}").Html.ShouldContain(Said);
        var manager = (await market.RowsAsync<Domain.Sellers.Membership>()).First(m => m.Cooperative == order.Parts[0].Cooperative).Person;
        using var desk = await market.ClientFor(manager);
        (await (await desk.GetAsync($"/sell/orders/{order.Code}")).Content.ReadAsStringAsync()).ShouldContain(Said);
        var odd = (await market.RowsAsync<CardEvent>()).Single(e => e.Type == CardEvent.Disputed);
        (await market.SendAsync(new OddCardEvent.Query(Job, odd.Id)))!.DueBy.ShouldBe(new DateTimeOffset(2026, 12, 9, 16, 59, 59, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_dispute_that_is_told_after_its_end_holds_nothing()
    {
        await using var cards = await CardMarket.OpenAsync();
        var order = (await PaidAsync(cards)).Order;
        await TellAsync(cards, CardEvent.DisputeClosed, Dispute(cards, order.Total.Minor));
        await TellAsync(cards, CardEvent.Disputed, Dispute(cards, order.Total.Minor));

        (await cards.Market.PaymentOfAsync(order.Id)).DisputedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_dispute_that_is_won_leaves_nothing_owed_whichever_message_comes_first(bool inOrder)
    {
        await using var cards = await CardMarket.OpenAsync();
        var order = (await PaidAsync(cards)).Order;
        string[] told = [CardEvent.Withdrawn, CardEvent.Reinstated];

        foreach (var type in inOrder ? told : told.Reverse())
            await TellAsync(cards, type, Dispute(cards, order.Total.Minor));

        (await cards.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(order.Total.Minor);
        (await cards.Market.BalanceAsync(LedgerAccount.OwedByBuyers)).ShouldBe(0);
        await cards.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_part_of_a_charge_and_a_strangers_charge_wait_for_an_admin(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var order = (await PaidAsync(cards)).Order;

        await TellAsync(cards, CardEvent.Withdrawn, Dispute(cards, order.Total.Minor - 1));
        await TellAsync(cards, CardEvent.Withdrawn, new JsonObject { ["id"] = "dp_2", ["object"] = "dispute", ["payment_intent"] = "pi_of_nobody", ["amount"] = 5_000, ["currency"] = "vnd" });

        var lines = (await cards.Market.RowsAsync<MoneyIn>()).Where(m => m.Source == MoneySource.Dispute).ToList();
        lines.Select(m => m.State).ShouldBe([MoneyInState.Outgoing, MoneyInState.Outgoing]);
        (await cards.Market.PaymentOfAsync(order.Id)).State.ShouldBe(PaymentState.Paid);
        foreach (var line in lines)
            (await cards.Market.SendAsync(new ExplainMoney.Command(Job, line.Id, "Đã xem ở Stripe"))).IsDone.ShouldBeTrue();
        await cards.Market.DeliverAsync();
        (await cards.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(1 - 5_000);
        await cards.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_refund_that_does_not_arrive_is_owed_again_by_one_entry(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var order = (await PaidAsync(cards)).Order;
        var part = order.Parts[0];
        await cards.Market.MoveAsync(order.Id, o => o.Decline(part.Id, part.Lines[0].Id, 1, "hết", cards.Market.Clock.GetUtcNow()));
        // The goods and the delivery.
        var dues = (await cards.Market.RowsAsync<RefundDue>()).OrderByDescending(r => r.Amount.Minor).ToList();
        var (due, all) = (dues[0], dues.Sum(r => r.Amount.Minor));
        (await cards.Market.SendAsync(new PayRefund.Command(Job, due.Id, "re_1"))).IsDone.ShouldBeTrue();
        await cards.Market.DeliverAsync();
        var failed = new JsonObject { ["id"] = "re_1", ["object"] = "refund", ["payment_intent"] = "pi_1", ["amount"] = due.Amount.Minor, ["currency"] = "vnd", ["status"] = "failed" };

        await TellAsync(cards, CardEvent.RefundFailed, (JsonObject)failed.DeepClone());
        await TellAsync(cards, CardEvent.RefundFailed, (JsonObject)failed.DeepClone());

        (await EntriesAsync(cards, EntryKind.RefundFailed)).ShouldBe(1);
        (await cards.Market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(-all);
        await cards.Market.CheckAsync();
        var again = (await cards.Market.RowsAsync<RefundDue>()).Single(r => r.IsOpen && r.Amount == due.Amount);
        (await cards.Market.SendAsync(new PayRefund.Command(Job, again.Id, "re_2"))).IsDone.ShouldBeTrue();
        await cards.Market.DeliverAsync();
        (await cards.Market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(due.Amount.Minor - all);
        (await EntriesAsync(cards, EntryKind.Refund)).ShouldBe(2);
        await cards.Market.CheckAsync();

        failed["id"] = "re_unknown";
        await TellAsync(cards, CardEvent.RefundFailed, failed);
        (await cards.Market.RowsAsync<CardEvent>()).OrderBy(e => e.StoredAt).ThenBy(e => e.HappenedAt).Count(e => e.Flaw == CardFlaw.Stranger).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task A_dispute_that_is_told_before_its_charge_takes_it_back_when_the_charge_is_told(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var of = await cards.OrderAsync();
        (await cards.GoAsync(of)).IsDone.ShouldBeTrue();
        cards.Stripe.Webhooks.Hold();
        await cards.Stripe.PayAsync(cards.Page);
        var charge = cards.Stripe.Books.PaymentIntents[^1].Id;
        cards.Stripe.Webhooks.SendToNobody();
        (await cards.Market.RowsAsync<MoneyIn>()).ShouldBeEmpty();
        await cards.Market.SendAsync(new StoreCardEvent.Command(
            Actor.Job("stripe"), new("evt_dp", CardEvent.Withdrawn, "", "", false, cards.Market.Clock.GetUtcNow(), new("dp_1", "", charge, of.Order.Total.Minor, "vnd", false))));
        await cards.Market.DeliverAsync();
        (await cards.Market.RowsAsync<MoneyIn>()).ShouldHaveSingleItem().State.ShouldBe(MoneyInState.Outgoing);

        await cards.Market.SendAsync(new StoreCardEvent.Command(
            Actor.Job("stripe"), new("evt_cs", CardEvent.Completed, "", "", false, cards.Market.Clock.GetUtcNow(), new(cards.Page, (await cards.AttemptAsync()).Id.ToString(), charge, of.Order.Total.Minor, "vnd", true))));
        await cards.Market.DeliverAsync();

        (await cards.Market.RowsAsync<MoneyIn>()).Select(m => m.State).Order().ShouldBe([MoneyInState.TakenBack, MoneyInState.Reversal]);
        (await cards.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(0);
        await cards.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_was_not_bound_by_itself_an_admin_binds_by_the_gateways_own_name(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var order = (await PaidAsync(cards)).Order;
        await TellAsync(cards, CardEvent.Withdrawn, new JsonObject { ["id"] = "dp_9", ["object"] = "dispute", ["payment_intent"] = "pi_Misspelt", ["amount"] = order.Total.Minor, ["currency"] = "vnd" });
        var line = (await cards.Market.RowsAsync<MoneyIn>()).Single(m => m.State == MoneyInState.Outgoing);
        var charge = (await cards.Market.RowsAsync<MoneyIn>()).Single(m => m.Source == MoneySource.Card).Reference;
        charge.ShouldNotBe(charge.ToUpperInvariant());

        (await cards.Market.SendAsync(new TakeBackMoney.Command(Job, line.Id, charge))).IsDone.ShouldBeTrue();
        await cards.Market.DeliverAsync();

        (await cards.Market.PaymentOfAsync(order.Id)).State.ShouldBe(PaymentState.TakenBack);
        await cards.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_refund_that_does_not_arrive_after_a_lost_dispute_is_owed_to_nobody(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var order = (await PaidAsync(cards)).Order;
        var part = order.Parts[0];
        await cards.Market.MoveAsync(order.Id, o => o.Decline(part.Id, part.Lines[0].Id, 1, "hết", cards.Market.Clock.GetUtcNow()));
        foreach (var (due, number) in (await cards.Market.RowsAsync<RefundDue>()).Select((r, i) => (r, i)))
            (await cards.Market.SendAsync(new PayRefund.Command(Job, due.Id, $"re_{number}"))).IsDone.ShouldBeTrue();
        await cards.Market.DeliverAsync();
        await TellAsync(cards, CardEvent.Withdrawn, Dispute(cards, order.Total.Minor));
        (await cards.Market.BalanceAsync(LedgerAccount.OwedByBuyers)).ShouldBe(order.Total.Minor);

        foreach (var due in (await cards.Market.RowsAsync<RefundDue>()).Where(r => r.Reference is not null))
            await TellAsync(cards, CardEvent.RefundFailed, new JsonObject { ["id"] = due.Reference, ["object"] = "refund", ["payment_intent"] = "pi_1", ["amount"] = due.Left.Minor, ["currency"] = "vnd", ["status"] = "failed" });

        (await cards.Market.RowsAsync<RefundDue>()).ShouldAllBe(r => !r.IsOpen);
        (await cards.Market.BalanceAsync(LedgerAccount.OwedByBuyers)).ShouldBe(0);
        (await cards.Market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(0);
        await cards.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_part_of_a_charge_that_comes_back_is_nobodys_refund(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var order = (await PaidAsync(cards)).Order;
        await TellAsync(cards, CardEvent.Withdrawn, Dispute(cards, order.Total.Minor - 1));
        await TellAsync(cards, CardEvent.Reinstated, Dispute(cards, order.Total.Minor - 1));

        (await cards.Market.RowsAsync<RefundDue>()).ShouldBeEmpty();
        var lines = (await cards.Market.RowsAsync<MoneyIn>()).Where(m => m.Source == MoneySource.Dispute).ToList();
        lines.Select(m => m.State).ShouldBe([MoneyInState.Outgoing, MoneyInState.Unknown], ignoreOrder: true);
        foreach (var line in lines)
            (await cards.Market.SendAsync(new ExplainMoney.Command(Job, line.Id, "Tranh chấp, đã thắng"))).IsDone.ShouldBeTrue();
        await cards.Market.DeliverAsync();

        (await cards.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(order.Total.Minor);
        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(0);
        await cards.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_made_good_by_bank_after_a_lost_dispute_goes_back_by_bank(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, market) = ((await PaidAsync(cards)).Order, cards.Market);
        await market.DeliverPartAsync(order, order.Parts[0]);
        await TellAsync(cards, CardEvent.Withdrawn, Dispute(cards, order.Total.Minor));
        await market.ReceiveAsync(order.Total.Minor, order.Code);
        (await market.BalanceAsync(LedgerAccount.OwedByBuyers)).ShouldBe(0);

        await GrantAsync(market, order, 50_000);

        var due = (await market.RowsAsync<RefundDue>()).Single(r => r.IsOpen);
        (due.Place, due.Left).ShouldBe((MoneyPlace.Bank, Money.Dong(50_000)));
        (await market.SendAsync(new PayRefund.Command(Job, due.Id, "FT-BACK"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(order.Total.Minor - 50_000);
        (await market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(0);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task After_a_dispute_that_was_won_money_goes_back_to_the_card_and_after_a_lost_one_it_does_not(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var (order, market) = ((await PaidAsync(cards)).Order, cards.Market);
        await market.DeliverPartAsync(order, order.Parts[0]);
        await TellAsync(cards, CardEvent.Withdrawn, Dispute(cards, order.Total.Minor));
        await GrantAsync(market, order, 20_000);
        await market.RoundAsync<SendCardRefunds>();
        cards.Stripe.Books.Refunds.ShouldBeEmpty();

        await TellAsync(cards, CardEvent.Reinstated, Dispute(cards, order.Total.Minor));
        await GrantAsync(market, order, 50_000);
        await market.RoundAsync<SendCardRefunds>();
        await cards.Stripe.Webhooks.SettledAsync();
        await market.DeliverAsync();

        cards.Stripe.Books.Refunds.Select(r => r.Amount).ShouldContain(50_000);
        await market.CheckAsync();
    }

    private static async Task GrantAsync(Market market, Order order, long dong)
    {
        (await market.MoveAsync(order.Id, o => o.Refund(o.Parts[0].Id, [new(new(Guid.NewGuid()), o.Parts[0].Lines[0].Id, Money.Dong(dong))], "vỡ", market.Clock.GetUtcNow()))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
    }

    private static async Task<(Order Order, string Secret)> PaidAsync(CardMarket cards)
    {
        var of = await cards.OrderAsync();
        await cards.PayAsync(of);
        return of;
    }

    private static JsonObject Dispute(CardMarket cards, long dong) => new()
    {
        ["id"] = "dp_1",
        ["object"] = "dispute",
        ["payment_intent"] = cards.Stripe.Books.PaymentIntents[^1].Id,
        ["amount"] = dong,
        ["currency"] = "vnd",
    };

    private static async Task TellAsync(CardMarket cards, string type, JsonObject about)
    {
        await cards.Stripe.RaiseAsync(type, about);
        await cards.Stripe.Webhooks.SettledAsync();
        await cards.Market.DeliverAsync();
    }

    private static async Task<int> EntriesAsync(CardMarket cards, EntryKind kind) => (await cards.Market.RowsAsync<JournalEntry>()).Count(e => e.Kind == kind);
}
