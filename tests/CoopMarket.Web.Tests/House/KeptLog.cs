using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CoopMarket.Web.Tests.House;

/// <summary>Keeps every line of the log, its fields and exceptions included.</summary>
internal sealed class KeptLog
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public void Keep<TState>(string category, LogLevel level, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var fields = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : "";
        _lines.Enqueue($"{level} {category}: {formatter(state, exception)} {fields} {exception}");
    }
}
