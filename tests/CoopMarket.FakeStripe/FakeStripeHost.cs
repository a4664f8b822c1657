using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.FakeStripe;

/// <summary>
/// A Stripe of one's own on a port of this machine, with its own books: what the market believes can be held against them. Its clock
/// is the test's; delays pass by the real one.
/// </summary>
public sealed class FakeStripeHost : IAsyncDisposable
{
    public const string DefaultSecretKey = "sk_test_coopmarket_fake";

    public const string DefaultWebhookSecret = "whsec_coopmarket_fake";

    private readonly WebApplication app;

    private FakeStripeHost(WebApplication app, TimeProvider clock, string secretKey, string webhookSecret)
    {
        this.app = app;
        SecretKey = secretKey;
        Books = new(clock);
        Webhooks = new(Books, clock, webhookSecret);
    }

    /// <summary>Where the market finds it: its setting <c>Stripe:ApiBase</c>.</summary>
    public Uri ApiBase => Books.Address;

    public string SecretKey { get; }

    /// <summary>The market's settings that lead it here; its libraries want no slash at the end of an address.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Stripe:SecretKey", SecretKey),
        ("Stripe:WebhookSecret", Webhooks.Secret),
        ("Stripe:ApiBase", ApiBase.GetLeftPart(UriPartial.Authority)),
    ];

    public Books Books { get; }

    public Faults Faults { get; } = new();

    public Webhooks Webhooks { get; }

    /// <summary>Begins to listen, on a free port unless one is given.</summary>
    public static async Task<FakeStripeHost> StartAsync(
        TimeProvider? clock = null,
        string secretKey = DefaultSecretKey,
        string webhookSecret = DefaultWebhookSecret,
        Uri? webhookUrl = null,
        int port = 0)
    {
        clock ??= TimeProvider.System;
        // Nothing from the surroundings: no settings, no log, no file that is watched.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRoutingCore();
        var stripe = new FakeStripeHost(builder.Build(), clock, secretKey, webhookSecret);
        if (webhookUrl is not null)
            stripe.Webhooks.SendTo(webhookUrl);
        Gate gate = new(stripe, new(clock));
        new ConnectApi(stripe.Books).Map(stripe.app, gate);
        new Api(stripe.Books).Map(stripe.app, gate);
        PayPage.Map(stripe.app, stripe);
        ConnectPage.Map(stripe.app, stripe);
        Control.Map(stripe.app, stripe);
        await stripe.app.StartAsync();
        stripe.Books.Address = new(stripe.app.Urls.Single());
        return stripe;
    }

    /// <summary>The buyer pays; ends when the webhooks are told, unless they are held.</summary>
    public async Task<Charge> PayAsync(string sessionId)
    {
        var charge = Books.Pay(sessionId);
        await TellAsync();
        return charge;
    }

    /// <summary>The buyer's card is declined; the session stays open.</summary>
    public Task DeclineAsync(string sessionId)
    {
        Books.Decline(sessionId);
        return TellAsync();
    }

    /// <summary>Somebody sends money back in the gateway's own pages.</summary>
    /// <returns>The refund's name.</returns>
    public async Task<string> RefundAsync(string intentId, long amount)
    {
        var refund = Books.GiveBack(intentId, amount, null, new Dictionary<string, string>(StringComparer.Ordinal), new(Books.NewId("req"), Key: null));
        await TellAsync();
        return refund.Id;
    }

    /// <summary>The buyer's bank sends a refund back.</summary>
    public Task FailRefundAsync(string refundId)
    {
        Books.Fail(refundId);
        return TellAsync();
    }

    /// <summary>A seller has told everything, or Stripe finds something wrong; ends when the webhooks are told, unless they are held.</summary>
    public Task ChangeAccountAsync(string account, bool told = true, bool active = true, bool paysOut = true)
    {
        Books.Change(account, told, active, paysOut);
        return TellAsync();
    }

    /// <summary>Somebody takes something back of a transfer in the gateway's own pages.</summary>
    /// <returns>The reversal's name.</returns>
    public async Task<string> ReverseAsync(string transfer, long amount)
    {
        var reversal = Books.TakeBack(transfer, amount, new Dictionary<string, string>(StringComparer.Ordinal), new(Books.NewId("req"), Key: null));
        await TellAsync();
        return reversal.Id;
    }

    /// <summary>Somebody transfers something in the gateway's own pages.</summary>
    /// <returns>The transfer's name.</returns>
    public async Task<string> TransferAsync(string account, long amount)
    {
        var transfer = Books.Send(amount, "vnd", account, null, null, new Dictionary<string, string>(StringComparer.Ordinal), new(Books.NewId("req"), Key: null));
        await TellAsync();
        return transfer.Id;
    }

    /// <summary>A buyer's bank disputes a charge: it leaves the balance at once, with what Stripe keeps for it.</summary>
    /// <param name="amount">Null for all of it.</param>
    /// <param name="dueBy">Until when evidence is taken, in seconds since 1970; null where none is.</param>
    /// <returns>The dispute's name.</returns>
    public async Task<string> DisputeAsync(string intentId, long? amount = null, long? dueBy = null)
    {
        var dispute = Books.Dispute(intentId, amount, dueBy);
        await TellAsync();
        return dispute.Id;
    }

    /// <summary>A dispute is over.</summary>
    public Task EndDisputeAsync(string dispute, bool won)
    {
        Books.EndDispute(dispute, won);
        return TellAsync();
    }

    /// <summary>Stripe pays out to the platform's bank.</summary>
    /// <returns>The payout's name.</returns>
    public async Task<string> PayOutAsync(long amount, string currency = "vnd")
    {
        var payout = Books.PayOut(amount, currency);
        await TellAsync();
        return payout.Id;
    }

    /// <summary>The bank sends a payout back.</summary>
    public Task FailPayoutAsync(string payout)
    {
        Books.FailPayout(payout);
        return TellAsync();
    }

    /// <summary>Anything else is told, such as a dispute; the books don't change.</summary>
    public async Task<StripeEvent> RaiseAsync(string type, JsonObject data)
    {
        var raised = Books.Happen(type, data);
        await TellAsync();
        return raised;
    }

    /// <summary>Looks at the clock: sessions that are due expire, and the webhooks say so.</summary>
    public Task TickAsync()
    {
        Look();
        return Webhooks.SettledAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Webhooks.Dispose();
    }

    /// <summary>The same without waiting for the webhooks.</summary>
    internal void Look()
    {
        Books.ExpireDue();
        Webhooks.Dispatch();
    }

    private Task TellAsync()
    {
        Webhooks.Dispatch();
        return Webhooks.SettledAsync();
    }
}
