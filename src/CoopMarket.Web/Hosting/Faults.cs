using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Hosting;

/// <summary>Turns what handlers throw on purpose into answers.</summary>
internal static class Faults
{
    public static IApplicationBuilder UseMarketFaults(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (AccessDeniedException denied) when (!context.Response.HasStarted)
        {
            if (denied.Actor.IsGuest && HttpMethods.IsGet(context.Request.Method))
                // A guest who lost the link of her order would find no way on at the sign-in page.
                context.Response.Redirect(context.Request.PathBase + (denied.OrderCode is { } order
                    ? $"/orders/link?code={Uri.EscapeDataString(order)}"
                    : $"/account/sign-in?returnUrl={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}"));
            else
                context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (MarketBusyException) when (!context.Response.HasStarted)
        {
            context.Response.Headers.RetryAfter = "5";
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    });
}
