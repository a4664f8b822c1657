using System.Collections.Concurrent;

namespace CoopMarket.Web.Hosting;

/// <summary>Work that many may ask for at once: done once for all of them, and a few pieces at a time.</summary>
/// <param name="atOnce">How many pieces are worked on side by side.</param>
internal sealed class SharedWork<T>(int atOnce) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<T>>> _running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turns = new(atOnce);

    /// <summary>What the work comes to; where it runs already, what that comes to. A fault is told to all who wait, and the next who asks tries anew.</summary>
    /// <param name="key">What work it is.</param>
    /// <param name="work">Goes on for the others when one gives up waiting.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<T> OfAsync(string key, Func<Task<T>> work, CancellationToken cancellationToken)
        => _running.GetOrAdd(key, _ => new(() => RunAsync(key, work))).Value.WaitAsync(cancellationToken);

    public void Dispose() => _turns.Dispose();

    private async Task<T> RunAsync(string key, Func<Task<T>> work)
    {
        await _turns.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _running.TryRemove(key, out _);
            _turns.Release();
        }
    }
}
