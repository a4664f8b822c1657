using CoopMarket.Web.Adapters.Mail;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Payments.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoopMarket.Web.Tests.House;

/// <summary>Where a market lives: a folder, a database and, once somebody came in, a host. One market after another may.</summary>
/// <param name="provider">The kind of the database.</param>
/// <param name="folder">What the market keeps in files.</param>
/// <param name="connection">The database.</param>
/// <param name="kind">Markets of the same kind may live here one after another; null: none after the first.</param>
internal sealed class Lodging(DatabaseProvider provider, string folder, string connection, string? kind)
{
    public DatabaseProvider Provider => provider;

    public string Folder => folder;

    public string Connection => connection;

    public string? Kind => kind;

    public IHost? Host { get; set; }

    /// <summary>How many markets have moved out and left it as good as new.</summary>
    public int Uses { get; set; }

    /// <summary>How the host's own services that remember something were made.</summary>
    public IReadOnlyList<ServiceDescriptor> Rememberers { get; set; } = [];

    public LentClock Clock { get; } = new();

    public LentPost Post { get; } = new();

    public LentLog Log { get; } = new();

    public Traffic Traffic { get; } = new();

    /// <summary>From here on the host goes by this market's clock and sends its letters and lines to it.</summary>
    public void Receive(Market market)
    {
        Clock.Lender = market.Clock;
        Post.Lender = market.Post;
        Log.Lender = market.Log;
    }
}

/// <summary>The post of whichever market lives in the host.</summary>
internal sealed class LentPost : IPost
{
    public KeptPost Lender { get; set; } = new();

    public Task SendAsync(Letter letter, CancellationToken cancellationToken) => Lender.SendAsync(letter, cancellationToken);
}

/// <summary>The log of whichever market lives in the host.</summary>
[ProviderAlias("Kept")]
internal sealed class LentLog : ILoggerProvider
{
    public KeptLog Lender { get; set; } = new();

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(LentLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => log.Lender.Keep(name, logLevel, state, exception, formatter);
    }
}

/// <summary>Counts the requests that a host is answering: a client that went away leaves its request behind.</summary>
internal sealed class Traffic : IStartupFilter
{
    private int _inside;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, go) =>
        {
            Interlocked.Increment(ref _inside);
            try
            {
                await go(context);
            }
            finally
            {
                Interlocked.Decrement(ref _inside);
            }
        });
        next(app);
    };

    /// <summary>Waits until all are answered; false where they are not in time.</summary>
    public async Task<bool> IsOverAsync(TimeSpan atMost)
    {
        for (var until = Environment.TickCount64 + (long)atMost.TotalMilliseconds; Volatile.Read(ref _inside) > 0; await Task.Delay(5))
            if (Environment.TickCount64 > until)
                return false;
        return true;
    }
}
