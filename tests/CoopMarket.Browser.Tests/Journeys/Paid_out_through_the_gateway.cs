using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments.Cards;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.Playwright;
using TransferReversal = CoopMarket.Domain.Settlement.TransferReversal;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A cooperative opens an account at the gateway, is paid by a transfer that two admins let go, and some of it is taken back.</summary>
public sealed class Paid_out_through_the_gateway
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task She_opens_an_account_there_is_paid_and_reads_what_was_taken_back(int width, bool scripts)
    {
        LentClock clock = new();
        await using var stripe = await FakeStripeHost.StartAsync(clock);
        await using var market = await LiveMarket.OpenAsync([.. stripe.Settings, ("Stripe:Connect", "true")]);
        clock.Lender = market.Clock;
        stripe.Webhooks.SendTo(new Uri(market.Url + "/webhooks/stripe"));
        var (manager, email) = await market.PersonWithPasswordAsync("Lò Thị Pâng");
        await market.EnrolAsync(manager);
        var cloth = await market.LiveProductAsync(seller: await market.SellingCoopAsync("Dệt Tường Hạ", manager), name: "Khăn thổ cẩm", price: 1_200_000, category: await market.CategoryAsync("Thổ cẩm"));
        var pang = await Screen.OpenAsync(market, width, scripts);
        await new AccountPages(pang).SignInAsync(email, LiveMarket.Password);
        await new AccountPages(pang).GiveCodeAsync();
        await SoldByCardAsync(market, stripe, pang, cloth);

        await pang.OpenAsync("/sell/money/stripe");
        await pang.PressAsync("settlement.connect.go.none");
        await pang.GoAsync(() => pang.Page.GetByRole(AriaRole.Button, new() { Name = "Agree and submit" }).ClickAsync());
        await pang.ArrivesAsync("**/sell/money/stripe");
        await HearAsync(market, stripe);
        await market.RoundAsync<LookAfterConnected>();
        await HearAsync(market, stripe);
        await pang.OpenAsync("/sell/money/stripe");
        await pang.SeesAsync("settlement.connect.stands.able");
        market.Clock.Advance(PayoutDue.AccountWaits);
        await market.RoundAsync<ReleaseHolds>();

        var office = await OfficePages.OpenAsync(market, width, scripts);
        var run = await new OfficePages(office).DraftPayoutsAsync();
        var payout = (await market.RowsAsync<Payout>()).ShouldHaveSingleItem();
        await new OfficePages(await OfficePages.OpenAsync(market, width, scripts)).ApprovePayoutsAsync(run, office.Written(payout.Amount));
        await RoundAsync(market, stripe);
        var transfer = stripe.Books.Transfers.ShouldHaveSingleItem();
        transfer.Amount.ShouldBe(payout.Amount.Minor);
        (await new OrderDesk(pang).MoneyAsync()).ShouldContain(transfer.Id);

        await office.OpenAsync($"/admin/payouts/{run}/1");
        await office.FollowAsync("settlement.reversal.go");
        await office.FillAsync("settlement.reversal.amount", "9.000.000");
        await office.FillAsync("settlement.reversal.reason", "Khách trả hàng");
        await office.PressAsync("settlement.reversal.do");
        (await office.Field("settlement.reversal.reason").InputValueAsync()).ShouldBe("Khách trả hàng");
        await office.FillAsync("settlement.reversal.amount", "200.000");
        await office.PressAsync("settlement.reversal.do");
        await office.SeesAsync("settlement.reversal.done");
        await RoundAsync(market, stripe);

        (await market.RowsAsync<TransferReversal>()).ShouldHaveSingleItem().State.ShouldBe(ReversalState.Done);
        await office.OpenAsync($"/admin/payouts/{run}/1/back");
        await office.SeesAsync("settlement.reversal-state.Done");
        (await new OrderDesk(pang).MoneyAsync()).ShouldContain(pang.Say("desk.payout.stripe.taken-back", "200.000 ₫"));
        await market.CheckAsync();
    }

    // The gateway has what a buyer paid, and the cooperative's share is no longer held.
    private static async Task SoldByCardAsync(LiveMarket market, FakeStripeHost stripe, Screen desk, ListedProduct product)
    {
        var (order, secret) = await market.OrderAsync(PaymentWay.Card, (product.Variant, 1));
        var page = (await market.SendAsync(new PayByCard.Command(OrdersFactory.Guest, order.Code, secret, "vi"))).Value;
        await stripe.PayAsync(page.Segments[^1]);
        await HearAsync(market, stripe);
        await new OrderDesk(desk).DeliverAsync(order.Code, "Giao Hàng Nhanh (GHN)", "GHN7K2P9D");
    }

    private static async Task RoundAsync(LiveMarket market, FakeStripeHost stripe)
    {
        for (var i = 0; i < 2; i++)
        {
            await HearAsync(market, stripe);
            await market.RoundAsync<SendPayoutTransfers>();
            await market.RoundAsync<SendReversals>();
        }

        await HearAsync(market, stripe);
    }

    private static async Task HearAsync(LiveMarket market, FakeStripeHost stripe)
    {
        await stripe.Webhooks.SettledAsync();
        await market.DeliverAsync();
    }
}
