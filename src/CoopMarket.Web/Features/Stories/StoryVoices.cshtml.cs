using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Recording and sending the voices of a story.</summary>
[EnableRateLimiting(Limit.Upload)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class StoryVoicesModel : DeskPage
{
    // One file and the form around it.
    private const int LargestRequest = Sound.MostBytes + (64 * 1024);

    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty(SupportsGet = true)]
    public StoryId Id { get; set; }

    [BindProperty]
    public VoiceForm Form { get; set; } = new();

    public StoryVoices.View Voices { get; private set; } = null!;

    // A script asks for the sentence alone, or where to go.
    private bool IsScript => Request.Headers.Accept == "text/plain";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var taken = await SendAsync(new TakeInVoice.Command(Actor, Cooperative, Id, await BytesOfAsync(Form.File) ?? []));
        var outcome = !taken.IsDone ? taken.Refusal is { } refusal ? refusal : Outcome<RecordingId>.Invalid(taken.Flaws) : await SendAsync(new AddVoice.Command(Actor, Cooperative, Id, taken.Value));
        if (outcome.IsDone)
            return IsScript ? Content(Url.Content($"~/sell/voices/{outcome.Value}")) : GoTo($"/sell/voices/{outcome.Value}", "stories.voices.added");
        var page = Again(outcome);
        return IsScript ? Content(string.Join(' ', ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage))) : page;
    }

    private async Task<bool> LoadAsync()
    {
        // Here alone she may speak.
        Response.Headers["Permissions-Policy"] = "camera=(), microphone=(self), geolocation=(), payment=(), browsing-topics=()";
        return (Voices = (await SendAsync(new StoryVoices.Query(Actor, Cooperative, Id)))!) is not null;
    }
}

/// <summary>What is sent.</summary>
internal sealed class VoiceForm
{
    public IFormFile? File { get; set; }
}
