namespace CoopMarket.Web.Hosting;

/// <summary>
/// Refuses every form that another site sends: by Sec-Fetch-Site, else by Origin. Forms on pages that anybody may get from
/// the cache carry no token, so this is what protects them; the others keep their token as well.
/// </summary>
internal static partial class OwnOrigin
{
    public static IApplicationBuilder UseOwnOrigin(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && !context.Request.Path.StartsWithSegments("/webhooks", StringComparison.Ordinal) && !IsOurs(context.Request))
        {
            Refused(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OwnOrigin)), context.Request.Headers.Origin, context.Connection.RemoteIpAddress);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    });

    [LoggerMessage(LogLevel.Warning, "A form from the pages of «{Origin}» was refused; it came from {Address}")]
    private static partial void Refused(ILogger log, string? origin, System.Net.IPAddress? address);

    private static bool IsOurs(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        if (!string.IsNullOrEmpty(site))
            return site is "same-origin";
        string? origin = request.Headers.Origin;
        return string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
