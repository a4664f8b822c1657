using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CoopMarket.FakeStripe;

/// <summary>The page on which a buyer pays: plain HTML, for people and for a browser that tests drive.</summary>
internal static class PayPage
{
    private const string Style =
        """
        body { margin: 0; background: #f3f4f2; color: #1d241f; font: 17px/1.5 system-ui, sans-serif }
        main { max-width: 26rem; margin: 3rem auto; padding: 2rem; background: #fff; border: 1px solid #d5dad4; border-radius: 12px }
        h1 { font-size: 1.1rem; margin: 0 } .amount { font-size: 2.2rem; font-weight: 700; margin: .5rem 0 }
        ul { padding-left: 1.2rem } form { margin: .75rem 0 }
        button { width: 100%; padding: .8rem; font: inherit; font-weight: 600; border-radius: 8px; border: 1px solid #2b4a8b; background: #2b4a8b; color: #fff }
        button.second { background: #fff; color: #8b1e1e; border-color: #8b1e1e }
        [role=alert] { padding: .75rem 1rem; border: 1px solid #8b1e1e; border-radius: 8px; background: #fdf0ef } .note { color: #535c55; font-size: .9rem }
        a { color: #2b4a8b }
        """;

    public static void Map(WebApplication app, FakeStripeHost stripe)
    {
        app.MapGet("/pay/{id}", (RequestDelegate)(context => ShowAsync(context, stripe)));
        app.MapPost("/pay/{id}/pay", (RequestDelegate)(context => SettleAsync(context, stripe, async id =>
        {
            await PatientlyAsync(stripe.PayAsync(id));
            return stripe.Books.Session(id).SuccessUrl.Replace("{CHECKOUT_SESSION_ID}", id, StringComparison.Ordinal);
        })));
        app.MapPost("/pay/{id}/decline", (RequestDelegate)(context => SettleAsync(context, stripe, async id =>
        {
            await PatientlyAsync(stripe.DeclineAsync(id));
            return $"/pay/{id}?declined=1";
        })));
    }

    public static string Price(long amount, string currency) => currency switch
    {
        "vnd" => amount.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.') + " ₫",
        "jpy" or "krw" => amount.ToString("#,0", CultureInfo.InvariantCulture) + " " + currency.ToUpperInvariant(),
        _ => (amount / 100m).ToString("#,0.00", CultureInfo.InvariantCulture) + " " + currency.ToUpperInvariant(),
    };

    // Stripe lets the shop take its webhook before the buyer comes back, but not for ever.
    private static async Task PatientlyAsync(Task told)
    {
        if (await Task.WhenAny(told, Task.Delay(TimeSpan.FromSeconds(10))) == told)
            await told;
    }

    private static async Task SettleAsync(HttpContext context, FakeStripeHost stripe, Func<string, Task<string>> settle)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        try
        {
            context.Response.Headers.Location = await settle(id);
        }
        catch (Refusal)
        {
            // Paid in another tab, or too late: the page says which.
            context.Response.Headers.Location = $"/pay/{id}";
        }
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        stripe.Webhooks.Dispatch();
    }

    private static Task ShowAsync(HttpContext context, FakeStripeHost stripe)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var session = stripe.Books.Session(id);
            stripe.Webhooks.Dispatch();
            return context.Response.WriteAsync(Page(session, context.Request.Query.ContainsKey("declined")));
        }
        catch (Refusal)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return context.Response.WriteAsync(Around("<h1>There is no such payment</h1>"));
        }
    }

    private static string Page(CheckoutSession session, bool declined)
    {
        static string Safe(string text) => HtmlEncoder.Default.Encode(text);
        var back = session.CancelUrl is { } url ? $"""<p><a href="{Safe(url)}">Back to the shop</a></p>""" : "";
        var success = Safe(session.SuccessUrl.Replace("{CHECKOUT_SESSION_ID}", session.Id, StringComparison.Ordinal));
        var what =
            $"""
            <p class="amount">{Safe(Price(session.AmountTotal, session.Currency))}</p>
            {(session.Description is { } description ? $"<p>{Safe(description)}</p>" : "")}
            <ul>{string.Concat(session.LineItems.Select(i => $"<li>{Safe(i.Name)} × {i.Quantity}</li>"))}</ul>
            """;
        return Around(session.Status switch
        {
            "open" =>
                $"""
                <h1>Pay CoopMarket by card</h1>{what}
                {(declined ? """<p role="alert">Your card was declined. Try again or use another card.</p>""" : "")}
                <form method="post" action="/pay/{session.Id}/pay"><p class="note">Card 4242 4242 4242 4242</p><button>Pay</button></form>
                <form method="post" action="/pay/{session.Id}/decline"><p class="note">Card 4000 0000 0000 0002</p><button class="second">Card declined</button></form>
                {back}
                """,
            "complete" => $"""<h1>This payment is complete</h1>{what}<p><a href="{success}">Continue to the shop</a></p>""",
            _ => $"<h1>This payment has expired</h1><p>Nothing was charged.</p>{back}",
        });
    }

    internal static string Around(string body) =>
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test payment</title><style>{Style}</style></head>
        <body><main>{body}<p class="note">A stand-in for Stripe. No money moves.</p></main></body></html>
        """;
}
