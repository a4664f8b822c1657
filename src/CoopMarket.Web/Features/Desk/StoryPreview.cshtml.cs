using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>A story in a frame as wide as a phone.</summary>
internal sealed class StoryPreviewModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [FromRoute(Name = "id")]
    public StoryId Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await SendAsync(new StoryPreview.Query(Actor, Cooperative, Id)) is null)
            return NotFound();
        Headers.LetFrame(HttpContext, "'self'");
        return Page();
    }
}
