using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A manager sets her app up in another tab and comes back; later she is asked for a code, and the browser sends her form on.</summary>
public sealed class Two_steps_before_a_bank_account
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task What_she_typed_arrives_after_she_has_proved_who_she_is(int width, bool scripts)
    {
        await using var market = await LiveMarket.OpenAsync();
        var (manager, email) = await market.PersonWithPasswordAsync("Lò Thị Pâng");
        await market.SellingCoopAsync(manager: manager);
        var pang = await Screen.OpenAsync(market, width, scripts);
        await new AccountPages(pang).SignInAsync(email, LiveMarket.Password);
        await ChangeAsync(pang, "0011223344");
        await pang.SeesAsync("accounts.prove.set-up.why");

        var tab = await pang.AnotherAsync();
        await tab.OpenAsync("/account/security/app");
        var secret = Base32.Read(await tab.Page.Locator(".secret").InnerTextAsync())!;
        await tab.FillAsync("accounts.factor.code", Totp.CodeAt(secret, Totp.StepAt(market.Clock.GetUtcNow())));
        await tab.PressAsync("accounts.factor.set-up");
        await tab.SeesAsync("accounts.factor.codes.keep");
        await pang.PressAsync("accounts.prove.set-up.on");
        await pang.SeesAsync("sellers.change.done");
        (await AccountAsync(market)).ShouldBe("0011223344");

        market.Clock.Advance(TimeSpan.FromMinutes(20));
        await ChangeAsync(pang, "55667788");
        await pang.FillAsync("accounts.factor.code", "000000");
        await pang.PressAsync("accounts.prove.on");
        await pang.SeesAsync("refusal.WrongFactorCode");
        await pang.FillAsync("accounts.factor.code", Totp.CodeAt(secret, Totp.StepAt(market.Clock.GetUtcNow())));
        await pang.PressAsync("accounts.prove.on");
        await pang.SeesAsync("sellers.change.done");
        (await AccountAsync(market)).ShouldBe("55667788");
    }

    private static async Task ChangeAsync(Screen desk, string account)
    {
        await desk.OpenAsync("/sell/profile/change");
        await desk.FillAsync("sellers.field.BankAccount", account);
        await desk.PressAsync("sellers.change.go");
    }

    private static async Task<string> AccountAsync(LiveMarket market) => (await market.RowsAsync<SellerApplication>()).Single(a => a.IsChange).Details.BankAccount;
}
