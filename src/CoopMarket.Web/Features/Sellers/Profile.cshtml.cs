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

    /// <summary>What it tells of itself, to see in which languages.</summary>
    public Domain.Shared.LocalizedText Texts { get; private set; } = Domain.Shared.LocalizedText.Empty;

    public Domain.Shared.TextOrigins Origins { get; private set; } = Domain.Shared.TextOrigins.People;

    public async Task OnGetAsync()
    {
        var view = await LookUpAsync();
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
        if (outcome.IsDone)
            return GoTo("/sell/profile", "sellers.profile.done");
        await LookUpAsync();
        return Again(outcome);
    }

    private async Task<CooperativeProfile.View> LookUpAsync()
    {
        var view = await SendAsync(new CooperativeProfile.Query(Actor, Cooperative));
        (Texts, Origins) = (view.About, view.Origins);
        return view;
    }
}
