using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Desk;

/// <summary>A table of a cooperative's copy as a file, row by row as it is read.</summary>
internal static class SheetFiles
{
    private const int Full = 32 * 1024;
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = Json.Options.Encoder };

    /// <summary>One array of objects; money in whole đồng, moments in UTC.</summary>
    public static async Task WriteJsonAsync(DataSheet sheet, Stream to, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(to, Readable);
        json.WriteStartArray();
        await foreach (var row in sheet.Rows.WithCancellation(cancellationToken))
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(sheet.Columns[i]);
                Write(json, row[i]);
            }

            json.WriteEndObject();
            if (json.BytesPending >= Full)
                await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
    }

    /// <summary>The same for spreadsheets: a text has a column for each language of the market.</summary>
    public static Task WriteCsvAsync(DataSheet sheet, Stream to, CancellationToken cancellationToken)
        => CsvFile.WriteAsync(
            to, [.. sheet.Columns.SelectMany(c => sheet.Texts.Contains(c) ? Languages.All.Select(l => $"{c}.{l}") : [c])], CellsAsync(sheet, cancellationToken), cancellationToken);

    private static async IAsyncEnumerable<IReadOnlyList<object>> CellsAsync(DataSheet sheet, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in sheet.Rows.WithCancellation(cancellationToken))
            yield return [.. row.SelectMany((cell, i) => sheet.Texts.Contains(sheet.Columns[i]) ? Languages.All.Select(l => InCell((cell as LocalizedText)?.All.GetValueOrDefault(l))) : [InCell(cell)])];
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case Money money:
                json.WriteNumberValue(Dong(money));
                break;
            case LocalizedText text:
                JsonSerializer.Serialize(json, text, Json.Options);
                break;
            case IEnumerable<string> list:
                json.WriteStartArray();
                foreach (var item in list)
                    json.WriteStringValue(item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(InWords(value));
                break;
        }
    }

    private static object InCell(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        Money money => Dong(money),
        IEnumerable<string> list => string.Join("; ", list),
        _ => InWords(value),
    };

    private static long Dong(Money money) => money.Currency == Currency.VND ? money.Minor : throw new InvalidOperationException($"{money.Currency} is no đồng.");

    private static string InWords(object value) => value switch
    {
        string text => text,
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
