using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>What the cooperative shows of itself, in another language, beside the Vietnamese.</summary>
internal sealed class TranslateCooperativeModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [FromRoute(Name = "language")]
    public string Language { get; set; } = "";

    [BindProperty]
    public TranslateCooperative.Form Form { get; set; } = new();

    public CooperativeProfile.View Profile { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Form = new() { Name = In(Profile.Name), Line = In(Profile.Line), About = In(Profile.About), Quote = In(Profile.Quote), Origin = Profile.Origins[Language] };
        return Page();

        string? In(LocalizedText text) => text.All.GetValueOrDefault(Language);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var outcome = await SendAsync(new TranslateCooperative.Command(Actor, Cooperative, Language, Form.Name, Form.Line, Form.About, Form.Quote, Form.Origin));
        return outcome.IsDone ? GoTo("/sell/profile", "sellers.profile.done") : Again(outcome);
    }

    private async Task<bool> LoadAsync()
    {
        Profile = await SendAsync(new CooperativeProfile.Query(Actor, Cooperative));
        return Languages.Others.Contains(Language);
    }
}
