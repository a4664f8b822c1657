using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Stories;

/// <summary>The desk's stories, and the beginning of a new one.</summary>
internal sealed class StoryListModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    public IReadOnlyList<StoryList.Line> Stories { get; private set; } = [];

    public async Task OnGetAsync() => Stories = await SendAsync(new StoryList.Query(Actor, Cooperative));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new BeginStory.Command(Actor, Cooperative));
        if (outcome.IsDone)
            return GoTo($"/sell/stories/{outcome.Value}");
        await OnGetAsync();
        return Again(outcome);
    }

    /// <summary>Pressed on the story's own page, which is gone then.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(StoryId id)
    {
        var outcome = await SendAsync(new DeleteStory.Command(Actor, Cooperative, id));
        return outcome.IsDone ? GoTo("/sell/stories", "stories.list.deleted") : GoToWith("/sell/stories", outcome.Refusal!);
    }
}
