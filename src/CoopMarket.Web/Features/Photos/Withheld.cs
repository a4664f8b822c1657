using CoopMarket.Domain.Photos;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Reviews.Contract;
using CoopMarket.Web.Features.Stories.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos;

/// <summary>
/// The photos of reviews that readers no longer see, those that buyers took away, and those with a face that nobody agrees to any more: their files stand, but nobody gets them by
/// their address. Each node reads anew which they are when somebody asks for a photo and what it knows is <see cref="Rest"/> old.
/// </summary>
internal sealed class Withheld(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    /// <summary>For how long a node believes what it read.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Known _known = new([], DateTimeOffset.MinValue);

    /// <summary>Whether the files of a hash are nobody's business; not where another photo of the same file is shown.</summary>
    public async Task<bool> HasAsync(string hash, CancellationToken cancellationToken)
    {
        if (!IsOld)
            return _known.Hashes.Contains(hash);
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (IsOld)
                _known = await ReadAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }

        return _known.Hashes.Contains(hash);
    }

    public void Dispose() => _reading.Dispose();

    private bool IsOld => time.GetUtcNow() - _known.At >= Rest;

    private async Task<Known> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var at = time.GetUtcNow();
        var photos = scope.ServiceProvider.GetRequiredService<MarketDb>().Set<Photo>();
        var unseen = await scope.ServiceProvider.GetRequiredService<ReviewOwners>().UnseenAsync(cancellationToken);
        // What belongs to no cooperative is soon found: buyers' photos and the market's own.
        var hashes = await photos.Where(p => p.Cooperative == null && p.SubjectKind == PhotoSubjectKind.Review && (p.RemovedAt != null || unseen.Contains(p.SubjectId)))
            .Select(p => p.Hash).Distinct().ToListAsync(cancellationToken);
        var faces = await scope.ServiceProvider.GetRequiredService<FaceConsents>().TakenBackAsync(cancellationToken);
        if (faces.Count > 0)
            hashes.AddRange(await photos.Where(p => faces.Contains(p.Id) && p.RemovedAt != null).Select(p => p.Hash).ToListAsync(cancellationToken));
        var shown = hashes.Count == 0 ? [] : await photos
            .Where(p => hashes.Contains(p.Hash) && p.RemovedAt == null && !PhotoSubject.Private.Contains(p.SubjectKind) && (p.SubjectKind != PhotoSubjectKind.Review || !unseen.Contains(p.SubjectId)))
            .Select(p => p.Hash).ToListAsync(cancellationToken);
        return new([.. hashes.Except(shown)], at);
    }

    private sealed record Known(HashSet<string> Hashes, DateTimeOffset At);
}
