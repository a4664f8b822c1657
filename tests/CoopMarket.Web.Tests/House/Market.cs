using CoopMarket.Web.Adapters.Mail;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CoopMarket.Web.Tests.House;

/// <summary>
/// The whole market on a fresh database, with a clock that stands still and a post that keeps its letters. Messages are
/// delivered when a test says so.
/// </summary>
internal class Market : WebApplicationFactory<Program>
{
    public const string Address = "https://coopmarket.test";

    private readonly Dictionary<string, string?> _settings;
    private readonly Lodging _lodging;
    private bool _isIn;
    private bool _isOut;

    protected Market(Lodging lodging, Dictionary<string, string?> settings)
    {
        _lodging = lodging;
        _settings = settings;
        lodging.Receive(this);
        ClientOptions.BaseAddress = new(Address);
        ClientOptions.AllowAutoRedirect = false;
    }

    /// <summary>Production's manners by default; a browser on plain http needs Development's cookies.</summary>
    protected virtual string EnvironmentName => "Test";

    public DatabaseProvider Provider => _lodging.Provider;

    public string Connection => _lodging.Connection;

    /// <summary>Stands at 9 o'clock in Vietnam, Monday 23 November 2026, until moved.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));

    /// <summary>What was sent.</summary>
    public KeptPost Post { get; } = new();

    /// <summary>What was logged, from Information on.</summary>
    public KeptLog Log { get; } = new();

    /// <summary>A market with nothing in it, perhaps where another one was before.</summary>
    public static async Task<Market> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, params (string Key, string Value)[] settings)
    {
        var kind = UsedLodgings.KindOf(provider, settings);
        if (kind is null || UsedLodgings.TryTake(kind) is not { } used)
            return await OpenNewAsync(provider, kind, settings);
        Market market = new(used, Dictionary(settings));
        market.StartServer();
        return market;
    }

    /// <summary>A market where none was before and none will be: its test takes it apart, or chooses its server.</summary>
    public static Task<Market> OpenFreshAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, params (string Key, string Value)[] settings)
        => OpenNewAsync(provider, kind: null, settings);

    /// <summary>Sends a request through the whole pipeline, in a scope of its own.</summary>
    public async Task<TAnswer> SendAsync<TAnswer>(IRequest<TAnswer> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Reads or prepares rows directly.</summary>
    public async Task<T> InDbAsync<T>(Func<MarketDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MarketDb>());
    }

    /// <summary>All rows of one kind.</summary>
    public Task<List<T>> RowsAsync<T>()
        where T : class
        => InDbAsync(db => db.Set<T>().AsNoTracking().ToListAsync());

    /// <summary>Runs something with a service of the market.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Delivers all due messages, and those that they cause.</summary>
    public Task DeliverAsync() => DeliverAsync(Services);

    /// <summary>The same on another host of the market.</summary>
    public static async Task DeliverAsync(IServiceProvider services)
    {
        var deliver = services.GetRequiredService<Deliver>();
        while (await deliver.RunAsync(ReactionKind.Writes, CancellationToken.None) + await deliver.RunAsync(ReactionKind.CallsOut, CancellationToken.None) > 0)
        {
        }

        // What each node does by itself every second.
        await services.GetRequiredService<KeptPages>().LookAsync(CancellationToken.None);
    }

    /// <summary>Lets work that comes round run once.</summary>
    public async Task RoundAsync<TWork>()
        where TWork : class, IScheduled
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TWork>().RunAsync(CancellationToken.None);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_isOut)
            return;
        _isOut = true;
        // Another host of the same market works on the same database.
        if (_isIn && Factories.Count == 0 && await UsedLodgings.TryKeepAsync(_lodging))
        {
            GC.SuppressFinalize(this);
            return;
        }

        await base.DisposeAsync();
        await TestDatabases.DropAsync(Provider, Connection);
        Directory.Delete(_lodging.Folder, recursive: true);
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        // A test's further hosts are its own.
        if (_isIn || Factories.Count > 0)
            return base.CreateHost(builder);
        _isIn = true;
        return _lodging.Host ??= base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("Market:DataDirectory", _lodging.Folder);
        builder.UseSetting("Market:PublicUrl", Address);
        builder.UseSetting("Database:Provider", Provider.ToString());
        builder.UseSetting("ConnectionStrings:Market", Connection);
        builder.UseSetting("RateLimits:Factor", "1000");
        builder.UseSetting("Market:Demo", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        // Tests of the walls are refused thousands of times; the log that is kept has it all.
        builder.UseSetting("Logging:Console:LogLevel:CoopMarket.Web.Hosting", "Error");
        builder.UseSetting("Logging:Console:LogLevel:CoopMarket.Web.Pipeline", "Error");
        // Others let its work die thousands of times; what they find says enough.
        builder.UseSetting("Logging:Console:LogLevel:Microsoft.EntityFrameworkCore", "Critical");
        builder.UseSetting("Logging:Kept:LogLevel:Default", "Information");
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddProvider(_lodging.Log));
        builder.ConfigureTestServices(services =>
        {
            // A test's database need not outlive a power cut.
            foreach (var pragmas in services.Select(s => s.IsKeyedService ? null : s.ImplementationInstance).OfType<SqlitePragmas>())
                pragmas.Hasty();
            services.RemoveAll<IHostedService>();
            // A context that nobody listened to stays silent for a second, and pooled ones come again within it: a death would miss its moment.
            services.ConfigureDbContext<SqliteMarketDb>(options => options.ConfigureLoggingCacheTime(TimeSpan.Zero));
            services.ConfigureDbContext<PostgresMarketDb>(options => options.ConfigureLoggingCacheTime(TimeSpan.Zero));
            services.AddSingleton<TimeProvider>(_lodging.Clock);
            services.AddSingleton<IPost>(_lodging.Post);
            services.AddSingleton<IStartupFilter>(_lodging.Traffic).AddSingleton<IStartupFilter, FromElsewhere>();
            if (_lodging.Host is null)
                _lodging.Rememberers = [.. services.Where(s => UsedLodgings.Rememberers.Contains(s.ServiceType))];
            // Tests make thousands of people; what the market itself uses is tested among the accounts.
            services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
        });
    }

    private static async Task<Market> OpenNewAsync(DatabaseProvider provider, string? kind, (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("coopmarket-test-").FullName;
        var connection = await TestDatabases.FreshAsync(provider, folder);
        return new(new(provider, folder, connection, kind), Dictionary(settings));
    }

    private static Dictionary<string, string?> Dictionary((string Key, string Value)[] settings)
        => settings.ToDictionary(s => s.Key, s => (string?)s.Value, StringComparer.Ordinal);
}

/// <summary>Keeps letters instead of sending them.</summary>
internal sealed class KeptPost : IPost
{
    private readonly List<Letter> _letters = [];

    /// <summary>When set, the next letters fail with it.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Whether the next letter fails, and none after it.</summary>
    public bool FailsOnce { get; set; }

    /// <summary>The address that the mail server refuses for good; null: none.</summary>
    public string? Refuses { get; set; }

    /// <summary>The address whose mailbox is full; null: none.</summary>
    public string? Full { get; set; }

    /// <summary>What happens while a letter is on its way; null: nothing.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public IReadOnlyList<Letter> Letters
    {
        get
        {
            lock (_letters)
                return [.. _letters];
        }
    }

    public async Task SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        if (Fault is not null)
            throw Fault;
        if (FailsOnce)
        {
            FailsOnce = false;
            throw new IOException("the mail server is away for a moment");
        }

        if (letter.To == Full)
            throw new IOException("452 Mailbox full");
        if (letter.To == Refuses)
            throw new AddressRefusedException(new IOException("550 No such user"));
        lock (_letters)
        {
            // The post keeps one letter of an id: a second one to somebody else would be lost.
            if (_letters.FirstOrDefault(l => l.Id == letter.Id && l.To != letter.To) is { } other)
                throw new InvalidOperationException($"“{letter.Subject}” to {letter.To} has the id of “{other.Subject}” to {other.To}.");
            _letters.Add(letter);
        }
        if (Meanwhile is { } meanwhile)
            await meanwhile();
    }
}
