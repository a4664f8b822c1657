using System.Net;
using System.Text.RegularExpressions;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>Known and unknown names get the same answer for the same work (trust rows 76, 87).</summary>
public sealed partial class Nothing_tells_who_has_an_account
{
    [Theory, EveryDatabase]
    internal async Task Signing_in_with_a_wrong_password_answers_and_costs_alike_for_known_and_unknown(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.RegisteredAsync("0912345678");
        await market.RegisteredAsync("co@thu.test");
        var (hasher, app) = Counting(market);
        foreach (var (known, unknown) in new[] { ("0912345678", "0912345679"), ("co@thu.test", "khong@thu.test") })
        {
            var (one, oneWork) = await AnswerAsync(app, hasher, "/account/sign-in", ("Form.Who", known), ("Form.Password", "sai mật khẩu rồi"));
            var (other, otherWork) = await AnswerAsync(app, hasher, "/account/sign-in", ("Form.Who", unknown), ("Form.Password", "sai mật khẩu rồi"));
            one.ShouldStartWith("409");
            other.Replace(unknown, known, StringComparison.Ordinal).ShouldBe(one);
            (oneWork, otherWork).ShouldBe((1, 1));
        }
    }

    [Theory, EveryDatabase]
    internal async Task Registering_answers_and_costs_alike_for_known_and_unknown(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.RegisteredAsync("0912345678");
        await market.RegisteredAsync("co@thu.test");
        var (hasher, app) = Counting(market);
        foreach (var (known, unknown) in new[] { ("0912345678", "0912345679"), ("co@thu.test", "khong@thu.test") })
        {
            (string, string)[] Fields(string who) => [("Form.FullName", "Lò Thị Pâng"), ("Form.Who", who), ("Form.Password", AccountsFactory.Password)];
            var one = await AnswerAsync(app, hasher, "/account/register", Fields(known));
            var other = await AnswerAsync(app, hasher, "/account/register", Fields(unknown));
            // The sign-in page that follows shows what each of them typed.
            (other.Answer.Replace(unknown, known, StringComparison.Ordinal), other.Work).ShouldBe(one);
            one.Answer.ShouldContain(known);
            one.Work.ShouldBe(1);
        }

        (await market.RowsAsync<Account>()).Count.ShouldBe(4);
    }

    [Theory, EveryDatabase]
    internal async Task Forgetting_a_password_answers_alike_and_mails_only_who_is_there(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.RegisteredAsync("0912345678");
        await market.RegisteredAsync("co@thu.test");
        var (hasher, app) = Counting(market);
        var known = await AnswerAsync(app, hasher, "/account/forgotten", ("Form.Who", "co@thu.test"));
        foreach (var who in new[] { "khong@thu.test", "0912345678", "0987654321" })
            (await AnswerAsync(app, hasher, "/account/forgotten", ("Form.Who", who))).ShouldBe(known);
        await market.DeliverAsync();
        market.Post.Letters.ShouldHaveSingleItem().To.ShouldBe("co@thu.test");
    }

    [Theory, EveryDatabase]
    internal async Task Registering_one_address_a_hundred_times_sends_its_owner_one_mail(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var browser = market.Guest();
        for (var i = 0; i < 100; i++)
            using (await browser.PostFormAsync("/account/register", ("Form.FullName", "Ai đó"), ("Form.Who", "nan@nhan.test"), ("Form.Password", AccountsFactory.Password + i)))
            {
            }

        await market.DeliverAsync();
        market.Post.Letters.Count(l => l.To == "nan@nhan.test").ShouldBe(1);
        (await market.RowsAsync<Account>()).Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task Ten_at_once_with_one_address_make_one_account_and_ten_equal_answers(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
        {
            using var browser = market.Guest();
            using var response = await browser.PostFormAsync("/account/register", ("Form.FullName", "Ai đó"), ("Form.Who", "0912345678"), ("Form.Password", AccountsFactory.Password));
            return (response.StatusCode, Browser.Goal(response));
        }));
        answers.Distinct().ShouldHaveSingleItem().StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await market.RowsAsync<Account>()).ShouldHaveSingleItem();
    }

    private static async Task<(string Answer, int Work)> AnswerAsync(
        WebApplicationFactory<Program> app, CountingHasher hasher, string page, params (string Name, string Value)[] fields)
    {
        using var browser = new Browser(app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new(Market.Address) }));
        await browser.OpenAsync(page);
        var before = hasher.Count;
        using var response = await browser.PostFormAsync(page, fields);
        var body = Token().Replace(await response.Content.ReadAsStringAsync(), "token");
        var notice = response.Headers.Location is null ? "" : Token().Replace(await (await browser.GetAsync(Browser.Goal(response)!)).Content.ReadAsStringAsync(), "token");
        return ($"{(int)response.StatusCode} {response.Headers.Location} {body} {notice}", hasher.Count - before);
    }

    private static (CountingHasher Hasher, WebApplicationFactory<Program> App) Counting(Market market)
    {
        var hasher = new CountingHasher();
        var app = market.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<IPasswordHasher<Account>>(hasher)));
        return (hasher, app);
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="[^"]*"|CfDJ8[\w-]+""", RegexOptions.None, 1000)]
    private static partial Regex Token();

    /// <summary>Counts rounds instead of seconds: the same count is the same time.</summary>
    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> _hasher = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));
        private int _count;

        public int Count => _count;

        public string HashPassword(Account user, string password)
        {
            // The first hash of a market is the one that unknown names are compared with; it is made once.
            if (!password.StartsWith("a password that nobody", StringComparison.Ordinal))
                Interlocked.Increment(ref _count);
            return _hasher.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _count);
            return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
