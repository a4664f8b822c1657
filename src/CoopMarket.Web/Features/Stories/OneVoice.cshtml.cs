using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Sounds;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Stories;

/// <summary>One voice: whose it is, what it says, and away with it.</summary>
internal sealed class OneVoiceModel(Voices voices) : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty(SupportsGet = true)]
    public RecordingId Id { get; set; }

    [BindProperty]
    public WriteVoice.Form Form { get; set; } = new();

    public StoryVoices.Voice Voice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Form = WriteVoice.Form.Of(Voice.Recording);
        return Page();
    }

    /// <summary>The sound itself, before anybody else may hear it.</summary>
    public async Task<IActionResult> OnGetSoundAsync()
    {
        if (!await LoadAsync() || await voices.OpenAsync(Voice.Recording.Hash, Voice.Recording.Kind, HttpContext.RequestAborted) is not { } sound)
            return NotFound();
        return new FileStreamResult(sound, SoundFile.ContentType(Voice.Recording.Kind)) { EnableRangeProcessing = true };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var outcome = await SendAsync(new WriteVoice.Command(Actor, Cooperative, Id, Form));
        return outcome.IsDone ? GoTo($"/sell/voices/{Id}", "shared.saved-at", Clock) : Again(outcome);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var outcome = await SendAsync(new RemoveVoice.Command(Actor, Cooperative, Id));
        return outcome.IsDone ? GoTo($"/sell/stories/{Voice.Recording.Story}/voices", "stories.voice.removed") : Again(outcome);
    }

    private async Task<bool> LoadAsync() => (Voice = (await SendAsync(new OneVoice.Query(Actor, Cooperative, Id)))!) is not null;
}
