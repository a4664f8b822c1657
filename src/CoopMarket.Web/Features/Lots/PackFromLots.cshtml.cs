using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Lots;

/// <summary>Out of which lots an order was packed.</summary>
internal sealed class PackFromLotsModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Packing;

    [BindProperty]
    public PiecesForm Form { get; set; } = new();

    public LotsToPack.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code) => await LookUpAsync(code) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (!await LookUpAsync(code))
            return NotFound();
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new PackFromLots.Command(Actor, Cooperative, View.Code, Form.Pieces));
        return outcome.IsDone ? GoTo($"/sell/orders/{View.Code}", "lots.pack.done") : Again(outcome);
    }

    /// <summary>What stands in a field: what was typed, else what is so.</summary>
    public string Typed(OrderLineId line, LotsToPack.Choice lot) => Form.Pieces.GetValueOrDefault(lot.Key(line)) ?? Lots.Typed.Count(lot.Pieces);

    private async Task<bool> LookUpAsync(string code) => (View = (await SendAsync(new LotsToPack.Query(Actor, Cooperative, code)))!) is not null;
}

/// <summary>What is typed.</summary>
internal sealed class PiecesForm
{
    /// <summary>How many, by <see cref="LotsToPack.Choice.Key"/>.</summary>
    public Dictionary<string, string?> Pieces { get; set; } = [];
}
