using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Being paid by transfers to an account at the card gateway: how it stands, how to begin and how to end it.</summary>
internal sealed class ConnectedModel : DeskPage
{
    private const string Here = "/sell/money/stripe";

    protected override DeskRoles Work => DeskRoles.Manager;

    public Connected.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>She comes back from the gateway's pages, done or not: it is asked, nothing is believed.</summary>
    public async Task<IActionResult> OnGetBackAsync()
    {
        var looked = await SendAsync(new LookAtConnected.Command(Actor, Cooperative));
        return looked.IsDone ? GoTo(Here) : GoToWith(Here, looked.Refusal!);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var page = await SendAsync(new ConnectToStripe.Command(Actor, Cooperative, Languages.Current));
        return page.IsDone ? Redirect(page.Value.AbsoluteUri) : GoToWith(Here, page.Refusal!);
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        var ended = await SendAsync(new EndConnected.Command(Actor, Cooperative));
        return ended.IsDone ? GoTo(Here, "settlement.connect.ended.done") : GoToWith(Here, ended.Refusal!);
    }

    private async Task<bool> LoadAsync() => (View = (await SendAsync(new Connected.Query(Actor, Cooperative)))!) is not null;
}
