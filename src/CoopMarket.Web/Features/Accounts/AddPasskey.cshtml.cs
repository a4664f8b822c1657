using System.Net.Mime;
using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A new passkey of a person; with her first factor the recovery codes, shown once.</summary>
[EnableRateLimiting(Limit.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddPasskeyModel : EntrancePage
{
    [BindProperty]
    public AddPasskey.Form Form { get; set; } = new();

    /// <summary>Fresh recovery codes, shown once; empty otherwise.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string Goal => Onward(Form.ReturnUrl);

    /// <summary>Asked for her proof here, and not only once her device has made something.</summary>
    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        Form.ReturnUrl = returnUrl is null ? null : Reader.Local(returnUrl);
        Form.Name = DeviceName.Of(Device);
        return await SendAsync(new OfferPasskey.Query(Actor)) is null ? GoToWith("/account/security", new TooManyPasskeys()) : Page();
    }

    /// <summary>What the browser is asked, as JSON for its script; 404 where she has as many as she may have.</summary>
    public async Task<IActionResult> OnGetOptionsAsync()
    {
        if (await SendAsync(new OfferPasskey.Query(Actor)) is not { } question)
            return NotFound();
        this.KeepQuestion(question.Ticket);
        return Content(question.Options, MediaTypeNames.Application.Json);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new AddPasskey.Command(Actor, Form.Name, this.TakeAnswer(Form.Passkey) ?? new(null, ""), Device));
        if (!outcome.IsDone)
            return Refuse(outcome);
        await this.BeginAsync(outcome.Value.Session);
        Codes = outcome.Value.Codes;
        return Codes.Count > 0 ? Page() : GoTo(Goal, "accounts.passkey.added");
    }
}
