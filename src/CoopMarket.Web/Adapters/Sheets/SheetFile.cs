using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using ExcelDataReader;

namespace CoopMarket.Web.Adapters.Sheets;

/// <summary>
/// Reads the rows of a table from a file as people get it from a bank: CSV with commas, semicolons or tabs, in UTF-8 or UTF-16 with or
/// without a mark, or XLSX. Which it is is seen from its bytes, not from its name.
/// </summary>
internal static class SheetFile
{
    // A small file may unpack to a huge one.
    private const long MostUnpacked = 64L * 1024 * 1024;
    private const int MostEntries = 1_000;
    private const int MostColumns = 100;
    private const double MostExact = 1e15;
    private const double Hair = 0.0005;

    private static readonly char[] Separators = [';', ',', '\t'];

    // The reader of workbooks asks for an old code page even where it needs none, and throws where nobody has brought them in yet.
    static SheetFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The ways in which the file can be read as a table, the likeliest first; none where it is no table.</summary>
    public static IEnumerable<IReadOnlyList<IReadOnlyList<string>>> Read(byte[] content)
    {
        if (content is [(byte)'P', (byte)'K', 3, 4, ..])
            return Xlsx(content) is { } rows ? [rows] : [];
        return Text(content) is { } text ? Separators.OrderByDescending(s => text.Take(20_000).Count(c => c == s)).Select(s => Csv(text, s)).OfType<IReadOnlyList<IReadOnlyList<string>>>() : [];
    }

    private static List<IReadOnlyList<string>>? Csv(string text, char separator)
    {
        List<IReadOnlyList<string>> rows = [];
        try
        {
            using var reader = CsvReader.FromText(text, new() { Separator = separator, HasHeader = false, SkipEmptyLines = false });
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(reader.GetString)]);
            return rows;
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    private static List<IReadOnlyList<string>>? Xlsx(byte[] content)
    {
        try
        {
            using (ZipArchive zip = new(new MemoryStream(content), ZipArchiveMode.Read))
                if (zip.Entries.Count > MostEntries || zip.Entries.Sum(e => e.Length) > MostUnpacked)
                    return null;
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content));
            List<IReadOnlyList<string>> rows = [];
            do
            {
                rows.Clear();
                while (reader.Read())
                    rows.Add([.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(i => Cell(reader.GetValue(i)))]);
            }
            while (rows.Count == 0 && reader.NextResult());
            return rows;
        }
        catch (Exception e) when (e is InvalidDataException or ExcelDataReader.Exceptions.ExcelReaderException or System.Xml.XmlException or FormatException or ArgumentException or OverflowException or IOException)
        {
            return null;
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateTime at => at.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        // A spreadsheet keeps 15 digits: of a longer reference the last are lost, and what two lines share then is no name of either.
        double number when Math.Abs(number) >= MostExact => "",
        // Sums in a spreadsheet may miss a whole number by a hair; what else has a fraction is written so that nobody takes its point for one of thousands.
        double number when Math.Abs(number - Math.Round(number)) < Hair => Math.Round(number).ToString("0", CultureInfo.InvariantCulture),
        double number => number.ToString("0.0000######", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // Null where it is no text.
    private static string? Text(byte[] content)
    {
        Encoding encoding = content switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            [_, 0, _, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
            [0, _, 0, _, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        };
        try
        {
            var text = encoding.GetString(content).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
