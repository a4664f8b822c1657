using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Search;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Shipping;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Seed;
using CoopMarket.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoopMarket.Web.Tests.Search;

/// <summary>The demo's cooperatives, goods and stories without its year: what can be found there, on either database.</summary>
internal static class DemoShelves
{
    /// <summary>Fills the shelves; answers the address of each product by its key in the content.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> FillAsync(Market market)
    {
        var stage = market.Services.GetRequiredService<Stage>();
        var content = DemoContent.Read(market.Services.GetRequiredService<IHostEnvironment>());
        var (sellers, goods, stories) = (new DemoSellers(stage, content), new DemoGoods(stage, content), new DemoStories(stage, content));
        var begin = market.Clock.GetUtcNow();
        await stage.DoAsync(new EnsureRules.Command(Stage.Seeder));
        await stage.DoAsync(new EnsureTaxRates.Command(Stage.Seeder));
        await stage.DoAsync(new EnsureForbiddenWords.Command(Stage.Seeder));
        var (admin, _) = await sellers.AdminsAsync();
        var categories = await goods.CategoriesAsync(admin, begin);
        market.Clock.Advance(TimeSpan.FromHours(1));
        var cooperatives = await sellers.CooperativesAsync(admin, begin);
        await market.DeliverAsync();
        var sizes = await goods.ProductsAsync(admin, cooperatives, categories, begin);
        await goods.CertifyAsync(admin, sizes, cooperatives);
        await market.DeliverAsync();
        await stories.TellAsync(cooperatives, sizes, begin);
        await market.DeliverAsync();
        stage.Today();
        (await market.SendAsync(new RebuildSearch.Command(Actor.Job("test")))).IsDone.ShouldBeTrue();
        var slugs = (await market.RowsAsync<Domain.Catalog.Product>()).ToDictionary(p => p.Id, p => p.Slug);
        return sizes.DistinctBy(s => s.ProductId).ToDictionary(s => s.Product.Key, s => slugs[s.ProductId], StringComparer.Ordinal);
    }
}
