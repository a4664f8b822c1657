using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Desk;

/// <summary>A cooperative's copy, opened: each file by its name, in the order in which they stand in it.</summary>
internal sealed record TakenCopy(IReadOnlyList<(string Name, byte[] Content)> Files)
{
    /// <summary>Everything that can be read in it, file names included.</summary>
    public string Text => string.Join('\n', Files.Select(f => f.Name).Concat(Files.Where(f => f.Name.EndsWith(".json", StringComparison.Ordinal) || f.Name.EndsWith(".csv", StringComparison.Ordinal) || f.Name.EndsWith(".txt", StringComparison.Ordinal)).Select(f => Encoding.UTF8.GetString(f.Content))));

    /// <summary>Takes it by the page, as the manager does.</summary>
    public static async Task<TakenCopy> OfAsync(Market market, PersonId manager)
    {
        using var desk = await market.ClientFor(manager);
        using var answer = await desk.PostFormAsync("/sell/data", [], "form[action$='/sell/data']");
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        return Of(await answer.Content.ReadAsByteArrayAsync());
    }

    public static TakenCopy Of(byte[] zip)
    {
        using ZipArchive archive = new(new MemoryStream(zip), ZipArchiveMode.Read);
        return new([.. archive.Entries.Select(e =>
        {
            using var content = e.Open();
            using MemoryStream whole = new();
            content.CopyTo(whole);
            return (e.FullName, whole.ToArray());
        })]);
    }

    public byte[] File(string name) => Files.Single(f => f.Name == name).Content;

    /// <summary>The rows of a table, as programs read them.</summary>
    public IReadOnlyList<JsonElement> Rows(DataKind kind) => [.. JsonDocument.Parse(File(CooperativeCopy.FileOf(kind) + ".json")).RootElement.EnumerateArray()];

    /// <summary>The rows of a table as a spreadsheet reads them, the head first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cells(DataKind kind)
    {
        var bytes = File(CooperativeCopy.FileOf(kind) + ".csv");
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        List<IReadOnlyList<string>> rows = [];
        List<string> row = [];
        StringBuilder cell = new();
        var isQuoted = false;
        var text = Encoding.UTF8.GetString(bytes[3..]);
        for (var i = 0; i < text.Length; i++)
        {
            if (isQuoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (text[i] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && text[i] is ',' or '\n' && !isQuoted)
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (text[i] == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
                cell.Append(text[i]);
        }

        return rows;
    }

    public static long Sum(IEnumerable<JsonElement> rows, string column) => rows.Sum(r => r.GetProperty(column).GetInt64());
}
