using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Stories;

/// <summary>A story's whole text at once, for who likes to write so or brings it from elsewhere.</summary>
internal sealed class WriteWholeStoryModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [FromRoute(Name = "id")]
    public StoryId Id { get; set; }

    [BindProperty]
    public WriteWholeStory.Form Form { get; set; } = new();

    public LocalizedText Title { get; private set; } = LocalizedText.Empty;

    /// <summary>As it is kept.</summary>
    public LocalizedText Body { get; private set; } = LocalizedText.Empty;

    public string Here => $"/sell/stories/{Id}";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Form = new() { BodyVi = Body.Vi, BodyEn = Body.All.GetValueOrDefault("en") };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var outcome = await SendAsync(new WriteWholeStory.Command(Actor, Cooperative, Id, Form));
        return outcome.IsDone ? GoTo(Here, "shared.saved-at", Clock) : Again(outcome);
    }

    /// <summary>Kept by a script: see <see cref="DeskPage.Kept"/>.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        var outcome = await SendAsync(new WriteWholeStory.Command(Actor, Cooperative, Id, Form));
        return Kept(outcome, outcome.IsDone ? outcome.Value : null);
    }

    private async Task<bool> LoadAsync()
    {
        if (await SendAsync(new StoryDraft.Query(Actor, Cooperative, Id)) is not { Story: var story })
            return false;
        (Title, Body) = (story.Title, story.Body);
        return true;
    }
}
