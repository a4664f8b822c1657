using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Writing a story; it is kept while it is typed.</summary>
internal sealed class StoryDraftModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty(SupportsGet = true)]
    public StoryId Id { get; set; }

    [BindProperty]
    public StoryForm Form { get; set; } = new();

    public StoryDraft.View Draft { get; private set; } = null!;

    private string Here => $"/sell/stories/{Id}";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Form = StoryForm.Of(Draft.Story);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() => await LoadAsync() ? Answer(await SendAsync(Write())) : NotFound();

    /// <summary>Kept by a script: the answer is the sentence that the desk shows.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        var outcome = await SendAsync(Write());
        if (outcome.Refusal is NotFound)
            return NotFound();
        Response.StatusCode = outcome.IsDone ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Content(outcome.IsDone ? SavedNow : string.Join(' ', outcome.Flaws.Select(Words.Of)));
    }

    public async Task<IActionResult> OnPostPublishAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var written = await SendAsync(Write());
        var outcome = written.IsDone ? await SendAsync(new PublishStory.Command(Actor, Cooperative, Id)) : written;
        return Answer(outcome, outcome.IsDone && await LoadAsync() && Draft.Story.HeldWords.Count > 0 ? "stories.draft.held" : "stories.draft.published");
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
        => await LoadAsync() ? Answer(await SendAsync(new WithdrawStory.Command(Actor, Cooperative, Id)), "stories.draft.withdrawn") : NotFound();

    private WriteStory.Command Write() => new(Actor, Cooperative, Id, new(Form.TitleVi ?? "", Form.TitleEn), new(Form.LeadVi?.ReplaceLineEndings(" ") ?? "", Form.LeadEn?.ReplaceLineEndings(" ")), new(Form.BodyVi ?? "", Form.BodyEn), Form.Maker, Form.Products);

    private IActionResult Answer(Outcome outcome, string notice = "shared.saved-at") => outcome.IsDone ? GoTo(Here, notice, Clock) : Again(outcome);

    private async Task<bool> LoadAsync() => (Draft = (await SendAsync(new StoryDraft.Query(Actor, Cooperative, Id)))!) is not null;
}
