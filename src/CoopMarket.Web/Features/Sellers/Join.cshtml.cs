using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Joins a desk by invitation. The link's secret is moved into a cookie at its first opening, out of the address.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[EnableRateLimiting(Limit.SignIn)]
internal sealed class JoinModel(MarketCookies cookies) : MarketPage
{
    private static readonly TimeSpan LinkKept = TimeSpan.FromHours(2);

    [BindProperty]
    public AcceptInvitation.Form Form { get; set; } = new();

    /// <summary>Whether she came by a link, so that there is no code to type.</summary>
    public bool HasLink => Request.Cookies.ContainsKey(Cookie);

    private string Cookie => cookies.Name("invitation");

    public IActionResult OnGet(string? key)
    {
        if (key is not null)
        {
            Response.Cookies.Append(Cookie, key, cookies.Options(LinkKept));
            return GoTo("/sell/join");
        }

        return Actor.IsGuest ? throw new AccessDeniedException("join", Actor) : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new AcceptInvitation.Command(Actor, Form.Key ?? Request.Cookies[Cookie]));
        if (!outcome.IsDone && outcome.Refusal is not AlreadyMember)
            return Again(outcome);
        Response.Cookies.Delete(Cookie, cookies.Options());
        return GoTo("/sell", "sellers.join.done");
    }
}
