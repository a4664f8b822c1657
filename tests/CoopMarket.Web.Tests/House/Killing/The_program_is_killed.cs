using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Payments.Cards;
using CoopMarket.Web.Tests.Settlement;
using CoopMarket.Web.Tests.Settlement.Payouts;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.House.Killing;

/// <summary>Faults F2, F3, F5 and F20 with the real program, killed or stopped by the system's own signal between two statements.</summary>
public sealed class The_program_is_killed
{
    private static readonly TimeSpan LongerThanALease = TimeSpan.FromMinutes(3);

    /// <summary>F3: of four payouts, two are noted as paid when it ends; a moment before, it ended while it booked all four.</summary>
    [Theory, EveryDatabase]
    internal async Task After_k_of_n_payouts_the_rest_is_neither_lost_nor_sent_again(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        List<Domain.Shared.CooperativeId> cooperatives = [];
        for (var i = 0; i < 4; i++)
            cooperatives.Add((await market.NewSellerAsync()).Id);
        await using (var node = HaltedProgram.Start(market, "KILL|Committing|1|INSERT INTO settlement_entries"))
        {
            foreach (var cooperative in cooperatives)
                await market.MakePayableAsync(cooperative, 500_000);
            var run = await DraftAsync();
            await EndsAsync(node, $"/admin/payouts/{run}", "Approve");
        }

        (await payouts.EntriesAsync(EntryKind.Payout)).ShouldBe(0);
        (await payouts.PayoutsAsync()).ShouldAllBe(p => p.State == PayoutState.Drafted);

        // The approval is the first that commits, each result another.
        await using (var node = HaltedProgram.Start(market, "KILL|Committing|4|INSERT INTO settlement_entries"))
        {
            var run = (await market.RowsAsync<PayoutRun>()).Single().Code;
            using var office = await node.BrowserAsync(await payouts.Market.EnrolAsync((await payouts.SecondAsync()).Person!.Value));
            await DoneAsync(office.PostFormAsync($"/admin/payouts/{run}", [], "form[action*=Approve]"));
            for (var position = 1; position <= 2; position++)
                await DoneAsync(office.PostFormAsync($"/admin/payouts/{run}/{position}", [("Form.Reference", $"FT{position}")], "form[action*=Paid]"));
            await EndsAsync(node, $"/admin/payouts/{run}/3", "Paid", ("Form.Reference", "FT3"));
        }

        (await payouts.PayoutsAsync()).Select(p => p.State).ShouldBe([PayoutState.Paid, PayoutState.Paid, PayoutState.OnTheWay, PayoutState.OnTheWay]);
        market.Clock.Advance(TimeSpan.FromDays(30));
        (await market.SendAsync(new DraftPayouts.Command(await payouts.FirstAsync()))).Refusal.ShouldBeOfType<NothingToPayOut>();
        var code = (await market.RowsAsync<PayoutRun>()).Single().Code;
        (await payouts.RecordAsync(code, null, isPaid: true, "FT34")).IsDone.ShouldBeTrue();
        (await payouts.EntriesAsync(EntryKind.Payout)).ShouldBe(4);
        (await payouts.EntriesAsync(EntryKind.PayoutPaid)).ShouldBe(4);
        await market.CheckAsync();

        Task<string> DraftAsync() => market.PayoutRunAsync(payouts.FirstAdmin, null, null, [.. cooperatives]);

        async Task EndsAsync(HaltedProgram node, string page, string form, params (string, string)[] typed)
        {
            using var office = await node.BrowserAsync((await payouts.SecondAsync()).Person!.Value);
            await Should.ThrowAsync<HttpRequestException>(() => office.PostFormAsync(page, typed, $"form[action*={form}]"));
            await node.IsKilledAsync();
        }
    }

    /// <summary>F2: the gateway has opened a page, and nobody wrote it down.</summary>
    [Theory, EveryDatabase]
    internal async Task Between_the_gateways_yes_and_its_own_note_the_page_is_found_again_and_paid_once(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var market = cards.Market;
        await using (var node = HaltedProgram.Start(
            market, "KILL|Executing|1|UPDATE payments_card_attempts", Of(cards)))
        {
            var (order, secret) = await cards.OrderAsync();
            using var buyer = await node.BrowserAsync();
            using var opened = await buyer.GetAsync($"/orders/{order.Code}?s={secret}");
            await Should.ThrowAsync<HttpRequestException>(() => buyer.PostFormAsync($"/orders/{order.Code}/card"));
            await node.IsKilledAsync();
        }

        cards.Stripe.Books.Sessions.Count.ShouldBe(1);
        (await cards.AttemptAsync()).State.ShouldBe(CardAttemptState.Begun);
        await cards.Stripe.PayAsync(cards.Page);
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        await cards.LookAsync();

        (await market.RowsAsync<Order>()).Single().State.ShouldBe(OrderState.Placed);
        cards.Stripe.Books.Sessions.Count.ShouldBe(1);
        (await market.RowsAsync<JournalEntry>()).Count(e => e.Kind == EntryKind.MoneyIn).ShouldBe(1);
        await market.CheckAsync();
    }

    /// <summary>F2 and F3: the gateway has sent the first of two refunds, and nobody wrote it down. Every other moment is in <see cref="Card_money_is_torn"/>.</summary>
    [Theory, EveryDatabase]
    internal async Task Between_the_gateways_yes_to_a_refund_and_its_own_note_it_is_found_again_and_none_is_sent_twice(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var market = cards.Market;
        market.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        var of = await cards.OrderAsync();
        await cards.PayAsync(of);
        await market.MoveAsync(of.Order.Id, o => o.Decline(of.Order.Parts[0].Id, of.Order.Parts[0].Lines[0].Id, 1, "hết", market.Clock.GetUtcNow()));
        cards.Stripe.Webhooks.SendToNobody();
        await using (var node = HaltedProgram.Start(market, "KILL|Executing|2|UPDATE payments_refunds_due", Of(cards)))
            await node.IsKilledAsync();

        cards.Stripe.Books.Refunds.ShouldHaveSingleItem();
        (await market.RowsAsync<RefundDue>()).Select(r => r.State).ShouldBe([RefundState.UnderWay, RefundState.Owed], ignoreOrder: true);
        await market.RoundAsync<SendCardRefunds>();
        (await market.RowsAsync<RefundDue>()).Count(r => r.State == RefundState.UnderWay).ShouldBe(1, "what is in doubt is left alone");
        market.Clock.SetUtcNow(DateTimeOffset.UtcNow.AddMinutes(1));
        await market.RoundAsync<SendCardRefunds>();
        await market.DeliverAsync();

        (await market.RowsAsync<RefundDue>()).ShouldAllBe(r => r.State == RefundState.Sent);
        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(of.Order.Total.Minor);
        (await market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(0);
        await market.CheckAsync();
    }

    /// <summary>F3: 500 lines of a statement are taken in, and the next are when it ends. Every other moment is in <see cref="Bank_money_is_torn"/>.</summary>
    [Theory, EveryDatabase]
    internal async Task Within_the_second_batch_of_a_statement_another_goes_on_from_the_first(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var lines = Enumerable.Range(0, StatementUpload.AtOnce + 20).Select(i => ($"FT{i}", 1_000L + i, "tien la")).ToList();
        var id = (await market.SendAsync(new UploadStatement.Command(Actor.Job("test"), "sao-ke.csv", StatementFile.Of(lines)))).Value;
        await using (var node = HaltedProgram.Start(market, "KILL|Committing|2|UPDATE payments_statements"))
        {
            (await market.SendAsync(new ImportStatement.Command(Actor.Job("test"), id))).IsDone.ShouldBeTrue();
            await node.IsKilledAsync();
        }

        (await market.RowsAsync<StatementUpload>()).Single().Taken.ShouldBe(StatementUpload.AtOnce);
        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(StatementUpload.AtOnce);
        market.Clock.Advance(LongerThanALease);
        await market.DeliverAsync();

        (await market.RowsAsync<StatementUpload>()).Single().ShouldSatisfyAllConditions(s => s.Taken.ShouldBe(lines.Count), s => s.Known.ShouldBe(0), s => s.EndedAt.ShouldNotBeNull());
        (await market.RowsAsync<MoneyIn>()).Select(m => m.Reference).ShouldBe(lines.Select(l => l.Item1), ignoreOrder: true);
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(lines.Sum(l => l.Item2));
        await market.CheckAsync();
    }

    /// <summary>F5: between a message's row and its mail.</summary>
    [Theory, EveryDatabase]
    internal async Task Between_a_row_and_its_mail_the_mail_is_not_lost(DatabaseProvider provider)
    {
        var (before, after) = await MailAsync(provider, "KILL|Executed|1|SET leased_until");
        before.ShouldBeEmpty();
        after.ShouldHaveSingleItem();
    }

    /// <summary>F5: between a mail and the note that it was sent: then it goes again, as the same mail.</summary>
    [Theory, EveryDatabase]
    internal async Task Between_a_mail_and_its_note_the_same_mail_goes_again(DatabaseProvider provider)
    {
        var (before, after) = await MailAsync(provider, "KILL|Executing|1|SET state");
        before.ShouldHaveSingleItem();
        after.ShouldBe(before);
    }

    /// <summary>F20: a node that slept past its lease wakes with its claim in hand.</summary>
    [Theory, EveryDatabase]
    internal async Task Stopped_past_its_lease_it_books_nothing_that_another_has_booked(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        using var bank = market.CreateClient();
        await TellAsync(3);
        await using var node = HaltedProgram.Start(market, "STOP|Executed|1|lease_token = ");
        await node.IsStoppedAsync();
        await market.DeliverAsync();
        (await market.RowsAsync<JournalEntry>()).ShouldBeEmpty("the lease holds the others off");
        market.Clock.Advance(LongerThanALease);
        await market.DeliverAsync();
        (await market.RowsAsync<JournalEntry>()).Count.ShouldBe(3);

        await node.GoOnAsync();
        // What comes after shows that the sleeper is through with what it held.
        await TellAsync(1);
        await market.InDbAsync(db => db.Set<OutboxRow>().Where(r => r.State == OutboxState.Pending).ExecuteUpdateAsync(s => s.SetProperty(r => r.DueAt, DateTimeOffset.UtcNow)));
        for (var patience = 0; await market.InDbAsync(db => db.Set<OutboxRow>().AnyAsync(r => r.State == OutboxState.Pending)); patience++)
        {
            patience.ShouldBeLessThan(300);
            await Task.Delay(100);
        }

        (await market.RowsAsync<JournalEntry>()).Count.ShouldBe(4);
        (await market.RowsAsync<OutboxRow>()).ShouldAllBe(r => r.State == OutboxState.Done && r.LastError == null);

        async Task TellAsync(int lines)
        {
            for (var i = 0; i < lines; i++)
                (await bank.TellAsync(PaymentsFactory.Body(100_000 + i, "khong co ma"))).EnsureSuccessStatusCode();
        }
    }

    // Somebody registers, and one node is killed on the way to her mail; another comes by when the lease is over.
    private static async Task<(IReadOnlyList<Guid> Before, IReadOnlyList<Guid> After)> MailAsync(DatabaseProvider provider, string moment)
    {
        await using var market = await Market.OpenAsync(provider);
        // Before the program starts: what it tells of itself then comes after, however long either takes.
        market.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        (await market.SendAsync(new RegisterAccount.Command(Actor.Guest("127.0.0.1"), "Lò Thị Mai", AccountsFactory.NewEmail(), AccountsFactory.Password, "vi"))).IsDone.ShouldBeTrue();
        await using var node = HaltedProgram.Start(market, moment);
        await node.IsKilledAsync();
        await market.DeliverAsync();
        market.Post.Letters.ShouldBeEmpty("the lease holds the others off");
        market.Clock.Advance(LongerThanALease);
        await market.DeliverAsync();
        (await market.RowsAsync<OutboxRow>()).ShouldAllBe(r => r.State == OutboxState.Done);
        return (node.Mails, [.. market.Post.Letters.Select(l => l.Id)]);
    }

    // As environment variables.
    private static (string, string)[] Of(CardMarket cards) => [.. cards.Stripe.Settings.Select(s => (s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value))];

    private static async Task DoneAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        answer.StatusCode.ShouldBe(HttpStatusCode.Found, await answer.Content.ReadAsStringAsync());
    }
}
