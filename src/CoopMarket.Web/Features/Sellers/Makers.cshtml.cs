using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The women who make what is sold.</summary>
internal sealed class MakersModel : DeskPage
{
    [BindProperty]
    public IntroduceMaker.Form Form { get; set; } = new();

    public IReadOnlyList<MakerCard> Named { get; private set; } = [];

    public bool MayTell => Seat.Role is MemberRole.Manager or MemberRole.Storyteller;

    public async Task OnGetAsync(MakerId? maker)
    {
        Named = await SendAsync(new OurMakers.Query(Actor, Cooperative));
        if (Named.FirstOrDefault(m => m.Id == maker) is { } known)
            Form = new()
            {
                Maker = known.Id,
                Name = known.Name,
                Village = known.Village,
                About = known.About.Vi,
                AboutEn = known.About.All.GetValueOrDefault("en"),
                AboutFr = known.About.All.GetValueOrDefault("fr"),
                Agreed = true,
            };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new IntroduceMaker.Command(Actor, Cooperative, Form));
        if (outcome.IsDone)
            return GoTo("/sell/makers", "sellers.makers.done");
        Named = await SendAsync(new OurMakers.Query(Actor, Cooperative));
        return Again(outcome);
    }

    public async Task<IActionResult> OnPostOffAsync(MakerId maker)
    {
        var outcome = await SendAsync(new TakeMakerOff.Command(Actor, Cooperative, maker));
        return outcome.IsDone ? GoTo("/sell/makers", "sellers.makers.off") : GoToWith("/sell/makers", outcome.Refusal!);
    }
}
