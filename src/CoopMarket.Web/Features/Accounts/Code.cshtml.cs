using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

[EnableRateLimiting(Limit.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CodeModel : EntrancePage
{
    [BindProperty]
    public UseCode.Form Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new UseCode.Command(Actor, Form.Who, Form.Code, Form.Password, Device));
        if (!outcome.IsDone)
            return Refuse(outcome);
        return await this.EnterAsync(outcome.Value) ? GoTo("/account", "accounts.code.done") : GoTo(Entering.CodePage("/account"));
    }
}
