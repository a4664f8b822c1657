namespace CoopMarket.Web.Hosting;

/// <summary>
/// The headers that every answer carries (OWASP ASVS 5.0, 3.4). They are set when the answer starts, so that a page about a
/// fault, which begins with everything swept away, has them too; what a page set stricter for itself stays.
/// </summary>
internal static class Headers
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; "
        + "media-src 'self'; base-uri 'none'; object-src 'none'; " + NoFrames + "; form-action 'self'";

    private const string Varies = "Cookie, Save-Data";

    private const string NoFrames = "frame-ancestors 'none'";

    private const string OnlyByHttps = "max-age=31536000; includeSubDomains";

    public static void UseMarketHeaders(this IApplicationBuilder app, IHostEnvironment environment, StripeSettings stripe)
    {
        var (policy, onlyByHttps) = (PolicyFor(stripe), !environment.IsDevelopment());
        Func<object, Task> say = answer => SayAsync((HttpContext)answer, policy, onlyByHttps);
        app.Use((context, next) =>
        {
            context.Response.OnStarting(say, context);
            return next(context);
        });
    }

    /// <summary>
    /// Lets the page that is being made hold frames of one origin, and of no other; said before the answer starts, so that a kept page
    /// says it too.
    /// </summary>
    /// <param name="origin">Such as <c>https://player.test</c> or <c>'self'</c>; null: it holds none.</param>
    /// <param name="mayBeFramed">Whether pages of the market may hold it in turn.</param>
    public static void LetFrame(HttpContext context, string? origin, bool mayBeFramed = false)
    {
        var policy = PolicyFor(context.RequestServices.GetRequiredService<StripeSettings>());
        if (mayBeFramed)
            policy = policy.Replace(NoFrames, "frame-ancestors 'self'", StringComparison.Ordinal);
        context.Response.Headers.ContentSecurityPolicy = origin is null ? policy : $"{policy}; frame-src {origin}";
    }

    private static string PolicyFor(StripeSettings stripe)
    {
        // Browsers apply form-action to where a form's answer leads, too: from the checkout to the page where cards are typed.
        var policy = stripe.IsOffered ? $"{Policy} {stripe.PageOrigin}" : Policy;
        // And from a cooperative's desk to the page where it opens its account.
        return stripe.Connects && stripe.ConnectOrigin != stripe.PageOrigin ? $"{policy} {stripe.ConnectOrigin}" : policy;
    }

    private static Task SayAsync(HttpContext context, string policy, bool onlyByHttps)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", policy);
        // Which photos a page shows is told by the browser's wish or by the reader's own, which is a cookie.
        if (context.Response.ContentType is { } type && type.StartsWith("text/html", StringComparison.Ordinal) && !headers.Vary.Contains(Varies))
            headers.Append("Vary", Varies);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()");
        if (onlyByHttps && context.Request.IsHttps)
            headers.TryAdd("Strict-Transport-Security", OnlyByHttps);
        return Task.CompletedTask;
    }
}

/// <summary>Puts the headers before all else: what the framework itself refuses, such as another host's name, has them too.</summary>
internal sealed class HeadersFirst(IHostEnvironment environment, StripeSettings stripe) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMarketHeaders(environment, stripe);
        next(app);
    };
}
