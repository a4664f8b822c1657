using CoopMarket.Domain.Photos;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos.Jobs;

/// <summary>
/// Makes the variants of photos that have none yet, one photo at a time and covers first. A photo is claimed for a while by a
/// conditional update, and becomes ready only when all its variants stand: whatever a kill leaves undone is found again.
/// </summary>
internal sealed partial class MakeVariants(IServiceScopeFactory scopes, Variants variants, Masters masters, SeedPictures pictures, TimeProvider time, ILogger<MakeVariants> log)
{
    /// <summary>Tries before a photo counts as broken, if it is its own file that can't be read; after as many it rests longest.</summary>
    public const int MostTries = 8;

    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>Works until nothing is left to do; answers how many pictures became ready.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var made = 0;
        while (await ClaimAsync(cancellationToken) is { } work)
        {
            try
            {
                await MakeAsync(work, cancellationToken);
                await ChangeAsync(work.Hash, PhotoState.Ready, null, await variants.WeighAsync(work.Hash, cancellationToken), cancellationToken);
                made++;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(work.Hash, work.Tries, e);
                var rest = time.Now() + TimeSpan.FromSeconds(10 * Math.Pow(2, Math.Min(work.Tries, MostTries)));
                // A store that is away for an afternoon breaks no photo.
                var isItsOwn = e is InvalidDataException;
                await ChangeAsync(work.Hash, isItsOwn && work.Tries >= MostTries ? PhotoState.Broken : PhotoState.Pending, rest, "", cancellationToken);
            }
        }

        return made;
    }

    private async Task MakeAsync(Work work, CancellationToken cancellationToken)
    {
        // Pictures of the demo come without a master: their files are taken in here.
        if (!await variants.HasMasterAsync(work.Hash, cancellationToken) && pictures.FileOf(work.Hash) is { } file)
            await masters.TakeInAsync(file, cancellationToken);
        foreach (var (width, format) in Variants.Of(work.Width))
            if (!await variants.EnsureAsync(work.Hash, width, format, cancellationToken))
                throw new InvalidDataException("The photo's master is missing.");
        foreach (var (width, format) in Variants.LightOf(work.Width))
            await variants.EnsureAsync(work.Hash, width, format, cancellationToken, isLight: true);
    }

    private async Task<Work?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
        while (true)
        {
            var now = time.Now();
            var until = now + Claim;
            var due = db.Set<Photo>().Where(p => p.State == PhotoState.Pending && p.RemovedAt == null && (p.ClaimedUntil == null || p.ClaimedUntil < now));
            var next = await due.OrderBy(p => p.Tries).ThenBy(p => p.Position).ThenBy(p => p.Id).Select(p => new Work(p.Hash, p.Width, p.Tries + 1)).FirstOrDefaultAsync(cancellationToken);
            if (next is null)
                return null;
            using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(cancellationToken);
            if (await due.Where(p => p.Hash == next.Hash).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.ClaimedUntil, until).SetProperty(p => p.Tries, p => p.Tries + 1), cancellationToken) > 0)
                return next;
        }
    }

    private async Task ChangeAsync(string hash, PhotoState state, DateTimeOffset? rest, string weights, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<MarketDb>().Set<Photo>().Where(p => p.Hash == hash && p.State == PhotoState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, state).SetProperty(p => p.ClaimedUntil, rest).SetProperty(p => p.Weights, weights), cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The variants of {Hash} failed, try {Try}")]
    private partial void Failed(string hash, int @try, Exception e);

    private sealed record Work(string Hash, int Width, int Tries);
}

/// <summary>Keeps the making of variants going: woken when a photo comes, polling for what a crash or another node left.</summary>
internal sealed partial class VariantLane(MakeVariants job, VariantSignal signal, ILogger<VariantLane> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // First the wait: the shop's first pages come before the first photo.
            await signal.WaitAsync(Poll, stoppingToken);
            try
            {
                await job.RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Stumbled(e);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The making of variants stumbled and goes on")]
    private partial void Stumbled(Exception e);
}
