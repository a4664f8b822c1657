namespace CoopMarket.FakeStripe;

/// <summary>What goes wrong with a call.</summary>
public enum Fault
{
    /// <summary>Nothing; of use with a delay.</summary>
    None,

    /// <summary>The connection is cut before anything is done.</summary>
    DropBefore,

    /// <summary>Everything is done and the answer kept under its key; then the connection is cut.</summary>
    CutAfter,

    /// <summary>Nothing is done; the 500 is kept under its key.</summary>
    ServerError,

    /// <summary>Everything is done, and yet a 500 is answered and kept under its key.</summary>
    ServerErrorAfter,

    /// <summary>429, nothing done or kept.</summary>
    TooManyRequests,

    /// <summary>409, nothing done or kept.</summary>
    LockTimeout,

    /// <summary>402, nothing done; kept under its key.</summary>
    CardDeclined,

    /// <summary>Everything is done and the answer kept; half of it is sent.</summary>
    Malformed,
}

/// <summary>
/// What shall go wrong next, by route: <c>POST /v1/refunds</c>, <c>POST /v1/checkout/sessions/{id}/expire</c>, or <c>*</c> for any.
/// Clients may repeat a GET whose connection was cut by themselves; then say more than one time.
/// </summary>
public sealed class Faults
{
    private readonly Lock turn = new();
    private readonly List<Script> scripts = [];

    /// <summary>How long every call takes, by the real clock, before it is done.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Makes the next calls go wrong; a delay passes by the real clock after the call is done and before it is answered.</summary>
    public void Next(string route, Fault fault, int times = 1, TimeSpan delay = default)
    {
        lock (turn)
            scripts.AddRange(Enumerable.Repeat(new Script(route, fault, delay, null), times));
    }

    /// <summary>Does the next call and keeps its answer back until told.</summary>
    public HeldAnswer HoldNext(string route)
    {
        var held = new HeldAnswer();
        lock (turn)
            scripts.Add(new(route, Fault.None, default, held));
        return held;
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (turn)
            scripts.Clear();
        Latency = TimeSpan.Zero;
    }

    internal Script Take(string route)
    {
        lock (turn)
        {
            var next = scripts.FindIndex(s => s.Route == "*" || string.Equals(s.Route, route, StringComparison.Ordinal));
            if (next < 0)
                return new(route, Fault.None, default, null);
            var script = scripts[next];
            scripts.RemoveAt(next);
            return script;
        }
    }

    internal sealed record Script(string Route, Fault Fault, TimeSpan Delay, HeldAnswer? Held);
}

/// <summary>An answer that waits for the test: what it answers to is done.</summary>
public sealed class HeldAnswer
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the call has come and is done.</summary>
    public Task Arrived => arrived.Task;

    /// <summary>Lets the answer go.</summary>
    public void Release() => released.TrySetResult();

    internal Task WaitAsync()
    {
        arrived.TrySetResult();
        return released.Task;
    }
}
