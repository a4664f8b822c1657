using System.Net;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>What the market's script does with passkeys, in a browser that runs none.</summary>
internal static class PasskeyPages
{
    /// <summary>What the market asks this browser; its cookie is kept in it.</summary>
    public static async Task<string> AskedAsync(this Browser browser, PasskeyPlace at = PasskeyPlace.SignIn)
    {
        using var asked = await browser.GetAsync($"/account/passkey?at={at}");
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        asked.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return await asked.Content.ReadAsStringAsync();
    }

    /// <summary>Signs in by a passkey alone.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(this Browser browser, SoftKey key, string page = "/account/sign-in")
        => await browser.AnswerAsync(key.Sign(await browser.AskedAsync()), page);

    /// <summary>Sends an answer from the sign-in page.</summary>
    public static Task<HttpResponseMessage> AnswerAsync(this Browser browser, string answer, string page = "/account/sign-in")
        => browser.PostFormAsync(page, [("Form.Passkey", answer)], "form[action*=Passkey]");

    /// <summary>Makes a passkey on the page for it.</summary>
    public static async Task<HttpResponseMessage> MakeAsync(this Browser browser, SoftKey key, string name)
    {
        using var asked = await browser.GetAsync("/account/security/passkeys/new?handler=Options");
        var answer = key.Make(await asked.Content.ReadAsStringAsync());
        return await browser.PostFormAsync("/account/security/passkeys/new", ("Form.Name", name), ("Form.Passkey", answer));
    }
}
