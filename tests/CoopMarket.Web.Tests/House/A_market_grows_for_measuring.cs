using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Seed;
using CoopMarket.Web.Tests.Search;
using CoopMarket.Web.Tests.Storefront;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.House;

/// <summary><c>seed scale</c> copies what is on sale until there is as much as was asked for.</summary>
public sealed class A_market_grows_for_measuring
{
    [Theory, EveryDatabase]
    internal async Task Goods_are_copied_until_there_are_as_many_as_wanted_and_nothing_dangles(DatabaseProvider provider)
    {
        await using var market = await Market.OpenFreshAsync(provider);
        var first = (await DemoShelves.FillAsync(market)).Values.ToHashSet(StringComparer.Ordinal);
        var messages = (await market.RowsAsync<OutboxRow>()).Count;

        (await GrowAsync(market, 300)).ShouldBe(0);
        (await OnSaleAsync(market)).ShouldBe(300);
        var products = await market.InDbAsync(db => db.Set<Product>().AsNoTracking().Include(p => p.Variants).ToListAsync());
        products.Select(p => p.Slug).ShouldBeUnique();
        var copies = products.Where(p => !first.Contains(p.Slug)).ToList();
        copies.ShouldAllBe(p => p.Variants.Any(v => v.IsOffered) && p.Variants.All(v => v.Price.Minor > 0 && v.Price.Minor % 1_000 == 0));
        var pictured = (await market.RowsAsync<Photo>()).Select(p => p.SubjectId).ToHashSet();
        copies.ShouldAllBe(p => pictured.Contains(p.Id.Value));
        (await market.RowsAsync<OutboxRow>()).Count.ShouldBe(messages, "copies raise nothing");
        var wrong = await market.WithAsync<Check, IReadOnlyList<CheckLine>>(check => check.RunAsync(CancellationToken.None));
        wrong.Where(l => !l.Holds).Select(l => $"{l.Name}: {l.Figure}").ShouldBeEmpty();

        var stock = products.Select(p => p.Variants.Sum(v => v.OnHand)).OrderDescending().ToList();
        stock.Take(stock.Count / 10).Sum().ShouldBeGreaterThan(stock.Sum() / 2);
        copies.ShouldContain(p => p.Variants.All(v => v.OnHand == 0));

        using var reader = market.Reader();
        var one = copies.OrderBy(p => p.Slug, StringComparer.Ordinal).First(p => p.Name.Vi.Contains("Mộc Châu", StringComparison.Ordinal));
        (await reader.GetAsync("/p/" + one.Slug)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        var found = await market.WithAsync<Features.Search.Contract.Finder, Features.Search.Contract.Answer>(f => f.FindAsync(one.Name.Vi, [], CancellationToken.None));
        found.Found.ShouldContain(f => f.Id == one.Id.Value);

        (await GrowAsync(market, 300)).ShouldBe(0);
        (await market.RowsAsync<Product>()).Count.ShouldBe(products.Count);
        (await GrowAsync(market, 310)).ShouldBe(0);
        (await OnSaleAsync(market)).ShouldBe(310);
    }

    [Fact]
    public async Task Where_nothing_is_on_sale_nothing_is_copied()
    {
        await using var market = await Market.OpenFreshAsync();
        (await GrowAsync(market, 10)).ShouldBe(2);
        (await market.RowsAsync<Product>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_a_market_in_development_grows()
    {
        await using var market = await Market.OpenAsync();
        (await market.WithAsync<IServiceProvider, int>(s => s.GetRequiredKeyedService<IVerb>("seed").RunAsync(["scale", "--products", "10"], default))).ShouldBe(2);
    }

    [Theory]
    [InlineData("scale --products 20000", 20_000)]
    [InlineData("scale", null)]
    [InlineData("scale --products", null)]
    [InlineData("scale --products many", null)]
    [InlineData("scale --products 0", null)]
    public void How_many_is_said_by_a_number(string said, int? wanted) => SeedScale.Wanted(said.Split(' ')).ShouldBe(wanted);

    private static Task<int> GrowAsync(Market market, int products) => market.WithAsync<SeedScale, int>(scale => scale.RunAsync(products, CancellationToken.None));

    private static Task<int> OnSaleAsync(Market market) => market.WithAsync<Goods, int>(goods => goods.OnSale().CountAsync());
}
