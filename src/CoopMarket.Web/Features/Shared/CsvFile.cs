using System.Globalization;
using CoopMarket.Domain.Shared;
using CsvHelper;

namespace CoopMarket.Web.Features.Shared;

/// <summary>Tables for spreadsheets, by RFC 4180. A text that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).</summary>
internal static class CsvFile
{
    private const int Full = 32 * 1024;
    private static readonly CsvWriterOptions Safe = new() { Injection = CsvInjection.Escape, NewLine = "\r\n" };

    /// <summary>UTF-8 with its mark, without which Excel mistakes Vietnamese letters.</summary>
    /// <param name="head">What the columns are called.</param>
    /// <param name="rows">Whole numbers, and texts.</param>
    public static byte[] Of(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<object>> rows)
    {
        using var kept = new MemoryStream();
        kept.Write(System.Text.Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(kept, Safe, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(head))
                Write(csv, row);
        }

        return kept.ToArray();
    }

    /// <summary>The same for rows that are read while they are written: no more of them is held than fills a small buffer.</summary>
    public static async Task WriteAsync(Stream to, IReadOnlyList<string> head, IAsyncEnumerable<IReadOnlyList<object>> rows, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        kept.Write(System.Text.Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(kept, Safe, leaveOpen: true))
        {
            Write(csv, head);
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                Write(csv, row);
                if (kept.Length >= Full)
                    await MoveAsync(kept, to, cancellationToken);
            }
        }

        await MoveAsync(kept, to, cancellationToken);
    }

    /// <summary>An amount as a cell: a whole number where the currency has no smaller unit, else with its decimals behind a point.</summary>
    public static object Amount(Money money) => money.Currency.Exponent() == 0
        ? money.Minor
        : (money.Minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static void Write(CsvWriter csv, IReadOnlyList<object> row)
    {
        foreach (var cell in row)
        {
            if (cell is long number)
                csv.WriteField(number);
            else
                csv.WriteField((string)cell);
        }

        csv.EndRecord();
    }

    private static async Task MoveAsync(MemoryStream kept, Stream to, CancellationToken cancellationToken)
    {
        await to.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), cancellationToken);
        kept.SetLength(0);
    }
}
