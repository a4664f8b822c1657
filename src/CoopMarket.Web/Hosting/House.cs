using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting.Verbs;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Quartz;

namespace CoopMarket.Web.Hosting;

/// <summary>What all areas stand on: settings, database, pipeline, messages, languages, cookies and headers.</summary>
internal static class House
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>Registers the house; false, with sentences on standard error, when the settings are wrong.</summary>
    public static bool AddHouse(this WebApplicationBuilder builder, Verb verb)
    {
        FreedMemory.Share();
        var settings = builder.Configuration;
        if (string.IsNullOrEmpty(settings["urls"]) && string.IsNullOrEmpty(settings["http_ports"]) && string.IsNullOrEmpty(settings["https_ports"]))
            builder.WebHost.UseUrls(DefaultAddress);
        var wrong = SettingsCheck.Find(settings, builder.Environment);
        if (wrong.Count > 0 && verb.NeedsSoundSettings)
        {
            foreach (var sentence in wrong)
                Console.Error.WriteLine(sentence);
            return false;
        }

        var market = Market(builder);
        builder.AddDatabase(market);
        builder.Services.AddDataProtection().SetApplicationName("CoopMarket").PersistKeysToFileSystem(new(market.Folder("keys")));
        builder.AddPipeline();
        builder.AddMessaging();
        builder.AddPages(market);
        builder.Services.AddVerb<Migrate>("migrate").AddVerb<Doctor>("doctor").AddVerb<Backup>("backup").AddVerb<Restore>("restore");
        return true;
    }

    /// <summary>The order in which a request meets the house.</summary>
    public static void UseHouse(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseLanguages();
        app.UseChosenLanguage();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMarketFaults();
        app.UseOwnOrigin();
        app.UseRouting();
        app.UseStrangeQuery();
        Methods.Use(app);
        app.UseSignedIn();
        app.UseAuthorization();
        app.UseMarketRateLimits();
        app.UsePackingChoice();
        app.UseFreshness();
        app.UsePublicCache();
        app.UsePageTags();
        app.UseResponseCompression();
        app.Services.GetRequiredService<Assets>().Map(app);
        app.MapHealth();
        app.MapRazorPages();
    }

    private static MarketSettings Market(WebApplicationBuilder builder)
    {
        var market = builder.Configuration.GetSection("Market").Get<MarketSettings>() ?? new();
        if (market.DataDirectory.Length == 0)
            market.DataDirectory = DataFolder.Default(builder.Environment.ContentRootPath);
        market.DataDirectory = Path.GetFullPath(market.DataDirectory);
        Directory.CreateDirectory(market.DataDirectory);
        if (market.PublicUrl.Length == 0)
            market.PublicUrl = (builder.Configuration["urls"] ?? DefaultAddress).Split(';')[0].Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        market.PublicUrl = market.PublicUrl.TrimEnd('/');
        builder.Services.AddSingleton(market).AddSingleton(new MarketCookies(market)).AddSingleton<SealedSecrets>();
        builder.Services.AddSingleton(BankTransferSettings.Of(builder.Configuration, builder.Environment));
        builder.Services.AddSingleton(builder.Configuration.GetSection("Stripe").Get<StripeSettings>() ?? new());
        builder.Services.AddSingleton(builder.Configuration.GetSection("Payouts").Get<PayoutSettings>() ?? new());
        builder.Services.AddSingleton(builder.Configuration.GetSection("CashOnDelivery").Get<CashLimits>() ?? new());
        builder.Services.AddSingleton(builder.Configuration.GetSection("Refunds").Get<RefundSettings>() ?? new());
        builder.Services.AddSingleton(builder.Configuration.GetSection("Rates").Get<RateFeedSettings>() ?? new());
        builder.Services.AddSingleton(builder.Configuration.GetSection("Smtp").Get<SmtpSettings>() ?? new());
        builder.Services.AddSingleton(builder.Configuration.GetSection("Blobs").Get<BlobSettings>() ?? new());
        builder.Services.AddSingleton(builder.Configuration.GetSection("RateLimits").Get<RateLimitSettings>() ?? new());
        builder.Services.AddSingleton(new DatabaseSettings { Provider = builder.Configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite) });
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            var networks = (builder.Configuration["Proxy:KnownNetworks"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            options.ForwardedHeaders = networks.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in networks)
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, HeadersFirst>());
        if (!builder.Environment.IsDevelopment())
            builder.Services.AddHostFiltering(options => options.AllowedHosts = [new Uri(market.PublicUrl).Host]);
        return market;
    }

    private static void AddPipeline(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ServiceFactory>(s => s.GetRequiredService).AddScoped<IMediator, Mediator>();
        services.Scan(scan => scan.FromAssemblyOf<MarketDb>()
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime());
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Trace<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorize<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validate<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Transact<,>));
        services.AddScoped<Audit>();
        // Their rules are compiled when they are made: once.
        services.AddValidatorsFromAssemblyContaining<MarketDb>(ServiceLifetime.Singleton, includeInternalTypes: true);
        services.AddSingleton(TimeProvider.System);
    }

    private static void AddMessaging(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<Alerts>().AddEvery<Watch>(TimeSpan.FromMinutes(15)).AddEvery<SweepOutbox>(TimeSpan.FromHours(6)).AddEvery<SealAudit>(TimeSpan.FromMinutes(1));
        services.AddSingleton<OwnScope>().AddSingleton<EachAlone>().AddScoped<Outbox>().AddScoped<LetterRound>().AddSingleton<OutboxSignal>().AddSingleton<Deliver>();
        services.AddSingleton<Subscriptions>();
        foreach (var kind in Enum.GetValues<ReactionKind>())
            services.AddSingleton<IHostedService>(s => ActivatorUtilities.CreateInstance<DeliveryLane>(s, kind));
        services.AddQuartz(quartz => quartz.UseInMemoryStore());
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            options.StartDelay = TimeSpan.FromSeconds(10);
        });
    }
}
