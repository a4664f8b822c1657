using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>An admin adds words that food may not be praised with, and lets some go.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class WordShelfModel : MarketPage
{
    [BindProperty]
    public AddForbiddenWord.Form Form { get; set; } = new();

    public IReadOnlyList<WordShelf.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await SendAsync(new WordShelf.Query(Actor));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new AddForbiddenWord.Command(Actor, Form.Language, Form.Words, Form.LetsGo));
        if (outcome.IsDone)
            return GoTo("/admin/rules/words", "catalog.saved");
        await OnGetAsync();
        return Again(outcome);
    }
}
