using System.Collections.Concurrent;
using System.Reflection;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace CoopMarket.Web.Tests.House;

/// <summary>
/// Lodgings that stand empty, for the next market: to build a host and a database, and to let each page be opened for the first
/// time, takes a test longer than most of what it does there. Whatever a market may have left is taken away before, or the lodging
/// is not used again.
/// </summary>
internal static class UsedLodgings
{
    /// <summary>The market's own services that remember something of those who came. A test looks that none is forgotten here.</summary>
    public static readonly Type[] Rememberers =
    [
        typeof(SignInThrottle), typeof(Permits), typeof(WriteGate), typeof(OutboxSignal), typeof(VariantSignal), typeof(Variants), typeof(PhotoWorks), typeof(KeptPages), typeof(ShopEdition), typeof(FacetBook), typeof(LabelVisits), typeof(Withheld), typeof(DrawnCards), typeof(FeeToday),
    ];

    /// <summary>Where the card gateway is said to be of markets that are told at their door where it is now.</summary>
    public const string GatewayElsewhere = "http://gateway.invalid";

    // What was deleted stays in PostgreSQL's files until it is swept, which nobody does here.
    private const int MostUses = 40;
    private const int MostKept = 6;
    private const string Keys = "keys";
    private const string Database = "market.db";

    private static readonly ConcurrentDictionary<string, ConcurrentQueue<Lodging>> Empty = new(StringComparer.Ordinal);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    static UsedLodgings() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var lodging in Empty.Values.SelectMany(kept => kept))
            Directory.Delete(lodging.Folder, recursive: true);
    };

    /// <summary>What markets of the same settings have in common; null where they are too special to meet again.</summary>
    public static string? KindOf(DatabaseProvider provider, IEnumerable<(string Key, string Value)> settings)
    {
        var all = settings.Order().ToList();
        var isTold = all.Contains(("Stripe:ApiBase", GatewayElsewhere));
        return all.TrueForAll(s => s.Key.StartsWith("BankTransfer:", StringComparison.Ordinal) || (isTold && s.Key.StartsWith("Stripe:", StringComparison.Ordinal))) ? $"{provider} {string.Join(' ', all)}" : null;
    }

    /// <summary>A lodging as good as new; null where none is empty.</summary>
    public static Lodging? TryTake(string kind) => Empty.TryGetValue(kind, out var kept) && kept.TryDequeue(out var lodging) ? lodging : null;

    /// <summary>Makes it as good as new and keeps it for the next; false where that can't be: it is to be thrown away.</summary>
    public static async Task<bool> TryKeepAsync(Lodging lodging)
    {
        if (lodging is not { Kind: { } kind, Host: { } host } || ++lodging.Uses >= MostUses)
            return false;
        var kept = Empty.GetOrAdd(kind, _ => new());
        if (kept.Count >= MostKept || !await lodging.Traffic.IsOverAsync(Patience) || host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested)
            return false;
        try
        {
            if (!await TestDatabases.TryEmptyAsync(lodging.Provider, lodging.Connection))
                return false;
        }
        catch (NpgsqlException)
        {
            // A test took the database away.
            return false;
        }

        foreach (var made in lodging.Rememberers)
            Forget(host.Services, made);
        await host.Services.GetRequiredService<IOutputCacheStore>().EvictByTagAsync(PublicCache.Tag, CancellationToken.None);
        foreach (var part in Directory.GetDirectories(lodging.Folder).Where(d => Path.GetFileName(d) != Keys))
            ClearAway(part);
        foreach (var file in Directory.GetFiles(lodging.Folder).Where(f => Path.GetFileName(f) != Database))
            File.Delete(file);
        kept.Enqueue(lodging);
        return true;
    }

    // Others hold the service itself: so it stays, and changes what it holds for what a new one holds.
    private static void Forget(IServiceProvider services, ServiceDescriptor made)
    {
        var old = services.GetRequiredService(made.ServiceType);
        var fresh = made.ImplementationFactory?.Invoke(services) ?? ActivatorUtilities.CreateInstance(services, made.ImplementationType!);
        foreach (var field in made.ServiceType.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            var remembered = field.GetValue(old);
            field.SetValue(old, field.GetValue(fresh));
            field.SetValue(fresh, remembered);
        }

        (fresh as IDisposable)?.Dispose();
    }

    // Folders that the host made when it began stay.
    private static void ClearAway(string part)
    {
        foreach (var folder in Directory.GetDirectories(part))
            if (Path.GetFileName(folder)[0] == '.')
                ClearAway(folder);
            else
                Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.GetFiles(part))
            File.Delete(file);
    }
}
