using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Asking for another tax code, representative or bank account; the old ones stay until an admin approves.</summary>
internal sealed class ProfileChangeModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Manager;

    [BindProperty]
    public RequestChange.Form Form { get; set; } = new();

    public CooperativeProfile.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        View = await SendAsync(new CooperativeProfile.Query(Actor, Cooperative, ToChange: true));
        var details = View.Asked ?? View.Held;
        Form = new()
        {
            TaxCode = details.TaxCode,
            Representative = details.Representative,
            BankBin = details.BankBin,
            BankAccount = details.BankAccount,
            BankAccountName = details.BankAccountName,
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new RequestChange.Command(Actor, Cooperative, Form));
        if (outcome.IsDone)
            return GoTo("/sell/profile/change", "sellers.change.done");
        View = await SendAsync(new CooperativeProfile.Query(Actor, Cooperative, ToChange: true));
        return Again(outcome);
    }
}
