using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>One screen of an application: one thing to tell.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ApplyStepModel : MarketPage
{
    [BindProperty(SupportsGet = true, Name = "step")]
    public string Slug { get; set; } = "";

    [BindProperty]
    public SaveApplication.Form Form { get; set; } = new();

    public ApplyStep Step { get; private set; }

    /// <summary>Communes that an old name may stand for today, to choose from.</summary>
    public IReadOnlyList<Commune> Offered => Form.Province == Places.SonLa && Places.FindCommune(Form.CommuneCode) is null ? Places.FindOld(Form.Commune) : [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (ApplySteps.Find(Slug) is not { } step)
            return NotFound();
        var view = await SendAsync(new MyApplication.Query(Actor));
        if (!view.IsOpen)
            return GoTo("/sell/apply");
        (Step, Form) = (step, ApplicationReading.Form(view.Details));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ApplySteps.Find(Slug) is not { } step)
            return NotFound();
        Step = step;
        var outcome = await SendAsync(new SaveApplication.Command(Actor, step, Form));
        if (!outcome.IsDone)
            return Again(outcome);
        return outcome.Value.Lacks.Count > 0 ? Again(Outcome.Invalid(outcome.Value.Lacks)) : GoTo(step.AddressAfter());
    }

    /// <summary>Saved while typing: answers one sentence.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        if (ApplySteps.Find(Slug) is not { } step)
            return NotFound();
        var outcome = await SendAsync(new SaveApplication.Command(Actor, step, Form));
        return outcome.IsDone
            ? Content(SavedNow)
            : StatusCode(StatusCodes.Status422UnprocessableEntity, Words["shared.not-saved"]);
    }
}
