using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Authentication;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Puts a session into the reader's cookie; or, until her code comes, the ticket that says that her password was right.</summary>
internal static class Entering
{
    public static Task BeginAsync(this MarketPage page, SignedIn signedIn)
    {
        if (page.KeptTicket() is not null)
            page.Response.Cookies.Delete(Cookies(page).Name("half"), Cookies(page).Options());
        return page.HttpContext.SignInAsync(AccountsArea.Scheme, SessionCookie.Principal(signedIn), new() { IsPersistent = true });
    }

    /// <summary>Begins the session; false where a code is asked for first.</summary>
    public static async Task<bool> EnterAsync(this MarketPage page, Entry entry)
    {
        if (entry.Begun is { } begun)
            await page.BeginAsync(begun);
        else
            page.KeepTicket(entry.Ticket!);
        return entry.Begun is not null;
    }

    /// <summary>Where the code is asked for.</summary>
    /// <param name="goal">Where she goes from there.</param>
    public static string CodePage(string goal) => "/account/sign-in/code?returnUrl=" + Uri.EscapeDataString(goal);

    /// <summary>Keeps for the answer what the browser was asked.</summary>
    public static void KeepQuestion(this MarketPage page, string ticket)
        => page.Response.Cookies.Append(Cookies(page).Name("passkey"), ticket, Cookies(page).Options(Passkeys.Waits));

    /// <summary>The answer of a passkey with what the browser was asked, which it forgets; null where a form holds none.</summary>
    public static PasskeyAnswer? TakeAnswer(this MarketPage page, string? json)
    {
        if (string.IsNullOrEmpty(json))
            return null;
        var ticket = page.Request.Cookies[Cookies(page).Name("passkey")];
        if (ticket is not null)
            page.Response.Cookies.Delete(Cookies(page).Name("passkey"), Cookies(page).Options());
        return new(ticket, json);
    }

    /// <summary>Null where there is none.</summary>
    public static string? KeptTicket(this MarketPage page) => page.Request.Cookies[Cookies(page).Name("half")];

    private static void KeepTicket(this MarketPage page, string ticket)
        => page.Response.Cookies.Append(Cookies(page).Name("half"), ticket, Cookies(page).Options(HalfWay.Waits));

    private static MarketCookies Cookies(MarketPage page) => page.HttpContext.RequestServices.GetRequiredService<MarketCookies>();
}
