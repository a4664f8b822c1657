using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>A cell of a workbook.</summary>
/// <param name="Style">Its place among the styles: 0 as it comes, 1 a day, 2 a day and a time of day.</param>
internal sealed record Cell(string Text, double? Number = null, int Style = 0)
{
    public static implicit operator Cell(string text) => new(text);

    public static Cell Of(double number) => new("", number);

    /// <summary>Days since the last but one of 1899, as spreadsheets count.</summary>
    public static Cell Day(double days) => new("", days, 1);

    public static Cell Time(double days) => new("", days, 2);
}

/// <summary>The least that is a workbook: one sheet with its texts inside.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Of(params Cell[][] rows) => Write("", rows, WebUtility.HtmlEncode);

    /// <summary>With something before the sheet's root, and texts as they are.</summary>
    public static byte[] With(string doctype, Cell[][] rows) => Write(doctype, rows, text => text);

    private static byte[] Write(string doctype, Cell[][] rows, Func<string, string?> encode)
    {
        var cells = string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((c, i) => Xml(c, $"{(char)('A' + i)}{r + 1}", encode)))}</row>"));
        using MemoryStream kept = new();
        using (ZipArchive zip = new(kept, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Write("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Write("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>""");
            // 14 is a day, 22 a day with its time, among the formats that every spreadsheet knows.
            Write("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            Write("xl/worksheets/sheet1.xml", $"""{doctype}<worksheet xmlns="{Main}"><sheetData>{cells}</sheetData></worksheet>""");

            void Write(string name, string xml)
            {
                using StreamWriter writer = new(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write("""<?xml version="1.0" encoding="UTF-8"?>""" + xml);
            }
        }

        return kept.ToArray();
    }

    private static string Xml(Cell cell, string at, Func<string, string?> encode) => cell.Number is { } number
        ? $"<c r=\"{at}\" s=\"{cell.Style}\"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>"
        : $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{encode(cell.Text)}</t></is></c>";
}
