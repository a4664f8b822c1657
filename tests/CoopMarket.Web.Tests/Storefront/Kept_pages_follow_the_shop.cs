using System.Globalization;
using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>What the shop's pages show is forgotten where it is kept, as soon as it changes, on every node.</summary>
public sealed class Kept_pages_follow_the_shop
{
    [Theory, EveryDatabase]
    internal async Task A_new_price_is_on_every_page_of_every_node_after_the_next_look(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        await market.DeliverAsync();
        using var here = NodeOf(market, market.Services.GetRequiredService<IOutputCacheStore>());
        CountingStore elsewhereStore = new();
        using var elsewhere = NodeOf(market, elsewhereStore);
        await here.LookAsync(default);
        await elsewhere.LookAsync(default);
        elsewhereStore.Forgotten.ShouldBe(1, "what it kept before it first looked may be old");
        using var reader = market.Reader();
        string[] pages = ["/", "/products", "/c/" + await CategoryAsync(market, product), "/p/" + product.Slug];
        foreach (var page in pages)
            (await reader.GetStringAsync(page)).ShouldNotContain(Shown(123_000), customMessage: page);

        await ChangePriceAsync(market, product, 123_000);
        await market.DeliverAsync();
        await here.LookAsync(default);
        await elsewhere.LookAsync(default);

        elsewhereStore.Forgotten.ShouldBe(2);
        foreach (var page in pages.Skip(1))
            (await reader.GetStringAsync(page)).ShouldContain(Shown(123_000), customMessage: page);
        await here.LookAsync(default);
        await elsewhere.LookAsync(default);
        elsewhereStore.Forgotten.ShouldBe(2, "nothing has changed");
        (await reader.GetAsync("/products")).Headers.Age.ShouldNotBeNull("nothing has changed, so the page is still kept");
    }

    [Theory, EveryDatabase]
    internal async Task A_page_that_was_read_before_a_change_and_kept_after_it_is_shown_to_nobody(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        await market.DeliverAsync();
        using var reader = market.Reader();
        // The picture of the shop is there; what is read next is the page's own.
        await reader.GetStringAsync("/products");
        using var held = await HeldReading.OfAsync(market, "catalog_variants");
        var begun = Task.Run(() => reader.GetStringAsync("/p/" + product.Slug));
        await held.HasReadAsync();

        await ChangePriceAsync(market, product, 123_000);
        await market.DeliverAsync();
        held.GoOn();

        (await begun).ShouldNotContain(Shown(123_000), customMessage: "it was read before");
        (await reader.GetStringAsync("/p/" + product.Slug)).ShouldContain(Shown(123_000));
    }

    [Theory, EveryDatabase]
    internal async Task Who_waits_for_a_page_gets_it_though_whoever_asked_first_has_gone(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        await market.DeliverAsync();
        using var reader = market.Reader();
        await reader.GetStringAsync("/products");
        using var held = await HeldReading.OfAsync(market, "catalog_variants");
        using CancellationTokenSource gone = new();
        var first = Task.Run(() => reader.GetAsync("/p/" + product.Slug, gone.Token));
        await held.HasReadAsync();
        // Whoever comes so late that the page is made for her alone proves nothing, and breaks nothing.
        var waiting = Task.Run(() => reader.GetAsync("/p/" + product.Slug));
        await Task.Delay(TimeSpan.FromMilliseconds(300));

        await gone.CancelAsync();
        held.GoOn();
        await Should.ThrowAsync<OperationCanceledException>(() => first);

        (await waiting).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    internal async Task A_page_says_its_own_address_however_somebody_else_wrote_it()
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite);
        using var reader = market.Reader();
        (await reader.GetStringAsync("/STORIES")).ShouldNotBeEmpty();

        (await reader.GetStringAsync("/stories")).ShouldNotContain("/STORIES", Case.Sensitive);
    }

    [Fact]
    internal async Task A_page_is_kept_once_through_whatever_a_link_to_it_came()
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite);
        var product = await market.LiveProductAsync();
        await market.DeliverAsync();
        using var reader = market.Reader();
        foreach (var page in (string[])["/", "/products?order=newest", "/search?q=che&p=1", "/p/" + product.Slug, "/stories", "/cooperatives", "/terms", "/sitemap.xml", "/sitemaps/products-1.xml"])
        {
            var plain = await reader.GetStringAsync(page);

            using var passedOn = await reader.GetAsync(page + (page.Contains('?') ? '&' : '?') + "fbclid=IwAR0&utm_source=zalo");

            passedOn.Headers.Age.ShouldNotBeNull(page + " was kept");
            (await passedOn.Content.ReadAsStringAsync()).ShouldBe(plain, page);
        }

        (await reader.GetStringAsync("/products?fbclid=IwAR1&order=cheapest")).ShouldNotContain("IwAR1", customMessage: "who comes next sees nothing of whom a link came through");
    }

    private static Task<string> CategoryAsync(Market market, ListedProduct product)
        => market.InDbAsync(db => db.Set<CategoryEntry>().Where(c => c.Category == product.Category).Select(c => c.Slug).FirstAsync());

    private static async Task ChangePriceAsync(Market market, ListedProduct product, long dong)
    {
        var size = await market.InDbAsync(db => db.Set<Variant>().SingleAsync(v => v.Id == product.Variant));
        string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
        (await market.SendAsync(new SaveSize.Command(
            Actor.Of(product.Manager, "127.0.0.1"), product.Cooperative, product.Product, product.Variant, size.Name.Vi, size.Name.In("en"), size.Kind, Number(size.NetAmount), Number(dong),
            Number(size.ParcelGrams), Number(size.LengthMm / 10), Number(size.WidthMm / 10), Number(size.HeightMm / 10), null))).IsDone.ShouldBeTrue();
    }

    private static KeptPages NodeOf(Market market, IOutputCacheStore store)
        => new(market.Services.GetRequiredService<IServiceScopeFactory>(), store, new(), market.Clock, NullLogger<KeptPages>.Instance);

    private static string Shown(long dong) => dong.ToString("N0", Languages.Culture("vi"));

    private sealed class CountingStore : IOutputCacheStore
    {
        public int Forgotten { get; private set; }

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
        {
            tag.ShouldBe(PublicCache.Tag);
            Forgotten++;
            return ValueTask.CompletedTask;
        }

        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
