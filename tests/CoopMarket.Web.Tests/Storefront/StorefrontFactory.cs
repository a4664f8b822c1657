using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>Fills shelves for tests of what readers see.</summary>
internal static class StorefrontFactory
{
    private static int _asked;

    /// <summary>The address in a currency that nobody asked for yet and the market shows as đồng, so that no kept page answers.</summary>
    public static string Anew(this string path) => $"{path}{(path.Contains('?') ? '&' : '?')}currency=x{Interlocked.Increment(ref _asked)}";

    /// <summary>A reader who keeps her cookies and comes from the market's own pages.</summary>
    public static HttpClient Reader(this Market market)
    {
        var client = market.CreateClient();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <summary>Changes a product as its commands would, with its events.</summary>
    public static async Task ChangeAsync(this Market market, ProductId id, Action<Product> change)
    {
        await using (var scope = market.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
            change(await db.Set<Product>().Include(p => p.Variants).SingleAsync(p => p.Id == id));
            scope.ServiceProvider.GetRequiredService<Outbox>().Collect();
            await db.SaveChangesAsync();
        }

        await market.DeliverAsync();
    }

    /// <summary>A live story about some products.</summary>
    public static Task<string> StoryAsync(this Market market, SellingCoop seller, string title, string body, params ProductId[] products)
        => market.InDbAsync(async db =>
        {
            var ids = market.Services.GetRequiredService<Ids>();
            var id = ids.New<StoryId>();
            var story = Story.Begin(id, seller.Id, id.ToString(), market.Clock.Now());
            story.Write(new(title), new("Câu mở đầu."), new(body), maker: null, products, market.Clock.Now());
            story.GoLive(Folding.Slug(title), market.Clock.Now()).ShouldBeNull();
            story.TakeEvents();
            db.Add(story);
            await db.SaveChangesAsync();
            return story.Slug;
        });

    /// <summary>Closes a cooperative for some days from today.</summary>
    public static Task CloseAsync(this Market market, CooperativeId cooperative, DateOnly from, DateOnly to) => market.InDbAsync(async db =>
    {
        db.Add(Closure.Of(market.Services.GetRequiredService<Ids>().New(), cooperative, from, to));
        return await db.SaveChangesAsync();
    });

    /// <summary>Reads all words anew.</summary>
    public static async Task RebuildSearchAsync(this Market market)
        => (await market.SendAsync(new RebuildSearch.Command(Actor.Job("test")))).IsDone.ShouldBeTrue();
}
