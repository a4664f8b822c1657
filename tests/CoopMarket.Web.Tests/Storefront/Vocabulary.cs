using System.Globalization;
using System.Text.Json;
using CoopMarket.Web.Tests.Architecture;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>
/// What pages may tell machines: the part of schema.org's vocabulary that the market uses, each type with what its properties may
/// hold, as schema.org itself says.
/// </summary>
internal sealed class Vocabulary
{
    private const string Home = "https://schema.org/";

    private readonly JsonElement _types;
    private readonly JsonElement _values;

    public Vocabulary()
    {
        var whole = JsonSerializer.Deserialize<JsonElement>(Sources.Read("tests/CoopMarket.Web.Tests/Storefront/schema-org.json"));
        (_types, _values) = (whole.GetProperty("types"), whole.GetProperty("values"));
    }

    /// <summary>Whatever a block of JSON-LD says that schema.org doesn't know.</summary>
    public IReadOnlyList<string> Wrong(JsonElement block)
    {
        List<string> wrong = [];
        if (!block.TryGetProperty("@context", out var context) || context.GetString() != Home.TrimEnd('/'))
            wrong.Add("another context");
        if (!block.TryGetProperty("@graph", out var graph) || graph.GetArrayLength() == 0)
            wrong.Add("nothing is told");
        else
            foreach (var thing in graph.EnumerateArray())
                Thing(thing, "@graph", wrong);
        return wrong;
    }

    private void Thing(JsonElement thing, string place, List<string> wrong)
    {
        var type = thing.TryGetProperty("@type", out var named) ? named.GetString()! : "";
        if (!_types.TryGetProperty(type, out _))
        {
            wrong.Add($"{place}: no type «{type}»");
            return;
        }

        foreach (var property in thing.EnumerateObject().Where(p => p.Name[0] != '@'))
        {
            var at = $"{place}/{type}.{property.Name}";
            if (Holds(type, property.Name) is not { } expected)
                wrong.Add(at + ": no such property");
            else if (property.Value.ValueKind == JsonValueKind.Array && property.Value.GetArrayLength() == 0)
                wrong.Add(at + ": empty");
            else
                foreach (var value in property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().AsEnumerable() : [property.Value])
                    Value(value, expected, at, wrong);
        }
    }

    private void Value(JsonElement value, IReadOnlyList<string> expected, string at, List<string> wrong)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            var type = value.TryGetProperty("@type", out var named) ? named.GetString()! : "";
            if (!expected.Any(e => IsBelow(type, e)))
                wrong.Add($"{at}: can't hold «{type}»");
            Thing(value, at, wrong);
        }
        else if (!expected.Any(e => Fits(value, e)))
        {
            wrong.Add($"{at}: {value.GetRawText()} is none of {string.Join(", ", expected)}");
        }
    }

    private bool Fits(JsonElement value, string kind)
    {
        if (value.ValueKind == JsonValueKind.Number)
            return kind == "Number" || (kind == "Integer" && value.TryGetInt64(out _));
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } text)
            return false;
        if (_values.TryGetProperty(kind, out var values))
            return text.StartsWith(Home, StringComparison.Ordinal) && values.EnumerateArray().Any(v => v.GetString() == text[Home.Length..]);
        return kind switch
        {
            "Text" => text == text.Trim(),
            "URL" => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http",
            "Date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "DateTime" => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
            _ => false,
        };
    }

    private List<string>? Holds(string type, string property)
    {
        for (string? at = type; at is not null; at = _types.GetProperty(at).GetProperty("below").GetString())
            if (_types.GetProperty(at).GetProperty("holds").TryGetProperty(property, out var kinds))
                return [.. kinds.EnumerateArray().Select(k => k.GetString()!)];
        return null;
    }

    private bool IsBelow(string type, string above)
    {
        for (var at = _types.TryGetProperty(type, out _) ? type : null; at is not null; at = _types.GetProperty(at).GetProperty("below").GetString())
            if (at == above)
                return true;
        return false;
    }
}
