using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>An admin opens, renames and moves categories.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CategoryShelfModel : MarketPage
{
    private const string Here = "/admin/rules/categories";

    [BindProperty]
    public CategoryShelf.Form Form { get; set; } = new();

    public IReadOnlyList<CategoryNode> Categories { get; private set; } = [];

    public async Task OnGetAsync(CategoryId? edit)
    {
        Categories = await SendAsync(new CategoryShelf.Query(Actor));
        if (Categories.FirstOrDefault(c => c.Id == edit) is { } chosen)
        {
            var names = chosen.Name.All;
            Form = new() { Category = chosen.Id, NameVi = chosen.Name.Vi, NameEn = names.GetValueOrDefault("en"), NameFr = names.GetValueOrDefault("fr"), Parent = chosen.Parent, NotFood = !chosen.IsFood };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Form.Category is { } category)
            return await AnswerAsync(await SendAsync(new RenameCategory.Command(Actor, category, Form.NameVi, Form.NameEn, Form.Parent, Form.NameFr, !Form.NotFood)));
        return await AnswerAsync(await SendAsync(new AddCategory.Command(Actor, Form.NameVi, Form.NameEn, Form.Parent, NameFr: Form.NameFr, IsFood: !Form.NotFood)));
    }

    private async Task<IActionResult> AnswerAsync<TOutcome>(TOutcome outcome)
        where TOutcome : IOutcome<TOutcome>
    {
        if (outcome.Kind == OutcomeKind.Done)
            return GoTo(Here, "catalog.saved");
        Categories = await SendAsync(new CategoryShelf.Query(Actor));
        return Again(outcome);
    }
}
