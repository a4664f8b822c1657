using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Hosting;

/// <summary>Names of the limits; a page names its own with [EnableRateLimiting].</summary>
internal static class Limit
{
    public const string SignIn = "sign-in";
    /// <summary>Codes of the second factor.</summary>
    public const string Code = "code";

    public const string Register = "register";
    public const string Reset = "reset";
    public const string Search = "search";
    /// <summary>What is asked while somebody types.</summary>
    public const string Suggest = "suggest";

    public const string Order = "order";
    public const string Upload = "upload";
    public const string OrderLink = "order-link";
    public const string Report = "report";
    /// <summary>All that is kept for a cooperative, at once.</summary>
    public const string Copy = "copy";
    /// <summary>What buyers and cooperatives write to each other.</summary>
    public const string Message = "message";

    /// <summary>The one table: how many in which time, for each account, or each address for guests.</summary>
    public static IReadOnlyDictionary<string, (int Most, TimeSpan Within, bool ReadsToo)> Table { get; } =
        new Dictionary<string, (int, TimeSpan, bool)>(StringComparer.Ordinal)
        {
            [SignIn] = (10, TimeSpan.FromMinutes(1), false),
            [Code] = (5, TimeSpan.FromMinutes(10), false),
            [Register] = (5, TimeSpan.FromHours(1), false),
            [Reset] = (3, TimeSpan.FromHours(1), false),
            [Search] = (60, TimeSpan.FromMinutes(1), true),
            [Suggest] = (240, TimeSpan.FromMinutes(1), true),
            [Order] = (20, TimeSpan.FromHours(1), false),
            [Upload] = (120, TimeSpan.FromHours(1), false),
            [OrderLink] = (60, TimeSpan.FromMinutes(1), true),
            [Report] = (10, TimeSpan.FromHours(1), false),
            [Copy] = (6, TimeSpan.FromHours(1), false),
            [Message] = (20, TimeSpan.FromHours(1), false),
        };
}

/// <summary>Answers 429 with Retry-After to whoever is too fast.</summary>
internal static partial class RateLimits
{
    private const string NoAddress = "no-address";

    public static void AddMarketRateLimits(this IServiceCollection services)
        => services.AddSingleton(s => new Permits(s.GetRequiredService<RateLimitSettings>().Factor));

    /// <summary>
    /// Asks for a permit where the page names a limit. ASP.NET's own middleware would do the same, but keeps a timer that outlives
    /// its host, and with it the whole host.
    /// </summary>
    public static void UseMarketRateLimits(this WebApplication app)
    {
        var (permits, log) = (app.Services.GetRequiredService<Permits>(), app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RateLimits)));
        app.Use((context, next) => Counted(context) is { } limit ? CountAsync(context, next, limit) : next(context));

        async Task CountAsync(HttpContext context, RequestDelegate next, string limit)
        {
            using var lease = permits.Ask(limit, Whose(context));
            if (lease.IsAcquired)
            {
                await next(context);
                return;
            }

            if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            TooFast(log, Whose(context), context.GetEndpoint()?.DisplayName);
        }
    }

    private static string? Counted(HttpContext context)
        => context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is { } limit
            && (Limit.Table[limit].ReadsToo || !HttpMethods.IsGet(context.Request.Method)) ? limit : null;

    private static string Whose(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Place(context.Connection.RemoteIpAddress);

    // One subscriber has a whole /64 of IPv6 addresses: they count as one place.
    private static string Place(IPAddress? address) => address switch
    {
        null => NoAddress,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    [LoggerMessage(LogLevel.Warning, "{Who} was too fast at {Where}")]
    private static partial void TooFast(ILogger log, string who, string? where);
}

/// <summary>Counts who took how many permits of each limit.</summary>
internal sealed class Permits(int factor) : IDisposable
{
    private readonly PartitionedRateLimiter<(string Limit, string Whose)> _all = PartitionedRateLimiter.Create<(string Limit, string Whose), (string, string)>(
        asked => RateLimitPartition.GetFixedWindowLimiter(asked, _ => new()
        {
            PermitLimit = Limit.Table[asked.Limit].Most * factor,
            Window = Limit.Table[asked.Limit].Within,
        }));

    public RateLimitLease Ask(string limit, string whose) => _all.AttemptAcquire((limit, whose));

    public void Dispose() => _all.Dispose();
}
