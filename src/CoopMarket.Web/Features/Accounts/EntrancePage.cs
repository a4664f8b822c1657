using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A page that lets a person in, or changes what does.</summary>
internal abstract class EntrancePage : MarketPage
{
    /// <summary>What the browser calls itself.</summary>
    protected string Device => Request.Headers.UserAgent.ToString();

    /// <summary>Where she goes once a second factor stands: back to where one was wanted.</summary>
    protected static string Onward(string? returnUrl) => returnUrl is not null && Reader.Local(returnUrl) is { Length: > 1 } goal ? goal : "/account/security";

    /// <summary>The same page with its flaws, as <see cref="MarketPage.Again"/>; 429 where it was tried too often.</summary>
    protected ActionResult Refuse<TOutcome>(TOutcome outcome, string form = "Form")
        where TOutcome : IOutcome<TOutcome>
    {
        var again = Again(outcome, form);
        if (outcome.Refusal is TooManyTries or TooManyCodes)
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return again;
    }

    /// <summary>Ends the session that this browser had before somebody signed in with it; nothing where there is none.</summary>
    protected async Task LeaveAsync()
    {
        if (SessionCookie.SessionOf(User) is { } before && !Actor.IsGuest)
            await SendAsync(new SignOut.Command(Actor, before));
    }
}
