using CoopMarket.Web.Features.Lots.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>The stock of a product: what is there, what came and went.</summary>
internal sealed class ChangeStockModel(KeptProducts kept) : ProductPage
{
    private const int MostPages = 1_000;

    [BindProperty]
    public ChangeStock.Form Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public StockBook.View Book { get; private set; } = null!;

    /// <summary>What is sold ahead: it is laid aside out of what comes in.</summary>
    public AheadBook.View Ahead { get; private set; } = null!;

    /// <summary>Whether the stock is kept by lot, and changed there.</summary>
    public bool IsByLot { get; private set; }

    public async Task OnGetAsync()
    {
        IsByLot = await kept.IsKeptAsync(Id, HttpContext.RequestAborted);
        Number = Math.Clamp(Number, 1, MostPages);
        Ahead = await SendAsync(new AheadBook.Query(Actor, Cooperative, Id));
        Book = await SendAsync(new StockBook.Query(Actor, Cooperative, Id, Number));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await OnGetAsync();
            return Unreadable();
        }

        var outcome = await SendAsync(
            new ChangeStock.Command(Actor, Cooperative, Id, Form.Variant, Form.Cause, Form.Quantity, Form.Reason, Form.Seen));
        if (outcome.IsDone)
            return GoTo(Here + "/stock", "catalog.stock.noted");
        if (outcome.Refusal is Domain.Shared.NotFound)
            return NotFound();
        await OnGetAsync();
        return Again(outcome);
    }
}
