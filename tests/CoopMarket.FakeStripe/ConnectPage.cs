using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CoopMarket.FakeStripe;

/// <summary>The page on which a seller tells about herself: plain HTML, for people and for a browser that tests drive.</summary>
internal static class ConnectPage
{
    public static void Map(WebApplication app, FakeStripeHost stripe)
    {
        app.MapGet("/connect/{id}", (RequestDelegate)(context => ShowAsync(context, stripe)));
        app.MapPost("/connect/{id}/done", (RequestDelegate)(context => LeaveAsync(context, stripe, isDone: true)));
        app.MapPost("/connect/{id}/later", (RequestDelegate)(context => LeaveAsync(context, stripe, isDone: false)));
    }

    private static Task ShowAsync(HttpContext context, FakeStripeHost stripe)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (stripe.Books.FindLink(id) is not { } link)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return context.Response.WriteAsync(PayPage.Around("<h1>There is no such page</h1>"));
        }

        // A link opens once: whoever comes too late or again is sent where a new one is made.
        if (stripe.Books.Follow(id) is null)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = link.RefreshUrl;
            return Task.CompletedTask;
        }

        return context.Response.WriteAsync(PayPage.Around(
            $"""
            <h1>Get paid by CoopMarket</h1><p class="note">Account {HtmlEncoder.Default.Encode(link.Account)}</p>
            <p>Here Stripe would ask who you are and where it should pay you.</p>
            <form method="post" action="/connect/{id}/done"><button>Agree and submit</button></form>
            <form method="post" action="/connect/{id}/later"><button class="second">Finish later</button></form>
            """));
    }

    private static async Task LeaveAsync(HttpContext context, FakeStripeHost stripe, bool isDone)
    {
        if (stripe.Books.FindLink((string)context.Request.RouteValues["id"]!) is not { } link)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (isDone)
            await stripe.ChangeAccountAsync(link.Account);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = link.ReturnUrl;
    }
}
