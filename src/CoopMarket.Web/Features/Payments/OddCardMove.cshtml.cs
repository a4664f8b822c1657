using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OddCardMoveModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty]
    public NoteForm Form { get; set; } = new();

    public OddCardMove.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new ExplainCardMove.Command(Actor, Name, Form.Note));
        if (outcome.IsDone)
            return GoTo("/admin/payments", "payments.move.done");
        return await LoadAsync() ? Again(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        View = (await SendAsync(new OddCardMove.Query(Actor, Name)))!;
        return View is not null;
    }

    internal sealed class NoteForm
    {
        public string? Note { get; set; }
    }
}
