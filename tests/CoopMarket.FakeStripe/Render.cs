using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoopMarket.FakeStripe;

/// <summary>Entries as Stripe writes them on the wire, in the API version below.</summary>
internal static partial class Render
{
    public const string ApiVersion = "2026-10-28.endive";

    // Indented and with letters as they are, like Stripe's: who signs a text of her own making is found out.
    private static readonly JsonSerializerOptions Wire = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonNode node) => node.ToJsonString(Wire);

    public static JsonObject Session(CheckoutSession session, Uri address, PaymentIntent? expanded = null) => new()
    {
        ["id"] = session.Id,
        ["object"] = "checkout.session",
        ["amount_subtotal"] = session.AmountTotal,
        ["amount_total"] = session.AmountTotal,
        ["cancel_url"] = session.CancelUrl,
        ["client_reference_id"] = session.ClientReferenceId,
        ["created"] = session.Created,
        ["currency"] = session.Currency,
        ["customer_email"] = session.CustomerEmail,
        ["expires_at"] = session.ExpiresAt,
        ["livemode"] = session.Livemode,
        ["locale"] = session.Locale,
        ["metadata"] = Metadata(session.Metadata),
        ["mode"] = "payment",
        ["payment_intent"] = expanded is null ? session.PaymentIntent : Intent(expanded),
        ["allowed_payment_method_types"] = new JsonArray([.. session.PaymentMethodTypes.Select(t => (JsonNode)t)]),
        ["payment_status"] = session.PaymentStatus,
        ["status"] = session.Status,
        ["success_url"] = session.SuccessUrl,
        ["ui_mode"] = "hosted_page",
        ["url"] = session.Status == "open" ? new Uri(address, $"/pay/{session.Id}").AbsoluteUri : null,
    };

    public static JsonObject Intent(PaymentIntent intent) => new()
    {
        ["id"] = intent.Id,
        ["object"] = "payment_intent",
        ["amount"] = intent.Amount,
        ["amount_received"] = intent.AmountReceived,
        ["created"] = intent.Created,
        ["currency"] = intent.Currency,
        ["description"] = intent.Description,
        ["last_payment_error"] = intent.Declined ? Decline() : null,
        ["latest_charge"] = intent.LatestCharge,
        ["livemode"] = false,
        ["metadata"] = Metadata(intent.Metadata),
        ["status"] = intent.Status,
    };

    public static JsonObject Decline() => new()
    {
        ["type"] = "card_error",
        ["code"] = "card_declined",
        ["decline_code"] = "generic_decline",
        ["message"] = "Your card was declined.",
    };

    public static JsonObject Charge(Charge charge) => new()
    {
        ["id"] = charge.Id,
        ["object"] = "charge",
        ["amount"] = charge.Amount,
        ["amount_captured"] = charge.Amount,
        ["amount_refunded"] = charge.Refunded,
        ["captured"] = true,
        ["created"] = charge.Created,
        ["currency"] = charge.Currency,
        ["livemode"] = false,
        ["paid"] = true,
        ["payment_intent"] = charge.PaymentIntent,
        ["refunded"] = charge.Refunded == charge.Amount,
        ["status"] = "succeeded",
    };

    public static JsonObject Refund(Refund refund) => new()
    {
        ["id"] = refund.Id,
        ["object"] = "refund",
        ["amount"] = refund.Amount,
        ["charge"] = refund.Charge,
        ["created"] = refund.Created,
        ["currency"] = refund.Currency,
        ["failure_reason"] = refund.Status == "failed" ? "expired_or_canceled_card" : null,
        ["metadata"] = Metadata(refund.Metadata),
        ["payment_intent"] = refund.PaymentIntent,
        ["reason"] = refund.Reason,
        ["status"] = refund.Status,
    };

    public static JsonObject Event(StripeEvent happened)
    {
        var told = Told(happened);
        // What happened on another account than the platform's says on which.
        if (happened.Account is { } account)
            told["account"] = account;
        return told;
    }

    private static JsonObject Told(StripeEvent happened) => new()
    {
        ["id"] = happened.Id,
        ["object"] = "event",
        ["api_version"] = ApiVersion,
        ["created"] = happened.Created,
        ["data"] = new JsonObject { ["object"] = JsonNode.Parse(happened.Object) },
        ["livemode"] = happened.Livemode,
        ["pending_webhooks"] = happened.Delivered ? 0 : 1,
        ["request"] = new JsonObject { ["id"] = happened.RequestId, ["idempotency_key"] = happened.IdempotencyKey },
        ["type"] = happened.Type,
    };

    /// <summary>A page of a list; what was read beyond its limit tells that there is more.</summary>
    public static JsonObject List<T>(string url, IReadOnlyList<T> read, int limit, Func<T, JsonObject> one) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. read.Take(limit).Select(one)]),
        ["has_more"] = read.Count > limit,
        ["url"] = url,
    };

    private static JsonObject Metadata(IReadOnlyDictionary<string, string> pairs)
        => new(pairs.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));
}
