using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>The sheet for the stall, made to be printed.</summary>
internal sealed class PosterModel : DeskPage
{
    /// <summary>The code of what it is about; the cooperative itself where none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    /// <summary>In which language; Vietnamese where none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string In { get; set; } = Languages.All[0];

    public Poster.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        View = await SendAsync(new Poster.Query(Actor, Cooperative, Of));
        In = Languages.All.Contains(In) ? In : Languages.All[0];
    }
}
