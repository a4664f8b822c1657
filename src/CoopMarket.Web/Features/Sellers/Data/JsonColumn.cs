using System.Text.Json;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoopMarket.Web.Features.Sellers.Data;

/// <summary>A value as one JSON document: read and written whole, never searched by its parts.</summary>
internal sealed class JsonColumn<T>() : ValueConverter<T, string>(value => Write(value), json => Read(json))
    where T : class
{
    /// <summary>Two values are the same when they are written the same.</summary>
    public static ValueComparer<T> Comparer { get; } = new((a, b) => Same(a, b), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value);

    private static bool Same(T? a, T? b) => ReferenceEquals(a, b) || (a is not null && b is not null && Write(a) == Write(b));

    private static string Write(T value) => JsonSerializer.Serialize(value, Json.Options);

    private static T Read(string json) => JsonSerializer.Deserialize<T>(json, Json.Options)!;
}
