using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Where SePay tells of every line on the market's account. It proves itself by a signature over the raw body, or by its key
/// where no signature is set up; then the line is stored, and only then acknowledged. SePay repeats what isn't, for half an hour.
/// </summary>
internal static class SePayWebhook
{
    private const string Address = "/webhooks/sepay";
    private const int LargestBody = 1 << 20;

    private static readonly Actor Feed = Actor.Job("sepay");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Address, TakeAsync).WithMetadata(new SkipStatusCodePagesAttribute());

    private static async Task<IResult> TakeAsync(
        HttpRequest request, BankTransferSettings bank, TimeProvider time, IMediator mediator, CancellationToken cancellationToken)
    {
        // Without a secret nobody can prove anything: closed, never open to all.
        if (bank.SePay.ApiKey.Length == 0 && bank.SePay.HmacSecret.Length == 0)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (await RawBody.ReadAsync(request, LargestBody, cancellationToken) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!IsGenuine(request.Headers, bank.SePay, body, time.Now()))
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (SePayLine.Read(body, bank.AccountNumber, time.Now()) is not { } line)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var stored = await mediator.Send(new StoreBankLine.Command(Feed, line), cancellationToken);
        return stored.Kind switch
        {
            OutcomeKind.Done => Results.Json(new { success = true }),
            OutcomeKind.Invalid => Results.StatusCode(StatusCodes.Status400BadRequest),
            // Two tellings met twice over; the next one finds it stored.
            _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }

    private static bool IsGenuine(IHeaderDictionary headers, SePaySettings sePay, ReadOnlySpan<byte> body, DateTimeOffset now)
        => sePay.HmacSecret.Length > 0
            ? SePaySignature.Check(sePay.HmacSecret, headers["X-SePay-Timestamp"], headers["X-SePay-Signature"], body, now) == SignatureVerdict.Genuine
            : SePaySignature.HasKey(headers.Authorization, sePay.ApiKey);
}
