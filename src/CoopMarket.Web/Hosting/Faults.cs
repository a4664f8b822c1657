using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Http.Features;

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
            {
                // A guest's form may be that of a person whose session ran out: the page that answers keeps it and leads to the sign-in page.
                if (denied is { Actor.IsGuest: true, OrderCode: null } && context.Features.Get<IFormFeature>()?.Form is not null)
                    context.Features.Set(ExpiredForm.Of(context.Request) with { NeedsSignIn = true });
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        }
        catch (ProofNeededException needed) when (!context.Response.HasStarted)
        {
            await AskForProofAsync(context, needed, next);
        }
        catch (MarketBusyException) when (!context.Response.HasStarted)
        {
            context.Response.Headers.RetryAfter = "5";
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    });

    // A page is asked for again afterwards; what a form holds stands in the page that asks, and goes on from there.
    private static async Task AskForProofAsync(HttpContext context, ProofNeededException needed, RequestDelegate next)
    {
        var request = context.Request;
        var goal = request.Path + request.QueryString;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Redirect($"{request.PathBase}{(needed.MustSetUp ? "/account/security/app" : "/account/confirm")}?returnUrl={Uri.EscapeDataString(goal)}");
            return;
        }

        context.Features.Set(new WaitingForm(ExpiredForm.Of(request), goal, needed.MustSetUp));
        (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, "/account/confirm", QueryString.Empty);
        context.SetEndpoint(null);
        request.RouteValues.Clear();
        await next(context);
    }
}

/// <summary>A form that waits until its sender has proved who she is.</summary>
/// <param name="Form">What it holds.</param>
/// <param name="Goal">Where it goes, without the language's prefix.</param>
/// <param name="MustSetUp">She has no second factor yet.</param>
internal sealed record WaitingForm(ExpiredForm Form, string Goal, bool MustSetUp);
