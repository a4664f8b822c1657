using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CoopMarket.FakeStripe;

/// <summary>How the text of an event differs from the books when it is sent; the books keep the truth.</summary>
public enum Alteration
{
    AmountOneMore,
    AmountOneLess,
    OtherCurrency,
    Livemode,
    OtherAccount,
    OtherApiVersion,
    UnknownType,
}

/// <summary>An attempt to tell an endpoint, with what exactly was sent; status 0 when it could not be reached.</summary>
public sealed record Delivery(string EventId, string Type, string Body, string Signature, int Status);

/// <summary>
/// Tells of events, once each and signed; what was not taken with a 2xx is told again only on demand. Those of one call go out in
/// their order, after its answer.
/// </summary>
public sealed class Webhooks : IDisposable
{
    private readonly Lock turn = new();
    private readonly Books books;
    private readonly TimeProvider clock;
    private readonly List<Func<string, string, Task<int>>> endpoints = [];
    private readonly List<(Action<JsonObject> Change, string? Type)> alterations = [];
    private readonly List<string> waiting = [];
    private readonly HashSet<Task> underway = [];
    private readonly List<Delivery> deliveries = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20) };
    private bool held;

    internal Webhooks(Books books, TimeProvider clock, string secret) => (this.books, this.clock, Secret) = (books, clock, secret);

    public string Secret { get; set; }

    /// <summary>While a secret is being changed both sign.</summary>
    public string? SecondSecret { get; set; }

    /// <summary>How often each event is told, one time after the other.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>How late each event is told, by the real clock.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Every attempt so far.</summary>
    public IReadOnlyList<Delivery> Deliveries
    {
        get
        {
            lock (turn)
                return [.. deliveries];
        }
    }

    /// <summary>From now on tells this address and no other.</summary>
    public void SendTo(Uri url) => SendTo((body, signature) => PostAsync(url, body, signature));

    /// <summary>From now on tells this endpoint in process and no other: it is given the body and the signature header and answers with a status.</summary>
    public void SendTo(Func<string, string, Task<int>> endpoint)
    {
        lock (turn)
        {
            endpoints.Clear();
            endpoints.Add(endpoint);
        }
    }

    /// <summary>There is no endpoint any more.</summary>
    public void SendToNobody()
    {
        lock (turn)
            endpoints.Clear();
    }

    /// <summary>Keeps events back from now on.</summary>
    public void Hold()
    {
        lock (turn)
            held = true;
    }

    /// <summary>Tells everything that was kept back, in its order or shuffled, each so many times; ends when all of it is told.</summary>
    public async Task ReleaseAsync(int? shuffleSeed = null, int copies = 1)
    {
        Dispatch();
        lock (turn)
        {
            held = false;
            var told = Enumerable.Repeat(waiting, copies).SelectMany(w => w).ToArray();
            waiting.Clear();
            if (shuffleSeed is { } seed)
                Shuffle(told, seed);
            Start(told);
        }
        await SettledAsync();
    }

    /// <summary>Tells these again; without any, all that were not delivered.</summary>
    public async Task RedeliverAsync(params string[] eventIds)
    {
        var again = eventIds.Length > 0 ? eventIds : [.. books.Events.Where(e => !e.Delivered).Select(e => e.Id)];
        lock (turn)
        {
            waiting.RemoveAll(again.Contains);
            Start(again);
        }
        await SettledAsync();
    }

    /// <summary>Changes the next event that is sent, or the next of a type, in a named way.</summary>
    public void AlterNext(Alteration alteration, string? type = null) => AlterNext(e => Alter(e, alteration), type);

    /// <summary>Changes the next event that is sent, or the next of a type, in any way.</summary>
    public void AlterNext(Action<JsonObject> change, string? type = null)
    {
        lock (turn)
            alterations.Add((change, type));
    }

    /// <summary>The signature header of a text now, or as of another time.</summary>
    public string Sign(string body, DateTimeOffset? at = null)
    {
        var time = (at ?? clock.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={time}," + string.Join(',', new[] { Secret, SecondSecret }.OfType<string>().Select(s => "v1=" + Hash(s, $"{time}.{body}")));
    }

    /// <summary>Ends when everything that is underway is told.</summary>
    public async Task SettledAsync()
    {
        Task[] now;
        lock (turn)
            now = [.. underway];
        await Task.WhenAll(now);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>Tells, or keeps back, what the books say has happened.</summary>
    internal void Dispatch()
    {
        lock (turn)
        {
            var happened = books.TakeUnsent();
            if (held)
                waiting.AddRange(happened);
            else
                Start([.. happened.SelectMany(e => Enumerable.Repeat(e, Copies))]);
        }
    }

    private static string Hash(string secret, string text)
        => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    private static void Alter(JsonObject told, Alteration alteration)
    {
        var data = told["data"]!["object"]!.AsObject();
        switch (alteration)
        {
            case Alteration.AmountOneMore or Alteration.AmountOneLess:
                foreach (var name in new[] { "amount_total", "amount_subtotal", "amount", "amount_received" }.Where(data.ContainsKey))
                    data[name] = data[name]!.GetValue<long>() + (alteration == Alteration.AmountOneMore ? 1 : -1);
                break;
            case Alteration.OtherCurrency:
                data["currency"] = data["currency"]?.GetValue<string>() == "usd" ? "vnd" : "usd";
                break;
            case Alteration.Livemode:
                told["livemode"] = true;
                data["livemode"] = true;
                break;
            case Alteration.OtherAccount:
                told["account"] = "acct_1SomebodyElse";
                break;
            case Alteration.OtherApiVersion:
                told["api_version"] = "2024-06-20";
                break;
            default:
                told["type"] = "harvest.festival.opened";
                break;
        }
    }

    // The same order for the same seed, on every machine.
    private static void Shuffle(string[] told, int seed)
    {
        var state = (ulong)(uint)seed + 1;
        for (var last = told.Length - 1; last > 0; last--)
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            var other = (int)((state >> 33) % (ulong)(last + 1));
            (told[last], told[other]) = (told[other], told[last]);
        }
    }

    private void Start(string[] eventIds)
    {
        if (eventIds.Length == 0)
            return;
        var task = Task.Run(async () =>
        {
            foreach (var id in eventIds)
                await TellAsync(id);
        });
        underway.Add(task);
        task.ContinueWith(
            done =>
            {
                lock (turn)
                    underway.Remove(done);
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
    }

    private async Task TellAsync(string eventId)
    {
        if (Delay > TimeSpan.Zero)
            await Task.Delay(Delay);
        var happened = books.FindEvent(eventId);
        var told = Render.Event(happened);
        Func<string, string, Task<int>>[] to;
        lock (turn)
        {
            to = [.. endpoints];
            var next = alterations.FindIndex(a => a.Type is null || a.Type == happened.Type);
            if (next >= 0 && to.Length > 0)
            {
                alterations[next].Change(told);
                alterations.RemoveAt(next);
            }
        }
        var body = Render.Text(told);
        var statuses = new List<int>();
        foreach (var endpoint in to)
        {
            var signature = Sign(body);
            var status = await AskAsync(endpoint, body, signature);
            statuses.Add(status);
            lock (turn)
                deliveries.Add(new(eventId, happened.Type, body, signature, status));
        }
        if (statuses.Count > 0)
            books.Attempted(eventId, statuses[^1], statuses.TrueForAll(s => s is >= 200 and < 300));
    }

    private static async Task<int> AskAsync(Func<string, string, Task<int>> endpoint, string body, string signature)
    {
        try
        {
            return await endpoint(body, signature);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private async Task<int> PostAsync(Uri url, string body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
        request.Headers.TryAddWithoutValidation("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)");
        request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
