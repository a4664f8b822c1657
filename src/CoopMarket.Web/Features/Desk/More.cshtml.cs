using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Desk;

/// <summary>The doors that are not opened every day.</summary>
internal sealed class MoreModel : DeskPage
{
    /// <summary>The language that the page is not in.</summary>
    public string Other { get; } = Languages.OfDesks.First(l => l != Languages.Current);

    public void OnGet()
    {
    }
}
