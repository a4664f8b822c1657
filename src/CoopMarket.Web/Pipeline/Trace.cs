using System.Diagnostics;
using MediatR;

namespace CoopMarket.Web.Pipeline;

/// <summary>Names every request in traces and logs what failed, by name and actor, never by its contents.</summary>
internal sealed partial class Trace<TRequest, TResponse>(ILogger<Trace<TRequest, TResponse>> log, TimeProvider time) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var name = RequestName.Of(typeof(TRequest));
        using var activity = Tracing.Source.StartActivity(name);
        var started = time.GetTimestamp();
        try
        {
            return await next();
        }
        catch (Exception e) when (e is not (AccessDeniedException or MarketBusyException or OperationCanceledException))
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            Failed(name, (request as IForSomeone)?.Actor.ToString() ?? "-", time.GetElapsedTime(started).TotalMilliseconds, e);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Request} by {Actor} failed after {Milliseconds:F0} ms")]
    private partial void Failed(string request, string actor, double milliseconds, Exception e);
}

/// <summary>The market's own source of traces.</summary>
internal static class Tracing
{
    public static ActivitySource Source { get; } = new("CoopMarket");
}

/// <summary>The name of a use case: area and stem, such as <c>Orders.PlaceOrder</c>.</summary>
internal static class RequestName
{
    public static string Of(Type request)
    {
        var stem = request.DeclaringType?.Name ?? request.Name;
        var area = request.Namespace?.Split('.').SkipWhile(p => p != "Features").Skip(1).FirstOrDefault();
        return area is null ? stem : $"{area}.{stem}";
    }
}
