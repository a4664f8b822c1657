using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

[EnableRateLimiting(Limit.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SignInModel : MarketPage
{
    private static readonly string[] Desk = ["/sell", "/sell/apply"];

    [BindProperty]
    public SignIn.Form Form { get; set; } = new();

    /// <summary>Whether she was on her way to a desk: whoever has none yet reads here how to get one.</summary>
    public bool ToDesk => Form.ReturnUrl is { } url && Desk.Contains(url.Split('?')[0], StringComparer.Ordinal);

    public void OnGet(string? returnUrl)
    {
        Form.ReturnUrl = returnUrl is null ? null : Reader.Local(returnUrl);
        Form.Who = TempData[RegisterModel.RegisteredKey] as string;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new SignIn.Command(Actor, Form.Who, Form.Password, Request.Headers.UserAgent.ToString()));
        if (!outcome.IsDone)
        {
            var again = Again(outcome);
            if (outcome.Refusal is TooManyTries)
                Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return again;
        }

        if (SessionCookie.SessionOf(User) is { } before && !Actor.IsGuest)
            await SendAsync(new SignOut.Command(Actor, before));
        return await this.EnterAsync(outcome.Value) ? GoTo(Reader.Local(Form.ReturnUrl)) : GoTo(Entering.CodePage(Reader.Local(Form.ReturnUrl)));
    }
}
