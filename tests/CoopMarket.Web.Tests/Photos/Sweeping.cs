using CoopMarket.Domain.Photos;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Photos.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Photos;

public sealed class Sweeping
{
    [Theory, EveryDatabase]
    internal async Task What_nobody_shows_is_swept_after_a_day_and_nothing_else(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        // Files are as old as the disk says: the market's clock starts where the disk's stands.
        market.Clock.SetUtcNow(TimeProvider.System.GetUtcNow().AddMinutes(1));
        var coop = await market.SellingCoopAsync();
        var me = Actor.Of(coop.Manager, "");
        var shown = (await market.AddPhotoAsync(coop, coop.Id)).Value;
        var removed = (await market.AddPhotoAsync(coop, coop.Id)).Value;
        await market.DevelopAsync();
        using var pictures = new Pictures();
        (await market.SendAsync(new TakeInPhoto.Command(me, coop.Id, coop.Id, pictures.File(PhotosFactory.Jpeg())))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new RemovePhoto.Command(me, coop.Id, removed))).IsDone.ShouldBeTrue();

        await market.RoundAsync<SweepPhotos>();
        (await market.KeysAsync()).Count.ShouldBe(13 + 13 + 1, "a day has not gone by");

        market.Clock.Advance(TimeSpan.FromHours(25));
        await market.RoundAsync<SweepPhotos>();
        (await market.KeysAsync()).Count.ShouldBe(13);
        (await market.RowsAsync<Photo>()).Single().Id.ShouldBe(shown);
    }

    [Theory, EveryDatabase]
    internal async Task A_file_that_is_missing_is_found(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        await market.AddPhotoAsync(coop, coop.Id);
        await market.DevelopAsync();
        (await FindAsync<PhotosHaveFiles>(market)).ShouldBe(new Finding(Holds: true, "1 photos"));

        var key = Variants.Key((await market.RowsAsync<Photo>()).Single().Hash, 160, Adapters.Images.PhotoFormat.Avif);
        await market.Services.GetRequiredService<IBlobs>().Delete(key, CancellationToken.None);
        var found = await FindAsync<PhotosHaveFiles>(market);
        found.Holds.ShouldBeFalse();
        found.Figure.ShouldContain(key);
    }

    [Theory, EveryDatabase]
    internal async Task A_file_that_no_photo_has_is_found_once_the_sweeper_should_have_taken_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        market.Clock.SetUtcNow(TimeProvider.System.GetUtcNow().AddMinutes(1));
        var coop = await market.SellingCoopAsync();
        await market.AddPhotoAsync(coop, coop.Id);
        await market.DevelopAsync();
        using var pictures = new Pictures();
        (await market.SendAsync(new TakeInPhoto.Command(Actor.Of(coop.Manager, ""), coop.Id, coop.Id, pictures.File(PhotosFactory.Jpeg())))).IsDone.ShouldBeTrue();

        market.Clock.Advance(SweepPhotos.Rest);
        (await FindAsync<FilesHavePhotos>(market)).Holds.ShouldBeTrue("the sweeper has not come by");
        market.Clock.Advance(TimeSpan.FromDays(1));
        var found = await FindAsync<FilesHavePhotos>(market);
        found.Holds.ShouldBeFalse();
        found.Figure.ShouldStartWith("1 files belong to no photo and were not swept: media/");

        await market.RoundAsync<SweepPhotos>();
        (await FindAsync<FilesHavePhotos>(market)).Holds.ShouldBeTrue();
        (await FindAsync<PhotosHaveFiles>(market)).Holds.ShouldBeTrue();
    }

    private static Task<Finding> FindAsync<TInvariant>(Market market)
        where TInvariant : IInvariant
        => market.WithAsync<IEnumerable<IInvariant>, Finding>(all => all.OfType<TInvariant>().Single().FindAsync(CancellationToken.None));
}
