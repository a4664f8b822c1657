using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Stories;

/// <summary>A story in another language, beside the Vietnamese.</summary>
internal sealed class TranslateStoryModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [FromRoute(Name = "id")]
    public StoryId Id { get; set; }

    [FromRoute(Name = "language")]
    public string Language { get; set; } = "";

    [BindProperty]
    public TranslateStory.Form Form { get; set; } = new();

    public LocalizedText Title { get; private set; } = LocalizedText.Empty;

    public LocalizedText Lead { get; private set; } = LocalizedText.Empty;

    public LocalizedText Body { get; private set; } = LocalizedText.Empty;

    /// <summary>Whether the Vietnamese was changed since.</summary>
    public bool IsOlder { get; private set; }

    public string Here => $"/sell/stories/{Id}";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is not { } origin)
            return NotFound();
        Form = new() { Title = In(Title), Lead = In(Lead), Body = In(Body), Origin = origin };
        return Page();

        string? In(LocalizedText text) => text.All.GetValueOrDefault(Language);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is null)
            return NotFound();
        var outcome = await SendAsync(new TranslateStory.Command(Actor, Cooperative, Id, Language, Form.Title, Form.Lead?.ReplaceLineEndings(" "), Form.Body, Form.Origin));
        return outcome.IsDone ? GoTo(Here, "shared.saved-at", Clock) : Again(outcome);
    }

    private async Task<TextOrigin?> LoadAsync()
    {
        if (!Languages.Others.Contains(Language) || await SendAsync(new StoryDraft.Query(Actor, Cooperative, Id)) is not { Story: var story })
            return null;
        (Title, Lead, Body, IsOlder) = (story.Title, story.Lead, story.Body, story.Origins.Older.Contains(Language));
        return story.Origins[Language];
    }
}
