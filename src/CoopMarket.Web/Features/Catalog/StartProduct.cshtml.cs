using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>The first step of a new product: its name.</summary>
internal sealed class StartProductModel(CategoryTree categories) : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty]
    public StartProduct.Form Form { get; set; } = new();

    public IReadOnlyList<CategoryNode> Categories { get; private set; } = [];

    public async Task OnGetAsync() => Categories = await categories.AllAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        Categories = await categories.AllAsync(HttpContext.RequestAborted);
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new StartProduct.Command(Actor, Cooperative, Form.NameVi, Form.NameEn, Form.Category));
        return outcome.IsDone ? GoTo($"/sell/products/{outcome.Value}/edit") : Again(outcome);
    }
}
