using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>What the cooperative shows of itself.</summary>
internal sealed class ProfileModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty]
    public TellOfCooperative.Form Form { get; set; } = new();

    public bool MayTell => Seat.Role is MemberRole.Manager or MemberRole.Storyteller;

    public bool IsManager => Seat.Role == MemberRole.Manager;

    public async Task OnGetAsync()
    {
        var view = await SendAsync(new CooperativeProfile.Query(Actor, Cooperative));
        Form = new()
        {
            Line = view.Line.Vi,
            LineEn = view.Line.Has("en") ? view.Line.In("en") : "",
            About = view.About.Vi,
            AboutEn = view.About.Has("en") ? view.About.In("en") : "",
            Quote = view.Quote.Vi,
            QuoteEn = view.Quote.Has("en") ? view.Quote.In("en") : "",
            Village = view.Held.Village,
            Phone = Show.Phone(view.Held.Phone),
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new TellOfCooperative.Command(Actor, Cooperative, Form));
        return outcome.IsDone ? GoTo("/sell/profile", "sellers.profile.done") : Again(outcome);
    }
}
