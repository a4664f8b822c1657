using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Seed;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoopMarket.Browser.Tests.Judges;

/// <summary>
/// The demo's cooperatives, goods and stories with their own texts and photos, as a reader finds them: what is measured here is
/// what a page of a real market weighs. One cooperative has orders to accept and to pack.
/// </summary>
public sealed class DemoShop : IAsyncLifetime
{
    private const string Manager = "toiden@demo.test";
    private const int Orders = 8;

    internal LiveMarket Market { get; private set; } = null!;

    /// <summary>The pages that are judged, by what they are; the category shows as many goods as a page may.</summary>
    internal IReadOnlyDictionary<string, string> Pages { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Market = await LiveMarket.OpenAsync();
        var goods = await DemoShelves.FillAsync(Market);
        var stage = Market.Services.GetRequiredService<Stage>();
        await new DemoStories(stage, DemoContent.Read(Market.Services.GetRequiredService<IHostEnvironment>())).HomeAsync();
        await TakePhotosInAsync();
        await OrderAsync(goods["toi-den-mot-nhanh"]);
        await Market.DeliverAsync();
        var pictures = await Market.RowsAsync<Photo>();
        var story = (await Market.RowsAsync<Story>()).OrderByDescending(s => s.Body.Vi.Length).First().Slug;
        var cooperative = (await Market.RowsAsync<Cooperative>()).OrderBy(c => c.Slug, StringComparer.Ordinal).First().Slug;
        // The product with most photos.
        var product = (await Market.RowsAsync<Product>()).Where(p => goods.Values.Contains(p.Slug))
            .OrderByDescending(p => pictures.Count(f => f.SubjectId == p.Id.Value)).ThenBy(p => p.Slug, StringComparer.Ordinal).First().Slug;
        Pages = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["home"] = "/",
            ["category"] = "/products",
            ["search"] = "/search?q=toi+den",
            ["product"] = "/p/" + product,
            ["story"] = "/stories/" + story,
            ["cooperative"] = "/cooperatives/" + cooperative,
            ["label"] = "/q/" + await LotAsync(product),
            ["desk"] = "/sell",
            ["inbox"] = "/sell/orders?step=accept",
        };
    }

    public ValueTask DisposeAsync() => Market.DisposeAsync();

    /// <summary>The manager with the orders signs in.</summary>
    internal static Task SignInAsync(Screen screen) => new AccountPages(screen).SignInAsync(Manager, DemoSellers.Password);

    // A lot of a product with a photo and a story.
    private async Task<string> LotAsync(string slug)
    {
        var product = (await Market.RowsAsync<Product>()).Single(p => p.Slug == slug);
        var lot = (await Market.SendAsync(new RecordLot.Command(Actor.Job("tests"), product.Cooperative, product.Id, new() { MadeOn = new(2026, 11, 1), BestBefore = new(2027, 11, 1) }))).Value;
        return (await Market.RowsAsync<Lot>()).Single(l => l.Id == lot).Code;
    }

    // What is committed is good enough to make files of, and those are made when a browser asks for them: one in ten is asked for here.
    private async Task TakePhotosInAsync()
    {
        var seeded = Market.Services.GetRequiredService<SeedPictures>();
        foreach (var hash in (await Market.RowsAsync<Photo>()).Select(p => p.Hash).Distinct(StringComparer.Ordinal))
        {
            await using var file = File.OpenRead(seeded.FileOf(hash)!);
            await Market.Services.GetRequiredService<IBlobs>().Put(Variants.MasterKey(hash), file, "image/jpeg", CancellationToken.None);
        }

        await Market.InDbAsync(db => db.Set<Photo>().ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PhotoState.Ready)));
    }

    private async Task OrderAsync(string slug)
    {
        var products = await Market.InDbAsync(db => db.Set<Product>().Include(p => p.Variants).ToListAsync());
        var hers = products.Where(p => p.Cooperative == products.Single(p => p.Slug == slug).Cooperative).ToList();
        var manager = Actor.Of(new PersonId((await Market.RowsAsync<Account>()).Single(a => a.Email == Manager).Id), "");
        for (var i = 0; i < Orders; i++)
        {
            var lines = Enumerable.Range(i, 2).Select(n => (hers[n].Variants[0].Id, 1)).ToArray();
            var (order, _) = await Market.OrderAsync(PaymentWay.CashOnDelivery, lines);
            if (i % 2 == 0)
                (await Market.SendAsync(new AcceptSellerOrder.Command(manager, hers[0].Cooperative, order.Parts[0].Id))).IsDone.ShouldBeTrue();
        }
    }
}
