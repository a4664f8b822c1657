using System.Text.Json;
using CoopMarket.Domain.Shared;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoopMarket.Web.Data;

/// <summary>All kinds of ids that the domain knows.</summary>
internal static class TypedIds
{
    public static IReadOnlySet<Type> All { get; } = typeof(PersonId).Assembly.GetTypes()
        .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)))
        .ToHashSet();
}

/// <summary>An id as the UUID inside.</summary>
internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
    where TId : struct, ITypedId<TId>
{
    private static TId Make(Guid value) => TId.From(value);
}

/// <summary>A text in several languages as one JSON object.</summary>
internal sealed class LocalizedTextConverter()
    : ValueConverter<LocalizedText, string>(text => Write(text), json => Read(json))
{
    public static string Write(LocalizedText text) => JsonSerializer.Serialize(text.All, Json.Options);

    public static LocalizedText Read(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json, Json.Options) ?? []);
}

internal sealed class LocalizedTextComparer() : ValueComparer<LocalizedText>((a, b) => object.Equals(a, b), t => t.GetHashCode(), t => t);

/// <summary>How texts came to be, as one JSON object: by language, and the older ones with spaces between them.</summary>
internal sealed class TextOriginsConverter()
    : ValueConverter<TextOrigins, string>(origins => Write(origins), json => Read(json))
{
    private const string Older = "older";

    public static string Write(TextOrigins origins)
    {
        var all = origins.All.ToDictionary(o => o.Key, o => o.Value.ToString());
        if (origins.Older.Count > 0)
            all[Older] = string.Join(' ', origins.Older);
        return JsonSerializer.Serialize(all, Json.Options);
    }

    public static TextOrigins Read(string json)
    {
        var all = JsonSerializer.Deserialize<Dictionary<string, string>>(json, Json.Options) ?? [];
        return new(
            all.Where(o => o.Key != Older).Select(o => KeyValuePair.Create(o.Key, Enum.Parse<TextOrigin>(o.Value))),
            all.GetValueOrDefault(Older)?.Split(' '));
    }
}

internal sealed class TextOriginsComparer() : ValueComparer<TextOrigins>((a, b) => object.Equals(a, b), t => t.GetHashCode(), t => t);

/// <summary>UTC microseconds since 1970: sorts and compares in SQL, and is exact, which SQLite's text dates are not.</summary>
internal sealed class MicrosecondsConverter()
    : ValueConverter<DateTimeOffset, long>(
        at => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        micros => new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + (micros * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero));
