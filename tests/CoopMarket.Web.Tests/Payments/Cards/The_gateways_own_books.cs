using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Rates;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>
/// Gate T1 and row 44: each line of the gateway's own books is explained by one row of ours, and the other way round; what it keeps is
/// booked by one entry each; nothing is guessed, and what is not explained is named.
/// </summary>
public sealed class The_gateways_own_books
{
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task A_refund_that_fails_later_goes_and_comes_by_one_line_each(DatabaseProvider provider)
    {
        await using var cards = await BooksFactory.OpenAsync(provider);
        var order = await cards.PaidAsync();
        await cards.Market.MoveAsync(order.Id, o => o.Decline(order.Parts[0].Id, order.Parts[0].Lines[0].Id, 1, "hết", cards.Market.Clock.GetUtcNow()));
        await cards.SendBackAsync();
        await cards.CompareAsync();
        await cards.AgreesAsync();
        var failed = cards.Stripe.Books.Refunds[0];
        await cards.Stripe.FailRefundAsync(failed.Id);
        await cards.SendBackAsync();
        await cards.CompareAsync();
        await cards.CompareAsync();

        (await cards.EntriesAsync(EntryKind.RefundFailed)).ShouldBe(1);
        (await cards.MovesAsync()).Where(m => m.Source == failed.Id).Select(m => (m.Kind, m.State, m.Amount.Minor)).ShouldBe(
            [(CardMoveKind.Refund, CardMoveState.Met, -failed.Amount), (CardMoveKind.RefundFailed, CardMoveState.Met, failed.Amount)], ignoreOrder: true);
        (await cards.Market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(0);
        await cards.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_charge_that_nobody_here_asked_for_is_named_until_an_admin_says_what_it_was(DatabaseProvider provider)
    {
        await using var cards = await BooksFactory.OpenAsync(provider);
        var order = await cards.PaidAsync();
        var stranger = cards.Stripe.Books.ChargeOutside(70_000, "vnd");
        await cards.CompareAsync();

        (await cards.AlertsAsync()).ShouldHaveSingleItem().Detail.ShouldBe(stranger.PaymentIntent);
        var line = (await cards.ShownAsync())!.Lines.ShouldHaveSingleItem();
        line.ShouldSatisfyAllConditions(
            l => l.Called.ShouldBe(stranger.PaymentIntent), l => l.Kind.ShouldBe(CardMoveKind.Charge), l => l.Flaw.ShouldBe(CardMoveFlaw.Unknown),
            l => l.Net.Minor.ShouldBe(70_000 - BooksFactory.Usual.Of(70_000)));
        // Nothing of it is booked, and `check` says that it stands open.
        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(BooksFactory.Usual.Of(order.Total.Minor));
        (await cards.Market.WithAsync<Check, IReadOnlyList<CheckLine>>(check => check.RunAsync(default))).Where(l => !l.Holds).ShouldHaveSingleItem().Name.ShouldStartWith("I8");

        (await cards.Market.SendAsync(new ExplainCardMove.Command(Job, line.Name, "Bán ở hội chợ"))).IsDone.ShouldBeTrue();
        (await cards.Market.SendAsync(new ExplainCardMove.Command(Job, line.Name, "Bán ở hội chợ"))).Refusal.ShouldBeOfType<MoneyAlreadyDecided>();
        await cards.CompareAsync();

        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(BooksFactory.Usual.Of(order.Total.Minor) - (70_000 - BooksFactory.Usual.Of(70_000)));
        await cards.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_payout_of_the_gateway_waits_for_the_banks_line_and_is_named_where_none_comes(DatabaseProvider provider)
    {
        await using var cards = await BooksFactory.OpenAsync(provider);
        var order = await cards.PaidAsync();
        var net = order.Total.Minor - BooksFactory.Usual.Of(order.Total.Minor);
        await cards.Stripe.FailPayoutAsync(await cards.Stripe.PayOutAsync(net));
        await cards.CompareAsync();
        await cards.AgreesAsync();

        var payout = await cards.Stripe.PayOutAsync(net);
        await cards.CompareAsync();
        (await cards.ShownAsync())!.ShouldSatisfyAllConditions(s => s.Waiting.ShouldBe(1), s => s.Unexplained.ShouldBe(0), s => s.Held.Single().OnTheWay.Minor.ShouldBe(-net));
        cards.Market.Clock.Advance(TimeSpan.FromDays(15));
        await cards.CompareAsync();
        (await cards.AlertsAsync()).ShouldHaveSingleItem().Detail.ShouldBe(payout);

        var line = await cards.Market.ArriveAsync(net);
        (await cards.Market.SendAsync(new ReceiveFromCards.Command(Job, line, "1"))).Refusal.ShouldBeOfType<KeptIsKnown>();
        (await cards.Market.SendAsync(new ReceiveFromCards.Command(Job, line, null))).IsDone.ShouldBeTrue();
        await cards.Market.DeliverAsync();
        await cards.CompareAsync();

        (await cards.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(0);
        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(BooksFactory.Usual.Of(order.Total.Minor));
        await cards.AgreesAsync();
    }

    /// <summary>Both are read at once, when the bank's line has long been named.</summary>
    [Theory, EveryDatabase]
    internal async Task A_payout_that_came_back_takes_no_line_of_another_of_its_amount(DatabaseProvider provider)
    {
        await using var cards = await BooksFactory.OpenAsync(provider);
        await cards.PaidAsync();
        await cards.Stripe.FailPayoutAsync(await cards.Stripe.PayOutAsync(50_000));
        await cards.Stripe.PayOutAsync(50_000);
        (await cards.Market.SendAsync(new ReceiveFromCards.Command(Job, await cards.Market.ArriveAsync(50_000), null))).IsDone.ShouldBeTrue();
        await cards.Market.DeliverAsync();
        await cards.CompareAsync();

        (await cards.MovesAsync()).ShouldAllBe(m => m.State == CardMoveState.Met);
        await cards.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_the_gateway_changes_into_dong_on_the_way_is_an_exchange_of_its_own(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        cards.Stripe.Books.Fees = new(340, 25, 1_500);
        cards.Stripe.Books.SettleIn("eur", "vnd", 299.5m);
        await cards.Market.RateAsync();
        var of = await cards.Market.OrderInAsync(Currency.EUR);
        await cards.PayAsync(of);
        await cards.Market.MoveAsync(of.Order.Id, o => o.Decline(of.Order.Parts[0].Id, of.Order.Parts[0].Lines[0].Id, 1, "hết", cards.Market.Clock.GetUtcNow()));
        await cards.SendBackAsync();
        await cards.CompareAsync();
        await cards.CompareAsync();

        cards.Stripe.Books.Refunds.ShouldNotBeEmpty();
        (await cards.EntriesAsync(EntryKind.CardsExchanged)).ShouldBe(1 + cards.Stripe.Books.Refunds.Count);
        (await cards.Market.BalanceAsync(LedgerAccount.Cards, currency: Currency.EUR)).ShouldBe(0);
        (await cards.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(cards.Stripe.Books.Balance("vnd"));
        await cards.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_line_that_is_told_otherwise_than_before_is_named_and_changes_nothing(DatabaseProvider provider)
    {
        await using var cards = await BooksFactory.OpenAsync(provider);
        await cards.PaidAsync();
        await cards.CompareAsync();
        var held = await cards.Market.BalanceAsync(LedgerAccount.Cards);
        var line = cards.Stripe.Books.BalanceTransactions[0];
        cards.Stripe.Books.Retell(line.Id, line.Amount + 5);
        await cards.CompareAsync();

        (await cards.ShownAsync())!.ShouldSatisfyAllConditions(
            s => s.Lines.ShouldHaveSingleItem().Flaw.ShouldBeNull(), s => s.Others.ShouldHaveSingleItem().ShouldBe(new(CardDifferenceKind.TheirSum, "VND", Money.Dong(5))));
        (await cards.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(held);
        (await cards.EntriesAsync(EntryKind.CardFee)).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task What_the_market_does_not_do_by_itself_is_never_guessed(DatabaseProvider provider)
    {
        await using var cards = await BooksFactory.OpenAsync(provider);
        await cards.PaidAsync();
        cards.Stripe.Books.Adjust(-9_000, "vnd", "reserve_transaction", "risk_reserved_funds");
        // As much as a refund, and none: somebody topped the balance up.
        cards.Stripe.Books.Adjust(9_000, "vnd", "topup", "topup");
        cards.Stripe.Books.Adjust(5, "chf");
        await cards.CompareAsync();

        (await cards.ShownAsync())!.Lines.Select(l => l.Flaw).ShouldBe([CardMoveFlaw.Kind, CardMoveFlaw.Kind]);
        (await cards.ShownAsync())!.Others.ShouldHaveSingleItem().Kind.ShouldBe(CardDifferenceKind.Strange);
        (await cards.Market.RowsAsync<CardComparison>()).Single().Unexplained.ShouldBe(3);
    }

    [Fact]
    public async Task A_gateway_that_does_not_answer_leaves_the_last_result_and_says_since_when()
    {
        await using var cards = await BooksFactory.OpenAsync();
        await cards.PaidAsync();
        await cards.CompareAsync();
        var last = (await cards.ShownAsync())!.At;
        cards.Stripe.Faults.Next("GET /v1/balance_transactions", Fault.ServerError, times: 5);
        await cards.CompareAsync();

        (await cards.ShownAsync())!.ShouldSatisfyAllConditions(s => s.At.ShouldBe(last), s => s.SilentSince.ShouldNotBeNull(), s => s.Moves.ShouldBe(1));
        cards.Stripe.Faults.Clear();
        await cards.CompareAsync();
        (await cards.ShownAsync())!.SilentSince.ShouldBeNull();
    }

    [Fact]
    public async Task More_lines_than_a_page_holds_are_all_read()
    {
        await using var cards = await BooksFactory.OpenAsync();
        for (var i = 0; i < 230; i++)
            cards.Stripe.Books.ChangeFee(10, "vnd");
        await cards.CompareAsync();

        (await cards.MovesAsync()).Count.ShouldBe(230);
        (await cards.Market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(2_300);
        await cards.AgreesAsync();
    }
}
