using System.Text;
using CoopMarket.Web.Adapters.Blobs;

namespace CoopMarket.Web.Tests.Photos;

/// <summary>What both stores promise.</summary>
public abstract class BlobsTests
{
    private protected abstract IBlobs Blobs { get; }

    [Fact]
    public async Task What_is_put_is_read_back_byte_for_byte()
    {
        var bytes = Enumerable.Range(0, 300_000).Select(value => (byte)(value * 31 >> 3)).ToArray();
        await Put("photos/ab/master.jpg", bytes);
        (await Read("photos/ab/master.jpg")).ShouldBe(bytes);
        (await Blobs.Exists("photos/ab/master.jpg", CancellationToken.None)).ShouldBeTrue();

        await Put("photos/ab/empty.jpg", []);
        (await Read("photos/ab/empty.jpg")).ShouldBe([]);
    }

    [Fact]
    public async Task A_second_put_takes_the_place_of_the_first_and_leaves_the_stream_open()
    {
        using var content = new MemoryStream("second"u8.ToArray());
        content.Position = 3;
        await Put("photos/one.jpg", "the first, longer"u8.ToArray());
        await Blobs.Put("photos/one.jpg", content, "image/jpeg", CancellationToken.None);
        (await Read("photos/one.jpg")).ShouldBe("second"u8.ToArray());
        content.CanRead.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_not_there_is_null_to_read_and_no_error_to_delete()
    {
        (await Blobs.OpenRead("photos/none.jpg", CancellationToken.None)).ShouldBeNull();
        (await Blobs.Exists("photos/none.jpg", CancellationToken.None)).ShouldBeFalse();
        await Blobs.Delete("photos/none.jpg", CancellationToken.None);

        await Put("photos/some.jpg", [1]);
        await Blobs.Delete("photos/some.jpg", CancellationToken.None);
        (await Blobs.OpenRead("photos/some.jpg", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_list_has_all_of_a_folder_and_nothing_beside_it()
    {
        foreach (var key in (string[])["photos/a/1.jpg", "photos/a/2.jpg", "photos/b/1.jpg", "photos-2/1.jpg", "papers/1.jpg"])
            await Put(key, [1, 2, 3]);
        var photos = await List("photos/");
        photos.Select(blob => blob.Key).Order().ShouldBe(["photos/a/1.jpg", "photos/a/2.jpg", "photos/b/1.jpg"]);
        photos.ShouldAllBe(blob => blob.Bytes == 3);
        photos.ShouldAllBe(blob => DateTimeOffset.UtcNow - blob.WrittenAt < TimeSpan.FromMinutes(10));
        (await List("")).Count.ShouldBe(5);
        (await List("nothing/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_put_that_fails_on_the_way_leaves_what_was_there()
    {
        await Put("photos/kept.jpg", "old"u8.ToArray());
        using var broken = new BrokenStream();
        await Should.ThrowAsync<Exception>(() => Blobs.Put("photos/kept.jpg", broken, "image/jpeg", CancellationToken.None));
        await Should.ThrowAsync<Exception>(() => Blobs.Put("photos/new.jpg", broken, "image/jpeg", CancellationToken.None));
        (await Read("photos/kept.jpg")).ShouldBe("old"u8.ToArray());
        (await List("")).Select(blob => blob.Key).ShouldBe(["photos/kept.jpg"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("photos/../../x")]
    [InlineData("photos/./x")]
    [InlineData("photos//x")]
    [InlineData("photos/")]
    [InlineData("photos\\..\\x")]
    [InlineData("c:/x")]
    [InlineData("../../wwwroot/x.cshtml")]
    [InlineData("photos/.unfinished")]
    [InlineData(".unfinished/x")]
    [InlineData("photos/x.")]
    [InlineData("Photos/X.jpg")]
    [InlineData("photos/con jpg")]
    [InlineData("photos/\0.jpg")]
    [InlineData("photos/\u202Egpj.exe")]
    [InlineData("photos/%2e%2e/x")]
    public async Task A_key_that_leaves_its_store_or_hides_in_it_is_a_mistake(string key)
    {
        await Should.ThrowAsync<ArgumentException>(() => Put(key, [1]));
        await Should.ThrowAsync<ArgumentException>(() => Blobs.OpenRead(key, CancellationToken.None));
        await Should.ThrowAsync<ArgumentException>(() => Blobs.Exists(key, CancellationToken.None));
        await Should.ThrowAsync<ArgumentException>(() => Blobs.Delete(key, CancellationToken.None));
        if (key.Length > 0 && key != "photos/")
            await Should.ThrowAsync<ArgumentException>(() => List(key));
    }

    [Fact]
    public async Task A_key_of_more_than_200_letters_is_a_mistake()
    {
        await Put(new string('a', 200), [1]);
        await Should.ThrowAsync<ArgumentException>(() => Put(new string('a', 201), [1]));
    }

    private protected Task Put(string key, byte[] content) =>
        Blobs.Put(key, new MemoryStream(content), "image/jpeg", CancellationToken.None);

    private protected async Task<byte[]> Read(string key)
    {
        await using var stream = (await Blobs.OpenRead(key, CancellationToken.None)).ShouldNotBeNull(key);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private protected async Task<List<Blob>> List(string prefix)
    {
        var found = new List<Blob>();
        await foreach (var blob in Blobs.List(prefix, CancellationToken.None))
            found.Add(blob);
        return found;
    }

    /// <summary>Says it has a thousand bytes and breaks after the first hundred.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        public BrokenStream() : base(Encoding.ASCII.GetBytes(new string('x', 1000)))
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => Break(base.Read(buffer, offset, Math.Min(count, 50)));

        public override int Read(Span<byte> buffer) => Break(base.Read(buffer[..Math.Min(buffer.Length, 50)]));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span));

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("broken");

        private int Break(int read) => Position > 100 ? throw new IOException("broken") : read;
    }
}
