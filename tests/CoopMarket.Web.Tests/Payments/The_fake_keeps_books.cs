using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoopMarket.FakeStripe;
using Microsoft.Extensions.Time.Testing;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>The stand-in for Stripe is held to what Stripe says of itself, else the market's tests would prove nothing.</summary>
public sealed class The_fake_keeps_books : IAsyncLifetime
{
    private const string Sessions = "/v1/checkout/sessions";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
    private readonly HttpClient shop = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private FakeStripeHost stripe = null!;

    public async ValueTask InitializeAsync()
    {
        stripe = await FakeStripeHost.StartAsync(clock);
        shop.BaseAddress = stripe.ApiBase;
        shop.DefaultRequestHeaders.Authorization = new("Bearer", stripe.SecretKey);
    }

    public async ValueTask DisposeAsync()
    {
        shop.Dispose();
        await stripe.DisposeAsync();
    }

    [Fact]
    public async Task A_key_used_again_is_answered_from_what_was_saved()
    {
        var first = await PostAsync(Sessions, Order(385_000), "key-1");
        var second = await PostAsync(Sessions, Order(385_000), "key-1");
        clock.Advance(TimeSpan.FromHours(24));
        var dayLater = await PostAsync(Sessions, Order(385_000), "key-1");

        second.Text.ShouldBe(first.Text);
        first.Replayed.ShouldBeFalse();
        second.Replayed.ShouldBeTrue();
        dayLater.Replayed.ShouldBeFalse();
        stripe.Books.Sessions.Select(s => s.AmountTotal).ShouldBe([385_000, 385_000]);
    }

    [Fact]
    public async Task A_500_is_saved_under_its_key()
    {
        stripe.Faults.Next("POST " + Sessions, Fault.ServerErrorAfter);

        var first = await PostAsync(Sessions, Order(385_000), "key-1");
        var second = await PostAsync(Sessions, Order(385_000), "key-1");

        first.Status.ShouldBe(HttpStatusCode.InternalServerError);
        second.Status.ShouldBe(HttpStatusCode.InternalServerError);
        second.Replayed.ShouldBeTrue();
        stripe.Books.Sessions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_serves_one_call_only()
    {
        await PostAsync(Sessions, Order(385_000), "key-1");
        var other = await PostAsync(Sessions, Order(385_001), "key-1");

        other.Status.ShouldBe(HttpStatusCode.BadRequest);
        other.Error("type").ShouldBe("idempotency_error");
        stripe.Books.Sessions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_is_underway_is_said_to_be()
    {
        var held = stripe.Faults.HoldNext("POST " + Sessions);

        var first = PostAsync(Sessions, Order(385_000), "key-1");
        await held.Arrived;
        var second = await PostAsync(Sessions, Order(385_000), "key-1");
        held.Release();

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Error("code").ShouldBe("idempotency_key_in_use");
        (await first).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_cut_connection_says_nothing_of_what_was_done()
    {
        stripe.Faults.Next("POST " + Sessions, Fault.DropBefore);
        stripe.Faults.Next("POST " + Sessions, Fault.CutAfter);

        await Should.ThrowAsync<HttpRequestException>(() => PostAsync(Sessions, Order(385_000), "key-1"));
        stripe.Books.Sessions.ShouldBeEmpty();
        await Should.ThrowAsync<HttpRequestException>(() => PostAsync(Sessions, Order(385_000), "key-1"));
        stripe.Books.Sessions.Count.ShouldBe(1);
        var third = await PostAsync(Sessions, Order(385_000), "key-1");

        third.Replayed.ShouldBeTrue();
        third.Json["id"]!.GetValue<string>().ShouldBe(stripe.Books.Sessions.Single().Id);
    }

    [Theory]
    [InlineData(Fault.TooManyRequests, 429)]
    [InlineData(Fault.LockTimeout, 409)]
    [InlineData(Fault.CardDeclined, 402)]
    [InlineData(Fault.ServerError, 500)]
    public async Task Each_refusal_leaves_the_books_alone(Fault fault, int status)
    {
        stripe.Faults.Next("*", fault);

        ((int)(await PostAsync(Sessions, Order(385_000), "key-1")).Status).ShouldBe(status);

        stripe.Books.Sessions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(13_499, "amount_too_small")]
    [InlineData(100_000_000, "amount_too_large")]
    public async Task Amounts_have_bounds(long dong, string code)
    {
        (await PostAsync(Sessions, Order(dong), "key-1")).Error("code").ShouldBe(code);
    }

    [Fact]
    public async Task An_open_session_expires_by_the_clock()
    {
        var soon = clock.GetUtcNow().AddMinutes(29).ToUnixTimeSeconds();
        (await PostAsync(Sessions, Order(385_000, ("expires_at", $"{soon}")), "key-0")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var opened = await PostAsync(Sessions, Order(385_000, ("expires_at", $"{soon + 60}")), "key-1");

        clock.Advance(TimeSpan.FromMinutes(30));
        var read = JsonNode.Parse(await shop.GetStringAsync($"{Sessions}/{opened.Id}"))!;

        read["status"]!.GetValue<string>().ShouldBe("expired");
        read["url"].ShouldBeNull();
        stripe.Books.Events.Single().Type.ShouldBe("checkout.session.expired");
        await Should.ThrowAsync<InvalidOperationException>(() => stripe.PayAsync(opened.Id));
        stripe.Books.Charges.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payment_is_told_and_signed_by_both_secrets()
    {
        var told = new List<(string Body, string Signature)>();
        stripe.Webhooks.SecondSecret = "whsec_next";
        stripe.Webhooks.SendTo((body, signature) =>
        {
            told.Add((body, signature));
            return Task.FromResult(told.Count == 1 ? 200 : 500);
        });
        var opened = await PostAsync(Sessions, Order(385_000), "key-1");

        await stripe.DeclineAsync(opened.Id);
        var charge = await stripe.PayAsync(opened.Id);

        told.Select(t => JsonNode.Parse(t.Body)!["type"]!.GetValue<string>())
            .ShouldBe(["payment_intent.payment_failed", "payment_intent.succeeded", "checkout.session.completed"]);
        foreach (var (body, signature) in told)
        {
            var time = clock.GetUtcNow().ToUnixTimeSeconds();
            signature.ShouldBe($"t={time},v1={Hmac(FakeStripeHost.DefaultWebhookSecret, $"{time}.{body}")},v1={Hmac("whsec_next", $"{time}.{body}")}");
        }
        var completed = JsonNode.Parse(told[2].Body)!["data"]!["object"]!;
        completed["payment_status"]!.GetValue<string>().ShouldBe("paid");
        completed["payment_intent"]!.GetValue<string>().ShouldBe(charge.PaymentIntent);
        var missed = JsonNode.Parse(await shop.GetStringAsync("/v1/events?delivery_success=false&limit=1"))!;
        missed["data"]![0]!["type"]!.GetValue<string>().ShouldBe("checkout.session.completed");
        missed["has_more"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Webhooks_are_held_shuffled_doubled_and_altered()
    {
        var told = new ConcurrentQueue<JsonNode>();
        stripe.Webhooks.SendTo((body, _) =>
        {
            told.Enqueue(JsonNode.Parse(body)!);
            return Task.FromResult(200);
        });
        stripe.Webhooks.Hold();
        for (var n = 0; n < 5; n++)
            await stripe.PayAsync((await PostAsync(Sessions, Order(385_000 + n), $"key-{n}")).Id);
        told.ShouldBeEmpty();

        stripe.Webhooks.AlterNext(Alteration.AmountOneMore, "checkout.session.completed");
        await stripe.Webhooks.ReleaseAsync(shuffleSeed: 7, copies: 2);

        var happened = stripe.Books.Events.Select(e => e.Id).ToList();
        var heard = told.Select(t => t["id"]!.GetValue<string>()).ToList();
        heard.Order(StringComparer.Ordinal).ShouldBe(happened.Concat(happened).Order(StringComparer.Ordinal));
        heard.ShouldNotBe(happened.Concat(happened));
        stripe.Books.Events.ShouldAllBe(e => e.Delivered && e.Attempts == 2);
        told.Where(t => t["type"]!.GetValue<string>() == "checkout.session.completed").Sum(t => t["data"]!["object"]!["amount_total"]!.GetValue<long>())
            .ShouldBe((2 * stripe.Books.Charges.Sum(c => c.Amount)) + 1);
    }

    [Fact]
    public async Task No_more_goes_back_than_came()
    {
        var opened = await PostAsync(Sessions, Order(100_000), "key-1");
        var charge = await stripe.PayAsync(opened.Id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(n =>
            PostAsync("/v1/refunds", [new("payment_intent", charge.PaymentIntent), new("amount", "60000"), new("reason", "requested_by_customer")], $"refund-{n}")));

        answers.Select(a => (int)a.Status).Order().ShouldBe([200, 400]);
        stripe.Books.Charges.Single().Refunded.ShouldBe(60_000);
        stripe.Books.Requests.Last().Parameters["amount"].ShouldBe("60000");
    }

    [Fact]
    public async Task A_buyer_pays_on_a_page_of_its_own()
    {
        var opened = await PostAsync(Sessions, Order(385_000), "key-1");
        var page = new Uri(opened.Json["url"]!.GetValue<string>());

        (await shop.GetStringAsync(page)).ShouldContain("385.000");
        using var declined = await shop.PostAsync(page + "/decline", null);
        (await shop.GetStringAsync(declined.Headers.Location)).ShouldContain("role=\"alert\"");
        var paid = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => shop.PostAsync(page + "/pay", null)));

        paid.Count(p => p.Headers.Location!.OriginalString == $"https://coopmarket.test/paid?session={opened.Id}").ShouldBe(1);
        stripe.Books.Charges.Count.ShouldBe(1);
        (await shop.GetStringAsync(page)).ShouldContain("complete");
    }

    [Fact]
    public async Task Lists_are_read_page_by_page_newest_first()
    {
        for (var n = 0; n < 5; n++)
        {
            await PostAsync(Sessions, Order(100_000 + n), $"key-{n}");
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        var since = stripe.Books.Sessions[1].Created;
        var first = JsonNode.Parse(await shop.GetStringAsync($"{Sessions}?created[gte]={since}&limit=3"))!;
        var last = first["data"]![2]!["id"]!.GetValue<string>();
        var second = JsonNode.Parse(await shop.GetStringAsync($"{Sessions}?created[gte]={since}&limit=3&starting_after={last}"))!;

        first["data"]!.AsArray().Concat(second["data"]!.AsArray()).Select(s => s!["amount_total"]!.GetValue<long>()).ShouldBe([100_004, 100_003, 100_002, 100_001]);
        first["has_more"]!.GetValue<bool>().ShouldBeTrue();
        second["has_more"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Every_line_of_the_balance_says_what_it_is_about_and_all_of_them_are_what_is_held()
    {
        stripe.Books.Fees = new(340, 8_000, 350_000);
        var session = (await PostAsync(Sessions, Order(385_000), "key-1")).Id;
        await stripe.PayAsync(session);
        await stripe.EndDisputeAsync(await stripe.DisputeAsync(stripe.Books.PaymentIntents[0].Id), won: true);
        await stripe.FailRefundAsync(await stripe.RefundAsync(stripe.Books.PaymentIntents[0].Id, 1_000));
        stripe.Books.ChargeOutside(2_000_000, "vnd");
        stripe.Books.ChangeFee(-500, "vnd");
        await stripe.FailPayoutAsync(await stripe.PayOutAsync(9_000));

        var told = JsonNode.Parse(await shop.GetStringAsync("/v1/balance_transactions?limit=100&expand[0]=data.source"))!["data"]!.AsArray();
        told.Reverse().Select(m => (m!["type"]!.GetValue<string>(), m["reporting_category"]!.GetValue<string>(), m["amount"]!.GetValue<long>(), m["fee"]!.GetValue<long>())).ShouldBe(
        [
            ("charge", "charge", 385_000, 21_090), ("adjustment", "dispute", -385_000, 350_000), ("adjustment", "dispute_reversal", 385_000, 0), ("refund", "refund", -1_000, 0),
            ("refund_failure", "refund_failure", 1_000, 0), ("charge", "charge", 2_000_000, 76_000), ("stripe_fee", "fee", 500, 0), ("payout", "payout", -9_000, 0), ("payout_failure", "payout_reversal", 9_000, 0),
        ]);
        told[^1]!["source"]!["payment_intent"]!.GetValue<string>().ShouldBe(stripe.Books.PaymentIntents[0].Id);
        var held = JsonNode.Parse(await shop.GetStringAsync("/v1/balance"))!["available"]![0]!["amount"]!.GetValue<long>();
        held.ShouldBe(told.Sum(m => m!["net"]!.GetValue<long>()));
    }

    [Fact]
    public async Task Fifty_checkouts_at_once_are_all_in_the_books()
    {
        stripe.Webhooks.SendTo((_, _) => Task.FromResult(200));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async n => await stripe.PayAsync((await PostAsync(Sessions, Order(100_000 + n), $"key-{n}")).Id)));

        stripe.Books.Charges.Select(c => c.Amount).Order().ShouldBe(Enumerable.Range(100_000, 50).Select(n => (long)n));
        stripe.Books.Events.ShouldAllBe(e => e.Delivered && e.Attempts == 1);
    }

    [Fact]
    public async Task Strangers_and_misspelled_parameters_are_refused()
    {
        (await PostAsync(Sessions, Order(385_000, ("sucess_url", "https://coopmarket.test")), "key-1")).Error("code").ShouldBe("parameter_unknown");
        shop.DefaultRequestHeaders.Authorization = new("Bearer", "sk_test_other");
        (await PostAsync(Sessions, Order(385_000), "key-1")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static List<KeyValuePair<string, string>> Order(long dong, params (string Name, string Value)[] more) =>
    [
        new("mode", "payment"),
        new("line_items[0][price_data][currency]", "vnd"),
        new("line_items[0][price_data][unit_amount]", $"{dong}"),
        new("line_items[0][price_data][product_data][name]", "Mận hậu Mộc Châu"),
        new("line_items[0][quantity]", "1"),
        new("metadata[order]", "CM7K2M9QXA"),
        new("success_url", "https://coopmarket.test/paid?session={CHECKOUT_SESSION_ID}"),
        .. more.Select(m => KeyValuePair.Create(m.Name, m.Value)),
    ];

    private async Task<Told> PostAsync(string path, List<KeyValuePair<string, string>> form, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await shop.SendAsync(request);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Contains("Idempotent-Replayed"));
    }

    private static string Hmac(string secret, string text)
        => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    private sealed record Told(HttpStatusCode Status, string Text, bool Replayed)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public string Id => Json["id"]!.GetValue<string>();

        public string? Error(string field) => Json["error"]![field]?.GetValue<string>();
    }
}
