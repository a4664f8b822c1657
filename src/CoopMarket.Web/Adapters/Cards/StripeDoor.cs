using System.Net;
using System.Text.Json;
using CoopMarket.Web.Hosting;
using Stripe;

namespace CoopMarket.Web.Adapters.Cards;

/// <summary>The way to Stripe: nothing is tried twice in here, and what counts as a no and what as no answer is said once.</summary>
internal sealed class StripeDoor(StripeSettings settings, IHttpClientFactory clients)
{
    /// <summary>The name of the connection, for its time limit.</summary>
    public const string Connection = "stripe";

    /// <summary>A client that tries nothing twice and waits no longer than the connection says.</summary>
    public StripeClient Client() => new(new StripeClientOptions
    {
        ApiKey = settings.SecretKey,
        ApiBase = settings.ApiBase.Length > 0 ? settings.ApiBase.TrimEnd('/') : null,
        HttpClient = new SystemNetHttpClient(clients.CreateClient(Connection), maxNetworkRetries: 0, enableTelemetry: false),
    });

    /// <summary>Asks what changes nothing.</summary>
    /// <exception cref="CardsUnreachableException">Stripe gave no answer.</exception>
    public async Task<T> AskAsync<T>(Func<StripeClient, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask(Client());
        }
        catch (Exception e) when (IsSilence(e, cancellationToken))
        {
            throw new CardsUnreachableException(e);
        }
    }

    /// <summary>Whether Stripe said no. 409: the same question is being answered right now; what comes of it nobody knows yet.</summary>
    public static bool IsNo(HttpStatusCode status) => (int)status is >= 400 and < 500 && status != HttpStatusCode.Conflict;

    /// <summary>Whether there was no answer, or one that says nothing.</summary>
    public static bool IsSilence(Exception e, CancellationToken cancellationToken)
        => e is StripeException or HttpRequestException or IOException or JsonException or Newtonsoft.Json.JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
