using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Hosting;

/// <summary><c>/healthz</c>: alive. <c>/readyz</c>: database, migrations and files are there; what is missing goes to the log, not to strangers.</summary>
internal static partial class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("alive"));
        routes.MapGet("/readyz", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync([FromServices] MarketDb db, [FromServices] IBlobs blobs, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        try
        {
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                return Missing(logs, "migrations");
            await blobs.Exists("ready", cancellationToken);
            return Results.Text("ready");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return Missing(logs, e.GetType().Name);
        }
    }

    private static IResult Missing(ILoggerFactory logs, string what)
    {
        NotReady(logs.CreateLogger("CoopMarket.Health"), what);
        return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    [LoggerMessage(LogLevel.Warning, "Not ready: {What}")]
    private static partial void NotReady(ILogger log, string what);
}
