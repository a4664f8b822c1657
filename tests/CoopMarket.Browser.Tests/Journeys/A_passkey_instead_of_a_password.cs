using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Web.Features.Accounts.Data;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A phone with a fingerprint reader, played by the browser itself (Web Authentication's virtual authenticator), works the real script.</summary>
public sealed class A_passkey_instead_of_a_password
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task She_adds_one_signs_out_and_comes_back_by_her_finger(bool readsJson)
    {
        await using var market = await LiveMarket.OpenAsync();
        var (_, email) = await market.PersonWithPasswordAsync("Lò Thị Pâng");
        var pang = await Screen.OpenAsync(market, 360, scripts: true, host: "localhost");
        // Older browsers know passkeys but not their JSON.
        if (!readsJson)
            await pang.Page.AddInitScriptAsync("delete PublicKeyCredential.parseCreationOptionsFromJSON; delete PublicKeyCredential.parseRequestOptionsFromJSON; delete PublicKeyCredential.prototype.toJSON;");
        var phone = await PhoneAsync(pang.Page);
        var pages = new AccountPages(pang);
        await pages.SignInAsync(email, LiveMarket.Password);
        await pang.OpenAsync("/account/security");
        await pang.FollowAsync("accounts.passkey.add");
        await pang.FillAsync("accounts.passkey.name", "Điện thoại của Pâng");
        await pang.PressAsync("accounts.passkey.make");
        await pang.SeesAsync("accounts.factor.codes.keep");
        await pang.FollowAsync("accounts.factor.codes.kept");
        await pang.ReadsAsync("Điện thoại của Pâng");

        await pang.OpenAsync("/account");
        await pang.PressAsync("accounts.sign-out.button");
        await pang.OpenAsync("/account/sign-in?returnUrl=/account/security");
        await pang.PressAsync("accounts.passkey.sign-in");
        await pang.ReadsAsync("Điện thoại của Pâng");
        market.Clock.Advance(TimeSpan.FromMinutes(20));
        await pang.PressAsync("accounts.factor.codes.renew");
        await pang.SeesAsync("accounts.prove.why");
        await pang.PressAsync("accounts.passkey.use");
        await pang.SeesAsync("accounts.factor.codes.keep");
        (await market.RowsAsync<Passkey>()).ShouldHaveSingleItem().UsedAt.ShouldNotBeNull();

        await pang.OpenAsync("/account/security/passkeys/new");
        await pang.Button("accounts.passkey.make").ClickAsync();
        await pang.SeesAsync("refusal.PasskeyIsThere");
        await pang.OpenAsync("/account");
        await pang.PressAsync("accounts.sign-out.button");
        await pages.SignInAsync(email, LiveMarket.Password);
        await pang.SeesAsync("accounts.factor.enter.passkey");
        await phone.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = _authenticator, ["isUserVerified"] = false });
        await pang.Button("accounts.passkey.use").ClickAsync();
        await pang.SeesAsync("accounts.passkey.failed");
        await phone.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = _authenticator, ["isUserVerified"] = true });
        await pang.PressAsync("accounts.passkey.use");
        await pang.OpenAsync("/account");
    }

    [Fact]
    public async Task Without_scripts_nothing_of_it_is_offered_and_the_rest_goes_on()
    {
        await using var market = await LiveMarket.OpenAsync();
        var (_, email) = await market.PersonWithPasswordAsync("Lò Thị Pâng");
        var pang = await Screen.OpenAsync(market, 360, scripts: false);
        await pang.OpenAsync("/account/sign-in");
        (await pang.Button("accounts.passkey.sign-in").CountAsync()).ShouldBe(0);
        await new AccountPages(pang).SignInAsync(email, LiveMarket.Password);
        await pang.OpenAsync("/account/security");
        (await pang.Link("accounts.passkey.add").CountAsync()).ShouldBe(0);
        await pang.SeesAsync("accounts.passkey.no-scripts");
    }

    private object _authenticator = "";

    private async Task<ICDPSession> PhoneAsync(IPage page)
    {
        var phone = await page.Context.NewCDPSessionAsync(page);
        await phone.SendAsync("WebAuthn.enable");
        var made = await phone.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        _authenticator = made!.Value.GetProperty("authenticatorId").GetString()!;
        return phone;
    }
}
