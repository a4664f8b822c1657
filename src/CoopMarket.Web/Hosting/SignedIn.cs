using Microsoft.AspNetCore.Authentication;

namespace CoopMarket.Web.Hosting;

/// <summary>Asks who somebody is only where she brings a session. Most readers are nobody, and of them it is known at once.</summary>
internal static class SignedIn
{
    // By this the framework knows that it need not ask by itself, before all else. Were it called otherwise one day, it would: right, but slower.
    private const string Asked = "__AuthenticationMiddlewareSet";

    public static void UseSignedIn(this IApplicationBuilder app)
    {
        var schemes = app.ApplicationServices.GetRequiredService<IAuthenticationSchemeProvider>();
        var session = app.ApplicationServices.GetRequiredService<MarketCookies>().Session;
        app.Properties[Asked] = true;
        app.Use(next =>
        {
            AuthenticationMiddleware authentication = new(next, schemes);
            return context => context.Request.Cookies.ContainsKey(session) ? authentication.Invoke(context) : next(context);
        });
    }
}
