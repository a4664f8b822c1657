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
}
