using System.Net;
using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>The limits of the one table, and guessing slowed down without locking owners out (trust rows 77, 87; ASVS 6.1.1, 6.3.1).</summary>
public sealed class Nobody_is_too_fast
{
    private static readonly (string, string)[] UsualLimits = [("RateLimits:Factor", "1")];

    public static TheoryData<string, string, string, string> Pages => new()
    {
        { Limit.SignIn, "/account/sign-in", "Form.Who", "0912345678" },
        { Limit.SignIn, "/account/code", "Form.Who", "0912345678" },
        { Limit.SignIn, "/account/new-password", "Form.Password", "x" },
        { Limit.Register, "/account/register", "Form.Who", "0912345678" },
        { Limit.Reset, "/account/forgotten", "Form.Who", "0912345678" },
    };

    [Theory, MemberData(nameof(Pages))]
    internal async Task One_form_more_than_the_table_allows_is_answered_429_with_when_to_come_back(string limit, string page, string field, string value)
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite, UsualLimits);
        using var browser = market.Guest();
        var form = await browser.OpenAsync("/account/sign-in");
        var token = form.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var (most, within, _) = Limit.Table[limit];
        for (var i = 0; i < most; i++)
            (await browser.PostAsync(page, (field, value), ("__RequestVerificationToken", token))).StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests, $"try {i + 1}");

        using var refused = await browser.PostAsync(page, (field, value), ("__RequestVerificationToken", token));
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), within);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Bạn làm hơi nhanh");
        (await browser.GetAsync("/account/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK, "reading is free");
    }

    [Theory, EveryDatabase]
    internal async Task Eleven_tries_from_one_address_are_one_too_many_even_with_the_right_password(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider, UsualLimits);
        await market.RegisteredAsync("0912345678");
        for (var i = 0; i < 10; i++)
            (await TryAsync(market, "203.0.113.7", "sai " + i)).ShouldBeOfType<WrongSignIn>();
        (await TryAsync(market, "203.0.113.7", AccountsFactory.Password)).ShouldBeOfType<TooManyTries>();
        (await TryAsync(market, "203.0.113.8", AccountsFactory.Password)).ShouldBeNull("the owner at another address signs in");
        market.Clock.Advance(TimeSpan.FromSeconds(61));
        (await TryAsync(market, "203.0.113.7", AccountsFactory.Password)).ShouldBeNull("a minute later");
    }

    [Theory, EveryDatabase]
    internal async Task A_thousand_strangers_guess_a_hundred_times_an_hour_and_do_not_lock_the_owner_out(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider, UsualLimits);
        await market.RegisteredAsync("0912345678");
        (await TryAsync(market, "198.51.100.1", AccountsFactory.Password)).ShouldBeNull("at home");
        var guesses = new List<Refusal?>();
        for (var i = 0; i < 1_000; i++)
            guesses.Add(await TryAsync(market, $"10.0.{i / 250}.{i % 250}", "đoán " + i));
        guesses.Count(g => g is WrongSignIn).ShouldBeLessThanOrEqualTo(SignInThrottle.MostByStrangers);
        (await TryAsync(market, "10.0.9.9", AccountsFactory.Password)).ShouldBeOfType<TooManyTries>("a stranger's place");
        (await TryAsync(market, "198.51.100.1", AccountsFactory.Password)).ShouldBeNull("a place she was signed in at");
    }

    [Fact]
    public async Task Guessing_a_name_that_nobody_has_is_slowed_down_alike()
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite, UsualLimits);
        for (var i = 0; i < 10; i++)
            (await TryAsync(market, "203.0.113.7", "sai")).ShouldBeOfType<WrongSignIn>();
        (await TryAsync(market, "203.0.113.7", "sai")).ShouldBeOfType<TooManyTries>();
    }

    private static async Task<Refusal?> TryAsync(Market market, string address, string password)
        => (await market.SendAsync(new SignIn.Command(Actor.Guest(address), "0912345678", password, "test"))).Refusal;
}
