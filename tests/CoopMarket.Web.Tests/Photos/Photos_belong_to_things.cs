using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Storefront;

namespace CoopMarket.Web.Tests.Photos;

public sealed class Photos_belong_to_things
{
    [Theory, EveryDatabase]
    internal async Task Another_cooperatives_product_or_photo_is_not_there(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var mine = await market.NewSellerAsync();
        var theirs = await market.NewSellerAsync();
        var product = await market.LiveProductAsync(seller: theirs);
        var photo = (await market.AddPhotoAsync(theirs, product.Product)).Value;
        var me = Actor.Of(mine.Manager, "");

        (await market.AddPhotoAsync(mine, product.Product)).Refusal.ShouldBeOfType<NotFound>();
        (await market.SendAsync(new AddPhoto.Command(me, mine.Id, product.Product, new(new string('a', 32), 10, 10, new string('0', 78)), LocalizedText.Empty))).Refusal.ShouldBeOfType<NotFound>();
        (await market.SendAsync(new SubjectPhotos.Query(me, mine.Id, product.Product))).ShouldBeNull();
        (await market.SendAsync(new OnePhoto.Query(me, mine.Id, photo))).ShouldBeNull();
        ICommand[] changes =
        [
            new MovePhoto.Command(me, mine.Id, photo, 1), new DescribePhoto.Command(me, mine.Id, photo, new("x")),
            new FocusPhoto.Command(me, mine.Id, photo, "17,83"), new RemovePhoto.Command(me, mine.Id, photo), new PutPhotoBack.Command(me, mine.Id, photo),
        ];
        foreach (var change in changes)
            (await market.SendAsync(change)).Refusal.ShouldBeOfType<NotFound>();
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new RemovePhoto.Command(me, theirs.Id, photo)));
        (await market.RowsAsync<Photo>()).Single().RemovedAt.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task Who_packs_adds_no_photos(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var packer = await market.MemberAsync(coop.Id, MemberRole.Packer);

        await Should.ThrowAsync<AccessDeniedException>(() => market.AddPhotoAsync(coop, coop.Id, by: packer));
        (await market.KeysAsync()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task The_ninth_photo_is_refused_also_when_all_come_at_once(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        for (var sent = 0; sent < 6; sent++)
            (await market.AddPhotoAsync(coop, coop.Id)).IsDone.ShouldBeTrue();

        var rest = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => market.AddPhotoAsync(coop, coop.Id)));

        rest.Count(o => o.IsDone).ShouldBeLessThanOrEqualTo(2);
        rest.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusal is TooManyPhotos || o.Refusal is ChangedMeanwhile);
        (await market.RowsAsync<Photo>()).Count.ShouldBeLessThanOrEqualTo(Photo.MostOfOne);
        while ((await market.RowsAsync<Photo>()).Count < Photo.MostOfOne)
            (await market.AddPhotoAsync(coop, coop.Id)).IsDone.ShouldBeTrue();
        (await market.AddPhotoAsync(coop, coop.Id)).Refusal.ShouldBeOfType<TooManyPhotos>();
    }

    [Theory, EveryDatabase]
    internal async Task The_eighth_and_a_ninth_that_do_not_see_each_other_would_both_be_kept(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        for (var sent = 1; sent < Photo.MostOfOne; sent++)
            (await market.AddPhotoAsync(coop, coop.Id)).IsDone.ShouldBeTrue();
        var (eighth, ninth) = ((await market.TakenInAsync(coop, coop.Id)).Value, (await market.TakenInAsync(coop, coop.Id)).Value);

        await using var twin = BrokenTwin.Heedless(market);
        (await twin.RaceAsync(eighth, ninth)).ShouldAllBe(o => o.IsDone);

        (await market.RowsAsync<Photo>()).Count.ShouldBe(Photo.MostOfOne + 1);
    }

    [Theory, EveryDatabase]
    internal async Task The_same_file_a_thousand_times_is_one_photo_and_one_master(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var product = await market.LiveProductAsync(seller: coop);
        var file = PhotosFactory.Jpeg();

        for (var sent = 0; sent < 20; sent++)
            (await market.AddPhotoAsync(coop, coop.Id, file)).IsDone.ShouldBeTrue();
        await market.DevelopAsync();
        (await market.AddPhotoAsync(coop, product.Product, file)).IsDone.ShouldBeTrue();

        var photos = await market.RowsAsync<Photo>();
        photos.Count.ShouldBe(2);
        photos.ShouldAllBe(p => p.State == PhotoState.Ready, "the variants stood when the second came");
        (await market.KeysAsync()).Count(k => k.EndsWith("master.jpg", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task Photos_are_arranged_described_removed_and_put_back(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var me = Actor.Of(coop.Manager, "");
        List<PhotoId> row = [];
        for (var sent = 0; sent < 3; sent++)
            row.Add((await market.AddPhotoAsync(coop, coop.Id)).Value);

        (await market.SendAsync(new MovePhoto.Command(me, coop.Id, row[2], -2))).IsDone.ShouldBeTrue();
        (await ShownAsync(market, coop)).ShouldBe([row[2], row[0], row[1]]);
        (await market.SendAsync(new DescribePhoto.Command(me, coop.Id, row[0], new("Nia tỏi", "A tray of garlic")))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new DescribePhoto.Command(me, coop.Id, row[0], new("a\u202eb")))).Kind.ShouldBe(OutcomeKind.Invalid);
        (await market.SendAsync(new RemovePhoto.Command(me, coop.Id, row[2]))).IsDone.ShouldBeTrue();
        (await ShownAsync(market, coop)).ShouldBe([row[0], row[1]]);
        (await market.SendAsync(new PutPhotoBack.Command(me, coop.Id, row[2]))).IsDone.ShouldBeTrue();
        (await ShownAsync(market, coop)).ShouldBe([row[0], row[1], row[2]]);
        (await market.RowsAsync<Photo>()).Single(p => p.Id == row[0]).Alt.ShouldBe(new("Nia tỏi", "A tray of garlic"));

        using var desk = await market.ClientFor(coop.Manager);
        Browser.Goal(await desk.PostFormAsync($"/sell/photos/{row[0]}", ("Form.Fr", "Un plateau d’ail"))).ShouldNotBeEmpty();
        (await market.RowsAsync<Photo>()).Single(p => p.Id == row[0]).Alt.ShouldBe(new("Nia tỏi", "A tray of garlic", "Un plateau d’ail"));
    }

    /// <summary>Pages that are kept are forgotten for a photo that readers see, however it changes, and for no photo of a draft.</summary>
    [Theory, EveryDatabase]
    internal async Task What_readers_see_of_a_photo_is_on_every_page_after_the_next_look(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var (live, draft) = (await market.LiveProductAsync(seller: coop), await market.LiveProductAsync(seller: coop));
        await market.RebuildSearchAsync();
        await market.ChangeAsync(draft.Product, p => p.Withdraw().ShouldBeNull());
        var me = Actor.Of(coop.Manager, "");
        async Task<bool> CountsAsync(Task doing)
        {
            var before = (await market.RowsAsync<Features.Search.Data.ShopChanges>()).Sum(c => c.Count);
            await doing;
            await market.DeliverAsync();
            return (await market.RowsAsync<Features.Search.Data.ShopChanges>()).Sum(c => c.Count) > before;
        }

        foreach (var (product, isSeen) in new[] { (live, true), (draft, false) })
        {
            (await CountsAsync(market.AddPhotoAsync(coop, product.Product))).ShouldBe(isSeen);
            var photo = (await market.AddPhotoAsync(coop, product.Product)).Value;
            await market.DeliverAsync();
            (await CountsAsync(market.SendAsync(new MovePhoto.Command(me, coop.Id, photo, -1)))).ShouldBe(isSeen);
            (await CountsAsync(market.SendAsync(new DescribePhoto.Command(me, coop.Id, photo, new("Nia tỏi"))))).ShouldBe(isSeen);
        }
    }

    private static async Task<IEnumerable<PhotoId>> ShownAsync(Market market, SellingCoop coop)
        => (await market.WithAsync<CoopMarket.Web.Features.Photos.Contract.Photos, IReadOnlyList<CoopMarket.Web.Features.Photos.Contract.PhotoView>>(p => p.OfAsync(coop.Id, CancellationToken.None))).Select(p => p.Id);
}
