using System.Data.Common;
using System.Text.RegularExpressions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.House;

/// <summary>
/// The broken twin of a market: the same program on the same database with a guard taken away. What a race proves there comes out
/// wrong here, every time: so the race would notice if the guard were lost.
/// </summary>
internal sealed class BrokenTwin : IAsyncDisposable
{
    private readonly Market _market;
    private readonly Meeting _meeting;
    private readonly WebApplicationFactory<Program> _host;

    private BrokenTwin(Market market, bool takesTurns, Loose[] loose)
    {
        (_market, _meeting) = (market, new());
        _host = market.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        {
            services.AddSingleton(_ => _meeting);
            if (!takesTurns)
                services[services.IndexOf(services.Single(s => !s.IsKeyedService && s.ImplementationType == typeof(Transact<,>)))] = ServiceDescriptor.Scoped(typeof(IPipelineBehavior<,>), typeof(Heedless<,>));
            if (loose.Length == 0)
                return;
            Loosened loosened = new(loose, _meeting);
            services.ConfigureDbContext<SqliteMarketDb>(options => options.AddInterceptors(loosened));
            services.ConfigureDbContext<PostgresMarketDb>(options => options.AddInterceptors(loosened));
        }));
    }

    public IServiceProvider Services => _host.Services;

    /// <summary>
    /// Whoever races looks first and writes when all have looked, one after the other, whatever the others wrote: no turn is taken, no
    /// transaction holds a row, no version tells that another came first.
    /// </summary>
    public static BrokenTwin Heedless(Market market, params Loose[] loose) => new(market, takesTurns: false, loose);

    /// <summary>Whoever races takes turns as ever; only what she says to the database lacks a condition.</summary>
    public static BrokenTwin Loosened(Market market, params Loose[] loose) => new(market, takesTurns: true, loose);

    /// <summary>Of a row that is there already the second insert is no collision any more.</summary>
    /// <param name="table">Where.</param>
    /// <param name="key">Its primary key's columns, which SQLite can't drop.</param>
    public static Loose Overwrites(string table, params string[] key)
        => new($"""(INSERT INTO "?{table}"? \([^)]*\)\s*VALUES \([^)]*\))""", $"$1 ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {key[0]} = EXCLUDED.{key[0]}");

    /// <summary>Whoever races waits with the answer to this question until the others have theirs.</summary>
    /// <param name="pattern">A regular expression.</param>
    public static Loose MeetsAt(string pattern) => new(pattern, "$0") { IsMeeting = true };

    /// <summary>The market's database loses a unique index.</summary>
    public async Task<BrokenTwin> WithoutAsync(params string[] indexes)
    {
        foreach (var drop in indexes.Select(i => $"DROP INDEX {i}"))
            await _market.InDbAsync(db => db.Database.ExecuteSqlRawAsync(drop));
        return this;
    }

    /// <summary>All are sent at once.</summary>
    public Task<TAnswer[]> RaceAsync<TAnswer>(params IRequest<TAnswer>[] all)
        => RaceAsync(all.Length, (services, i) => services.GetRequiredService<IMediator>().Send(all[i]));

    /// <summary>Two commands of different kinds are sent at once.</summary>
    /// <returns>Whether each was done.</returns>
    public Task<bool[]> RaceBothAsync<TOne, TOther>(IRequest<TOne> one, IRequest<TOther> other)
        where TOne : IOutcome
        where TOther : IOutcome
        => RaceAsync(2, async (services, i) => (i == 0
            ? (IOutcome)await services.GetRequiredService<IMediator>().Send(one)
            : await services.GetRequiredService<IMediator>().Send(other)).Kind == OutcomeKind.Done);

    /// <summary>Work that comes round runs on two nodes at once, and finds one thing to do.</summary>
    public Task RaceRoundsAsync<TWork>()
        where TWork : class, IScheduled
        => RaceAsync(2, async (services, _) =>
        {
            await services.GetRequiredService<TWork>().RunAsync(CancellationToken.None);
            return true;
        });

    /// <summary>The messages for one subscriber are delivered all at once, and the others after them.</summary>
    /// <param name="subscriber">Its fixed name; it writes.</param>
    public async Task RaceDeliveriesAsync(string subscriber)
    {
        var deliver = Services.GetRequiredService<Deliver>();
        var claimed = (await deliver.ClaimAsync(ReactionKind.Writes, CancellationToken.None)).ToLookup(r => r.Subscriber == subscriber);
        var racing = claimed[true].ToList();
        racing.Count.ShouldBeGreaterThan(1, "nobody races");
        await RaceAsync(racing.Count, async (services, i) =>
        {
            await deliver.HandleAsync(racing[i], services, CancellationToken.None);
            await _meeting.AllHaveLookedAsync();
            await _meeting.KeepAsync(services.GetRequiredService<MarketDb>(), services.GetRequiredService<Outbox>(), CancellationToken.None);
            return true;
        });
        foreach (var row in claimed[false])
            await deliver.DeliverAsync(row, ReactionKind.Writes, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _meeting.Dispose();
    }

    private async Task<TAnswer[]> RaceAsync<TAnswer>(int many, Func<IServiceProvider, int, Task<TAnswer>> run)
    {
        _meeting.Expect(many);
        return await Task.WhenAll(Enumerable.Range(0, many).Select(i => Task.Run(async () =>
        {
            await using var scope = Services.CreateAsyncScope();
            return await run(scope.ServiceProvider, i);
        })));
    }
}

/// <summary>What is said to the database otherwise than the market says it.</summary>
/// <param name="Pattern">A regular expression; both databases' ways to write a name fit it.</param>
/// <param name="Instead">What is said in its place.</param>
internal sealed record Loose(string Pattern, string Instead)
{
    /// <summary>Whether all who race wait here for each other, each with what it was told.</summary>
    public bool IsMeeting { get; init; }
}

/// <summary>Where all who race wait until everybody has looked.</summary>
internal sealed class Meeting : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _pen = new(1, 1);
    private readonly Lock _door = new();
    private TaskCompletionSource _all = new();
    private int _missing;

    /// <summary>So many will come; who comes after them does not wait.</summary>
    public void Expect(int many) => (_all, _missing) = (new(TaskCreationOptions.RunContinuationsAsynchronously), many);

    public Task AllHaveLookedAsync()
    {
        lock (_door)
        {
            if (--_missing < 0)
                return Task.CompletedTask;
            if (_missing == 0)
                _all.SetResult();
        }

        return _all.Task.WaitAsync(Patience);
    }

    /// <summary>Writes what was decided over whatever others wrote meanwhile, one after the other: so it comes out the same each time.</summary>
    public async Task KeepAsync(MarketDb db, Outbox outbox, CancellationToken cancellationToken)
    {
        await _pen.WaitAsync(cancellationToken);
        try
        {
            outbox.Collect();
            foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Modified or EntityState.Deleted).ToList())
            {
                if (await entry.GetDatabaseValuesAsync(cancellationToken) is not { } kept)
                    entry.State = EntityState.Detached;
                else if (entry.Entity is Entity)
                    entry.OriginalValues[nameof(Entity.Version)] = kept[nameof(Entity.Version)];
            }

            await db.SaveChangesAsync(cancellationToken);
            outbox.Signal();
        }
        finally
        {
            _pen.Release();
        }
    }

    public void Dispose() => _pen.Dispose();
}

/// <summary>Stands where <see cref="Transact{TRequest,TResponse}"/> stands and guards nothing.</summary>
internal sealed class Heedless<TRequest, TResponse>(MarketDb db, Outbox outbox, Meeting meeting) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is IUntransacted)
            return await next();
        TResponse response;
        try
        {
            response = await next();
        }
        finally
        {
            await meeting.AllHaveLookedAsync();
        }

        if (response.Kind is OutcomeKind.Done or OutcomeKind.Recorded)
            await meeting.KeepAsync(db, outbox, cancellationToken);
        return response;
    }
}

/// <summary>Alters what is said to the database on its way.</summary>
internal sealed class Loosened(IReadOnlyList<Loose> all, Meeting meeting) : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Alter(command);
        return new(result);
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (all.Any(l => l.IsMeeting && Regex.IsMatch(command.CommandText, l.Pattern)))
            await meeting.AllHaveLookedAsync();
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Alter(command);
        return new(result);
    }

    // A condition that is gone leaves its parameter behind, which neither database minds.
    private void Alter(DbCommand command)
    {
        foreach (var loose in all)
            command.CommandText = Regex.Replace(command.CommandText, loose.Pattern, loose.Instead);
    }
}
