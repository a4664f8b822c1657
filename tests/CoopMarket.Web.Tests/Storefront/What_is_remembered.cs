using System.Net;
using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>Pages remember what things are called; what they cost, whether they are there and how many are left they ask.</summary>
public sealed class What_is_remembered
{
    [Theory, EveryDatabase]
    internal async Task Nothing_that_must_be_true_to_the_second_is(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync(100);
        using var reader = market.Reader();
        async Task<(string Page, string Card)> SeenAsync() => (await reader.GetStringAsync($"/p/{product.Slug}".Anew()), await reader.GetStringAsync("/products".Anew()));
        var (page, card) = await SeenAsync();
        page.ShouldNotContain("123.456");

        // Written past the market's commands, so that no event tells of it.
        await market.InDbAsync(db => db.Set<Variant>().Where(v => v.Product == product.Product).ExecuteUpdateAsync(set => set.SetProperty(v => v.Price.Minor, 123_456)));
        (page, card) = await SeenAsync();
        page.ShouldContain("123.456");
        card.ShouldContain("123.456");

        await market.InDbAsync(db => db.Set<Variant>().Where(v => v.Product == product.Product).ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, 0)));
        (page, card) = await SeenAsync();
        page.ShouldNotContain("action=\"/cart/add\"");
        card.ShouldContain("Hết hàng");

        await market.InDbAsync(db => db.Set<Product>().Where(p => p.Id == product.Product).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, ProductState.Withdrawn)));
        (await reader.GetAsync($"/p/{product.Slug}".Anew())).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetStringAsync("/products".Anew())).ShouldNotContain("/p/" + product.Slug);
    }

    [Fact]
    public void Only_so_much_is_and_what_changes_takes_its_own_place()
    {
        Remembered<int, string> few = new(2);
        few.Keep(1, "one");
        few.Keep(2, "two");
        few.Keep(3, "three");
        few.Keep(1, "another one");

        few.Knows(1, out var first).ShouldBeTrue();
        first.ShouldBe("another one");
        few.Knows(2, out _).ShouldBeTrue();
        few.Knows(3, out _).ShouldBeFalse();
        few.Forget();
        few.Knows(1, out _).ShouldBeFalse();
    }
}
