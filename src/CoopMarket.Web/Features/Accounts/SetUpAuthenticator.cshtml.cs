using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>The second factor of a person: setting it up, her recovery codes, turning it off.</summary>
[EnableRateLimiting(Limit.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SetUpAuthenticatorModel : EntrancePage
{
    [BindProperty]
    public SetUpAuthenticator.Form Form { get; set; } = new();

    public MyFactor.View Factor { get; private set; } = null!;

    /// <summary>What to scan or type; null where her app is set up.</summary>
    public NewAuthenticator.View? Fresh { get; private set; }

    /// <summary>Fresh recovery codes, shown once; empty otherwise.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string Goal => Onward(Form.ReturnUrl);

    public Task<IActionResult> OnGetAsync(string? returnUrl) => ShowAsync([], returnUrl);

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new SetUpAuthenticator.Command(Actor, Form.Shown, Form.Code, Device));
        if (outcome.IsDone)
            await this.BeginAsync(outcome.Value.Session);
        var shown = await ShowAsync(outcome.IsDone ? outcome.Value.Codes : []);
        return !outcome.IsDone ? Again(outcome) : Codes.Count > 0 ? shown : GoTo(Goal, "accounts.factor.app.done");
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        var outcome = await SendAsync(new RenewRecoveryCodes.Command(Actor));
        return outcome.IsDone ? await ShowAsync(outcome.Value.Codes) : GoToWith("/account/security/app", outcome.Refusal!);
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        var outcome = await SendAsync(new TurnOffAuthenticator.Command(Actor, Device));
        if (!outcome.IsDone)
            return GoToWith("/account/security/app", outcome.Refusal!);
        await this.BeginAsync(outcome.Value);
        return GoTo("/account/security", (await SendAsync(new MyFactor.Query(Actor))).IsOn ? "accounts.factor.app.off.done" : "accounts.factor.off.done");
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyList<string> codes, string? returnUrl = null)
    {
        Form.ReturnUrl ??= returnUrl is null ? null : Reader.Local(returnUrl);
        (Codes, Factor) = (codes, await SendAsync(new MyFactor.Query(Actor)));
        Fresh = Factor.HasApp ? null : await SendAsync(new NewAuthenticator.Query(Actor, Form.Shown));
        return Page();
    }
}
