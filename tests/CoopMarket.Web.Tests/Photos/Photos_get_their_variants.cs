using CoopMarket.Domain.Photos;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Photos.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Photos;

public sealed class Photos_get_their_variants
{
    [Theory, EveryDatabase]
    internal async Task A_photo_waits_then_stands_in_all_widths_and_formats(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        (await market.AddPhotoAsync(coop, coop.Id)).IsDone.ShouldBeTrue();
        (await market.RowsAsync<Photo>()).Single().State.ShouldBe(PhotoState.Pending);

        (await market.DevelopAsync()).ShouldBe(1);

        var photo = (await market.RowsAsync<Photo>()).Single();
        photo.State.ShouldBe(PhotoState.Ready);
        var expected = PhotoWidths.Of(200).SelectMany(w => Enum.GetValues<PhotoFormat>(), (w, f) => new[] { Variants.Key(photo.Hash, w, f), Variants.Key(photo.Hash, w, f, isLight: true) })
            .SelectMany(k => k).Append(Variants.MasterKey(photo.Hash));
        (await market.KeysAsync()).ShouldBe(expected, ignoreOrder: true);
        (await market.DevelopAsync()).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    internal async Task What_a_kill_left_half_done_is_finished_once_the_claim_has_run_out(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        await market.AddPhotoAsync(coop, coop.Id);
        var photo = (await market.RowsAsync<Photo>()).Single();
        // As it stands when the process dies between a put and «ready»: claimed, some variants there, not all.
        await market.Services.GetRequiredService<Variants>().EnsureAsync(photo.Hash, 160, PhotoFormat.WebP, CancellationToken.None);
        var until = market.Clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        await market.InDbAsync(db => db.Set<Photo>().ExecuteUpdateAsync(set => set.SetProperty(p => p.ClaimedUntil, until).SetProperty(p => p.Tries, 1)));

        (await market.DevelopAsync()).ShouldBe(0, "another node may still be at it");
        (await market.RowsAsync<Photo>()).Single().State.ShouldBe(PhotoState.Pending);

        market.Clock.Advance(TimeSpan.FromMinutes(6));
        (await market.DevelopAsync()).ShouldBe(1);
        (await market.RowsAsync<Photo>()).Single().State.ShouldBe(PhotoState.Ready);
        (await market.KeysAsync()).Count.ShouldBe(13);
    }

    [Theory, EveryDatabase]
    internal async Task A_photo_that_fails_rests_and_is_broken_at_last(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        await market.AddPhotoAsync(coop, coop.Id);
        var photo = (await market.RowsAsync<Photo>()).Single();
        await market.Services.GetRequiredService<IBlobs>().Delete(Variants.MasterKey(photo.Hash), CancellationToken.None);

        for (var @try = 1; @try < 8; @try++)
        {
            (await market.DevelopAsync()).ShouldBe(0);
            (await market.RowsAsync<Photo>()).Single().State.ShouldBe(PhotoState.Pending);
            market.Clock.Advance(TimeSpan.FromHours(1));
        }

        await market.DevelopAsync();
        (await market.RowsAsync<Photo>()).Single().State.ShouldBe(PhotoState.Broken);
    }

    [Fact]
    public async Task A_store_that_is_away_for_a_day_breaks_no_photo()
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite);
        var coop = await market.SellingCoopAsync();
        await market.AddPhotoAsync(coop, coop.Id);
        using var works = new PhotoWorks();
        var blobs = new CountedBlobs(market.Services.GetRequiredService<IBlobs>()) { IsAway = true };
        using var variants = new Variants(blobs, works, new PhotoMasters(blobs));
        MakeVariants job = new(
            market.Services.GetRequiredService<IServiceScopeFactory>(), variants, new Masters(blobs, works), market.Services.GetRequiredService<SeedPictures>(), market.Clock,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<MakeVariants>.Instance);

        for (var hour = 0; hour < 24; hour++)
        {
            (await job.RunAsync(CancellationToken.None)).ShouldBe(0);
            market.Clock.Advance(TimeSpan.FromHours(1));
        }

        (await market.RowsAsync<Photo>()).Single().State.ShouldBe(PhotoState.Pending);
        blobs.IsAway = false;
        (await job.RunAsync(CancellationToken.None)).ShouldBe(1);
        (await market.RowsAsync<Photo>()).Single().State.ShouldBe(PhotoState.Ready);
    }

    [Fact]
    public async Task Five_hundred_who_miss_the_same_variant_cause_one_resize()
    {
        using var pictures = new Pictures();
        using var works = new PhotoWorks();
        var blobs = new CountedBlobs(new DiskBlobs(pictures.Folder, TimeProvider.System));
        using var variants = new Variants(blobs, works, new PhotoMasters(blobs));
        var (picture, _) = await new Masters(blobs, works).TakeInAsync(pictures.File(PhotosFactory.Jpeg()), CancellationToken.None);
        blobs.Puts = 0;

        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => variants.EnsureAsync(picture!.Hash, 320, PhotoFormat.WebP, CancellationToken.None))));

        answers.ShouldAllBe(a => a);
        blobs.Puts.ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_shared_work_the_same_five_hundred_resize_again_and_again()
    {
        using var pictures = new Pictures();
        using var works = new PhotoWorks();
        var blobs = new CountedBlobs(new DiskBlobs(pictures.Folder, TimeProvider.System));
        var (picture, _) = await new Masters(blobs, works).TakeInAsync(pictures.File(PhotosFactory.Jpeg()), CancellationToken.None);
        var master = await File.ReadAllBytesAsync(Path.Combine(pictures.Folder, Variants.MasterKey(picture!.Hash)));
        blobs.Puts = 0;

        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(async () =>
        {
            var key = Variants.Key(picture.Hash, 320, PhotoFormat.WebP);
            if (!await blobs.Exists(key, CancellationToken.None))
                await blobs.Put(key, new MemoryStream(await works.Make(master, 320, PhotoFormat.WebP, CancellationToken.None)), "image/webp", CancellationToken.None);
        })));

        blobs.Puts.ShouldBeGreaterThan(1);
    }

    /// <summary>Counts what is written.</summary>
    private sealed class CountedBlobs(IBlobs inner) : IBlobs
    {
        private int _puts;

        public bool IsAway { get; set; }

        public int Puts
        {
            get => _puts;
            set => _puts = value;
        }

        public Task Put(string key, Stream content, string contentType, CancellationToken cancel)
        {
            Interlocked.Increment(ref _puts);
            return inner.Put(key, content, contentType, cancel);
        }

        public Task<Stream?> OpenRead(string key, CancellationToken cancel) => inner.OpenRead(key, cancel);

        public Task<bool> Exists(string key, CancellationToken cancel) => IsAway ? throw new IOException("no answer") : inner.Exists(key, cancel);

        public Task Delete(string key, CancellationToken cancel) => inner.Delete(key, cancel);

        public IAsyncEnumerable<Blob> List(string prefix, CancellationToken cancel) => inner.List(prefix, cancel);
    }
}
