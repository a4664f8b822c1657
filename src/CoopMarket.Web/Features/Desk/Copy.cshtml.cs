using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Desk;

/// <summary>All that is kept for the cooperative: what it is, what it isn't, and the copy.</summary>
[EnableRateLimiting(Limit.Copy)]
internal sealed class CopyModel(TimeProvider time) : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Manager;

    protected override bool AlsoSuspended => true;

    public CopyPage.View View { get; private set; } = null!;

    /// <summary>Whether the copy can be had at once; else she proves first that it is she, and comes back here.</summary>
    public bool IsProved => Actor.ProvedAt > time.Now() - INeedsProof.Lasts;

    public async Task OnGetAsync() => View = await SendAsync(new CopyPage.Query(Actor, Cooperative));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new TakeCopy.Command(Actor, Cooperative));
        return outcome.Refusal is { } refusal ? GoToWith("/sell/data", refusal) : new CopyFile(Seat);
    }
}
