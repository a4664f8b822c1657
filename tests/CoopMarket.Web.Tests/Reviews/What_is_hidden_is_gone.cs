using System.Net;
using System.Net.Http.Headers;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Photos.Jobs;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Storefront;
using NetVips;

namespace CoopMarket.Web.Tests.Reviews;

/// <summary>Whoever kept the address of a photo has nothing of it, once the review it stands beside is not to be seen.</summary>
public sealed class What_is_hidden_is_gone
{
    [Theory, EveryDatabase]
    internal async Task A_hidden_reviews_photos_are_gone_within_a_minute_and_come_back_with_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (_, review, photo) = await ShownAsync(market);
        using var reader = market.Reader();
        var tag = await TagAsync(reader, photo);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");

        (await market.SendAsync(new HideReview.Command(admin, review, "Có mặt người khác trong ảnh"))).IsDone.ShouldBeTrue();
        market.Clock.Advance(Withheld.Rest);
        foreach (var file in new[] { "160.avif", "320.webp", "640.jpg", "320-light.avif", "master.jpg" })
            (await reader.GetAsync($"/media/{photo.Hash}/{file}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, file);
        (await AgainAsync(reader, photo, tag)).ShouldBe(HttpStatusCode.NotFound, "nor is who has it told that it still stands");
        (await market.SendAsync(new ReviewPhoto.Query(admin, photo.Id))).ShouldNotBeNull("who decides sees it");
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new ReviewPhoto.Query(OrdersFactory.Guest, photo.Id)));

        (await market.SendAsync(new KeepReview.Command(admin, review, "Người trong ảnh đồng ý"))).IsDone.ShouldBeTrue();
        market.Clock.Advance(Withheld.Rest);
        await TagAsync(reader, photo);
    }

    [Theory, EveryDatabase]
    internal async Task Who_decides_is_sent_its_photo_no_wider_than_pages_show_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var received = await market.ReceiveAsync(await market.LiveProductAsync());
        var review = (await received.WriteAsync()).Value;
        var photo = (await received.ShowAsync(review, PhotosFactory.Jpeg(800, 600))).Value;
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        (await market.SendAsync(new HideReview.Command(admin, review, "Ảnh của người khác"))).IsDone.ShouldBeTrue();
        (await WidthAsync()).ShouldBe(800, "while it waits for its turn, its master");
        await market.DevelopAsync();
        (await WidthAsync()).ShouldBe(ReviewPhoto.Widest);

        async Task<int> WidthAsync()
        {
            using var image = Image.NewFromBuffer((await market.SendAsync(new ReviewPhoto.Query(admin, photo)))!);
            return image.Width;
        }
    }

    [Theory, EveryDatabase]
    internal async Task What_its_writer_took_back_is_gone_and_so_is_a_photo_that_she_removed(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (received, review, photo) = await ShownAsync(market);
        using var reader = market.Reader();
        await TagAsync(reader, photo);
        (await received.ShowAsync(review)).IsDone.ShouldBeTrue();
        await market.DevelopAsync();
        var second = (await market.RowsAsync<Photo>()).Single(p => p.SubjectKind == PhotoSubjectKind.Review && p.Id != photo.Id);

        (await market.SendAsync(new RemoveReviewPhoto.Command(OrdersFactory.Guest, received.Order.Code, received.Secret, received.Line, photo.Id))).IsDone.ShouldBeTrue();
        market.Clock.Advance(Withheld.Rest);
        (await reader.GetAsync($"/media/{photo.Hash}/160.avif")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await TagAsync(reader, second);

        (await market.SendAsync(new TakeBackReview.Command(OrdersFactory.Guest, received.Order.Code, received.Secret, received.Line))).IsDone.ShouldBeTrue();
        market.Clock.Advance(Withheld.Rest);
        (await reader.GetAsync($"/media/{second.Hash}/160.avif")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "without waiting for what is still to be delivered");
    }

    [Theory, EveryDatabase]
    internal async Task The_same_file_beside_something_else_stays(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (_, review, photo) = await ShownAsync(market);
        var coop = await market.SellingCoopAsync();
        await market.InDbAsync(async db =>
        {
            db.Add(Photo.Add(new(Guid.CreateVersion7()), coop.Id, PhotoSubject.Of(coop.Id), new(photo.Hash, photo.Width, photo.Height, photo.Colors), LocalizedText.Empty, [], standing: true, market.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            return 0;
        });
        (await market.SendAsync(new HideReview.Command(Actor.Of(await market.PersonAsync(isAdmin: true), ""), review, "Ảnh của hợp tác xã"))).IsDone.ShouldBeTrue();
        market.Clock.Advance(Withheld.Rest);
        using var reader = market.Reader();
        await TagAsync(reader, photo);
    }

    [Theory, EveryDatabase]
    internal async Task The_same_file_beside_a_private_word_shows_it_to_nobody_else(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        market.Clock.SetUtcNow(TimeProvider.System.GetUtcNow().AddMinutes(1));
        var (received, _, photo) = await ShownAsync(market);
        using var reader = market.Reader();
        var tag = await TagAsync(reader, photo);
        await market.InDbAsync(async db =>
        {
            db.Add(Photo.Add(new(Guid.CreateVersion7()), null, PhotoSubject.Of(new ComplaintId(Guid.CreateVersion7())), new(photo.Hash, photo.Width, photo.Height, photo.Colors), LocalizedText.Empty, [], standing: true, market.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            return 0;
        });
        (await market.SendAsync(new TakeBackReview.Command(OrdersFactory.Guest, received.Order.Code, received.Secret, received.Line))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        market.Clock.Advance(Withheld.Rest);
        (await AgainAsync(reader, photo, tag)).ShouldBe(HttpStatusCode.NotFound, "the complaint's photo has no public address");

        // The review's row goes after a day; that it was withheld nothing says any more.
        market.Clock.Advance(TimeSpan.FromHours(25));
        await market.RoundAsync<SweepPhotos>();
        market.Clock.Advance(Withheld.Rest);
        (await market.RowsAsync<Photo>()).ShouldHaveSingleItem().SubjectKind.ShouldBe(PhotoSubjectKind.Complaint);
        foreach (var file in new[] { "160.avif", "320.webp", "640.jpg", "320-light.avif" })
            (await reader.GetAsync($"/media/{photo.Hash}/{file}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, file);
        (await market.KeysAsync()).ShouldBe([Variants.MasterKey(photo.Hash)], "from which the complaint's is made");
    }

    private static async Task<(Received Received, ReviewId Review, Photo Photo)> ShownAsync(Market market)
    {
        var received = await market.ReceiveAsync(await market.LiveProductAsync());
        var review = (await received.WriteAsync()).Value;
        (await received.ShowAsync(review)).IsDone.ShouldBeTrue();
        await market.DevelopAsync();
        return (received, review, (await market.RowsAsync<Photo>()).Single(p => p.SubjectKind == PhotoSubjectKind.Review));
    }

    private static async Task<EntityTagHeaderValue> TagAsync(HttpClient reader, Photo photo)
    {
        using var answer = await reader.GetAsync($"/media/{photo.Hash}/160.avif");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return answer.Headers.ETag!;
    }

    private static async Task<HttpStatusCode> AgainAsync(HttpClient reader, Photo photo, EntityTagHeaderValue tag)
    {
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/media/{photo.Hash}/160.avif");
        again.Headers.IfNoneMatch.Add(tag);
        using var answer = await reader.SendAsync(again);
        return answer.StatusCode;
    }
}
