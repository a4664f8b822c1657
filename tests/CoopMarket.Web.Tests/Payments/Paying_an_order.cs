using System.Net;
using System.Text.Json;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments;

public sealed class Paying_an_order
{
    [Theory, EveryDatabase]
    internal async Task The_page_shows_the_account_the_amount_the_text_and_a_code_without_any_script(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (355_000, 1)));

        var page = await ReadAsync(market, order, "/pay");

        page.ShouldContain(PaymentsFactory.Account);
        page.ShouldContain("Agribank");
        page.ShouldContain("385.000");
        page.ShouldContain($">{order.Code}<");
        page.ShouldContain("<path fill=\"#000\" d=\"M4 4h7v1H4z");
        page.ShouldNotContain("style=");
    }

    [Theory, EveryDatabase]
    internal async Task After_a_short_transfer_it_asks_for_exactly_the_rest_with_another_code(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (355_000, 1)));
        var before = Drawn(await ReadAsync(market, order, "/pay"));
        await market.ReceiveAsync(384_999, order.Code);

        var page = await ReadAsync(market, order, "/en/pay");

        page.ShouldContain("data-copy=\"1\"");
        page.ShouldContain("₫384,999 of ₫385,000 have arrived");
        Drawn(page).ShouldNotBe(before);
    }

    [Theory, EveryDatabase]
    internal async Task Whether_it_is_paid_is_said_in_a_few_bytes_that_nobody_keeps(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (355_000, 1)));
        using var client = Buyer(market, order);

        using var waiting = await client.GetAsync($"/orders/{order.Code}/paid");
        waiting.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var body = await waiting.Content.ReadAsByteArrayAsync();
        body.Length.ShouldBeLessThanOrEqualTo(300);
        JsonDocument.Parse(body).RootElement.GetProperty("state").GetString().ShouldBe(nameof(PaymentState.Awaiting));

        await market.PayAsync(order);
        (await client.GetStringAsync($"/orders/{order.Code}/paid")).ShouldContain(nameof(PaymentState.Paid));
        using var page = await client.GetAsync($"/orders/{order.Code}/pay");
        page.Headers.Location!.ToString().ShouldBe($"/orders/{order.Code}");
    }

    [Theory, EveryDatabase]
    internal async Task Who_holds_no_secret_of_the_order_sees_neither(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (355_000, 1)));
        var other = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (355_000, 1)));
        using var client = market.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", $"__Host-cm-orders={other.Code}.{SettlementFactory.Secret}~{order.Code}.wrong");

        foreach (var place in new[] { "pay", "paid" })
        {
            using var answer = await client.GetAsync($"/orders/{order.Code}/{place}");
            answer.StatusCode.ShouldNotBe(HttpStatusCode.OK);
            using var nowhere = await client.GetAsync($"/orders/CM00000000/{place}");
            nowhere.StatusCode.ShouldBe(answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_order_in_cash_has_nothing_to_transfer()
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        var order = await market.PlaceAsync(PaymentWay.CashOnDelivery, new Part(30_000, (355_000, 1)));
        using var client = Buyer(market, order);

        (await client.GetAsync($"/orders/{order.Code}/pay")).Headers.Location!.ToString().ShouldBe($"/orders/{order.Code}");
    }

    private static string Drawn(string page) => page.Split("fill=\"#000\" d=\"")[1].Split('"')[0];

    private static async Task<string> ReadAsync(Market market, Order order, string place)
    {
        using var client = Buyer(market, order);
        return await client.GetStringAsync(place.StartsWith("/en", StringComparison.Ordinal) ? $"/en/orders/{order.Code}{place[3..]}" : $"/orders/{order.Code}{place}");
    }

    private static HttpClient Buyer(Market market, Order order)
    {
        var client = market.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", $"__Host-cm-orders={order.Code}.{SettlementFactory.Secret}");
        return client;
    }
}
