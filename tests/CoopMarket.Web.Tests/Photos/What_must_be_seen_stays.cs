using CoopMarket.Domain.Photos;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Photos;

public sealed class What_must_be_seen_stays
{
    [Theory, EveryDatabase]
    internal async Task The_spot_is_kept_on_the_photo_and_turns_the_cut_to_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var product = await market.LiveProductAsync(seller: coop);
        var photo = (await market.AddPhotoAsync(coop, product.Product)).Value;
        await market.DevelopAsync();
        (await market.RowsAsync<Photo>()).Single().Spot.ShouldBe(Focus.Center);

        (await market.SendAsync(new FocusPhoto.Command(Actor.Of(coop.Manager, ""), coop.Id, photo, "17,86"))).IsDone.ShouldBeTrue();

        (await market.RowsAsync<Photo>()).Single().Spot.ShouldBe(new Focus(17, 86));
        using var client = market.CreateClient();
        (await client.GetStringAsync("/p/" + product.Slug)).ShouldContain("class=\"fx2 fy9\"");
    }

    [Theory, EveryDatabase]
    internal async Task What_is_no_spot_is_refused_with_a_sentence(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var photo = (await market.AddPhotoAsync(coop, coop.Id)).Value;
        foreach (var spot in new[] { null, "", "17", "17,", "-1,5", "101,5", "5,101", "1,2,3", "a,b", " 1,2", "1.5,2", "99999999999,1" })
        {
            var outcome = await market.SendAsync(new FocusPhoto.Command(Actor.Of(coop.Manager, ""), coop.Id, photo, spot));
            outcome.Flaws.Single().Key.ShouldBe("photos.one.spot.flaw", spot);
        }

        (await market.RowsAsync<Photo>()).Single().Spot.ShouldBe(Focus.Center);
    }

    [Fact]
    public void Every_spot_is_written_and_read_back()
        => CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.Int[0, 100], CsCheck.Gen.Int[0, 100]), (x, y) => Focus.Read(new Focus(x, y).ToString()) == new Focus(x, y));
}
