using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;

namespace CoopMarket.Web.Hosting;

/// <summary>Names of the limits; a page names its own with [EnableRateLimiting].</summary>
internal static class Limit
{
    public const string SignIn = "sign-in";
    public const string Register = "register";
    public const string Reset = "reset";
    public const string Search = "search";
    public const string Order = "order";
    public const string Upload = "upload";
    public const string OrderLink = "order-link";

    /// <summary>The one table: how many in which time, for each account, or each address for guests.</summary>
    public static IReadOnlyDictionary<string, (int Most, TimeSpan Within, bool ReadsToo)> Table { get; } =
        new Dictionary<string, (int, TimeSpan, bool)>(StringComparer.Ordinal)
        {
            [SignIn] = (10, TimeSpan.FromMinutes(1), false),
            [Register] = (5, TimeSpan.FromHours(1), false),
            [Reset] = (3, TimeSpan.FromHours(1), false),
            [Search] = (60, TimeSpan.FromMinutes(1), true),
            [Order] = (20, TimeSpan.FromHours(1), false),
            [Upload] = (120, TimeSpan.FromHours(1), false),
            [OrderLink] = (60, TimeSpan.FromMinutes(1), true),
        };
}

/// <summary>Answers 429 with Retry-After to whoever is too fast.</summary>
internal static partial class RateLimits
{
    // Partitions live by their key alone: who reads must never share one with who writes, least of all one without an address.
    private const string Reads = "reads";
    private const string NoAddress = "no-address";

    public static void AddMarketRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            TooFast(context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RateLimits)), Whose(context.HttpContext), context.HttpContext.GetEndpoint()?.DisplayName);
            return ValueTask.CompletedTask;
        };
        foreach (var (name, (most, within, readsToo)) in Limit.Table)
            options.AddPolicy(name, context => !readsToo && HttpMethods.IsGet(context.Request.Method)
                ? RateLimitPartition.GetNoLimiter(Reads)
                : RateLimitPartition.GetFixedWindowLimiter(Whose(context), _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = most * context.RequestServices.GetRequiredService<RateLimitSettings>().Factor,
                    Window = within,
                }));
    });

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
