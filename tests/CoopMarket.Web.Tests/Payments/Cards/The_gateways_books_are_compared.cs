using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>Gate T1: our payments equal the gateway's books, in both directions, with nothing unexplained after the daily run.</summary>
public sealed class The_gateways_books_are_compared
{
    [Theory, EveryDatabase]
    internal async Task A_charge_that_was_never_told_is_taken_in(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await cards.PayAsync(await cards.OrderAsync());
        var missed = await cards.OrderAsync();
        (await cards.GoAsync(missed)).IsDone.ShouldBeTrue();
        cards.Stripe.Webhooks.SendToNobody();
        await cards.Stripe.PayAsync(cards.Page);
        cards.Market.Clock.Advance(TimeSpan.FromHours(3));

        await CompareAsync(cards);

        (await cards.Market.OrderAsync(missed.Order.Code)).PaidAt.ShouldNotBeNull();
        (await AlertsAsync(cards)).ShouldBeEmpty();
        await cards.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_in_one_of_the_books_alone_or_differs_is_told_by_name(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var order = await cards.OrderAsync();
        await cards.PayAsync(order);
        cards.Stripe.Books.Amend(cards.Page, amount: 99_999);
        await cards.Market.SendAsync(new StoreCardEvent.Command(
            Actor.Job("stripe"), new("evt_forged", CardEvent.Completed, "", "", false, cards.Market.Clock.GetUtcNow(), new("cs_of_nobody", "", "pi_of_nobody", 50_000, "vnd", true))));
        await cards.Market.DeliverAsync();
        var back = await cards.Stripe.RefundAsync(cards.Stripe.Books.PaymentIntents[^1].Id, 10_000);
        cards.Market.Clock.Advance(TimeSpan.FromHours(5));

        await CompareAsync(cards);

        var told = (await AlertsAsync(cards)).ShouldHaveSingleItem();
        foreach (var name in new[] { cards.Page, "cs_of_nobody", back })
            told.Detail.ShouldContain(name);
    }

    [Fact]
    public async Task A_refund_that_both_know_of_is_explained()
    {
        await using var cards = await CardMarket.OpenAsync();
        var order = (await cards.OrderAsync());
        await cards.PayAsync(order);
        var part = (await cards.Market.OrderAsync(order.Order.Code)).Parts[0];
        await cards.Market.MoveAsync(order.Order.Id, o => o.Decline(part.Id, part.Lines[0].Id, 1, "hết", cards.Market.Clock.GetUtcNow()));
        foreach (var due in await cards.Market.RowsAsync<RefundDue>())
        {
            var sent = await cards.Stripe.RefundAsync(cards.Stripe.Books.PaymentIntents[^1].Id, due.Left.Minor);
            (await cards.Market.SendAsync(new PayRefund.Command(Actor.Job("test"), due.Id, sent))).IsDone.ShouldBeTrue();
        }

        cards.Market.Clock.Advance(TimeSpan.FromHours(5));
        await CompareAsync(cards);

        (await AlertsAsync(cards)).ShouldBeEmpty();
    }

    private static async Task CompareAsync(CardMarket cards)
    {
        await cards.Market.RoundAsync<CompareCards>();
        await cards.Market.DeliverAsync();
    }

    private static async Task<List<AlertRow>> AlertsAsync(CardMarket cards) => (await cards.Market.RowsAsync<AlertRow>()).FindAll(a => a.Kind == AlertKind.CardsDiffer);
}
