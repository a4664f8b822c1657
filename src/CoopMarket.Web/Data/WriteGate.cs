using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Data;

/// <summary>
/// SQLite lets one writer in at a time and makes the others sleep on a thread. The gate queues them first in, first out,
/// without holding threads. On PostgreSQL it is open.
/// </summary>
internal sealed class WriteGate(bool closed) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for the turn; dispose the answer to let the next one in.</summary>
    /// <exception cref="MarketBusyException">The turn did not come within five seconds.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (!closed)
            return Turn.Free;
        if (!await _turn.WaitAsync(Patience, cancellationToken))
            throw new MarketBusyException();
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim? turn) : IDisposable
    {
        public static readonly Turn Free = new(null);

        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
