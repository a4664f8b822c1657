using System.Collections.Concurrent;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// Slows guessing down: for each account and address, and for each account from all addresses at which its owner was never
/// signed in. Strangers can use the second up without locking the owner out of her own places. It counts names that belong to
/// nobody just the same. Kept in the memory of each node.
/// </summary>
internal sealed class SignInThrottle(RateLimitSettings settings, TimeProvider time)
{
    private const int MostKept = 100_000;

    private static readonly TimeSpan StrangersWithin = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Key, string Address), (DateTimeOffset Since, int Count)> _tries = new();

    /// <summary>How many tries an account bears in an hour from addresses that are strange to it.</summary>
    public static int MostByStrangers => 100;

    /// <summary>Counts a try; false when it is one too many.</summary>
    /// <param name="key">What was typed, made equal.</param>
    /// <param name="isKnown">Whether the account's owner has been signed in at the address.</param>
    /// <param name="limit">The line of the table that counts.</param>
    public bool Allows(string key, string address, bool isKnown, string limit = Limit.SignIn)
    {
        var (most, within, _) = Limit.Table[limit];
        if (_tries.Count > MostKept)
            Forget();
        return Count((key, address), most, within) && (isKnown || Count((key, "*"), MostByStrangers, StrangersWithin));
    }

    /// <summary>A try that was right counts for nothing.</summary>
    public void GiveBack(string key, string address)
    {
        foreach (var slot in new[] { (key, address), (key, "*") })
            if (_tries.TryGetValue(slot, out var last))
                _tries.TryUpdate(slot, (last.Since, last.Count - 1), last);
    }

    private bool Count((string, string) slot, int most, TimeSpan within)
    {
        var now = time.Now();
        var (_, count) = _tries.AddOrUpdate(slot, _ => (now, 1), (_, last) => now - last.Since > within ? (now, 1) : (last.Since, last.Count + 1));
        return count <= most * settings.Factor;
    }

    private void Forget()
    {
        var now = time.Now();
        foreach (var (slot, last) in _tries)
            if (now - last.Since > StrangersWithin)
                _tries.TryRemove(slot, out _);
    }
}
