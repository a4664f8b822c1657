using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Data;

/// <summary>How the market writes JSON: in its tables, in events and to scripts.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(), new TypedIdJson(), new LocalizedTextJson() },
    };

    private sealed class LocalizedTextJson : JsonConverter<LocalizedText>
    {
        public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
            => JsonSerializer.Serialize(writer, value.All, options);
    }

    private sealed class TypedIdJson : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => TypedIds.All.Contains(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
            => (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

        private sealed class Of<TId> : JsonConverter<TId>
            where TId : struct, ITypedId<TId>
        {
            public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

            public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
        }
    }
}
