using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace CoopMarket.FakeStripe;

/// <summary>The part of Stripe's API that the market uses, as strict as Stripe is said to be.</summary>
internal sealed class Api(Books books)
{
    private const long MostDigits = 99_999_999;

    /// <summary>About half a dollar each.</summary>
    private static readonly Dictionary<string, long> Least = new(StringComparer.Ordinal) { ["vnd"] = 13_500, ["usd"] = 50, ["eur"] = 50, ["gbp"] = 30, ["jpy"] = 50, ["aud"] = 50, ["sgd"] = 50, ["krw"] = 700 };

    private static readonly string[] Locales =
    [
        "auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hr", "hu", "id", "it", "ja", "ko", "lt",
        "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW",
    ];

    public void Map(WebApplication app, Gate gate)
    {
        void On(string method, string path, Func<Call, JsonObject> endpoint) => app.MapMethods(path, [method], gate.To($"{method} {path}", endpoint));

        On("POST", "/v1/checkout/sessions", Open);
        On("GET", "/v1/checkout/sessions", Sessions);
        On("GET", "/v1/checkout/sessions/{id}", Session);
        On("POST", "/v1/checkout/sessions/{id}/expire", c => Render.Session(books.Expire(c.Id, c.By), books.Address));
        On("POST", "/v1/refunds", GiveBack);
        On("GET", "/v1/refunds", Refunds);
        On("GET", "/v1/refunds/{id}", c => Render.Refund(books.FindRefund(c.Id)));
        On("GET", "/v1/payment_intents/{id}", c => Render.Intent(books.Intent(c.Id)));
        On("GET", "/v1/events", Events);
        On("GET", "/v1/events/{id}", c => Render.Event(books.FindEvent(c.Id)));
        app.Map("/v1/{**path}", gate.To("*", _ => throw new Refusal(404, "invalid_request_error", null, "Unrecognized request URL.")));
    }

    private JsonObject Open(Call call)
    {
        var asked = call.Asked;
        asked.Know(
            "mode", "line_items", "client_reference_id", "metadata", "success_url", "cancel_url", "expires_at", "locale", "customer_email",
            "payment_intent_data", "allowed_payment_method_types", "expand", "submit_type", "ui_mode", "custom_text", "billing_address_collection", "adaptive_pricing");
        asked.Required("mode");
        asked.Among("mode", "payment");
        asked.Among("submit_type", "auto", "book", "donate", "pay");
        asked.Among("ui_mode", "hosted_page");
        asked.Required("success_url");
        if (asked.Text("client_reference_id")?.Length > 200)
            throw Refusal.Bad("Client reference ids have at most 200 characters.", "client_reference_id", null);
        if (asked.Text("customer_email") is { } email && !email.Contains('@', StringComparison.Ordinal))
            throw Refusal.Bad($"Invalid email address: {email}", "customer_email", "email_invalid");
        var now = books.Now;
        var expires = asked.Whole("expires_at") ?? now + (24 * 3600);
        if (expires < now + (30 * 60) || expires > now + (24 * 3600))
            throw Refusal.Bad("The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.", "expires_at", null);
        var (items, currency) = Items(asked);
        var methods = asked.Each("allowed_payment_method_types");
        return Render.Session(
            books.Open(new(
                Books.NewId("cs_test"),
                items,
                Total(items, currency),
                currency,
                asked.Text("client_reference_id"),
                asked.Metadata(),
                asked.Metadata("payment_intent_data[metadata]"),
                asked.Text("payment_intent_data[description]"),
                asked.Text("customer_email"),
                asked.Among("locale", Locales),
                methods.Count > 0 ? methods : ["card"],
                asked.Url("success_url")!,
                asked.Url("cancel_url"),
                now,
                expires)),
            books.Address);
    }

    private static (IReadOnlyList<LineItem> Items, string Currency) Items(Parameters asked)
    {
        var items = new List<LineItem>();
        string? currency = null;
        for (var n = 0; asked.Has($"line_items[{n}]"); n++)
        {
            var price = $"line_items[{n}][price_data]";
            var own = asked.Required($"{price}[currency]").ToLowerInvariant();
            if (!Least.ContainsKey(own))
                throw Refusal.Bad($"Invalid currency: {own}.", $"{price}[currency]", null);
            if ((currency ??= own) != own)
                throw Refusal.Bad("All line items must have the same currency.", "line_items", null);
            var item = new LineItem(
                asked.Required($"{price}[product_data][name]"), asked.RequiredWhole($"{price}[unit_amount]"), asked.RequiredWhole($"line_items[{n}][quantity]"));
            if (item.UnitAmount < 0 || item.Quantity < 1)
                throw Refusal.Bad("Invalid non-negative integer", $"line_items[{n}]", "parameter_invalid_integer");
            items.Add(item);
        }
        return items.Count is >= 1 and <= 100
            ? (items, currency!)
            : throw Refusal.Bad("Between 1 and 100 line items are needed.", "line_items", "parameter_missing");
    }

    private static long Total(IReadOnlyList<LineItem> items, string currency)
    {
        var total = items.Aggregate(Int128.Zero, (sum, i) => sum + ((Int128)i.UnitAmount * i.Quantity));
        if (total < Least[currency])
            throw Refusal.Bad($"The Checkout Session's total amount must convert to at least 50 cents; here {Least[currency]} {currency}.", "line_items", "amount_too_small");
        if (total > MostDigits)
            throw Refusal.Bad($"The Checkout Session's total amount must be no more than {MostDigits} {currency}.", "line_items", "amount_too_large");
        return (long)total;
    }

    private JsonObject Session(Call call)
    {
        var session = books.Session(call.Id);
        var expanded = session.PaymentIntent is { } intent && call.Asked.Each("expand").Contains("payment_intent", StringComparer.Ordinal) ? books.Intent(intent) : null;
        return Render.Session(session, books.Address, expanded);
    }

    private JsonObject Sessions(Call call)
    {
        var asked = call.Asked;
        asked.Know("created", "limit", "starting_after", "status", "payment_intent", "expand");
        var (limit, made, status, intent) = (asked.Limit(), asked.Created(), asked.Text("status"), asked.Text("payment_intent"));
        var read = books.SessionsAfter(
            asked.Text("starting_after"), limit + 1, s => made(s.Created) && (status is null || s.Status == status) && (intent is null || s.PaymentIntent == intent));
        return Render.List("/v1/checkout/sessions", read, limit, s => Render.Session(s, books.Address));
    }

    private JsonObject GiveBack(Call call)
    {
        var asked = call.Asked;
        asked.Know("payment_intent", "amount", "reason", "metadata", "expand");
        var reason = asked.Among("reason", "duplicate", "fraudulent", "requested_by_customer");
        return Render.Refund(books.GiveBack(asked.Required("payment_intent"), asked.Whole("amount"), reason, asked.Metadata(), call.By));
    }

    private JsonObject Refunds(Call call)
    {
        var asked = call.Asked;
        asked.Know("created", "payment_intent", "charge", "limit", "starting_after", "expand");
        var (limit, made, intent) = (asked.Limit(), asked.Created(), asked.Text("payment_intent"));
        var read = books.RefundsAfter(asked.Text("starting_after"), limit + 1, r => made(r.Created) && (intent is null || r.PaymentIntent == intent));
        return Render.List("/v1/refunds", read, limit, Render.Refund);
    }

    private JsonObject Events(Call call)
    {
        var asked = call.Asked;
        asked.Know("created", "delivery_success", "type", "types", "limit", "starting_after", "expand");
        var (limit, made, delivered) = (asked.Limit(), asked.Created(), asked.Among("delivery_success", "true", "false"));
        IReadOnlyList<string> types = asked.Text("type") is { } type ? [type] : asked.Each("types");
        var read = books.EventsAfter(
            asked.Text("starting_after"),
            limit + 1,
            e => made(e.Created) && (delivered is null || e.Delivered == (delivered == "true")) && (types.Count == 0 || types.Contains(e.Type, StringComparer.Ordinal)));
        return Render.List("/v1/events", read, limit, Render.Event);
    }
}
