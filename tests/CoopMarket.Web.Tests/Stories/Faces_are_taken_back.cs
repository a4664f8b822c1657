using System.Net;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Features.Stories.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Stories;

/// <summary>A photo with a face leaves pages and addresses once the woman on it, or the day she named, says so.</summary>
public sealed class Faces_are_taken_back
{
    [Theory, EveryDatabase]
    internal async Task In_one_step_and_it_is_put_back_only_when_she_agrees_anew(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story, photo) = await ShownAsync(market);
        var me = Actor.Of(coop.Manager, "");
        using var reader = market.CreateClient();
        var file = $"/media/{(await market.RowsAsync<Photo>()).Single().Hash}/160.jpg";
        (await market.SendAsync(new GiveConsent.Command(me, coop.Id, story, Sounds.Agreed(photo.Value)))).IsDone.ShouldBeTrue();
        (await reader.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await market.SendAsync(new WithdrawConsent.Command(me, coop.Id, story, (await market.RowsAsync<Consent>()).Single().Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        market.Clock.Advance(Withheld.Rest);
        (await market.RowsAsync<Photo>()).Single().RemovedAt.ShouldNotBeNull();
        (await reader.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await market.SendAsync(new PutPhotoBack.Command(me, coop.Id, photo))).Refusal.ShouldBeOfType<FaceIsTakenBack>();

        (await market.SendAsync(new GiveConsent.Command(me, coop.Id, story, Sounds.Agreed(photo.Value)))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PutPhotoBack.Command(me, coop.Id, photo))).IsDone.ShouldBeTrue();
        market.Clock.Advance(Withheld.Rest);
        (await reader.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EveryDatabase]
    internal async Task When_the_last_day_is_over(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story, photo) = await ShownAsync(market);
        var today = DateOnly.FromDateTime(market.Clock.GetUtcNow().ToOffset(VietnamDay.Offset).DateTime);
        var agreed = Sounds.Agreed(photo.Value, today);
        agreed.GivenOn = today;
        (await market.SendAsync(new GiveConsent.Command(Actor.Of(coop.Manager, ""), coop.Id, story, agreed))).IsDone.ShouldBeTrue();

        await market.RoundAsync<EndFaces>();
        await market.DeliverAsync();
        (await market.RowsAsync<Photo>()).Single().RemovedAt.ShouldBeNull("the last day is not over");
        market.Clock.Advance(TimeSpan.FromDays(1));
        await market.RoundAsync<EndFaces>();
        await market.DeliverAsync();
        (await market.RowsAsync<Photo>()).Single().RemovedAt.ShouldNotBeNull();
    }

    private static async Task<(SellingCoop Coop, StoryId Story, PhotoId Photo)> ShownAsync(Market market)
    {
        var coop = await market.NewSellerAsync();
        var story = await market.LiveStoryAsync(coop);
        var photo = (await market.AddPhotoAsync(coop, story)).Value;
        await market.DevelopAsync();
        return (coop, story, photo);
    }
}
