using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>The sizes of a product on a narrow phone, where their words are longest: in English, ordered ahead.</summary>
public sealed class Sizes_keep_apart
{
    private const string Outside = """
        () => [...document.querySelectorAll('.sizes span')].filter((size, at, all) => {
          const box = size.getBoundingClientRect(), text = document.createRange();
          text.selectNodeContents(size);
          const words = text.getBoundingClientRect(), column = size.closest('.sizes').getBoundingClientRect(), before = all[at - 1]?.getBoundingClientRect();
          return words.left < box.left || words.right > box.right || box.right > column.right + 1 || (before && before.top === box.top && before.right > box.left);
        }).length
        """;

    [Fact]
    public async Task Words_stay_inside_their_button_and_no_button_lies_over_another()
    {
        await using var market = await LiveMarket.OpenAsync();
        var (manager, _) = await market.PersonWithPasswordAsync("Hoàng Thị Xôm");
        var mango = await market.LiveProductAsync(seller: await market.SellingCoopAsync("Xoài Yên Châu", manager), name: "Xoài tròn Yên Châu", onHand: 0, price: 340_000);
        var second = market.Services.GetRequiredService<Ids>().New<VariantId>();
        await market.InDbAsync(async db =>
        {
            (await db.Set<Product>().Include(p => p.Variants).SingleAsync(p => p.Id == mango.Product))
                .AddSize(second, new(new("hũ 500 g", "500 g jar"), NetKind.Mass, 500, Money.Dong(1_640_000), new(700, 90, 90, 110)));
            return await db.SaveChangesAsync();
        });
        var quotas = new Dictionary<string, string?> { [mango.Variant.ToString()] = "10", [second.ToString()] = "10" };
        (await market.SendAsync(new SellAhead.Command(Actor.Of(mango.Manager, ""), mango.Cooperative, mango.Product, quotas, new(2027, 6, 5), new(2027, 6, 20), new(2027, 5, 31)))).IsDone.ShouldBeTrue();
        var phone = await Screen.OpenAsync(market, 360, scripts: false);

        await phone.OpenAsync("/en/p/" + mango.Slug);

        (await phone.Page.Locator(".sizes span").CountAsync()).ShouldBe(2);
        (await phone.Page.EvaluateAsync<int>(Outside)).ShouldBe(0);
    }

    /// <summary>Of the heavy one there is plenty and its parcel costs more: both stand beside the size that is chosen, and what is so of both stays.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    public async Task What_is_left_and_what_delivery_costs_follow_the_size_that_is_chosen(int small)
    {
        await using var market = await LiveMarket.OpenAsync();
        var (manager, _) = await market.PersonWithPasswordAsync("Hoàng Thị Xôm");
        var honey = await market.LiveProductAsync(seller: await market.SellingCoopAsync("Mật ong Chiềng Sơ", manager), name: "Mật ong rừng", onHand: small, price: 120_000);
        await market.InDbAsync(async db =>
        {
            (await db.Set<Product>().Include(p => p.Variants).SingleAsync(p => p.Id == honey.Product))
                .AddSize(market.Services.GetRequiredService<Ids>().New<VariantId>(), new(new("can 5 kg", "5 kg can"), NetKind.Mass, 5_000, Money.Dong(1_640_000), new(6_200, 200, 200, 250)));
            return await db.SaveChangesAsync();
        });
        await market.InDbAsync(db => db.Set<Variant>().Where(v => v.Product == honey.Product && v.NetAmount == 5_000).ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, 60)));
        var phone = await Screen.OpenAsync(market, 360, scripts: true);
        await phone.OpenAsync("/en/p/" + honey.Slug);
        var (left, plenty, way) = (phone.Page.GetByText("3 left"), phone.Page.GetByText(phone.Say("storefront.product.in-stock")), phone.Page.Locator("li[data-of]:visible").Filter(new() { HasText = "Delivery of one" }));
        await Assertions.Expect(left).ToHaveCountAsync(small < 10 ? 1 : 0);
        await Assertions.Expect(plenty).ToBeVisibleAsync(new() { Visible = small >= 10 });
        var light = await way.InnerTextAsync();

        await phone.Page.GetByRole(AriaRole.Radio, new() { Name = "5 kg can" }).CheckAsync();

        await Assertions.Expect(left).ToBeHiddenAsync();
        await Assertions.Expect(plenty).ToBeVisibleAsync();
        (await way.InnerTextAsync()).ShouldNotBe(light);
    }
}
