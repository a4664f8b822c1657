using System.Net;
using System.Text;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>Row 65 of the catalog of bad input, and gate T2 for bank transfers.</summary>
public sealed class SePay_tells_of_money
{
    [Theory, EveryDatabase]
    internal async Task Fifty_tellings_of_one_transfer_at_once_have_one_effect(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000);
        var body = PaymentsFactory.Body(385_000, code);
        using var client = market.CreateClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.TellAsync(body)));
        await market.DeliverAsync();

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(50);
        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(1);
        (await market.PaymentOfAsync(order)).Paid.Minor.ShouldBe(385_000);
        (await market.RowsAsync<RefundDue>()).ShouldBeEmpty();
    }

    /// <summary>The broken twin: looks first and adds then, without the unique indexes and without a turn.</summary>
    [Theory, EveryDatabase]
    internal async Task Looking_before_adding_would_count_it_twice(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000);
        var told = new StoreBankLine.Command(Actor.Job("tests"), new(
            MoneySource.SePay, "92704", "Vietcombank", "FT1", new(385_000, code, TransferDirection.In, PaymentsFactory.Account), market.Clock.GetUtcNow()));

        await using var twin = await BrokenTwin.Heedless(market).WithoutAsync("ix_payments_money_in_account_direction_reference", "ix_payments_money_in_source_source_id");
        (await twin.RaceAsync(told, told)).ShouldAllBe(o => o.IsDone);
        await market.DeliverAsync();

        (await market.RowsAsync<MoneyIn>()).Select(m => m.Amount.Minor).ShouldBe([385_000, 385_000]);
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Order.ShouldBe(order, "what came once is owed back");
    }

    [Theory, EveryDatabase]
    internal async Task Different_transfers_at_once_for_one_order_never_lose_a_dong(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(500_000);
        using var client = market.CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.TellAsync(PaymentsFactory.Body(100_000, code))));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => market.DeliverAsync()));
        for (var i = 0; i < 10; i++)
        {
            market.Clock.Advance(TimeSpan.FromMinutes(10));
            await market.DeliverAsync();
        }

        (await market.PaymentOfAsync(order)).State.ShouldBe(PaymentState.Paid);
        (await market.RowsAsync<RefundDue>()).Sum(r => r.Amount.Minor).ShouldBe(300_000);
    }

    [Fact]
    internal async Task Who_has_the_wrong_key_or_none_is_refused_and_nothing_is_kept()
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        using var client = market.CreateClient();
        var body = PaymentsFactory.Body(385_000, "x");

        (await client.TellAsync(body, key: "wrong")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.TellAsync(body, key: PaymentsFactory.Key[..^1])).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.TellAsync(body, key: null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await market.RowsAsync<MoneyIn>()).ShouldBeEmpty();
    }

    [Fact]
    internal async Task Without_any_secret_the_door_is_closed_never_open()
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite, ("BankTransfer:SePay:ApiKey", ""));
        using var client = market.CreateClient();

        (await client.TellAsync(PaymentsFactory.Body(1, "x"), key: "")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await market.RowsAsync<MoneyIn>()).ShouldBeEmpty();
    }

    [Fact]
    internal async Task A_signature_counts_for_its_own_body_and_five_minutes()
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite, ("BankTransfer:SePay:HmacSecret", PaymentsFactory.Secret));
        using var client = market.CreateClient();
        var body = PaymentsFactory.Body(385_000, "x");
        var now = market.Clock.GetUtcNow().ToUnixTimeSeconds();

        (await SignedAsync(client, body, body, now)).ShouldBe(HttpStatusCode.OK);
        (await SignedAsync(client, PaymentsFactory.Body(385_000, "x"), body, now)).ShouldBe(HttpStatusCode.Unauthorized);
        (await SignedAsync(client, body, body, now - 301)).ShouldBe(HttpStatusCode.Unauthorized);
        (await SignedAsync(client, body, body, now + 301)).ShouldBe(HttpStatusCode.Unauthorized);
        // Where a signature is set up, the key alone is not enough.
        (await client.TellAsync(PaymentsFactory.Body(385_000, "x"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"id\":1}")]
    [InlineData("{\"id\":1,\"id\":2,\"accountNumber\":\"1\",\"transferType\":\"in\",\"transferAmount\":1}")]
    [InlineData("{\"id\":\"1\",\"accountNumber\":\"1\",\"transferType\":\"in\",\"transferAmount\":1}")]
    [InlineData("{\"id\":1,\"accountNumber\":\"1\",\"transferType\":\"in\",\"transferAmount\":1.5}")]
    [InlineData("{\"id\":1,\"accountNumber\":\"1\",\"transferType\":\"in\",\"transferAmount\":99999999999999999999}")]
    [InlineData("{\"id\":1,\"accountNumber\":\"1\",\"transferType\":\"sideways\",\"transferAmount\":1}")]
    [InlineData("{\"id\":1,\"accountNumber\":\"\\ud800\",\"transferType\":\"in\",\"transferAmount\":1}")]
    internal async Task What_is_no_bank_line_is_refused(string body)
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        using var client = market.CreateClient();

        (await client.TellAsync(body)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await market.RowsAsync<MoneyIn>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task A_text_with_what_no_database_likes_is_stored_cleaned(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        await market.ReceiveAsync(1_000, "a\0b\u202ec\r\nd" + new string('x', 5_000));

        var text = (await market.RowsAsync<MoneyIn>()).ShouldHaveSingleItem().Text;
        text.ShouldStartWith("a bc d");
        text.Length.ShouldBe(1_000);
    }

    [Fact]
    internal async Task More_than_a_megabyte_is_cut_off()
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        using var client = market.CreateClient();

        (await client.TellAsync(PaymentsFactory.Body(1, new string('x', 1 << 20)))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    internal async Task The_answer_is_what_SePay_waits_for()
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        using var client = market.CreateClient();

        (await (await client.TellAsync(PaymentsFactory.Body(1, "x"))).Content.ReadAsStringAsync()).ShouldBe("{\"success\":true}");
    }

    private static async Task<HttpStatusCode> SignedAsync(HttpClient client, string body, string signed, long at)
    {
        var stamp = at.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/sepay") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-SePay-Timestamp", stamp);
        request.Headers.Add("X-SePay-Signature", SePaySignature.Sign(PaymentsFactory.Secret, stamp, Encoding.UTF8.GetBytes(signed)));
        return (await client.SendAsync(request)).StatusCode;
    }
}
