using System.Data.Common;
using System.Globalization;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Hosting.Verbs;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.House;

/// <summary>A market is backed up while it sells, lost, and put back elsewhere: rows, files and keys are what they were.</summary>
public sealed class Backups_come_back : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coopmarket-backup-").FullName;

    [Theory, EveryDatabase]
    internal async Task Rows_files_and_keys_come_back_in_an_empty_place(DatabaseProvider provider)
    {
        await using var market = await SoldAsync(provider);
        var person = await market.RegisteredAsync("giu@thu.test");
        using var signIn = await market.Guest().SignInAsync("giu@thu.test");
        var cookie = AccountsFactory.SessionCookieIn(signIn);
        await PutAsync(market, "media/ab/160.avif", [1, 2, 3]);
        await PutAsync(market, "papers/one", [4, 5]);

        (await RunAsync(market, "backup", Folder("b"))).ShouldBe(0);
        LastBackup.Of(market.Services.GetRequiredService<MarketSettings>()).ShouldBe(market.Clock.GetUtcNow());
        await using var other = await RestoredAsync(provider);

        (await DumpAsync(other)).ShouldBe(await DumpAsync(market));
        (await ReadAsync(other, "media/ab/160.avif")).ShouldBe([1, 2, 3]);
        (await ReadAsync(other, "papers/one")).ShouldBe([4, 5]);
        using var browser = other.WithCookie(cookie);
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, "the session's cookie was sealed with a key of the backup");
        person.Value.ShouldNotBe(Guid.Empty);
    }

    [Theory, EveryDatabase]
    internal async Task One_that_fails_leaves_nothing_that_looks_like_a_backup(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var keys = market.Services.GetRequiredService<MarketSettings>().Folder("keys");
        Directory.Move(keys, keys + ".away");
        try
        {
            await File.WriteAllTextAsync(keys, "no folder");
            await Should.ThrowAsync<IOException>(() => RunAsync(market, "backup", Folder("half")));
        }
        finally
        {
            File.Delete(keys);
            Directory.Move(keys + ".away", keys);
        }

        Directory.Exists(Folder("half")).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_written_meanwhile_comes_whole_or_not_at_all(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var stop = new CancellationTokenSource();
        var written = 0;
        var writer = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await market.InDbAsync(async db =>
                {
                    db.AddRange(Row("left"), Row("right"));
                    return await db.SaveChangesAsync();
                });
                Interlocked.Increment(ref written);
            }
        });
        while (Volatile.Read(ref written) < 5)
            await Task.Delay(5);
        (await RunAsync(market, "backup", Folder("b"))).ShouldBe(0);
        await stop.CancelAsync();
        await writer;

        await using var other = await RestoredAsync(provider);
        var rows = await other.RowsAsync<AuditRow>();
        rows.Count.ShouldBeGreaterThanOrEqualTo(10);
        rows.Count(r => r.What == "left").ShouldBe(rows.Count(r => r.What == "right"));

        AuditRow Row(string what) => new() { Id = Guid.NewGuid(), At = market.Clock.GetUtcNow(), Actor = "test", What = what, Result = AuditResult.Done };
    }

    [Theory, EveryDatabase]
    internal async Task A_market_that_is_there_is_replaced_only_where_that_is_said(DatabaseProvider provider)
    {
        await using var market = await SoldAsync(provider);
        (await RunAsync(market, "backup", Folder("b"))).ShouldBe(0);
        var before = await DumpAsync(market);
        await using var other = await SoldAsync(provider);
        var there = await DumpAsync(other);

        (await RunAsync(other, "restore", Folder("b"))).ShouldBe(2);
        (await DumpAsync(other)).ShouldBe(there);
        // As an update leaves it that came after the backup: a table more, which points into one that is there.
        await other.InDbAsync(db => db.Database.ExecuteSqlRawAsync(provider == DatabaseProvider.Sqlite
            ? "CREATE TABLE later_things (part TEXT REFERENCES orders_orders (id))" : "CREATE TABLE later_things (part uuid REFERENCES orders_orders (id))"));
        (await RunAsync(other, "restore", Folder("b"), "--replace")).ShouldBe(0);
        (await DumpAsync(other)).ShouldBe(before);
    }

    [Theory, EveryDatabase]
    internal async Task A_damaged_backup_leaves_the_old_market(DatabaseProvider provider)
    {
        await using var market = await SoldAsync(provider);
        var before = await DumpAsync(market);
        (await RunAsync(market, "backup", Folder("b"))).ShouldBe(0);
        var database = Directory.GetFiles(Folder("b"), "market.*").Single();
        var bytes = await File.ReadAllBytesAsync(database);
        Array.Fill(bytes, (byte)'x', bytes.Length / 3, bytes.Length / 3);
        await File.WriteAllBytesAsync(database, bytes);

        (await RunAsync(market, "restore", Folder("b"), "--replace")).ShouldBe(2, "its hash is another");

        // Nor where the manifest itself was made to fit.
        var manifest = Path.Combine(Folder("b"), BackupManifest.FileName);
        var told = await File.ReadAllTextAsync(manifest);
        var name = Path.GetFileName(database);
        var hash = told[(told.IndexOf(name, StringComparison.Ordinal) + name.Length + 3)..][..64];
        await File.WriteAllTextAsync(manifest, told.Replace(hash, await Backup.HashAsync(database, default), StringComparison.Ordinal));
        await Should.ThrowAsync<Exception>(() => RunAsync(market, "restore", Folder("b"), "--replace"));
        (await DumpAsync(market)).ShouldBe(before);
    }

    [Fact]
    internal async Task A_backup_goes_only_into_an_empty_folder()
    {
        await using var market = await Market.OpenAsync();
        Directory.CreateDirectory(Folder("b"));
        await File.WriteAllTextAsync(Path.Combine(Folder("b"), "mine.txt"), "mine");

        (await RunAsync(market, "backup", Folder("b"))).ShouldBe(2);
        Directory.GetFiles(Folder("b")).ShouldHaveSingleItem();
    }

    [Fact]
    internal void A_restored_file_has_its_media_type()
    {
        foreach (var format in Enum.GetValues<PhotoFormat>())
            BlobKey.ContentType(Variants.Key("ab", 160, format)).ShouldBe(Variants.ContentType(format));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Folder(string name) => Path.Combine(_folder, name);

    private static async Task<Market> SoldAsync(DatabaseProvider provider)
    {
        var market = await PaymentsFactory.OpenAsync(provider);
        await market.PayAsync(await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (100_000, 1))));
        return market;
    }

    // Into a folder and a database in which nothing is; then the market opens there.
    private async Task<Market> RestoredAsync(DatabaseProvider provider)
    {
        var data = Directory.CreateDirectory(Folder("elsewhere")).FullName;
        var connection = provider == DatabaseProvider.Sqlite ? $"Data Source={Path.Combine(data, "market.db")}" : await TestDatabases.BarePostgresAsync();
        await using (var db = TestDatabases.Open(provider, connection))
            (await new Restore(db, new DiskBlobs(Path.Combine(data, "blobs"), TimeProvider.System), new() { DataDirectory = data }).RunAsync([Folder("b")], default)).ShouldBe(0);
        return await Market.OpenAsync(provider, ("ConnectionStrings:Market", connection), ("Market:DataDirectory", data));
    }

    private static Task<int> RunAsync(Market market, string verb, params string[] words)
        => market.WithAsync<IServiceProvider, int>(services => services.GetRequiredKeyedService<IVerb>(verb).RunAsync(words, default));

    private static Task<bool> PutAsync(Market market, string key, byte[] bytes) => market.WithAsync<IBlobs, bool>(async blobs =>
    {
        using var content = new MemoryStream(bytes);
        await blobs.Put(key, content, BlobKey.ContentType(key), default);
        return true;
    });

    private static Task<byte[]> ReadAsync(Market market, string key) => market.WithAsync<IBlobs, byte[]>(async blobs =>
    {
        await using var content = await blobs.OpenRead(key, default);
        using var bytes = new MemoryStream();
        await content!.CopyToAsync(bytes);
        return bytes.ToArray();
    });

    // Every row of every table, as text.
    private static Task<string> DumpAsync(Market market) => market.InDbAsync(async db =>
    {
        List<string> lines = [];
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            List<string> rows = [];
            while (await reader.ReadAsync())
                rows.Add($"{table}: {string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i)))}");
            lines.AddRange(rows.Order(StringComparer.Ordinal));
        }

        lines.Count.ShouldBeGreaterThan(10);
        return string.Join('\n', lines);
    });

    private static string Text(DbDataReader reader, int column)
        => reader.IsDBNull(column) ? "null" : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!;
}
