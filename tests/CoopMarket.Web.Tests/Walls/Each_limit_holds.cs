using System.Net;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>
/// Every line of the one table, tried to its last permit and one further, for each account and each address (ASVS 2.4.1; what
/// the sign-in forms do is tried among the accounts).
/// </summary>
public sealed class Each_limit_holds
{
    private static readonly (string, string)[] UsualLimits = [("RateLimits:Factor", "1")];

    /// <summary>A limit, who is counted, the page, whether it is read or sent, and a field to type.</summary>
    public static TheoryData<string, string, string, string, string, string> Ways => new()
    {
        { Limit.SignIn, "address", "/en/account/sign-in", "POST", "Form.Who", "0912345678" },
        { Limit.SignIn, "account", "/account/password", "POST", "Form.Current", "x" },
        { Limit.SignIn, "account", "/sell/join", "POST", "Form.Key", "XXXXXXXXXX" },
        { Limit.Code, "account", "/account/confirm", "POST", "Proof.Password", "x" },
        { Limit.Register, "address", "/en/account/register", "POST", "Form.Who", "0912345678" },
        { Limit.Register, "account", "/account/email", "POST", "Form.Email", "x" },
        { Limit.Register, "account", "/account/phone", "POST", "Form.Phone", "x" },
        { Limit.Reset, "address", "/en/account/forgotten", "POST", "Form.Who", "0912345678" },
        { Limit.Reset, "account", "/orders/link", "POST", "Form.Code", "x" },
        { Limit.Search, "address", "/search?q=toi", "GET", "", "" },
        { Limit.Search, "account", "/en/search?q=toi", "GET", "", "" },
        { Limit.Suggest, "address", "/search/suggest?q=toi", "GET", "", "" },
        { Limit.Order, "address", "/en/checkout", "POST", "Form.Name", "x" },
        { Limit.Order, "account", "/checkout", "POST", "Form.Name", "x" },
        { Limit.Upload, "account", "/sell/apply/papers", "POST", "x", "y" },
        { Limit.OrderLink, "address", "/en/orders/CM00000000?s=x", "GET", "", "" },
        { Limit.OrderLink, "account", "/orders/CM00000000", "GET", "", "" },
        { Limit.Copy, "account", "/sell/data", "POST", "x", "y" },
        { Limit.Report, "address", "/en/reviews/018f0000-0000-7000-8000-000000000000/report", "POST", "Form.Words", "x" },
        { Limit.Report, "account", "/reviews/018f0000-0000-7000-8000-000000000000/report", "POST", "Form.Words", "x" },
        { Limit.Message, "address", "/en/ask", "POST", "Form.Words", "x" },
        { Limit.Message, "account", "/questions/CM00000000", "POST", "Form.Words", "x" },
        { Limit.Message, "account", "/sell/questions/018f0000-0000-7000-8000-000000000000", "POST", "Form.Words", "x" },
    };

    [Fact]
    public void Every_limit_of_the_table_is_tried()
        => Ways.Select(w => w.Data.Item1).Distinct().ShouldBe(Limit.Table.Keys, ignoreOrder: true);

    [Theory, MemberData(nameof(Ways))]
    public async Task The_last_permit_is_given_and_the_next_is_not(string limit, string counted, string page, string verb, string field, string value)
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite, UsualLimits);
        var (one, other) = counted == "account"
            ? (await market.ClientFor(await market.PersonAsync()), await market.ClientFor(await market.PersonAsync()))
            : (market.Guest(), market.Guest());
        // An account is counted wherever it comes from; of addresses each counts for itself.
        other.Headers.Add(FromElsewhere.Header, counted == "account" ? "203.0.113.7" : "203.0.113.8");
        var (most, within, _) = Limit.Table[limit];
        var token = await TokenAsync(one, counted);
        for (var i = 0; i < most; i++)
        {
            using var permitted = await AskAsync(one, i, token);
            permitted.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests, $"{i + 1} of {most}");
        }

        using var refused = await AskAsync(one, most, token);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), within);
        (await refused.Content.ReadAsStringAsync()).ShouldContain(page.StartsWith("/en", StringComparison.Ordinal) ? "That was a little fast" : "Bạn làm hơi nhanh");
        using var others = await AskAsync(other, 0, await TokenAsync(other, counted));
        others.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests, "somebody else");

        // What a stranger can write into a header gives no new permits (trust 4.1.3).
        async Task<HttpResponseMessage> AskAsync(Browser browser, int i, string t)
        {
            using var request = new HttpRequestMessage(new(verb), page);
            request.Headers.Add("X-Forwarded-For", $"198.51.100.{i}");
            request.Headers.Add("X-Real-IP", $"198.51.100.{i}");
            request.Headers.Add("Forwarded", $"for=198.51.100.{i}");
            if (browser == one)
                request.Headers.Add(FromElsewhere.Header, counted == "account" ? $"192.0.2.{i}" : "203.0.113.7");
            if (verb == "POST")
            {
                request.Headers.Add("Sec-Fetch-Site", "same-origin");
                request.Content = new FormUrlEncodedContent([KeyValuePair.Create(field, value), KeyValuePair.Create("__RequestVerificationToken", t)]);
            }

            return await browser.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task Behind_its_known_proxy_the_market_counts_the_address_that_the_proxy_names()
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite, [.. UsualLimits, ("Proxy:KnownNetworks", "10.0.0.0/8")]);
        for (var i = 0; i < Limit.Table[Limit.Search].Most; i++)
            (await SearchAsync("10.0.0.1", "198.51.100.1")).ShouldBe(HttpStatusCode.OK);
        (await SearchAsync("10.0.0.1", "198.51.100.1")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await SearchAsync("10.0.0.1", "9.9.9.9, 198.51.100.1")).ShouldBe(HttpStatusCode.TooManyRequests, "only what the proxy itself saw counts");
        (await SearchAsync("10.0.0.1", "198.51.100.2")).ShouldBe(HttpStatusCode.OK);
        (await SearchAsync("192.0.2.1", "198.51.100.1")).ShouldBe(HttpStatusCode.OK, "not the proxy: its own address counts");

        async Task<HttpStatusCode> SearchAsync(string from, string forwarded)
        {
            using var client = market.CreateClient();
            client.DefaultRequestHeaders.Add(FromElsewhere.Header, from);
            client.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);
            using var answer = await client.GetAsync("/search?q=x");
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_subscriber_with_a_whole_network_of_addresses_is_one_place()
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite, UsualLimits);
        for (var i = 0; i < Limit.Table[Limit.Search].Most; i++)
            (await SearchAsync($"2001:db8:1:2::{i + 1:x}")).ShouldBe(HttpStatusCode.OK);
        (await SearchAsync("2001:db8:1:2:ffff::1")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await SearchAsync("2001:db8:1:3::1")).ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> SearchAsync(string from)
        {
            using var client = market.CreateClient();
            client.DefaultRequestHeaders.Add(FromElsewhere.Header, from);
            using var answer = await client.GetAsync("/search?q=x");
            return answer.StatusCode;
        }
    }

    private static async Task<string> TokenAsync(Browser browser, string counted)
        => (await browser.OpenAsync(counted == "account" ? "/account/profile" : "/account/sign-in")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
