using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>What stands in the frame: the story by the shop's own rendering.</summary>
internal sealed class StoryInFrameModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [FromRoute(Name = "id")]
    public StoryId Id { get; set; }

    public StoryPage.View View { get; private set; } = null!;

    public Reading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await SendAsync(new StoryPreview.Query(Actor, Cooperative, Id)) is not { } view)
            return NotFound();
        (View, Reading) = (view, view.In(Languages.Current));
        Headers.LetFrame(HttpContext, Reading.PlayerOrigin, mayBeFramed: true);
        return Page();
    }
}
