using CoopMarket.Domain.Payments;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments;

namespace CoopMarket.Web.Seed;

/// <summary>The card gateway of the demo, as the market hears of it: pages that are paid, declined first, left open until they close, or paid when nobody awaits it.</summary>
internal sealed class DemoCards(Stage stage, Agenda agenda, Dice dice, DemoGateway gateway)
{
    private int _pages;

    /// <summary>Goes to pay an order; whether it will be packed.</summary>
    public async Task<bool> PayAsync(OrderBook order)
    {
        var begun = await stage.DoAsync(new BeginCard.Command(Stage.Seeder, order.Code, null));
        var page = $"cs_demo_{++_pages:0000}";
        await stage.DoAsync(new RecordCard.Command(Stage.Seeder, begun.Attempt, new CardAnswer.Opened(page, "https://checkout.stripe.com/c/pay/" + page)));
        var after = dice.Between(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(20));
        switch (dice.Below(20))
        {
            case 0:
                agenda.After(CardAttempt.PageOpen, () => TellAsync(page, begun, CardEvent.Expired));
                return false;
            case 1:
                // Called off in one window, paid in another.
                agenda.After(after, () => stage.SendAsync(new CancelOrder.Command(Stage.Seeder, order.Code, null)));
                agenda.After(after + TimeSpan.FromMinutes(1), () => TellAsync(page, begun, CardEvent.Completed));
                return false;
            case < 5:
                agenda.After(after / 2, () => TellAsync(page, begun, "payment_intent.payment_failed"));
                break;
        }

        agenda.After(after, () => TellAsync(page, begun, CardEvent.Completed));
        return true;
    }

    // Its message goes at once: what was paid in time must not wait until evening and be late.
    private async Task TellAsync(string page, BeginCard.Begun begun, string type)
    {
        CardSession about = new(page, begun.Attempt.ToString(), page.Replace("cs_", "pi_", StringComparison.Ordinal), begun.Charged.Minor, begun.Charged.Currency.ToString(), type == CardEvent.Completed);
        if (about.IsPaid)
            gateway.Charge(about.Charge, begun.Charged);
        await stage.DoAsync(new StoreCardEvent.Command(
            Stage.Seeder, new($"evt_demo_{page[^4..]}_{type[..9]}", type, "2026-10-28.endive", "", false, agenda.Now, type.StartsWith("checkout", StringComparison.Ordinal) ? about : null)));
        await stage.DeliverAsync(CancellationToken.None);
    }
}
