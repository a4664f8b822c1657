using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Desk;

/// <summary>The doors that are not opened every day.</summary>
internal sealed class MoreModel(DeskBadge badge) : DeskPage
{
    /// <summary>The language that the page is not in.</summary>
    public string Other { get; } = Languages.OfDesks.First(l => l != Languages.Current);

    /// <summary>How many complaints wait for the cooperative's side.</summary>
    public int Complaints { get; private set; }

    public async Task OnGetAsync() => Complaints = Seat.Role == MemberRole.Manager ? (await badge.ComplaintsAsync(Cooperative, HttpContext.RequestAborted)).Count : 0;
}
