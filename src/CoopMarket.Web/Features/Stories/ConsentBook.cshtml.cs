using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Stories;

/// <summary>All that people agreed to with the cooperative, in one place, and the one step that takes it back.</summary>
internal sealed class ConsentBookModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty(SupportsGet = true)]
    public ConsentPart Part { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public ConsentBook.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        View = await SendAsync(new ConsentBook.Query(Actor, Cooperative, Part, Number));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(StoryId id, ConsentId consent)
    {
        var outcome = await SendAsync(new WithdrawConsent.Command(Actor, Cooperative, id, consent));
        return outcome.IsDone ? GoTo("/sell/consents", "stories.consents.withdrawn") : NotFound();
    }
}
