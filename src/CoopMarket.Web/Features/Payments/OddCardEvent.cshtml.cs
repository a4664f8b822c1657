using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OddCardEventModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public NoteForm Form { get; set; } = new();

    public OddCardEvent.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new ResolveCardEvent.Command(Actor, Id, Form.Note));
        if (outcome.IsDone)
            return GoTo("/admin/payments", "payments.cards.resolved");
        return await LoadAsync() ? Again(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        View = (await SendAsync(new OddCardEvent.Query(Actor, Id)))!;
        return View is not null;
    }

    internal sealed class NoteForm
    {
        public string? Note { get; set; }
    }
}
