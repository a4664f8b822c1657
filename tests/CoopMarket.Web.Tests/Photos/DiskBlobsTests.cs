using CoopMarket.Web.Adapters.Blobs;

namespace CoopMarket.Web.Tests.Photos;

public sealed class DiskBlobsTests : BlobsTests, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("blobs-").FullName;
    private readonly DiskBlobs blobs;

    public DiskBlobsTests() => blobs = new DiskBlobs(folder, TimeProvider.System);

    private protected override IBlobs Blobs => blobs;

    private string Unfinished => Path.Combine(folder, ".unfinished");

    [Fact]
    public async Task Nothing_unfinished_is_left_behind()
    {
        await Put("photos/1.jpg", [1]);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(
            () => blobs.Put("photos/2.jpg", new MemoryStream([1, 2]), "image/jpeg", cancelled.Token));
        Directory.EnumerateFiles(Unfinished).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_killed_write_left_is_never_seen_and_is_cleared_at_a_start_a_day_later()
    {
        var young = Path.Combine(Unfinished, "young");
        var old = Path.Combine(Unfinished, "old");
        File.WriteAllText(young, "half a photo");
        File.WriteAllText(old, "half a photo");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-25));
        (await List("")).ShouldBeEmpty();

        _ = new DiskBlobs(folder, TimeProvider.System);
        File.Exists(young).ShouldBeTrue();
        File.Exists(old).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reader_keeps_its_photo_while_it_is_replaced_or_deleted()
    {
        await Put("photos/1.jpg", "old"u8.ToArray());
        await using var reading = (await blobs.OpenRead("photos/1.jpg", CancellationToken.None)).ShouldNotBeNull();
        await Put("photos/1.jpg", "new"u8.ToArray());
        await blobs.Delete("photos/1.jpg", CancellationToken.None);
        using var read = new StreamReader(reading);
        (await read.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("old");
    }

    [Fact]
    public async Task Many_writers_of_one_key_leave_one_whole_file()
    {
        await Parallel.ForAsync(0, 50, async (writer, _) => await Put("photos/1.jpg", [.. Enumerable.Repeat((byte)writer, 50_000)]));
        var bytes = await Read("photos/1.jpg");
        bytes.Length.ShouldBe(50_000);
        bytes.Distinct().Count().ShouldBe(1);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
