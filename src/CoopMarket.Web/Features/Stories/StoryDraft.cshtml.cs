using CoopMarket.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Writing a story; it is kept while it is typed.</summary>
internal sealed class StoryDraftModel : StoryWriting
{
    /// <summary>What a button beside a block did; null where none was pressed, or it was refused.</summary>
    public ArrangeBlocks.Arranged? Arranged { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Form = StoryForm.Of(Draft.Story);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() => await LoadAsync() ? Answer(await WriteAsync()) : NotFound();

    /// <summary>Kept by a script: see <see cref="Desk.Contract.DeskPage.Kept"/>.</summary>
    public async Task<IActionResult> OnPostKeepAsync() => Kept(await WriteAsync());

    /// <summary>A button beside a block. What was typed above it is kept first, so that nothing is lost.</summary>
    public async Task<IActionResult> OnPostArrangeAsync()
    {
        var written = await LoadAsync() ? await WriteAsync() : new NotFound();
        if (!written.IsDone)
            return Again(written);
        var outcome = await SendAsync(new ArrangeBlocks.Command(Actor, Cooperative, Id, BlockChange.Read(Form.Change, Form.Taken)!));
        if (!await LoadAsync() || !outcome.IsDone)
            return Again(outcome);
        Arranged = outcome.Value;
        // What was taken away stands on this page alone, to be put back.
        return Arranged.Taken is not null ? Page() : GoTo(Arranged.Added is { } kind ? BlockList.Address(Id, kind, Arranged.Place) : $"{Here}#block-{Arranged.Place}");
    }

    public async Task<IActionResult> OnPostPublishAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var written = await WriteAsync();
        var outcome = written.IsDone ? await SendAsync(new PublishStory.Command(Actor, Cooperative, Id)) : written;
        return Answer(outcome, outcome.IsDone && await LoadAsync() && Draft.Story.HeldWords.Count > 0 ? "stories.draft.held" : "stories.draft.published");
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
        => await LoadAsync() ? Answer(await SendAsync(new WithdrawStory.Command(Actor, Cooperative, Id)), "stories.draft.withdrawn") : NotFound();

    private IActionResult Answer(Outcome outcome, string notice = "shared.saved-at") => outcome.IsDone ? GoTo(Here, notice, Clock) : Again(outcome);
}
