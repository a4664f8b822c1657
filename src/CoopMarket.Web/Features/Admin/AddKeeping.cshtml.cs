using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>How long names are kept, from a day to come.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddKeepingModel : MarketPage
{
    [BindProperty]
    public KeepingForm Form { get; set; } = new();

    public Rules.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        View = await SendAsync(new Rules.Query(Actor));
        Form = new() { From = View.Tomorrow };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = Form is { From: { } from, Months: { } months }
            ? await SendAsync(new SetKeeping.Command(Actor, from, months))
            : Outcome.Invalid(Form.From is null ? "From" : "Months", Form.From is null ? "settlement.rules.from.flaw" : "sellers.flaw.keeping.months");
        if (outcome.IsDone)
            return GoTo("/admin/rules", "settlement.rules.done");
        View = await SendAsync(new Rules.Query(Actor));
        return Again(outcome);
    }

    internal sealed class KeepingForm
    {
        public int? Months { get; set; }

        public DateOnly? From { get; set; }
    }
}
