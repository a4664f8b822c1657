using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Photos.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;
using HttpFile = Microsoft.AspNetCore.Http.FormFile;

namespace CoopMarket.Web.Tests.Photos;

/// <summary>An upload that breaks off leaves nothing behind, not even where the program was killed over it.</summary>
public sealed class What_arrives_in_half
{
    [Fact]
    public async Task Is_gone_when_it_breaks_off_and_after_a_day_where_a_killed_program_left_it()
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite);
        var settings = market.Services.GetRequiredService<MarketSettings>();
        var folder = settings.Folder("incoming");
        using Torn torn = new();

        await Should.ThrowAsync<IOException>(() => IncomingFile.SaveAsync(new HttpFile(torn, 0, 1_000, "Form.Files", "a.jpg"), settings, CancellationToken.None));
        Directory.GetFiles(folder).ShouldBeEmpty();

        var (old, fresh) = (Path.Combine(folder, "old"), Path.Combine(folder, "fresh"));
        await File.WriteAllTextAsync(old, "half");
        await File.WriteAllTextAsync(fresh, "half");
        File.SetLastWriteTimeUtc(old, (market.Clock.GetUtcNow() - SweepPhotos.Rest).UtcDateTime.AddMinutes(-1));
        File.SetLastWriteTimeUtc(fresh, market.Clock.GetUtcNow().UtcDateTime);
        await market.RoundAsync<SweepPhotos>();
        Directory.GetFiles(folder).ShouldBe([fresh]);
    }

    private sealed class Torn : MemoryStream
    {
        public Torn() : base(new byte[1_000])
        {
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("she lost her signal");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("she lost her signal");
    }
}
