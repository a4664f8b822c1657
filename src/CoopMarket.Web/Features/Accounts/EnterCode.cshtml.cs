using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

[EnableRateLimiting(Limit.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EnterCodeModel : EntrancePage
{
    [BindProperty]
    public EnterCode.Form Form { get; set; } = new();

    /// <summary>What opens: a code of her app, a passkey, or both.</summary>
    public AskedCode.View Asked { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        Form.ReturnUrl = Reader.Local(returnUrl);
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new EnterCode.Command(Actor, this.KeptTicket(), string.IsNullOrWhiteSpace(Form.Code) ? Form.Recovery : Form.Code, Device, this.TakeAnswer(Form.Passkey)));
        if (!outcome.IsDone)
        {
            var shown = await ShowAsync();
            return shown is PageResult ? Refuse(outcome) : shown;
        }

        await LeaveAsync();
        await this.BeginAsync(outcome.Value);
        return GoTo(Reader.Local(Form.ReturnUrl));
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await SendAsync(new AskedCode.Query(Actor, this.KeptTicket())) is not { } asked)
            return GoToWith("/account/sign-in?returnUrl=" + Uri.EscapeDataString(Reader.Local(Form.ReturnUrl)), new SignInAgain());
        Asked = asked;
        return Page();
    }
}
