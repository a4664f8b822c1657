using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using Microsoft.AspNetCore.Hosting;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>Every Set-Cookie of the account's pages, where the market is reached by https and in Development by http.</summary>
public sealed class Cookies_are_shaped
{
    [Theory]
    [InlineData("https://coopmarket.test", "Test", true)]
    [InlineData("http://localhost:5080", "Development", false)]
    public async Task All_cookies_carry_the_prefix_and_Secure_exactly_where_https_is(string address, string environment, bool isHttps)
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite, ("Market:PublicUrl", address));
        var who = AccountsFactory.NewEmail();
        await using var app = market.WithWebHostBuilder(host => host.UseEnvironment(environment).UseSetting("Market:PublicUrl", address));
        using var browser = new Browser(app.CreateClient(new() { BaseAddress = new(address), AllowAutoRedirect = false }));
        List<string> set = [];
        async Task KeepAsync(Task<HttpResponseMessage> asked)
        {
            using var response = await asked;
            if (response.Headers.TryGetValues("Set-Cookie", out var values))
                set.AddRange(values);
        }

        await KeepAsync(browser.GetAsync("/en/account/register"));
        await KeepAsync(browser.PostFormAsync("/account/register", ("Form.FullName", "Mai"), ("Form.Who", who), ("Form.Password", AccountsFactory.Password)));
        await Market.DeliverAsync(app.Services);
        await KeepAsync(browser.PostFormAsync("/en/account/sign-in", ("Form.Who", who), ("Form.Password", AccountsFactory.Password)));
        await KeepAsync(browser.PostFormAsync("/account"));

        string Name(string cookie) => cookie.Split('=')[0];
        set.Select(Name).Distinct().Count().ShouldBeGreaterThanOrEqualTo(3, "session, form and notice");
        foreach (var cookie in set)
        {
            Name(cookie).ShouldStartWith(isHttps ? "__Host-cm-" : "cm-", Case.Sensitive, cookie);
            cookie.ShouldContain("path=/;", Case.Insensitive);
            cookie.ShouldContain("samesite=lax", Case.Insensitive);
            cookie.Contains("secure", StringComparison.OrdinalIgnoreCase).ShouldBe(isHttps, cookie);
            cookie.ShouldNotContain("domain=", Case.Insensitive);
            cookie.ShouldContain("httponly", Case.Insensitive);
        }
    }
}
