using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>The stock of a product: what is there, what came and went.</summary>
internal sealed class ChangeStockModel : ProductPage
{
    [BindProperty]
    public ChangeStock.Form Form { get; set; } = new();

    public IReadOnlyList<StockBook.Line> Lines { get; private set; } = [];

    public async Task OnGetAsync() => Lines = await SendAsync(new StockBook.Query(Actor, Cooperative, Id));

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(
            new ChangeStock.Command(Actor, Cooperative, Id, Form.Variant, Form.Cause, Form.Quantity, Form.Reason, Form.Seen));
        if (outcome.IsDone)
            return GoTo(Here + "/stock", "catalog.stock.noted");
        if (outcome.Refusal is Domain.Shared.NotFound)
            return NotFound();
        Lines = await SendAsync(new StockBook.Query(Actor, Cooperative, Id));
        return Again(outcome);
    }
}
