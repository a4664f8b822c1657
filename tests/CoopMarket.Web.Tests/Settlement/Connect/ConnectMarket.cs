using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Payments.Cards;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement.Payouts;
using Microsoft.Extensions.DependencyInjection;
using ConnectedAccount = CoopMarket.Domain.Settlement.ConnectedAccount;
using TransferReversal = CoopMarket.Domain.Settlement.TransferReversal;

namespace CoopMarket.Web.Tests.Settlement.Connect;

/// <summary>A market that pays cooperatives by transfers, beside a gateway with its own books, and with two admins.</summary>
internal sealed class ConnectMarket : IAsyncDisposable
{
    public const string Send = "POST /v1/transfers";

    public const string TakeBack = "POST /v1/transfers/{id}/reversals";

    private ConnectMarket(CardMarket cards, PayoutMarket payouts) => (Cards, Payouts) = (cards, payouts);

    public CardMarket Cards { get; }

    public PayoutMarket Payouts { get; }

    public Market Market => Cards.Market;

    public FakeStripeHost Stripe => Cards.Stripe;

    public static async Task<ConnectMarket> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var cards = await CardMarket.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key), ("Stripe:Connect", "true"));
        var market = cards.Market;
        // One test turns it off.
        market.Services.GetRequiredService<StripeSettings>().Connect = true;
        return new(cards, new(market, await market.PersonAsync("Hà Thị Một", isAdmin: true), await market.PersonAsync("Cầm Thị Hai", isAdmin: true)));
    }

    /// <summary>Cards are charged, so that the gateway holds something.</summary>
    /// <returns>What it holds of it, in đồng.</returns>
    public async Task<long> FillAsync(long price = 3_000_000)
    {
        var before = Stripe.Books.Balance("vnd");
        await Cards.PayAsync(await Cards.OrderAsync(price));
        return Stripe.Books.Balance("vnd") - before;
    }

    /// <summary>A cooperative begins; its manager is on the gateway's page.</summary>
    public async Task<Outcome<Uri>> GoAsync(SellingCoop coop) => await Market.SendAsync(new ConnectToStripe.Command(await Market.ProvedAsync(coop.Manager), coop.Id, "vi"));

    /// <summary>A cooperative whose account can be paid, and is old enough.</summary>
    public async Task<SellingCoop> ConnectedAsync()
    {
        var coop = await Payouts.CooperativeAsync();
        (await GoAsync(coop)).IsDone.ShouldBeTrue();
        await Stripe.ChangeAccountAsync((await AccountAsync(coop)).Account);
        await LookAsync();
        (await AccountAsync(coop)).IsAble.ShouldBeTrue();
        Market.Clock.Advance(PayoutDue.AccountWaits);
        return coop;
    }

    /// <summary>A cooperative was paid by a transfer of all that it earned.</summary>
    /// <returns>It, the run's code and what was transferred, in đồng.</returns>
    public async Task<(SellingCoop Coop, string Run, long Amount)> PaidAsync()
    {
        await FillAsync();
        var coop = await ConnectedAsync();
        var share = await Payouts.EarnAsync(coop.Id);
        var run = await Payouts.SendAsync();
        await RoundAsync();
        (await PayoutAsync()).State.ShouldBe(PayoutState.Paid);
        // What the gateway tells of the transfer is looked up.
        await RoundAsync();
        return (coop, run, share);
    }

    /// <summary>What became of the gateway's messages, and what there is to ask about accounts.</summary>
    public async Task LookAsync()
    {
        await HearAsync();
        await Market.RoundAsync<LookAfterConnected>();
        await HearAsync();
    }

    /// <summary>The market sends what it has to send, and looks up what it has to look up.</summary>
    public async Task RoundAsync()
    {
        await HearAsync();
        await Market.RoundAsync<SendPayoutTransfers>();
        await Market.RoundAsync<SendReversals>();
        await HearAsync();
    }

    public async Task<ConnectedAccount> AccountAsync(SellingCoop coop) => (await Market.RowsAsync<ConnectedAccount>()).Single(a => a.Cooperative == coop.Id);

    public async Task<Payout> PayoutAsync() => (await Payouts.PayoutsAsync()).OrderBy(p => p.Id.Value).Last();

    public Task<List<TransferReversal>> ReversalsAsync() => Market.RowsAsync<TransferReversal>();

    public Task<Outcome> TakeBackAsync(Actor admin, string run, string dong) => Market.SendAsync(new TakeBackTransfer.Command(admin, run, 1, dong, "Khách trả hàng"));

    public int Asked(string call) => Stripe.Books.Requests.Count(r => r.Method == "POST" && (r.Path == call[5..] || (call == TakeBack && r.Path.EndsWith("/reversals", StringComparison.Ordinal))));

    public void TurnOff() => Market.Services.GetRequiredService<StripeSettings>().Connect = false;

    /// <summary>Both books say the same, and every invariant holds.</summary>
    public async Task AgreesAsync()
    {
        (await Market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(Stripe.Books.Balance("vnd"));
        await Market.CheckAsync();
    }

    // What the gateway is about to tell has been told, and taken in.
    private async Task HearAsync()
    {
        await Stripe.Webhooks.SettledAsync();
        await Market.DeliverAsync();
    }

    public ValueTask DisposeAsync() => Cards.DisposeAsync();
}
