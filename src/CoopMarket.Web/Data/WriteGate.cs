using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Data;

/// <summary>
/// SQLite lets one writer in at a time and makes the others sleep on a thread; on PostgreSQL a crowd that wants the same row would
/// hold every connection, and who only looks would wait with them. The gate queues writers first in, first out, without holding
/// threads or connections.
/// </summary>
/// <param name="turns">How many may write at once.</param>
/// <param name="patience">How long one waits for a turn.</param>
internal sealed class WriteGate(int turns, TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(turns, turns);

    /// <summary>Waits for the turn; dispose the answer to let the next one in.</summary>
    /// <exception cref="MarketBusyException">The turn did not come in time.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(patience, cancellationToken))
            throw new MarketBusyException();
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
