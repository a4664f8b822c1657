using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>One block of a story on one screen; it is kept while it is typed.</summary>
internal abstract class BlockPage : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [FromRoute(Name = "id")]
    public StoryId Id { get; set; }

    /// <summary>Where the block stood when it was opened, from 0.</summary>
    [FromRoute(Name = "place")]
    public int Place { get; set; }

    [BindProperty]
    public BlockForm Form { get; set; } = new();

    public BlockDraft.View Draft { get; private set; } = null!;

    /// <summary>The page's own name, for the script that keeps what is typed.</summary>
    public abstract string Name { get; }

    public string Here => $"/sell/stories/{Id}";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync() || Draft.Block is not { } block || !Has(block.Kind))
            return NotFound();
        Form = BlockForm.Of(block);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync() || !Has(Form.Kind))
            return NotFound();
        var sent = await TakeInAsync();
        if (!sent.IsDone)
            return Again(sent);
        var outcome = await SendAsync(new WriteBlock.Command(Actor, Cooperative, Id, Place, Form));
        if (outcome.IsDone)
            return GoTo($"{Here}#block-{outcome.Value.Place}", "shared.saved-at", Clock);
        // What was typed isn't lost: sent once more it is a block of its own, and nothing that others wrote is overwritten.
        if (outcome.Refusal is BlockChangedMeanwhile)
            Form.Seen = null;
        return await LoadAsync() ? Again(outcome) : NotFound();
    }

    /// <summary>Kept by a script: see <see cref="DeskPage.Kept"/>.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        // A block that is new would be so at every key.
        if (Form.Seen is null || !Has(Form.Kind))
            return NotFound();
        var outcome = await SendAsync(new WriteBlock.Command(Actor, Cooperative, Id, Place, Form));
        return Kept(outcome, outcome.IsDone ? outcome.Value.Print : null);
    }

    /// <summary>Whether blocks of a kind are written on this page.</summary>
    protected abstract bool Has(BlockKind kind);

    /// <summary>Takes in what was sent along, and puts it into <see cref="Form"/>.</summary>
    protected virtual Task<Outcome<PhotoId>> TakeInAsync() => Task.FromResult<Outcome<PhotoId>>(default(PhotoId));

    private async Task<bool> LoadAsync() => (Draft = (await SendAsync(new BlockDraft.Query(Actor, Cooperative, Id, Place)))!) is not null;
}
