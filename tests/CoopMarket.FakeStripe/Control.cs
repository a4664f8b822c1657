using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CoopMarket.FakeStripe;

/// <summary>
/// The scripts by HTTP, for programs that run beside: <c>curl -d route='POST /v1/refunds' -d fault=CutAfter :12111/control/faults</c>.
/// Names and values are those of <see cref="Faults"/> and <see cref="Webhooks"/>.
/// </summary>
internal static class Control
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Map(WebApplication app, FakeStripeHost stripe)
    {
        void On(string path, Func<Parameters, Task> work) => app.MapPost("/control/" + path, (RequestDelegate)(async context =>
        {
            try
            {
                await work(new(await Parameters.ReadAsync(context.Request)));
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            }
            catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await context.Response.WriteAsync(fault.Message);
            }
        }));

        On("faults", asked => Done(() => stripe.Faults.Next(
            asked.Text("route") ?? "*", Enum.Parse<Fault>(asked.Text("fault") ?? "None", ignoreCase: true), (int)(asked.Whole("times") ?? 1), Milliseconds(asked, "delay"))));
        On("faults/clear", _ => Done(stripe.Faults.Clear));
        On("latency", asked => Done(() => stripe.Faults.Latency = Milliseconds(asked, "ms")));
        On("webhooks/hold", _ => Done(stripe.Webhooks.Hold));
        On("webhooks/release", asked => stripe.Webhooks.ReleaseAsync((int?)asked.Whole("seed"), (int)(asked.Whole("copies") ?? 1)));
        On("webhooks/redeliver", asked => stripe.Webhooks.RedeliverAsync(asked.Text("id") is { } id ? [id] : []));
        On("webhooks/copies", asked => Done(() => stripe.Webhooks.Copies = (int)asked.RequiredWhole("times")));
        On("webhooks/delay", asked => Done(() => stripe.Webhooks.Delay = Milliseconds(asked, "ms")));
        On("webhooks/url", asked => Done(() =>
        {
            stripe.Webhooks.SendToNobody();
            if (asked.Url("url") is { } url)
                stripe.Webhooks.SendTo(new Uri(url));
        }));
        On("webhooks/second-secret", asked => Done(() => stripe.Webhooks.SecondSecret = asked.Text("secret")));
        On("webhooks/alter", asked => Done(() => stripe.Webhooks.AlterNext(Enum.Parse<Alteration>(asked.Required("alteration"), ignoreCase: true), asked.Text("type"))));
        On("refunds/fail", asked => stripe.FailRefundAsync(asked.Required("id")));
        On("disputes/open", asked => stripe.DisputeAsync(asked.Required("payment_intent"), asked.Whole("amount"), asked.Whole("due_by")));
        On("disputes/end", asked => stripe.EndDisputeAsync(asked.Required("id"), asked.Text("won") == "true"));
        On("payouts/pay", asked => stripe.PayOutAsync(asked.RequiredWhole("amount"), asked.Text("currency") ?? "vnd"));
        On("payouts/fail", asked => stripe.FailPayoutAsync(asked.Required("id")));
        On("fees", asked => Done(() => stripe.Books.Fees = new((int)(asked.Whole("per-ten-thousand") ?? 0), asked.Whole("fixed") ?? 0, asked.Whole("dispute") ?? 0)));
        On("fees/change", asked => Done(() => stripe.Books.ChangeFee(asked.RequiredWhole("more"), asked.Text("currency") ?? "vnd")));
        On("charges/outside", asked => Done(() => stripe.Books.ChargeOutside(asked.RequiredWhole("amount"), asked.Text("currency") ?? "vnd")));
        On("accounts/change", asked => stripe.ChangeAccountAsync(asked.Required("id"), asked.Text("told") != "false", asked.Text("active") != "false", asked.Text("pays-out") != "false"));
        On("transfers/reverse", asked => stripe.ReverseAsync(asked.Required("id"), asked.RequiredWhole("amount")));
        On("pay", asked => stripe.PayAsync(asked.Required("session")));
        On("decline", asked => stripe.DeclineAsync(asked.Required("session")));
        On("amend", asked => Done(() => stripe.Books.Amend(asked.Required("session"), asked.Whole("amount"), asked.Text("currency"))));
        On("tick", _ => stripe.TickAsync());
        app.MapGet("/control/books", (RequestDelegate)(context =>
        {
            context.Response.ContentType = "application/json";
            var (books, requests) = (stripe.Books, stripe.Books.Requests.Count.ToString(CultureInfo.InvariantCulture));
            return context.Response.WriteAsync(JsonSerializer.Serialize(
                new { books.Sessions, books.PaymentIntents, books.Charges, books.Refunds, books.Accounts, books.Transfers, books.Reversals, books.BalanceTransactions, books.Events, requests }, Plain));
        }));
    }

    private static Task Done(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private static TimeSpan Milliseconds(Parameters asked, string name) => TimeSpan.FromMilliseconds(asked.Whole(name) ?? 0);
}
