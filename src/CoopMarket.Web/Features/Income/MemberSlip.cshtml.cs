using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Income;

/// <summary>A member's slip with the code that opens her page, to be printed and cut out.</summary>
internal sealed class MemberSlipModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Manager;

    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public ProducerId Id { get; set; }

    public MemberSlip.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => (View = (await SendAsync(new MemberSlip.Query(Actor, Cooperative, Id)))!) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new RenewLink.Command(Actor, Cooperative, Id));
        return outcome.IsDone ? GoTo($"/sell/income/{Id}/slip", "income.slip.renewed") : GoToWith("/sell/income", outcome.Refusal!);
    }
}
