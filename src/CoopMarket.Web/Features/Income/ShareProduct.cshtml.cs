using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Income;

/// <summary>Who makes a product and how its income is shared.</summary>
internal sealed class ShareProductModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Manager;

    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public ProductId Id { get; set; }

    /// <summary>The lot that is shared in its own way; null for all others.</summary>
    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "lot")]
    public LotId? Lot { get; set; }

    [BindProperty]
    public ShareProduct.Form Form { get; set; } = new();

    /// <summary>Whether she is asked if wages above what a sale brings are meant.</summary>
    public bool AsksWages { get; private set; }

    public SharingOfProduct.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LookUpAsync())
            return NotFound();
        Form = new()
        {
            Costs = View.Costs.IsZero ? "" : Show.Number(View.Costs.Minor),
            FundParts = View.FundParts == 0 ? "" : Show.Number(View.FundParts),
            Rows = [.. View.Members.Select(m => new ShareProduct.Row { Member = m.Member, PerUnit = m.PerUnit.IsZero ? "" : Show.Number(m.PerUnit.Minor), Parts = m.Parts == 0 ? "" : Show.Number(m.Parts) })],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LookUpAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new ShareProduct.Command(Actor, Cooperative, Id, Form.Costs, Form.FundParts, Form.Rows, Lot, Form.IsMeant));
        AsksWages = outcome.Refusal is WagesAboveSale;
        return outcome.IsDone ? GoTo($"/sell/products/{Id}/sharing" + (Lot is { } lot ? $"?lot={lot}" : ""), "income.share.done") : Again(outcome);
    }

    /// <summary>The name of whoever a row is for.</summary>
    public string NameOf(ProducerId member) => View.Members.FirstOrDefault(m => m.Member == member)?.Name ?? "";

    private async Task<bool> LookUpAsync() => (View = (await SendAsync(new SharingOfProduct.Query(Actor, Cooperative, Id, Lot)))!) is not null;
}
