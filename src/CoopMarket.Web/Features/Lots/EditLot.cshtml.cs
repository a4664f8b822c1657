using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Lots;

/// <summary>A lot is written down anew.</summary>
internal sealed class EditLotModel(Makers makers) : DeskPage, ILotPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public LotId Id { get; set; }

    [BindProperty]
    public LotForm Form { get; set; } = new();

    public OwnLot.View Lot { get; private set; } = null!;

    public IReadOnlyList<MakerCard> Makers { get; private set; } = [];

    public IReadOnlyList<LotPaper> Papers => Lot.Known;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LookUpAsync())
            return NotFound();
        Form = Lot.Form;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LookUpAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new EditLot.Command(Actor, Cooperative, Id, Form));
        return outcome.IsDone ? GoTo($"/sell/lots/{Id}", "lots.edit.done") : Again(outcome);
    }

    private async Task<bool> LookUpAsync()
    {
        Makers = await makers.OfAsync(Cooperative, HttpContext.RequestAborted);
        return (Lot = (await SendAsync(new OwnLot.Query(Actor, Cooperative, Id)))!) is not null;
    }
}
