using System.Globalization;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Storefront;
using CoopMarket.Web.Tests.Stories;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>What pages say of their photos' widths is what the browser lays out, at every width of window and on every kind of page that shows photos.</summary>
public sealed class Photos_fit_their_places(MarketOfPhotos market) : IClassFixture<MarketOfPhotos>
{
    // Slots are compared with boxes, and files with boxes times the density of the screen. Chromium takes the narrower of two files up
    // to the geometric mean of their widths; phones of three pixels to a point are given 1.8 of them.
    private const string Look = """
        async () => {
          const faults = [];
          const probe = document.body.appendChild(document.createElement('div'));
          probe.style.position = 'absolute';
          const told = sizes => {
            for (const part of sizes.split(',')) {
              const [, condition, length] = part.trim().match(/^((?:\([^)]*\)(?: and )?)*)\s*(.+)$/);
              if (condition && !matchMedia(condition).matches) continue;
              probe.style.width = length;
              return probe.getBoundingClientRect().width;
            }
          };
          const density = devicePixelRatio > 2.5 && innerWidth < 768 ? 1.8 : devicePixelRatio;
          let looked = 0;
          for (const photo of document.querySelectorAll('picture img')) {
            photo.loading = 'eager';
            const box = photo.getBoundingClientRect().width;
            if (box < 2) continue;
            looked++;
            await photo.decode().catch(() => {});
            if (photo.sizes) {
              const slot = told(photo.sizes) * (density === 1.8 && photo.sizes.includes('dppx') ? 1 / .6 : 1);
              if (Math.abs(slot - box) > Math.max(4, box / 20)) faults.push(`told ${slot.toFixed(1)}, laid ${box.toFixed(1)}: ${photo.sizes}`);
            }
            const widthOf = address => +address.match(/(\d+)\.\w+$/)[1];
            const source = photo.parentElement.querySelector('source');
            const offered = source.srcset.split(',').map(s => widthOf(s.trim().split(' ')[0]));
            const [chosen, needed] = [widthOf(photo.currentSrc), box * density];
            const next = offered.find(w => w > chosen);
            if (next && needed * .95 > Math.sqrt(chosen * next)) faults.push(`${chosen} chosen of ${offered}, ${needed.toFixed(0)} needed: ${photo.sizes}`);
          }
          probe.remove();
          if (!looked) faults.push('no photo at all');
          return faults;
        }
        """;

    // Nothing, or which parts moved when all moves together count for more than 0.02.
    private const string Moved = """
        () => new Promise(done => {
          const [parts, box] = [[], r => `${r.x},${r.y} ${r.width}×${r.height}`];
          let sum = 0;
          new PerformanceObserver(list => {
            for (const move of list.getEntries().filter(e => !e.hadRecentInput)) {
              sum += move.value;
              parts.push(...move.sources.map(s => `${s.node?.nodeName} ${s.node?.className ?? ''} ${box(s.previousRect)} → ${box(s.currentRect)}`));
            }
          }).observe({ type: 'layout-shift', buffered: true });
          scrollTo(0, document.body.scrollHeight);
          setTimeout(() => done(sum < .02 ? '' : `${sum}: ${parts.join('; ')}`), 400);
        })
        """;

    [Theory]
    [InlineData(360, 1)]
    [InlineData(768, 1)]
    [InlineData(1280, 1)]
    [InlineData(360, 2)]
    [InlineData(1280, 2)]
    [InlineData(390, 3)]
    public async Task The_shop_tells_the_width_that_it_lays(int width, int density)
        => (await LookAsync(market.Guest, width, density, market.Shop)).ShouldBeEmpty();

    [Theory]
    [InlineData(360, 2)]
    [InlineData(768, 1)]
    [InlineData(1280, 1)]
    public async Task The_desk_and_the_office_tell_the_width_that_they_lay(int width, int density)
    {
        (await LookAsync(market.Manager, width, density, market.Desk)).ShouldBeEmpty();
        (await LookAsync(market.Admin, width, density, market.Office)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_width_is_found_out()
    {
        var page = await market.Guest.Page.Context.NewPageAsync();
        await page.SetViewportSizeAsync(360, 640);
        await page.GotoAsync("/p/" + market.Garlic.Slug);
        await page.EvaluateAsync("document.querySelectorAll('picture source, picture img').forEach(e => { e.sizes = '50px'; })");
        string.Join('\n', await page.EvaluateAsync<string[]>(Look)).ShouldContain("told 50.0, laid 360.0");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Nothing_moves_when_photos_arrive_and_none_is_fetched_twice()
    {
        var page = await market.Guest.Page.Context.NewPageAsync();
        await page.SetViewportSizeAsync(360, 640);
        // A slow phone paints while the page still comes: what moves then is not seen on a fast one.
        var cdp = await page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 6 });
        await cdp.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 100, ["downloadThroughput"] = 50_000, ["uploadThroughput"] = 50_000 });
        foreach (var path in market.Shop)
        {
            await page.GotoAsync(path);
            (await page.EvaluateAsync<string>(Moved)).ShouldBeEmpty(path);
            var files = await page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(r => new URL(r.name).pathname).filter(p => p.startsWith('/media/'))");
            files.ShouldBe(files.Distinct(StringComparer.Ordinal), path);
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task What_moves_is_found_out()
    {
        var page = await market.Guest.Page.Context.NewPageAsync();
        await page.SetViewportSizeAsync(360, 640);
        await page.GotoAsync("/p/" + market.Garlic.Slug);
        await page.EvaluateAsync("() => new Promise(done => setTimeout(() => { document.querySelector('main').style.paddingTop = '120px'; requestAnimationFrame(() => setTimeout(done, 100)); }, 700))");
        (await page.EvaluateAsync<string>(Moved)).ShouldContain("ARTICLE offer");
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_colors_that_stand_for_a_photo_are_a_picture_of_four_by_three()
    {
        var colors = PhotoColors.Of([.. Enumerable.Range(0, 4 * 3 * 3).Select(value => (byte)(value * 7))], 4, 3);
        var page = await market.Guest.Page.Context.NewPageAsync();
        await page.GotoAsync("/about");
        var seen = await page.EvaluateAsync<string[]>(
            """
            async source => {
              const picture = Object.assign(new Image(), { src: source });
              await picture.decode();
              const brush = Object.assign(document.createElement('canvas'), { width: picture.naturalWidth, height: picture.naturalHeight }).getContext('2d');
              brush.drawImage(picture, 0, 0);
              const { data } = brush.getImageData(0, 0, picture.naturalWidth, picture.naturalHeight);
              return Array.from({ length: data.length / 4 }, (_, i) => '#' + [...data.slice(4 * i, 4 * i + 3)].map(b => b.toString(16).padStart(2, '0')).join(''));
            }
            """,
            "data:image/gif;base64," + Convert.ToBase64String(colors.ToGif()));
        seen.ShouldBe(colors.Cells);
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_press_on_the_photo_says_what_must_be_seen(bool scripts)
    {
        var screen = await Screen.OpenAsync(market.Market, 360, scripts);
        await new AccountPages(screen).SignInAsync(market.ManagerEmail, LiveMarket.Password);
        await screen.OpenAsync($"/sell/photos/{market.Photo}");
        await screen.Page.Locator(".spot").ScrollIntoViewIfNeededAsync();
        var photo = (await screen.Page.Locator(".spot picture img").BoundingBoxAsync())!;
        await screen.GoAsync(() => screen.Page.Mouse.ClickAsync(photo.X + photo.Width * .9f, photo.Y + photo.Height * .1f));
        await screen.SeesAsync("photos.one.focused");
        var spot = (await market.Market.RowsAsync<Photo>()).Single(p => p.Id == market.Photo).Spot;
        if (scripts)
        {
            spot.X.ShouldBeInRange(88, 92);
            spot.Y.ShouldBeInRange(8, 12);
        }
        else
        {
            spot.ShouldBe(new Focus(83, 17));
        }

        (await screen.Page.GetByRole(AriaRole.Button, new() { Name = screen.Say("photos.one.spot.0.2") }).GetAttributeAsync("aria-pressed")).ShouldBe("true");
        (await screen.Page.Locator(".square img").EvaluateAsync<string>("p => getComputedStyle(p).objectPosition")).ShouldBe(scripts ? "90% 10%" : "80% 20%");
        await screen.Page.Context.CloseAsync();
    }

    private static async Task<List<string>> LookAsync(Screen screen, int width, int density, IEnumerable<string> paths)
    {
        List<string> faults = [];
        var page = await screen.Page.Context.NewPageAsync();
        var cdp = await screen.Page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 800, ["deviceScaleFactor"] = density, ["mobile"] = false });
        foreach (var path in paths)
        {
            (await page.GotoAsync(path))!.Status.ShouldBe(200, path);
            faults.AddRange((await page.EvaluateAsync<string[]>(Look)).Select(f => string.Create(CultureInfo.InvariantCulture, $"{path} at {width} × {density}: {f}")));
        }

        await page.CloseAsync();
        return faults;
    }
}

/// <summary>A market whose pages show photos of every width wherever photos are shown.</summary>
public sealed class MarketOfPhotos : IAsyncLifetime
{
    internal LiveMarket Market { get; private set; } = null!;

    internal Screen Guest { get; private set; } = null!;

    internal Screen Manager { get; private set; } = null!;

    internal Screen Admin { get; private set; } = null!;

    internal string ManagerEmail { get; private set; } = "";

    internal ListedProduct Garlic { get; private set; } = null!;

    internal PhotoId Photo { get; private set; }

    internal string[] Shop { get; private set; } = [];

    internal string[] Desk { get; private set; } = [];

    internal string[] Office { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Market = await LiveMarket.OpenAsync();
        (var manager, ManagerEmail) = await Market.PersonWithPasswordAsync("Lò Thị Pâng");
        var coop = await Market.SellingCoopAsync("Tỏi đen Gia Phù", manager);
        var shelf = await Market.CategoryAsync();
        Garlic = await Market.LiveProductAsync(100, seller: coop, category: shelf);
        var others = new List<ListedProduct>();
        for (var i = 0; i < 5; i++)
            others.Add(await Market.LiveProductAsync(100, seller: coop, category: shelf, name: "Tỏi đen " + i));
        var story = await Market.LiveStoryAsync(coop, "Ba mươi ngày bên nồi ủ", Garlic.Product);
        // The same three pictures everywhere: their files are made once.
        byte[][] pictures = [.. new[] { 0, 1, 2 }.Select(i => Pictures.Flag(1_600, 1_200 + i).JpegsaveBuffer(q: 90))];
        Photo = (await Market.AddPhotoAsync(coop, Garlic.Product, pictures[0])).Value;
        await Market.AddPhotoAsync(coop, Garlic.Product, pictures[1]);
        await Market.AddPhotoAsync(coop, Garlic.Product, pictures[2]);
        foreach (var other in others)
            await Market.AddPhotoAsync(coop, other.Product, pictures[0]);
        await Market.AddPhotoAsync(coop, others[0].Product, pictures[1]);
        await Market.AddPhotoAsync(coop, story, pictures[0]);
        await Market.AddPhotoAsync(coop, story, pictures[1]);
        await Market.AddPhotoAsync(coop, coop.Id, pictures[0]);
        (await Market.SendAsync(new SeedPhoto.Command(Actor.Job("tests"), null, PhotoSubject.Home, "canh-nui-cho"))).IsDone.ShouldBeTrue();
        await Market.DevelopAsync();
        await Market.DeliverAsync();
        await Market.RebuildSearchAsync();
        var slug = (await Market.RowsAsync<Domain.Stories.Story>()).Single().Slug;
        var home = (await Market.RowsAsync<Domain.Sellers.Cooperative>()).Single(c => c.Id == coop.Id).Slug;
        Shop = ["/", "/products", "/search?q=toi+den", "/p/" + Garlic.Slug, "/p/" + others[0].Slug, "/p/" + others[1].Slug, "/stories", "/stories/" + slug, "/cooperatives/" + home, "/cart", "/checkout"];
        Desk = ["/sell/products", $"/sell/products/{Garlic.Product}", $"/sell/products/{Garlic.Product}/photos", $"/sell/photos/{Photo}", "/sell/stories", $"/sell/stories/{story}"];
        Office = [$"/admin/products/{Garlic.Product}"];
        await SeatAsync();
    }

    public ValueTask DisposeAsync() => Market.DisposeAsync();

    private async Task SeatAsync()
    {
        var (admin, adminEmail) = await Market.AdminAsync();
        await Market.EnrolAsync(admin);
        Guest = await Screen.OpenAsync(Market, 360, scripts: true);
        await Guest.OpenAsync("/p/" + Garlic.Slug);
        await Guest.PressAsync("storefront.product.add");
        Manager = await Screen.OpenAsync(Market, 360, scripts: true);
        await new AccountPages(Manager).SignInAsync(ManagerEmail, LiveMarket.Password);
        Admin = await Screen.OpenAsync(Market, 360, scripts: true);
        await new AccountPages(Admin).SignInAsync(adminEmail, LiveMarket.Password);
        await new AccountPages(Admin).GiveCodeAsync();
    }
}
