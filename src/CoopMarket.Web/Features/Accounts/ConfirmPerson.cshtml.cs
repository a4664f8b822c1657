using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Asks who she is before what an open phone must not be enough for; what she typed waits here meanwhile.</summary>
[EnableRateLimiting(Limit.Code)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConfirmPersonModel : EntrancePage
{
    [BindProperty]
    public ConfirmPerson.Form Proof { get; set; } = new();

    public MyFactor.View Factor { get; private set; } = null!;

    /// <summary>What waits; null where she is on her way to a page.</summary>
    public ExpiredForm? Held { get; private set; }

    /// <summary>The way leads on only with a second factor, and she has none.</summary>
    public bool MustSetUp { get; private set; }

    public async Task OnGetAsync(string? returnUrl)
    {
        var waiting = HttpContext.Features.Get<WaitingForm>();
        (Held, MustSetUp) = (waiting?.Form, waiting?.MustSetUp is true);
        (Proof.Goal, Proof.SendsOn) = (waiting?.Goal ?? Reader.Local(returnUrl), waiting is not null);
        if (waiting is not null)
            Response.StatusCode = StatusCodes.Status403Forbidden;
        Factor = await SendAsync(new MyFactor.Query(Actor));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new ConfirmPerson.Command(
            Actor, SessionCookie.SessionOf(User) ?? Guid.Empty, string.IsNullOrWhiteSpace(Proof.Code) ? Proof.Recovery : Proof.Code, Proof.Password, Device, this.TakeAnswer(Proof.Passkey)));
        var goal = Reader.Local(Proof.Goal);
        if (outcome.IsDone)
        {
            await this.BeginAsync(outcome.Value);
            // The browser sends the same form on, with all that stood in it.
            return Proof.SendsOn ? LocalRedirectPreserveMethod("~" + goal) : GoTo(goal);
        }

        var sent = ExpiredForm.Of(Request);
        Held = Proof.SendsOn ? sent with { Fields = [.. sent.Fields.Where(f => !f.Key.StartsWith(nameof(Proof) + '.', StringComparison.Ordinal))], HadSecrets = false } : null;
        Factor = await SendAsync(new MyFactor.Query(Actor));
        return Refuse(outcome, nameof(Proof));
    }
}
