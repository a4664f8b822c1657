using System.Text;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Where Stripe tells what happened to pages and charges. A message proves itself by a signature over the bytes as they came; then
/// it is stored, and only then acknowledged. Stripe repeats what isn't, for three days.
/// </summary>
internal static class StripeWebhook
{
    private const string Address = "/webhooks/stripe";
    private const int LargestBody = 256 * 1024;

    private static readonly Actor Feed = Actor.Job("stripe");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Address, TakeAsync).WithMetadata(new SkipStatusCodePagesAttribute());

    private static async Task<IResult> TakeAsync(HttpRequest request, StripeSettings settings, TimeProvider time, IMediator mediator, CancellationToken cancellationToken)
    {
        // Without a secret nobody can prove anything: closed, never open to all.
        if (settings.WebhookSecrets.Count == 0)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        // What is larger than any of the gateway's messages is none of them, and is answered like whatever else isn't.
        if (await RawBody.ReadAsync(request, LargestBody, cancellationToken) is not { } bytes)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var body = Encoding.UTF8.GetString(bytes);
        if (!StripeMessage.IsGenuine(body, request.Headers["Stripe-Signature"], settings.WebhookSecrets, time.Now()) || StripeMessage.Read(body) is not { } message)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var stored = await mediator.Send(new StoreCardEvent.Command(Feed, message), cancellationToken);
        return stored.Kind switch
        {
            OutcomeKind.Done => Results.Ok(),
            OutcomeKind.Invalid => Results.StatusCode(StatusCodes.Status400BadRequest),
            // The same message met itself twice over; the next one finds it stored.
            _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }
}
