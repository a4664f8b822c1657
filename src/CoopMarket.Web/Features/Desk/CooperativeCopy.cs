using System.IO.Compression;
using System.Text;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Desk;

/// <summary>
/// Writes all that is kept for a cooperative into one ZIP while it is read: each table as JSON for programs and as CSV for spreadsheets, then
/// the files. Neither a table nor a file is ever held in whole.
/// </summary>
internal sealed class CooperativeCopy(IEnumerable<ICooperativeData> areas, MarketReads reads, Words words, TimeProvider time)
{
    /// <summary>How long its tables may take; a reader so slow that the database would have to keep old rows for longer begins anew.</summary>
    private static readonly TimeSpan MostForTables = TimeSpan.FromMinutes(10);

    /// <summary>Writes the ZIP.</summary>
    /// <param name="name">The cooperative's, for whoever opens it.</param>
    /// <param name="to">Only ever written to the end, and never but asynchronously.</param>
    public async Task WriteAsync(CooperativeId cooperative, LocalizedText name, Stream to, CancellationToken cancellationToken)
    {
        await using AwaitedStream awaited = new(to);
        await using (var zip = await ZipArchive.CreateAsync(awaited, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken))
        {
            try
            {
                await WriteAllAsync(zip, cooperative, name, cancellationToken);
            }
            catch
            {
                awaited.CutOff();
                throw;
            }
        }

        await awaited.FlushAsync(cancellationToken);
    }

    /// <summary>What a table's files are called, without their endings: in the order of the tables.</summary>
    public static string FileOf(DataKind kind)
        => $"{(int)kind + 1:00}{string.Concat(kind.ToString().Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : letter.ToString()))}";

    private async Task WriteAllAsync(ZipArchive zip, CooperativeId cooperative, LocalizedText name, CancellationToken cancellationToken)
    {
        var at = time.Now();
        await WriteEntryAsync(zip, "README.txt", at, (entry, cancel) => entry.WriteAsync(Encoding.UTF8.GetBytes(ReadMe(name, at)), cancel).AsTask(), cancellationToken);
        await WriteTablesAsync(zip, cooperative, at, cancellationToken);
        HashSet<string> written = new(StringComparer.Ordinal);
        foreach (var area in areas)
            await foreach (var file in area.FilesOf(cooperative, cancellationToken).WithCancellation(cancellationToken))
                if (written.Add(file.Path) && await file.OpenAsync(cancellationToken) is { } content)
                    await using (content)
                        await WriteEntryAsync(zip, file.Path, at, (entry, cancel) => content.CopyToAsync(entry, cancel), cancellationToken);
    }

    private async Task WriteTablesAsync(ZipArchive zip, CooperativeId cooperative, DateTimeOffset at, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(MostForTables);
        await using var look = await reads.OneLookAsync(limited.Token);
        foreach (var sheet in areas.SelectMany(a => a.SheetsOf(cooperative)).OrderBy(s => s.Kind))
        {
            await WriteEntryAsync(zip, FileOf(sheet.Kind) + ".json", at, (entry, cancel) => SheetFiles.WriteJsonAsync(sheet, entry, cancel), limited.Token);
            await WriteEntryAsync(zip, FileOf(sheet.Kind) + ".csv", at, (entry, cancel) => SheetFiles.WriteCsvAsync(sheet, entry, cancel), limited.Token);
        }
    }

    private static async Task WriteEntryAsync(ZipArchive zip, string path, DateTimeOffset at, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = at.ToOffset(VietnamDay.Offset);
        await using var content = await entry.OpenAsync(cancellationToken);
        await write(content, cancellationToken);
    }

    private string ReadMe(LocalizedText name, DateTimeOffset at)
    {
        StringBuilder text = new("\uFEFF");
        foreach (var language in Languages.OfDesks)
        {
            text.Append(words.In(language, "desk.copy.readme", name.In(language), at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture))).Append("\r\n\r\n");
            foreach (var kind in Enum.GetValues<DataKind>())
                text.Append(FileOf(kind)).Append(": ").Append(words.In(language, "desk.copy.kind." + kind)).Append("\r\n");
            foreach (var (folder, key) in Folders)
                text.Append(folder).Append(": ").Append(words.In(language, key)).Append("\r\n");
            foreach (var key in (string[])["desk.copy.readme.units", "desk.copy.readme.excel", "desk.copy.without.buyers", "desk.copy.without.orders", "desk.copy.without.people", "desk.copy.private"])
                text.Append("\r\n").Append(words.In(language, key)).Append("\r\n");
            text.Append("\r\n\r\n");
        }

        return text.ToString();
    }

    private static readonly (string, string)[] Folders = [("photos/", "desk.copy.folder.photos"), ("voices/", "desk.copy.folder.voices"), ("papers/", "desk.copy.folder.papers")];
}
