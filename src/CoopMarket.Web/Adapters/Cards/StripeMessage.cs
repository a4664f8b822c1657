using System.Text.Json;
using CoopMarket.Domain.Payments;
using Stripe;

namespace CoopMarket.Web.Adapters.Cards;

/// <summary>Proves and reads what Stripe sends. Only the fields that the market acts on are read, so that another version of Stripe's language can be read too.</summary>
internal static class StripeMessage
{
    private const int MostId = 100;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The release of Stripe's language that the market was written for: the name that ends its versions.</summary>
    public static string Release => StripeConfiguration.MajorApiVersion;

    /// <summary>Whether one of the secrets signed exactly these bytes within the last five minutes.</summary>
    /// <param name="body">As it came over the wire.</param>
    /// <param name="header">The header Stripe-Signature; null where there is none.</param>
    /// <param name="secrets">More than one while a secret is being changed.</param>
    public static bool IsGenuine(string body, string? header, IEnumerable<string> secrets, DateTimeOffset now)
        => header is { Length: > 0 } && secrets.Any(secret => IsSignedBy(body, header, secret, now));

    /// <summary>Reads a message; null where it is none.</summary>
    public static CardMessage? Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a message; null where it is none.</summary>
    public static CardMessage? Read(JsonElement told)
    {
        try
        {
            return ReadWhole(told);
        }
        catch (InvalidOperationException)
        {
            // Half a letter in a text: no text at all.
            return null;
        }
    }

    private static CardMessage? ReadWhole(JsonElement told)
    {
        if (told.ValueKind != JsonValueKind.Object || Cut(Text(told, "id")) is not { Length: > 0 } id || Cut(Text(told, "type")) is not { Length: > 0 } type
            || Number(told, "created") is not { } created || created is < 0 or > 253_402_300_799)
            return null;
        return new(
            id, type, Cut(Text(told, "api_version")), Cut(Text(told, "account")), told.TryGetProperty("livemode", out var live) && live.ValueKind == JsonValueKind.True,
            DateTimeOffset.FromUnixTimeSeconds(created), Session(told));
    }

    private static CardSession? Session(JsonElement told)
    {
        if (!told.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("object", out var about)
            || about.ValueKind != JsonValueKind.Object)
            return null;
        return Text(about, "object") switch
        {
            "checkout.session" => new(
                Cut(Text(about, "id")), Cut(Text(about, "client_reference_id")), Cut(Text(about, "payment_intent")), Number(about, "amount_total"), Cut(Text(about, "currency"), 3),
                Text(about, "payment_status") == "paid"),
            "dispute" => new(
                Cut(Text(about, "id")), "", Cut(Text(about, "payment_intent")), Number(about, "amount"), Cut(Text(about, "currency"), 3),
                Text(about, "status") is "won" or "warning_closed" or "prevented")
            {
                DueBy = Number(Within(about, "evidence_details"), "due_by") is >= 0 and <= 253_402_300_799 and { } due ? DateTimeOffset.FromUnixTimeSeconds(due) : null,
            },
            "refund" => new(
                Cut(Text(about, "id")), Cut(Text(Within(about, "metadata"), StripeCards.CallName)), Cut(Text(about, "payment_intent")), Number(about, "amount"), Cut(Text(about, "currency"), 3),
                Text(about, "status") is not ("failed" or "canceled")),
            "account" => new(Cut(Text(about, "id")), Cut(Text(Within(about, "metadata"), StripeConnect.CooperativeName)), "", null, "", false),
            "transfer" => new(
                Cut(Text(about, "id")), Cut(Text(Within(about, "metadata"), StripeConnect.PayoutName)), Cut(Text(about, "destination")), Number(about, "amount"), Cut(Text(about, "currency"), 3), true),
            _ => null,
        };
    }

    private static bool IsSignedBy(string body, string header, string secret, DateTimeOffset now)
    {
        try
        {
            EventUtility.ValidateSignature(body, header, secret, EventUtility.DefaultTimeTolerance, now.ToUnixTimeSeconds());
            return true;
        }
        catch (StripeException)
        {
            return false;
        }
    }

    private static JsonElement Within(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : default;

    private static string? Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement of, string name)
        => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static string Cut(string? text, int most = MostId) => text is null || text.Any(char.IsControl) ? "" : text.Length <= most ? text : text[..most];
}
