using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Rates;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>
/// Rows 42, 43 and 57 of an order that a transfer pays in part and a card, in euros, the rest: what goes back goes back by the ways by
/// which it came, and never more by any than came by it.
/// </summary>
public sealed class Paid_partly_by_bank
{
    private const long ByBank = 100_000;
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task The_card_is_charged_the_rest_and_all_of_it_goes_back_by_both_ways(DatabaseProvider provider)
    {
        await using var cards = await OpenAsync(provider);
        var market = cards.Market;
        var of = await market.OrderInAsync(Currency.EUR);
        await market.ReceiveAsync(ByBank, of.Order.Code);
        await cards.PayAsync(of);
        var rest = of.Order.Total - Money.Dong(ByBank);
        var charged = Exchange.Part(of.Order.Charged, rest, of.Order.Total);

        cards.Stripe.Books.Charges.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Currency.ShouldBe("eur"), c => c.Amount.ShouldBe(charged.Minor));
        (await market.OrderAsync(of.Order.Code)).PaidAt.ShouldNotBeNull();
        await StandsAsync(cards, bank: ByBank, euros: charged.Minor, exchanged: rest.Minor);
        (await market.BalanceAsync(LedgerAccount.BuyersMoney)).ShouldBe(0);

        await DeclineAsync(cards, of.Order);
        await RoundAsync(cards);
        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(charged.Minor);
        (await market.RowsAsync<RefundDue>()).Where(r => r.Place == MoneyPlace.Cards).ShouldAllBe(r => r.State == RefundState.Sent);
        (await OwedByBankAsync(market)).ShouldBe(ByBank);
        await StandsAsync(cards, bank: ByBank, euros: 0, exchanged: 0);

        await PayByBankAsync(market);
        (await market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(0);
        await StandsAsync(cards, bank: 0, euros: 0, exchanged: 0);
        await AgreesAsync(cards);
    }

    [Theory, EveryDatabase]
    internal async Task A_part_goes_back_to_the_card_as_far_as_it_paid_and_then_by_the_bank(DatabaseProvider provider)
    {
        await using var cards = await OpenAsync(provider);
        var market = cards.Market;
        var of = await market.OrderInAsync(Currency.EUR);
        await market.ReceiveAsync(ByBank, of.Order.Code);
        await cards.PayAsync(of);
        var rest = of.Order.Total - Money.Dong(ByBank);
        var charged = Exchange.Part(of.Order.Charged, rest, of.Order.Total);
        var part = of.Order.Parts[0];
        await market.DeliverPartAsync(of.Order, part);

        await GrantAsync(cards, of.Order, part.Lines[0].Id, 60_001);
        cards.Stripe.Books.Refunds.ShouldHaveSingleItem().Amount.ShouldBe(Exchange.Part(charged, Money.Dong(60_001), rest).Minor);
        (await OwedByBankAsync(market)).ShouldBe(0);
        await StandsAsync(cards, bank: ByBank, euros: charged.Minor - cards.Stripe.Books.Refunds[0].Amount, exchanged: rest.Minor - 60_001);

        await GrantAsync(cards, of.Order, part.Lines[0].Id, part.Goods.Minor - 60_001);
        if (!part.Delivery.IsZero)
            await GrantAsync(cards, of.Order, null, part.Delivery.Minor);
        cards.Stripe.Books.Refunds.ShouldAllBe(r => r.Currency == "eur");
        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(charged.Minor);
        (await OwedByBankAsync(market)).ShouldBe(ByBank);
        await PayByBankAsync(market);
        (await market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(0);
        await StandsAsync(cards, bank: 0, euros: 0, exchanged: 0);
        await AgreesAsync(cards);
    }

    /// <summary>The page stood open for all of it when the transfer came: what the card paid too much goes back at once, and nothing of it twice.</summary>
    [Theory, EveryDatabase]
    internal async Task What_the_card_paid_too_much_goes_back_to_it_and_the_rest_as_it_came(DatabaseProvider provider)
    {
        await using var cards = await OpenAsync(provider);
        var market = cards.Market;
        var of = await market.OrderInAsync(Currency.EUR);
        (await cards.GoAsync(of)).IsDone.ShouldBeTrue();
        await market.ReceiveAsync(ByBank, of.Order.Code);
        await cards.Stripe.PayAsync(cards.Page);
        await market.DeliverAsync();
        cards.Stripe.Books.Charges.ShouldHaveSingleItem().Amount.ShouldBe(of.Order.Charged.Minor);

        await RoundAsync(cards);
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Amount.Minor.ShouldBe(ByBank), r => r.Place.ShouldBe(MoneyPlace.Cards), r => r.State.ShouldBe(RefundState.Sent));
        await DeclineAsync(cards, of.Order);
        await RoundAsync(cards);
        cards.Stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(of.Order.Charged.Minor);
        (await OwedByBankAsync(market)).ShouldBe(ByBank);
        await PayByBankAsync(market);
        await StandsAsync(cards, bank: 0, euros: 0, exchanged: 0);
        await AgreesAsync(cards);
    }

    /// <summary>The buyer's bank takes the card's part back: only what the transfer paid is left to go back, by the bank.</summary>
    [Theory, EveryDatabase]
    internal async Task After_a_dispute_over_the_cards_part_only_the_transfers_goes_back(DatabaseProvider provider)
    {
        await using var cards = await OpenAsync(provider);
        var market = cards.Market;
        var of = await market.OrderInAsync(Currency.EUR);
        await market.ReceiveAsync(ByBank, of.Order.Code);
        await cards.PayAsync(of);
        var charge = cards.Stripe.Books.Charges.ShouldHaveSingleItem();
        await cards.Stripe.RaiseAsync(CardEvent.Withdrawn, new() { ["id"] = "dp_1", ["object"] = "dispute", ["payment_intent"] = charge.PaymentIntent, ["amount"] = charge.Amount, ["currency"] = "eur" });
        await cards.Stripe.Webhooks.SettledAsync();
        await market.DeliverAsync();

        await DeclineAsync(cards, of.Order);
        await RoundAsync(cards);
        cards.Stripe.Books.Refunds.ShouldBeEmpty();
        (await OwedByBankAsync(market)).ShouldBe(ByBank);
        (await market.BalanceAsync(LedgerAccount.OwedByBuyers)).ShouldBe(0);
        await PayByBankAsync(market);
        await StandsAsync(cards, bank: 0, euros: 0, exchanged: 0);
    }

    /// <summary>Two refunds fall due at once: what the buyer owes is set off against the first, and not against the second again.</summary>
    [Theory, EveryDatabase]
    internal async Task A_debt_is_set_off_once_though_the_refund_goes_two_ways(DatabaseProvider provider)
    {
        await using var cards = await OpenAsync(provider);
        var market = cards.Market;
        var of = await market.OrderInAsync(Currency.EUR);
        await market.ReceiveAsync(ByBank, of.Order.Code);
        await cards.PayAsync(of);
        var part = of.Order.Parts[0];
        await market.DeliverPartAsync(of.Order, part);
        (await market.TakeBackAsync((await market.RowsAsync<MoneyIn>()).Single(m => m.Source != MoneySource.Card))).IsDone.ShouldBeTrue();
        (await market.BalanceAsync(LedgerAccount.OwedByBuyers)).ShouldBe(ByBank);

        (await market.MoveAsync(of.Order.Id, o => o.Refund(
            part.Id, [.. part.Lines.Select(l => new RefundPlan(new(Guid.CreateVersion7()), l.Id, l.Goods))], "ẩm", market.Clock.GetUtcNow()))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.BalanceAsync(LedgerAccount.OwedByBuyers)).ShouldBe(0);
        (await market.RowsAsync<RefundDue>()).Sum(r => r.SetOff.Minor).ShouldBe(ByBank);
        await market.CheckAsync();
    }

    /// <summary>A page that charged a wrong amount closes, and its order runs out with it: what came goes back as it came.</summary>
    [Theory, EveryDatabase]
    internal async Task What_came_for_an_order_that_runs_out_goes_back_as_it_came(DatabaseProvider provider)
    {
        await using var cards = await OpenAsync(provider);
        var market = cards.Market;
        var of = await market.OrderInAsync(Currency.EUR);
        await market.ReceiveAsync(ByBank, of.Order.Code);
        (await cards.GoAsync(of)).IsDone.ShouldBeTrue();
        cards.Stripe.Books.Amend(cards.Page, amount: 500);
        await cards.Stripe.PayAsync(cards.Page);
        await market.DeliverAsync();
        var odd = (await market.RowsAsync<MoneyIn>()).Single(m => m.Source == MoneySource.Card);
        (await market.SendAsync(new AssignMoney.Command(Job, odd.Id, of.Order.Code))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        await market.CheckAsync();
        await RoundAsync(cards);

        cards.Stripe.Books.Refunds.ShouldHaveSingleItem().Amount.ShouldBe(500);
        (await OwedByBankAsync(market)).ShouldBe(ByBank);
        await PayByBankAsync(market);
        await StandsAsync(cards, bank: 0, euros: 0, exchanged: 0);
    }

    private static async Task<CardMarket> OpenAsync(DatabaseProvider provider)
    {
        var cards = await CardMarket.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        await cards.Market.RateAsync();
        return cards;
    }

    private static Task DeclineAsync(CardMarket cards, Order order)
        => cards.Market.MoveAsync(order.Id, o => o.Decline(order.Parts[0].Id, order.Parts[0].Lines[0].Id, 1, "hết", cards.Market.Clock.GetUtcNow()));

    private static async Task GrantAsync(CardMarket cards, Order order, OrderLineId? line, long dong)
    {
        (await cards.Market.MoveAsync(order.Id, o => o.Refund(order.Parts[0].Id, [new(new(Guid.NewGuid()), line, Money.Dong(dong))], "vỡ", cards.Market.Clock.GetUtcNow()))).IsDone.ShouldBeTrue();
        await RoundAsync(cards);
    }

    private static async Task RoundAsync(CardMarket cards)
    {
        await cards.Market.RoundAsync<SendCardRefunds>();
        await cards.Stripe.Webhooks.SettledAsync();
        await cards.Market.DeliverAsync();
    }

    private static async Task<long> OwedByBankAsync(Market market) => (await market.RowsAsync<RefundDue>()).Where(r => r.Place == MoneyPlace.Bank && r.IsOpen).Sum(r => r.Left.Minor);

    private static async Task PayByBankAsync(Market market)
    {
        foreach (var due in (await market.RowsAsync<RefundDue>()).Where(r => r.Place == MoneyPlace.Bank && r.IsOpen))
            (await market.SendAsync(new PayRefund.Command(Job, due.Id, "FT" + due.Id.Value.ToString("N")))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
    }

    private static async Task StandsAsync(CardMarket cards, long bank, long euros, long exchanged)
    {
        (await cards.Market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(bank);
        (await cards.Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(0);
        (await cards.Market.BalanceAsync(LedgerAccount.Cards, currency: Currency.EUR)).ShouldBe(euros);
        (await cards.Market.BalanceAsync(LedgerAccount.Exchange, currency: Currency.EUR)).ShouldBe(-euros);
        (await cards.Market.BalanceAsync(LedgerAccount.Exchange)).ShouldBe(exchanged);
        await cards.Market.CheckAsync();
    }

    private static async Task AgreesAsync(CardMarket cards)
    {
        cards.Market.Clock.Advance(TimeSpan.FromHours(5));
        await cards.Market.RoundAsync<CompareCards>();
        (await cards.Market.RowsAsync<AlertRow>()).ShouldNotContain(a => a.Kind == AlertKind.CardsDiffer);
    }
}
