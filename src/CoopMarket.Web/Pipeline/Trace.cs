using System.Collections.Concurrent;
using System.Diagnostics;
using CoopMarket.Domain.Shared;
using MediatR;

namespace CoopMarket.Web.Pipeline;

/// <summary>
/// Names every request in traces and logs what failed, what was denied, and every try to get into an account (ASVS 16.3), by
/// name, actor and address, never by its contents.
/// </summary>
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
            var response = await next();
            if (request is IEntrance entrance)
                Entered(name, entrance.Actor.ToString(), entrance.Actor.Address, How(response));
            return response;
        }
        catch (AccessDeniedException denied)
        {
            Denied(name, denied.Actor.ToString(), denied.Actor.Address);
            throw;
        }
        catch (ProofNeededException asked)
        {
            Asked(name, asked.Actor.ToString(), asked.Actor.Address);
            throw;
        }
        catch (Exception e) when (e is not (MarketBusyException or OperationCanceledException))
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            Failed(name, (request as IForSomeone)?.Actor.ToString() ?? "-", time.GetElapsedTime(started).TotalMilliseconds, e);
            throw;
        }
    }

    // A refusal by its name: WrongSignIn, TooManyTries.
    private static string How(TResponse response) => response is IOutcome outcome ? outcome.Refusal?.GetType().Name ?? outcome.Kind.ToString() : "";

    [LoggerMessage(LogLevel.Information, "{Request} by {Actor} from {Address}: {How}")]
    private partial void Entered(string request, string actor, string address, string how);

    [LoggerMessage(LogLevel.Warning, "{Request} denied to {Actor} from {Address}")]
    private partial void Denied(string request, string actor, string address);

    [LoggerMessage(LogLevel.Information, "{Request} by {Actor} from {Address} waits for a proof of who she is")]
    private partial void Asked(string request, string actor, string address);

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
    private static readonly ConcurrentDictionary<Type, string> Names = [];

    public static string Of(Type request) => Names.GetOrAdd(request, Name);

    private static string Name(Type request)
    {
        var stem = request.DeclaringType?.Name ?? request.Name;
        var area = request.Namespace?.Split('.').SkipWhile(p => p != "Features").Skip(1).FirstOrDefault();
        return area is null ? stem : $"{area}.{stem}";
    }
}
