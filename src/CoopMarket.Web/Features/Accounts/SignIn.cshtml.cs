using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

[EnableRateLimiting(Limit.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SignInModel : EntrancePage
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
        var outcome = await SendAsync(new SignIn.Command(Actor, Form.Who, Form.Password, Device));
        if (!outcome.IsDone)
            return Refuse(outcome);
        await LeaveAsync();
        return await this.EnterAsync(outcome.Value) ? GoTo(Reader.Local(Form.ReturnUrl)) : GoTo(Entering.CodePage(Reader.Local(Form.ReturnUrl)));
    }

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        var outcome = await SendAsync(new SignInByPasskey.Command(Actor, this.TakeAnswer(Form.Passkey) ?? new(null, ""), Device));
        if (!outcome.IsDone)
            return Refuse(outcome);
        await LeaveAsync();
        await this.BeginAsync(outcome.Value);
        return GoTo(Reader.Local(Form.ReturnUrl));
    }
}
