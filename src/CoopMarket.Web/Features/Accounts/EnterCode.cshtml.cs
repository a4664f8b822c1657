using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

[EnableRateLimiting(Limit.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EnterCodeModel : MarketPage
{
    [BindProperty]
    public EnterCode.Form Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        Form.ReturnUrl = Reader.Local(returnUrl);
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new EnterCode.Command(Actor, this.KeptTicket(), string.IsNullOrWhiteSpace(Form.Code) ? Form.Recovery : Form.Code, Request.Headers.UserAgent.ToString()));
        if (!outcome.IsDone)
        {
            var shown = await ShowAsync();
            if (shown is not PageResult)
                return shown;
            var again = Again(outcome);
            if (outcome.Refusal is TooManyCodes)
                Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return again;
        }

        if (SessionCookie.SessionOf(User) is { } before && !Actor.IsGuest)
            await SendAsync(new SignOut.Command(Actor, before));
        await this.BeginAsync(outcome.Value);
        return GoTo(Reader.Local(Form.ReturnUrl));
    }

    private async Task<IActionResult> ShowAsync()
        => await SendAsync(new AskedCode.Query(Actor, this.KeptTicket()))
            ? Page()
            : GoToWith("/account/sign-in?returnUrl=" + Uri.EscapeDataString(Reader.Local(Form.ReturnUrl)), new SignInAgain());
}
