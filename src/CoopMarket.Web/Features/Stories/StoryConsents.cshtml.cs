using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Stories;

/// <summary>What faces, voices and motifs of a story may be shown for, and the one step that takes it back.</summary>
internal sealed class StoryConsentsModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty(SupportsGet = true)]
    public StoryId Id { get; set; }

    [BindProperty]
    public GiveConsent.Form Form { get; set; } = new();

    public StoryConsents.View View { get; private set; } = null!;

    private string Here => $"/sell/stories/{Id}/consents";

    public async Task<IActionResult> OnGetAsync(Guid? about)
    {
        if (!await LoadAsync())
            return NotFound();
        var voice = View.Recordings.FirstOrDefault(r => r.Id.Value == about);
        Form = new() { About = about, GivenOn = View.Today, Who = voice?.Who };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new GiveConsent.Command(Actor, Cooperative, Id, Form));
        return outcome.IsDone ? GoTo(Here, "stories.consents.given") : Again(outcome);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(ConsentId consent)
    {
        var outcome = await SendAsync(new WithdrawConsent.Command(Actor, Cooperative, Id, consent));
        return outcome.IsDone ? GoTo(Here, "stories.consents.withdrawn") : NotFound();
    }

    /// <summary>What a consent is about, in words.</summary>
    public string About(Guid about) => about == Id.Value
        ? Words["stories.consents.motif"]
        : View.Recordings.Select((r, i) => (r.Id.Value, Word: Words["stories.consents.voice", i + 1, r.Who])).Concat(View.Photos.Select((p, i) => (p.Id.Value, Word: Words["stories.consents.face", i + 1])))
            .FirstOrDefault(t => t.Value == about).Word ?? Words["stories.consents.gone"];

    private async Task<bool> LoadAsync() => (View = (await SendAsync(new StoryConsents.Query(Actor, Cooperative, Id)))!) is not null;
}
