using System.Text.Json.Nodes;

namespace CoopMarket.FakeStripe;

/// <summary>One thing that is bought; amounts are in the currency's smallest unit, which for VND is the dong.</summary>
public sealed record LineItem(string Name, long UnitAmount, long Quantity);

/// <summary>A buyer's visit to the payment page. Status: open → complete (paid) or expired; no payment intent until paid.</summary>
public sealed record CheckoutSession(
    string Id,
    IReadOnlyList<LineItem> LineItems,
    long AmountTotal,
    string Currency,
    string? ClientReferenceId,
    IReadOnlyDictionary<string, string> Metadata,
    IReadOnlyDictionary<string, string> IntentMetadata,
    string? Description,
    string? CustomerEmail,
    string? Locale,
    IReadOnlyList<string> PaymentMethodTypes,
    string SuccessUrl,
    string? CancelUrl,
    long Created,
    long ExpiresAt,
    string Status = "open",
    string PaymentStatus = "unpaid",
    string? PaymentIntent = null,
    bool Livemode = false);

/// <summary>The attempt to move a session's money, begun with the first card that is tried. Status: requires_payment_method → succeeded.</summary>
public sealed record PaymentIntent(
    string Id,
    string Session,
    long Amount,
    string Currency,
    string? Description,
    IReadOnlyDictionary<string, string> Metadata,
    long Created,
    string Status = "requires_payment_method",
    long AmountReceived = 0,
    string? LatestCharge = null,
    bool Declined = false);

/// <summary>Money taken from a card, and how much of it went back.</summary>
public sealed record Charge(string Id, string Session, string PaymentIntent, long Amount, string Currency, long Refunded, long Created);

/// <summary>Money given back. Status: succeeded, or failed later.</summary>
public sealed record Refund(
    string Id, string Charge, string PaymentIntent, long Amount, string Currency, string? Reason, string Status, IReadOnlyDictionary<string, string> Metadata, long Created);

/// <summary>
/// Something that happened, with its object as JSON as it was then, and the call that caused it unless a buyer or the clock did.
/// Account: the one that it happened on, where that is not the platform's. Delivered: every endpoint took it, and there was one. The last status is 0 when an endpoint could not be reached.
/// </summary>
public sealed record StripeEvent(
    string Id, string Type, string Object, bool Livemode, string? RequestId, string? IdempotencyKey, long Created, bool Delivered = false, int Attempts = 0, int? LastStatus = null,
    string? Account = null);

/// <summary>A call as it came, for contract tests: its path without the query, and its parameters flat as they were sent.</summary>
public sealed record Received(string Method, string Path, IReadOnlyDictionary<string, string> Parameters, string? IdempotencyKey, string? StripeVersion, long At);

/// <summary>Entries of one kind, oldest first, that are found by id and replaced whole.</summary>
internal sealed class Entries<T>(Func<T, string> id)
{
    private readonly List<T> all = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public T? Find(string key) => places.TryGetValue(key, out var place) ? all[place] : default;

    public T Put(T entry)
    {
        if (places.TryGetValue(id(entry), out var place))
        {
            all[place] = entry;
            return entry;
        }
        places[id(entry)] = all.Count;
        all.Add(entry);
        return entry;
    }

    public IReadOnlyList<T> Copy() => [.. all];

    /// <summary>Newest first, beginning after an id.</summary>
    public IEnumerable<T> Newest(string? after)
    {
        var from = all.Count;
        if (after is not null && !places.TryGetValue(after, out from))
            throw Refusal.NotFound("cursor", after);
        for (var place = from - 1; place >= 0; place--)
            yield return all[place];
    }
}

/// <summary>Which call causes a change.</summary>
internal sealed record Caller(string RequestId, string? Key);

/// <summary>Why a call is refused, in Stripe's words.</summary>
internal sealed class Refusal(int status, string type, string? code, string message, string? param = null, bool saved = true) : InvalidOperationException(message)
{
    /// <summary>Whether the endpoint had begun, so that the answer is kept under the call's key.</summary>
    public bool IsSaved => saved;

    public static Refusal Bad(string message, string? param, string? code) => new(400, "invalid_request_error", code, message, param, saved: false);

    public static Refusal State(string message, string? code = null) => new(400, "invalid_request_error", code, message);

    public static Refusal NotFound(string kind, string id) => new(404, "invalid_request_error", "resource_missing", $"No such {kind}: '{id}'", "id");

    public Answer ToAnswer()
    {
        var error = new JsonObject { ["type"] = type, ["message"] = Message };
        if (code is not null)
            error["code"] = code;
        if (param is not null)
            error["param"] = param;
        return new(status, Render.Text(new JsonObject { ["error"] = error }));
    }
}
