using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

[EnableRateLimiting(Limit.Register)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RegisterModel : MarketPage
{
    /// <summary>What she just registered with, so that she needn't type it again to sign in; kept for one page.</summary>
    public const string RegisteredKey = "registered";

    [BindProperty]
    public RegisterAccount.Form Form { get; set; } = new();

    public void OnGet(string? returnUrl) => Form.ReturnUrl = returnUrl is null ? null : Reader.Local(returnUrl);

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new RegisterAccount.Command(Actor, Form.FullName, Form.Who, Form.Password, Languages.Current));
        if (outcome.IsDone)
            TempData[RegisteredKey] = Form.Who;
        return outcome.IsDone
            ? GoTo("/account/sign-in?returnUrl=" + Uri.EscapeDataString(Reader.Local(Form.ReturnUrl)),
                Handle.Read(Form.Who)?.Email is null ? "accounts.register.done" : "accounts.register.done-mail")
            : Again(outcome);
    }
}
