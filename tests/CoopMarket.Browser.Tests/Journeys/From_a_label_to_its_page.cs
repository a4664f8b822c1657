using System.Text;
using System.Text.RegularExpressions;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Lots;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Lots;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>Labels are printed, a reader scans one, and the lot is called back.</summary>
public sealed class From_a_label_to_its_page(StandingMarket standing) : IClassFixture<StandingMarket>
{
    private const int Least = 18;

    [Fact]
    public async Task Every_code_on_every_paper_can_be_read_and_leads_to_the_lot()
    {
        var market = standing.Market;
        var lot = await market.LotAsync(standing.Garlic, "TĐ-2611-07", new(2027, 11, 1));
        var code = (await market.LotAsync(lot)).Code;
        Screen screen = new(market, await Chromium.WindowAsync(market.Url, 1280, scripts: true, density: 3), scripts: true);
        await standing.SignInAsync(screen);

        foreach (var (paper, count) in new[] { ("A24", 24), ("A40", 40), ("A65", 65), ("R58", 1), ("R80", 1) })
        {
            await screen.OpenAsync($"/sell/lots/{lot}/labels?paper={paper}&in=en");
            await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await screen.Page.SetViewportSizeAsync(794, 1123);
            var side = await screen.Page.EvaluateAsync<double>("document.querySelector('.face-qr').getBoundingClientRect().width / 96 * 25.4");
            side.ShouldBeGreaterThanOrEqualTo(Least - .01, paper);
            var read = await Zbar.ReadAsync(await screen.Page.Locator(".labels").ScreenshotAsync(new() { Scale = ScreenshotScale.Device }));
            read.ShouldBe(Enumerable.Repeat($"{market.Url}/q/{code}", count), paper);
            await screen.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        }

        await screen.OpenAsync("/q/" + code);
        (await screen.Page.Locator("main").InnerTextAsync()).ShouldContain("TĐ-2611-07");
        await screen.OpenAsync($"/sell/lots/{lot}/recall");
        await screen.Page.FillAsync("[name='Form.Reason']", "Nắp không kín, xin đừng ăn.");
        await screen.Page.ClickAsync("main form button");
        (await market.LotAsync(lot)).State.ShouldBe(LotState.Recalled);
        await screen.OpenAsync("/q/" + code);
        (await screen.Page.Locator("main").InnerTextAsync()).ShouldContain("Nắp không kín");
        await screen.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_in_it_stands_on_the_label_and_a_bar_codes_number_leads_from_it()
    {
        const string gtin = "06291041500213";
        var market = standing.Market;
        var honey = await market.LiveProductAsync(seller: standing.Coop, name: "Tỏi ngâm mật ong", untold: true);
        var lot = await market.LotAsync(honey, "MO-7", new(2027, 11, 1));
        Screen screen = new(market, await Chromium.WindowAsync(market.Url, 360, scripts: true, density: 3), scripts: true);
        await standing.SignInAsync(screen);
        await screen.OpenAsync($"/sell/lots/{lot}/labels?in=en");
        await screen.Page.Locator("main .note", new() { HasText = "thành phần" }).GetByRole(AriaRole.Link).ClickAsync();
        await screen.Page.FillAsync("[name='Form.IngredientsVi']", "Tỏi đen, mật ong, vừng");
        await screen.Page.FillAsync("[name='Form.IngredientsEn']", "Black garlic, honey, sesame");
        await screen.Page.CheckAsync("[name='Form.Allergens'][value=Sesame]");
        await screen.Page.ClickAsync("main form .btn.full");
        await screen.OpenAsync($"/sell/products/{honey.Product}/sizes/{honey.Variant}");
        await screen.Page.FillAsync("[name='Form.Gtin']", "629-1041-500213");
        await screen.Page.ClickAsync("main form .btn.full");

        await screen.OpenAsync($"/sell/lots/{lot}/labels?in=en");
        (await screen.Page.Locator(".face").First.Locator(".face-of b").InnerTextAsync()).ShouldBe("sesame");
        (await screen.Page.Locator("[data-cut]").IsHiddenAsync()).ShouldBeTrue("all of it fits");
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await screen.Page.SetViewportSizeAsync(794, 1123);
        (await Zbar.ReadAsync(await screen.Page.Locator(".labels").ScreenshotAsync(new() { Scale = ScreenshotScale.Device }))).ShouldBe(Enumerable.Repeat($"{market.Url}/01/{gtin}/10/MO-7", 24));
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await screen.OpenAsync($"/01/{gtin}/10/MO-7");
        screen.Page.Url.ShouldEndWith("/q/" + (await market.LotAsync(lot)).Code);

        // As much as a seller may write, which no label has room for.
        await screen.OpenAsync($"/sell/products/{honey.Product}/contents");
        await screen.Page.FillAsync("[name='Form.IngredientsVi']", string.Join(", ", Enumerable.Repeat("Tỏi đen", 90)));
        await screen.Page.ClickAsync("main form .btn.full");
        await screen.OpenAsync($"/sell/lots/{lot}/labels?in=vi");
        (await screen.Page.Locator("[data-cut]").IsVisibleAsync()).ShouldBeTrue("she is told before she prints");

        // On a roll the label grows, and so does its piece of paper.
        foreach (var paper in new[] { "R58", "R80" })
        {
            await screen.OpenAsync($"/sell/lots/{lot}/labels?in=vi&paper={paper}");
            (await screen.Page.Locator("[data-cut]").CountAsync()).ShouldBe(0, paper);
            (await screen.Page.EvaluateAsync<bool>("(face => face.scrollHeight <= face.clientHeight)(document.querySelector('.face'))")).ShouldBeTrue(paper);
            await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });
            Regex.Count(Encoding.Latin1.GetString(await screen.Page.PdfAsync(new() { PreferCSSPageSize = true })), @"/Type\s*/Page\b").ShouldBe(1, paper);
            await screen.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        }

        await screen.Page.Context.CloseAsync();
    }
}
