using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Certificates.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Lots;
using CoopMarket.Web.Tests.Storefront;

namespace CoopMarket.Web.Tests.Certificates;

public sealed class Certificates_end
{
    // The market's clock stands at 9 o'clock on 23 November 2026 in Vietnam.
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory, EveryDatabase]
    internal async Task At_midnight_in_Vietnam_it_is_gone_from_every_page_without_anybody_doing_anything(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        await market.ShownAsync(garlic, Ending(garlic, Today));
        var lot = await market.LotAsync((await market.RecordAsync(garlic, new() { Number = "TĐ-07", MadeOn = LotsFactory.Made, Papers = ["1127/QĐ-UBND"] })).Value);
        var slug = (await market.RowsAsync<Cooperative>()).Single(c => c.Id == garlic.Cooperative).Slug;
        string[] pages = ["/p/" + garlic.Slug, "/cooperatives/" + slug, "/q/" + lot.Code, "/products?paper=ocop-4"];
        using var reader = market.Reader();
        market.Clock.Advance(new TimeSpan(14, 59, 50));
        foreach (var page in pages)
            (await reader.GetStringAsync(page)).ShouldContain(page.StartsWith("/products", StringComparison.Ordinal) ? garlic.Slug : "1127/QĐ-UBND", Case.Sensitive, page + ", ten seconds before midnight");

        market.Clock.Advance(TimeSpan.FromSeconds(10));

        foreach (var page in pages)
            (await reader.GetStringAsync(page)).ShouldNotContain(page.StartsWith("/products", StringComparison.Ordinal) ? "/p/" + garlic.Slug : "1127/QĐ-UBND", Case.Sensitive, page + ", at midnight");
        (await market.RowsAsync<Certificate>()).ShouldHaveSingleItem().State.ShouldBe(CertificateState.Confirmed, "nobody touched it");
    }

    [Theory, EveryDatabase]
    internal async Task The_manager_is_reminded_60_and_14_days_before_each_once_and_a_missed_day_is_made_up_for(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        await market.ShownAsync(garlic, Ending(garlic, Today.AddDays(61)));
        async Task<int> LookAsync(int days)
        {
            market.Clock.Advance(TimeSpan.FromDays(days));
            var before = market.Post.Letters.Count;
            await market.RoundAsync<RemindOfEnds>();
            await market.RoundAsync<RemindOfEnds>();
            await market.DeliverAsync();
            return market.Post.Letters.Count - before;
        }

        (await LookAsync(0)).ShouldBe(0, "61 days before");
        (await LookAsync(2)).ShouldBe(1, "the day before was missed");
        market.Post.Letters[^1].Subject.ShouldBe("Giấy OCOP 4 sao hết hạn ngày 23/01/2027");
        (await LookAsync(1)).ShouldBe(0);
        (await LookAsync(44)).ShouldBe(1, "14 days before");
        (await LookAsync(5)).ShouldBe(0);
        (await LookAsync(30)).ShouldBe(0, "it is over");
    }

    [Theory, EveryDatabase]
    internal async Task Two_nodes_that_remind_at_once_write_one_letter(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        await market.ShownAsync(garlic, Ending(garlic, Today.AddDays(10)));
        var before = market.Post.Letters.Count;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => market.RoundAsync<RemindOfEnds>()));
        await market.DeliverAsync();

        (market.Post.Letters.Count - before).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task The_desk_says_what_ends_soon(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var id = await market.ShownAsync(garlic, Ending(garlic, Today.AddDays(60)));
        await market.ShownAsync(garlic, Ending(garlic, Today.AddDays(61)));

        var view = await market.SendAsync(new Features.Desk.Today.Query(DeskFactory.Manager(garlic), garlic.Cooperative));

        view.Ending.ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    private static Features.Certificates.CertificateForm Ending(ListedProduct product, DateOnly last)
    {
        var form = CertificatesFactory.Stars(product.Product);
        form.Expires = last;
        return form;
    }
}
