using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// What was read of things while one picture of the shop holds (<see cref="Faces"/>), forgotten with it. What many ask for is soon
/// known; whoever asks for ever new things shall not fill the memory.
/// </summary>
/// <param name="most">How many are remembered.</param>
internal sealed class Remembered<TKey, T>(int most)
    where TKey : notnull
    where T : class
{
    private readonly ConcurrentDictionary<TKey, T> _known = new();

    /// <summary>What is known of a thing, if anything.</summary>
    public bool Knows(TKey key, [NotNullWhen(true)] out T? known) => _known.TryGetValue(key, out known);

    /// <summary>Remembers what was just read, where there is room.</summary>
    /// <param name="key">Of what.</param>
    /// <param name="read">Read no earlier than the picture.</param>
    public void Keep(TKey key, T read)
    {
        if (_known.ContainsKey(key) || _known.Count < most)
            _known[key] = read;
    }

    /// <summary>Knows nothing any more.</summary>
    public void Forget() => _known.Clear();
}
