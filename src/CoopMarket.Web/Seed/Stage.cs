using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Seed;

/// <summary>Where the demo's year is played: sends the real commands at moments of the past, and delivers what they raise.</summary>
internal sealed class Stage(IServiceScopeFactory scopes, MovedClock clock, Deliver deliver, Subscriptions subscriptions)
{
    /// <summary>The market itself, seeding.</summary>
    public static Actor Seeder { get; } = Actor.Job("seed");

    /// <summary>Goes to a moment, UTC.</summary>
    public void At(DateTimeOffset at) => clock.MoveTo(at);

    /// <summary>Lets time pass.</summary>
    public void Wait(TimeSpan time) => clock.MoveTo(clock.GetUtcNow() + time);

    /// <summary>Back to today.</summary>
    public void Today() => clock.LetGo();

    /// <summary>Sends a request in a scope of its own.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends a command that must be done.</summary>
    /// <exception cref="InvalidOperationException">It was refused: the content or the market is wrong.</exception>
    public async Task DoAsync(IRequest<Outcome> command)
    {
        var outcome = await SendAsync(command);
        if (!outcome.IsDone)
            throw Failed(command, outcome);
    }

    /// <summary>Sends a command that must be done, and gives its value.</summary>
    /// <exception cref="InvalidOperationException">It was refused: the content or the market is wrong.</exception>
    public async Task<T> DoAsync<T>(IRequest<Outcome<T>> command)
    {
        var outcome = await SendAsync(command);
        return outcome.IsDone ? outcome.Value : throw Failed(command, outcome);
    }

    /// <summary>Does something with a service, in a scope of its own.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Delivers what was raised to those who write.</summary>
    public Task DeliverAsync(CancellationToken cancellationToken) => deliver.RunAsync(ReactionKind.Writes, cancellationToken);

    /// <summary>Mails of the past are not written: their messages count as done.</summary>
    public async Task ForgetMailsAsync(CancellationToken cancellationToken)
    {
        var mails = subscriptions.Of(ReactionKind.CallsOut);
        var now = clock.GetUtcNow();
        await WithAsync<MarketDb, int>(db => db.Set<OutboxRow>().Where(r => r.State == OutboxState.Pending && mails.Contains(r.Subscriber))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, OutboxState.Done).SetProperty(r => r.DoneAt, now), cancellationToken));
    }

    /// <summary>Lets work that comes round run once.</summary>
    public Task<bool> RoundAsync<TWork>(CancellationToken cancellationToken)
        where TWork : class, IScheduled
        => WithAsync<TWork, bool>(async work =>
        {
            await work.RunAsync(cancellationToken);
            return true;
        });

    private static InvalidOperationException Failed<TOutcome>(object command, TOutcome outcome)
        where TOutcome : IOutcome<TOutcome>
        => new($"The demo could not {RequestName.Of(command.GetType())}: {outcome.Refusal} {string.Join(", ", outcome.Flaws.Select(f => $"{f.Path} {f.Key}"))} in {command}");
}
