using System.Net.Http.Headers;
using System.Text;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>A market beside a gateway with its own books, both by the same clock; the gateway's messages come in by the market's own address.</summary>
internal sealed class CardMarket : IAsyncDisposable
{
    private const string Base = "Stripe:ApiBase";

    private readonly HttpClient _client;

    private CardMarket(Market market, FakeStripeHost stripe)
    {
        (Market, Stripe, _client) = (market, stripe, market.CreateClient());
        stripe.Webhooks.SendTo(async (body, signature) => (int)await TellAsync(body, signature));
    }

    public Market Market { get; }

    public FakeStripeHost Stripe { get; }

    public static async Task<CardMarket> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, params (string Key, string Value)[] settings)
    {
        LentClock clock = new();
        var stripe = await FakeStripeHost.StartAsync(clock);
        var market = await OrdersFactory.OpenAsync(
            provider, [.. stripe.Settings.Where(s => s.Key != Base && settings.All(o => o.Key != s.Key)), (Base, UsedLodgings.GatewayElsewhere), .. settings]);
        market.Services.GetRequiredService<StripeSettings>().ApiBase = stripe.Settings.Single(s => s.Key == Base).Value;
        clock.Lender = market.Clock;
        return new(market, stripe);
    }

    /// <summary>A guest's order that awaits a card.</summary>
    public async Task<(Order Order, string Secret)> OrderAsync(long price = 100_000, int onHand = 10)
    {
        var product = await Market.LiveProductAsync(price: price, onHand: onHand);
        return await Market.OrderAsync(PaymentWay.Card, (product.Variant, 1));
    }

    /// <summary>The buyer goes to pay.</summary>
    public Task<Outcome<Uri>> GoAsync((Order Order, string Secret) of) => Market.SendAsync(new PayByCard.Command(OrdersFactory.Guest, of.Order.Code, of.Secret, "en"));

    /// <summary>The page that the gateway opened last.</summary>
    public string Page => Stripe.Books.Sessions[^1].Id;

    /// <summary>The buyer goes and pays; the market has heard of it and acted.</summary>
    public async Task PayAsync((Order Order, string Secret) of)
    {
        (await GoAsync(of)).IsDone.ShouldBeTrue();
        await Stripe.PayAsync(Page);
        await Market.DeliverAsync();
    }

    /// <summary>Sends a message to the market's address.</summary>
    public async Task<System.Net.HttpStatusCode> TellAsync(string body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        using var answer = await _client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Time passes for both, and the gateway closes what is over.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        Market.Clock.Advance(time);
        await Stripe.TickAsync();
        await Market.DeliverAsync();
    }

    /// <summary>Lets the market look after its pages, and acts on what it found.</summary>
    public async Task LookAsync()
    {
        await Market.RoundAsync<LookAfterCards>();
        await Market.DeliverAsync();
    }

    public async Task<CardAttempt> AttemptAsync() => (await Market.RowsAsync<CardAttempt>()).OrderBy(a => a.BegunAt).Last();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Market.DisposeAsync();
        await Stripe.DisposeAsync();
    }
}
