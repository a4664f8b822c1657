using System.Globalization;
using System.Text.RegularExpressions;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shipping.Contract;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Search;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Storefront;

public sealed partial class Shelves_are_narrowed
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    [Theory, EveryDatabase]
    internal async Task Each_choice_holds_as_many_as_it_says_alone_and_beside_another(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await DemoShelves.FillAsync(market);

        var all = await ShelfAsync(market, Sieve.None);
        all.Facets.Select(f => f.Facet).ShouldBe(Enum.GetValues<Facet>());
        all.Facets.Single(f => f.Facet == Facet.Paper).Options.ShouldContain(o => o.Value == "ocop-4");
        foreach (var (facet, options) in all.Facets.Where(f => f.Facet != Facet.Kind))
            foreach (var option in options.Where(o => facet != Facet.To || o.Value is "VN" or "FR" or "US" or "JP"))
            {
                var narrowed = await ShelfAsync(market, With(Sieve.None, facet, option.Value));
                narrowed.Count.ShouldBe(option.Count, $"{facet} {option.Value}");
                narrowed.Facets.Single(f => f.Facet == facet).Chosen!.Count.ShouldBe(option.Count);
                foreach (var (other, beside) in narrowed.Facets.Where(f => f.Facet is not (Facet.Kind or Facet.To) && f.Facet != facet && facet is Facet.Coop or Facet.To or Facet.Paper))
                    (await ShelfAsync(market, With(With(Sieve.None, facet, option.Value), other, beside[0].Value))).Count.ShouldBe(beside[0].Count, $"{facet} {option.Value} {other}");
            }

        foreach (var below in all.Below)
            (await market.SendAsync(new ShelfPage.Query(Actor.Guest(""), below.Slug, Sieve.None, 1)))!.Count.ShouldBe(all.CountOf(below)!.Value, below.Slug);
    }

    [Theory, EveryDatabase]
    internal async Task What_goes_to_a_country_is_what_can_be_sent_there(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await DemoShelves.FillAsync(market);
        var products = await market.InDbAsync(db => db.Set<Product>().AsNoTracking().Include(p => p.Variants).Where(p => p.State == ProductState.Live).ToListAsync());
        var sellers = (await market.RowsAsync<Cooperative>()).ToDictionary(c => c.Id);
        var tree = await market.WithAsync<CategoryTree, IReadOnlyList<CategoryNode>>(t => t.AllAsync(CancellationToken.None));
        foreach (var country in (string[])["FR", "US", "AU"])
        {
            List<string> sent = [];
            foreach (var product in products)
            {
                var (from, size) = (sellers[product.Cooperative], product.Variants.MinBy(v => v.ParcelGrams)!);
                CoopCard card = new(from.Id, from.Slug, from.Name, from.BandTurn, from.Province, from.CommuneCode, from.Commune, from.Village, from.Phone, from.State, null);
                var offers = await market.WithAsync<DeliveryPrices, DeliveryOffers>(p => p.OffersAsync(
                    card, country, null, [new(product.Category!.Value, 1, size.ParcelGrams, size.LengthMm, size.WidthMm, size.HeightMm)], CancellationToken.None));
                // Of the demo's things to eat and to drink, some do not say what is in them.
                var isUntold = country == "FR" && !Contents.AreTold(product.Ingredients, product.AllergenBits) && tree.IsFood(product.Category);
                if (offers.Bar is null && !isUntold)
                    sent.Add(product.Slug);
            }

            sent.Count.ShouldBeLessThan(products.Count, "something does not go abroad");
            List<string> found = [];
            for (var page = 1; page <= 3; page++)
                found.AddRange((await ShelfAsync(market, With(Sieve.None, Facet.To, country), page)).Things.Select(t => t.Slug));
            found.Distinct().ShouldBe(sent, ignoreOrder: true, country);
        }
    }

    [Theory, EveryDatabase]
    internal async Task Food_goes_to_France_once_its_ingredients_can_be_read_there(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var tea = await market.LiveProductAsync(name: "Chè búp", untold: true);
        await market.ChangeAsync(tea.Product, p => p.Contain([]).ShouldBeNull());
        async Task<int> ToFranceAsync() => (await ShelfAsync(market, With(Sieve.None, Facet.To, "FR"))).Count;
        (await ToFranceAsync()).ShouldBe(0, "what many do not bear is told, its ingredients are not");

        foreach (var (ingredients, count) in new[] { (new LocalizedText("Chè"), 0), (new LocalizedText("Chè", "Tea"), 1), (new LocalizedText("Chè", fr: "Thé"), 1) })
        {
            await market.ChangeAsync(tea.Product, p => p.Describe(new(p.Name, p.Line, p.Description, p.Use, p.OtherNames, ingredients), p.Category).ShouldBeNull());
            (await ToFranceAsync()).ShouldBe(count, string.Join(' ', ingredients.All.Keys));
        }
    }

    [Theory, EveryDatabase]
    internal async Task A_size_that_is_sold_out_makes_nothing_cheaper(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var seller = await market.NewSellerAsync();
        var jar = await market.LiveProductAsync(seller: seller, name: "Hũ lớn", price: 400_000);
        await market.SizeAsync(jar.Product, 20_000, onHand: 0);
        var bag = await market.LiveProductAsync(seller: seller, name: "Túi", price: 300_000);
        var gone = await market.LiveProductAsync(seller: seller, name: "Hết", price: 90_000, onHand: 0);
        // Counted, and so cheap a piece that it were the first of what is weighed.
        await market.ChangeAsync(bag.Product, p => p.AddSize(new(Guid.CreateVersion7()), new(new("gói"), NetKind.Piece, 1_000, Money.Dong(350_000), new(600, 90, 90, 110)), 5).ShouldBeNull());

        async Task<List<long>> PricesAsync(Sieve sieve) => [.. (await ShelfAsync(market, sieve)).Things.Select(t => t.Price.Minor)];
        (await PricesAsync(Sieve.None with { Order = ShelfOrder.Cheapest })).ShouldBe([90_000, 300_000, 400_000]);
        (await PricesAsync(Sieve.None with { Order = ShelfOrder.Dearest })).ShouldBe([400_000, 300_000, 90_000]);
        (await PricesAsync(Sieve.None with { Order = ShelfOrder.Unit })).ShouldBe([90_000, 300_000, 400_000]);
        foreach (var band in PriceBand.All)
            (await PricesAsync(With(Sieve.None, Facet.Price, band.Name))).ShouldAllBe(price => band.Holds(price));
    }

    [Theory, EveryDatabase]
    internal async Task Choices_stand_in_the_address_and_each_can_be_taken_off(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var seller = await market.NewSellerAsync();
        var tea = await market.LiveProductAsync(seller: seller, name: "Chè búp");
        await market.LiveProductAsync(name: "Chè nụ");
        await market.RebuildSearchAsync();
        using var reader = market.Reader();
        var slug = (await market.RowsAsync<Cooperative>()).Single(c => c.Id == seller.Id).Slug;

        foreach (var start in (string[])["/products?", "/search?q=che&"])
        {
            var one = await reader.GetStringAsync($"{start}coop={slug}");
            Found(one).ShouldBe([tea.Slug], start);
            one.ShouldContain($"href=\"{start.TrimEnd('&', '?').Replace("&", "&amp;", StringComparison.Ordinal)}\" rel=\"nofollow\"");
            var two = await reader.GetStringAsync($"{start}coop={slug}&season=on&kind=&price=&order=");
            Found(two).ShouldBe([tea.Slug], start);
            Chip().Matches(two).Select(m => m.Groups["to"].Value.Replace("&amp;", "&", StringComparison.Ordinal)).ShouldBe([$"{start}season=on", $"{start}coop={slug}"]);
        }

        (await reader.GetStringAsync($"/products?coop={slug}")).ShouldContain("<link rel=\"canonical\" href=\"https://coopmarket.test/products\">");
        var deep = await reader.GetStringAsync($"/products?coop={slug}&season=on");
        deep.ShouldContain("<meta name=\"robots\" content=\"noindex\">");
        deep.ShouldNotContain("rel=\"canonical\"");
        Found(await reader.GetStringAsync("/products?coop=evil&price=evil&paper=evil&to=evil&season=evil&commune=%00&kind=evil")).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task Shelves_follow_what_changes_and_know_within_a_minute_what_is_left(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.LiveProductAsync(name: "Chè búp");
        (await ShelfAsync(market, Sieve.None)).Facets.Single(f => f.Facet == Facet.Ready).Options[0].Count.ShouldBe(1);
        var nub = await market.LiveProductAsync(name: "Chè nụ");
        await market.DeliverAsync();
        var soon = await ShelfAsync(market, Sieve.None);
        (soon.Count, soon.Facets.Single(f => f.Facet == Facet.Ready).Options[0].Count).ShouldBe((2, 2));

        await market.InDbAsync(db => db.Set<Variant>().Where(v => v.Product == nub.Product).ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, 0)));
        var sold = await ShelfAsync(market, Sieve.None);
        sold.Things.Single(t => t.Id == nub.Product).IsReady.ShouldBeFalse("how many are left is asked for each page");
        sold.Facets.Single(f => f.Facet == Facet.Ready).Options[0].Count.ShouldBe(2);
        market.Clock.Advance(Minute);
        (await ShelfAsync(market, Sieve.None)).Facets.Single(f => f.Facet == Facet.Ready).Options[0].Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task Goods_are_put_in_order_by_age_and_by_what_a_hundred_grams_cost(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await DemoShelves.FillAsync(market);
        using var reader = market.Reader();
        (await reader.GetStringAsync("/products?p=2")).ShouldContain("<link rel=\"canonical\" href=\"https://coopmarket.test/products?p=2\">");

        var things = (await ShelfAsync(market, Sieve.None with { Order = ShelfOrder.Newest })).Things;
        things.Select(t => t.FirstLiveAt).ShouldBe(things.Select(t => t.FirstLiveAt).OrderDescending());
        var sizes = await market.InDbAsync(db => db.Set<Variant>().AsNoTracking().ToListAsync());
        List<(int Kind, long Price)> Worth(IEnumerable<Thing> those) =>
        [
            .. those.Select(t => sizes.Where(v => v.Product == t.Id && v.IsOffered).ToList())
                .Select(v => (v.Exists(s => s.Kind == NetKind.Mass) ? 0 : v.Exists(s => s.Kind == NetKind.Volume) ? 1 : 2, v.Min(s => s.Price.Minor * 1_000 / s.NetAmount))),
        ];
        foreach (var worth in new[]
        {
            Worth((await ShelfAsync(market, Sieve.None with { Order = ShelfOrder.Unit })).Things),
            Worth((await market.SendAsync(new SearchPage.Query(Actor.Guest(""), "mật ong", Sieve.None with { Order = ShelfOrder.Unit }, 1))).Things),
        })
        {
            worth.Count.ShouldBeGreaterThan(3);
            worth.ShouldBe(worth.Order());
        }
    }

    [Fact]
    internal async Task A_hundred_who_ask_at_once_read_the_counts_once()
    {
        FacetBook book = new();
        var (reads, now) = (0, DateTimeOffset.UnixEpoch.AddDays(1));
        async Task<Faces> ReadAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref reads);
            await Task.Delay(50, cancellationToken);
            return new(
                [], new Dictionary<CooperativeId, (Seller, DateOnly?)>(), [], new HashSet<(CooperativeId, Zone)>(), new Dictionary<string, Reach>(), [],
                new Dictionary<VariantId, SendWindow>(), [], [])
            {
                FeeBasisPoints = 0,
                Seals = [],
                Stars = new Dictionary<ProductId, Domain.Reviews.StarTally>(),
                Tellings = [],
                Shared = new HashSet<ProductId>(),
            };
        }

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => book.OfAsync(ReadAsync, now, CancellationToken.None)));
        reads.ShouldBe(1);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => book.OfAsync(ReadAsync, now.AddSeconds(45), CancellationToken.None)));
        reads.ShouldBe(2, "one reads anew before the minute is over, the others go on with what there is");
        await book.OfAsync(ReadAsync, now.AddSeconds(200), CancellationToken.None);
        reads.ShouldBe(3);
    }

    [Theory]
    [InlineData("vi", 1000, "1.000")]
    [InlineData("vi", 1001, "1.000+")]
    [InlineData("en", 48_212, "1,000+")]
    [InlineData("en", 7, "7")]
    internal void More_than_a_thousand_is_a_thousand_and_more(string language, int count, string written)
    {
        CultureInfo.CurrentCulture = Languages.Culture(language);
        Units.UpTo(count).ShouldBe(written);
    }

    private static async Task<ShelfPage.View> ShelfAsync(Market market, Sieve sieve, int page = 1)
        => (await market.SendAsync(new ShelfPage.Query(Actor.Guest(""), null, sieve, page)))!;

    private static Sieve With(Sieve sieve, Facet facet, string value) => sieve with { Chosen = sieve.Chosen.Append(new(facet, value)).ToDictionary() };

    private static List<string> Found(string page) => [.. Address().Matches(page).Select(m => m.Groups["slug"].Value)];

    [GeneratedRegex("<h3><a href=\"/p/(?<slug>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("<a href=\"(?<to>[^\"]+)\" rel=\"nofollow\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chip();
}
