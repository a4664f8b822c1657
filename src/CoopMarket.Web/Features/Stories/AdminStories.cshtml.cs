using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Withdrawing stories, and allowing them again.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminStoriesModel : MarketPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public AdminStories.View View { get; private set; } = null!;

    /// <summary>The story that was to be withdrawn, and why; null unless it is asked again.</summary>
    public (StoryId Story, string? Reason)? Asked { get; private set; }

    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        View = await SendAsync(new AdminStories.Query(Actor, Number));
    }

    public Task<IActionResult> OnPostAsync(StoryId story, string? reason)
    {
        Asked = (story, reason);
        return ChangeAsync(new ForbidStory.Command(Actor, story, reason ?? ""));
    }

    public Task<IActionResult> OnPostAllowAsync(StoryId story) => ChangeAsync(new AllowStory.Command(Actor, story));

    /// <param name="seen">Ticks since 1970; a number that is no time is none at which she saw it.</param>
    public Task<IActionResult> OnPostLetAsync(StoryId story, long seen)
        => ChangeAsync(new LetStory.Command(Actor, story, DateTimeOffset.UnixEpoch.AddTicks(Math.Clamp(seen, 0, (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks))));

    private async Task<IActionResult> ChangeAsync(ICommand command)
    {
        var outcome = await SendAsync(command);
        if (outcome.IsDone)
            return GoTo("/admin/stories", "stories.admin.done");
        if (outcome.Refusal is NotFound)
            return NotFound();
        await OnGetAsync();
        return Again(outcome);
    }
}
