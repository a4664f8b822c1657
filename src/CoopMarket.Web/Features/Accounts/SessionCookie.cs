using System.Globalization;
using System.Security.Claims;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>The cookie of a session: whose it is and which one, nothing else, so that nothing in it can grow stale.</summary>
internal sealed class SessionCookie(Sessions sessions, MarketCookies cookies) : CookieAuthenticationEvents
{
    private const string SessionClaim = "session";

    /// <summary>Registers the scheme.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<SessionCookie>();
        services.AddAuthentication(AccountsArea.Scheme).AddCookie(AccountsArea.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(AccountsArea.Scheme).Configure<MarketCookies>((options, cookies) =>
        {
            cookies.Shape(options.Cookie, cookies.Session);
            options.LoginPath = "/account/sign-in";
            options.AccessDeniedPath = "/error/404";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = AccountSession.Longest;
            options.SlidingExpiration = false;
            options.EventsType = typeof(SessionCookie);
        });
    }

    /// <summary>Who and which session, for the cookie.</summary>
    public static ClaimsPrincipal Principal(SignedIn signedIn) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, signedIn.Person.ToString()), new(SessionClaim, signedIn.Session.ToString())], AccountsArea.Scheme));

    /// <summary>The session of the running request; null for guests.</summary>
    public static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? session : null;

    /// <summary>Who signs out leaves nothing of herself behind for whoever uses the browser next.</summary>
    public override Task SigningOut(CookieSigningOutContext context)
    {
        foreach (var left in new[] { cookies.Checkout, cookies.Orders })
            if (context.Request.Cookies.ContainsKey(left))
                context.Response.Cookies.Delete(left, cookies.Options());
        return base.SigningOut(context);
    }

    /// <summary>Asks at every request whether the session stands; what was ended or suspended is refused at once.</summary>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        // Style sheets and scripts are the same for everybody: no question is asked for them.
        if (context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
        {
            context.RejectPrincipal();
            return;
        }

        var user = context.Principal!;
        if (SessionOf(user) is { } session && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            && await sessions.StandsAsync(session, account, context.HttpContext.RequestAborted) is { } begun)
        {
            ((ClaimsIdentity)user.Identity!).AddClaim(new(Reader.ProvedClaim, begun.UtcTicks.ToString(CultureInfo.InvariantCulture)));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(AccountsArea.Scheme);
    }
}
