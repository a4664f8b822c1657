using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CoopMarket.FakeStripe;

/// <summary>What a call asks for, flat as it came: <c>line_items[0][quantity]</c> is 2.</summary>
internal sealed class Parameters(IReadOnlyDictionary<string, string> values)
{
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpRequest request)
    {
        var flat = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query)
            flat[name] = value.ToString();
        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync())
                flat[name] = value.ToString();
        }
        return flat;
    }

    public string? Text(string name) => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public string Required(string name) => Text(name) ?? throw Missing(name);

    public long? Whole(string name)
        => Text(name) is not { } text ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
            : throw Refusal.Bad($"Invalid integer: {text}", name, "parameter_invalid_integer");

    public long RequiredWhole(string name) => Whole(name) ?? throw Missing(name);

    public string? Among(string name, params string[] allowed)
        => Text(name) is not { } text || allowed.Contains(text, StringComparer.Ordinal)
            ? Text(name)
            : throw Refusal.Bad($"Invalid {name}: must be one of {string.Join(", ", allowed)}", name, null);

    public string? Url(string name)
        => Text(name) is not { } text || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? Text(name)
            : throw Refusal.Bad("Not a valid URL", name, "url_invalid");

    /// <summary><c>allowed_payment_method_types[0]</c>, <c>[1]</c>, …</summary>
    public IReadOnlyList<string> Each(string name)
        => [.. values.Where(p => p.Key.StartsWith(name + "[", StringComparison.Ordinal)).Select(p => p.Value)];

    /// <summary><c>metadata[order]</c>, …, within Stripe's limits.</summary>
    public IReadOnlyDictionary<string, string> Metadata(string name = "metadata")
    {
        var pairs = values.Where(p => p.Key.StartsWith(name + "[", StringComparison.Ordinal))
            .ToDictionary(p => p.Key[(name.Length + 1)..^1], p => p.Value, StringComparer.Ordinal);
        return pairs.Count <= 50 && pairs.All(p => p.Key.Length <= 40 && p.Value.Length <= 500)
            ? pairs
            : throw Refusal.Bad("Metadata has at most 50 keys of 40 characters and values of 500 characters.", name, "parameter_invalid_metadata");
    }

    public bool Has(string prefix) => values.Keys.Any(k => k.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Refuses names that Stripe does not know: a misspelled parameter must not pass in silence.</summary>
    public void Know(params string[] names)
    {
        foreach (var name in values.Keys)
        {
            if (!names.Contains(name.Split('[')[0], StringComparer.Ordinal))
                throw Refusal.Bad($"Received unknown parameter: {name}", name, "parameter_unknown");
        }
    }

    public int Limit()
        => Whole("limit") is not { } limit ? 10
            : limit is >= 1 and <= 100 ? (int)limit
            : throw Refusal.Bad("Limit is between 1 and 100.", "limit", "parameter_invalid_integer");

    /// <summary>Whether something was made in the span that is asked for.</summary>
    public Func<long, bool> Created()
    {
        var (from, after, to, before) = (Whole("created[gte]"), Whole("created[gt]"), Whole("created[lte]"), Whole("created[lt]"));
        return at => !(at < from) && !(at <= after) && !(at > to) && !(at >= before);
    }

    private static Refusal Missing(string name) => Refusal.Bad($"Missing required param: {name}.", name, "parameter_missing");
}
