using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// What shelves and facets know, in memory on every node: read anew when the shop has changed or it is half a minute old, never used
/// when it is a minute old or of the day before. So order and counts cost no query, however many goods there are; the goods of a page are asked for.
/// </summary>
internal sealed class FacetBook
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _one = new(1);
    private volatile Kept? _kept;

    /// <summary>What is known, at most a minute old. One reader reads it anew; the others go on with what there is, or wait where there is nothing.</summary>
    public async Task<Faces> OfAsync(Func<CancellationToken, Task<Faces>> read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Within(now, Fresh) is { } fresh)
            return fresh;
        if (!await _one.WaitAsync(Within(now, Oldest) is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
            return Within(now, Oldest)!;
        try
        {
            return Within(now, Fresh) ?? await KeepAsync(read, now, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The shop has changed: what is known is read anew, where anybody asked for it in the last minute. Readers go on with what there was meanwhile.</summary>
    public async Task AgainAsync(Func<CancellationToken, Task<Faces>> read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (Within(now, Oldest) is not null)
                await KeepAsync(read, now, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<Faces> KeepAsync(Func<CancellationToken, Task<Faces>> read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var faces = await read(cancellationToken);
        _kept = new(now, faces);
        return faces;
    }

    // What holds until a day ends is not told on the next.
    private Faces? Within(DateTimeOffset now, TimeSpan age)
        => _kept is { } kept && kept.At <= now && now - kept.At < age && VietnamDay.Of(kept.At) == VietnamDay.Of(now) ? kept.Faces : null;

    private sealed record Kept(DateTimeOffset At, Faces Faces);
}
