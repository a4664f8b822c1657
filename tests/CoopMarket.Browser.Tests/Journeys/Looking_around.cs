using CoopMarket.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A reader's own choices, her keyboard, and what the market leaves in her browser.</summary>
public sealed class Looking_around(StandingMarket standing) : IClassFixture<StandingMarket>
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task The_language_changes_and_the_page_stays(int width, bool scripts)
    {
        var reader = await standing.GuestAsync(width, scripts);
        await reader.OpenAsync("/search?q=toi+den");
        await reader.PressAsync("shared.language.en");
        reader.Page.Url.ShouldEndWith("/en/search?q=toi+den");
        await reader.FollowNamedAsync("Black garlic");
        await reader.PressAsync("storefront.product.add");
        await reader.SeesAsync("orders.cart.added");
        await reader.PressAsync("shared.language.vi");
        new Uri(reader.Page.Url).AbsolutePath.ShouldBe("/cart");
        await reader.ReadsAsync("tỏi đen");
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_reader_saves_data_until_she_wants_no_more(int width, bool scripts)
    {
        var reader = await standing.GuestAsync(width, scripts);
        await reader.OpenAsync("/products");
        await reader.PressAsync("shared.save-data.off");
        new Uri(reader.Page.Url).AbsolutePath.ShouldBe("/products");
        await reader.OpenAsync("/");
        await reader.PressAsync("shared.save-data.on");
        await Assertions.Expect(reader.Button("shared.save-data.off")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    public async Task The_first_key_reaches_the_content_and_every_stop_is_seen(string path)
    {
        var reader = await standing.GuestAsync(1280);
        await reader.OpenAsync(path);
        await reader.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(reader.Link("shared.skip")).ToBeFocusedAsync();
        await Assertions.Expect(reader.Link("shared.skip")).ToBeInViewportAsync();
        for (var stop = 0; stop < 12; stop++)
        {
            var outline = await reader.Page.EvaluateAsync<string>("(() => { const s = getComputedStyle(document.activeElement); return `${s.outlineStyle} ${parseFloat(s.outlineWidth) >= 2}`; })()");
            outline.ShouldBe("solid true", await reader.Page.EvaluateAsync<string>("document.activeElement.outerHTML"));
            await reader.Page.Keyboard.PressAsync("Tab");
        }

        await reader.OpenAsync(path);
        await reader.Page.Keyboard.PressAsync("Tab");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Keyboard.PressAsync("Tab");
        (await reader.Page.EvaluateAsync<bool>("document.querySelector('main, footer').compareDocumentPosition(document.activeElement) !== Node.DOCUMENT_POSITION_PRECEDING")).ShouldBeTrue();
    }

    [Fact]
    public async Task On_plain_http_every_cookie_is_for_the_whole_site_and_out_of_reach_of_scripts()
    {
        var reader = await standing.ManagerAsync();
        await reader.OpenAsync("/p/" + standing.Garlic.Slug);
        await reader.PressAsync("shared.language.en");
        await reader.PressAsync("shared.save-data.off");
        await reader.PressAsync("storefront.product.add");
        var guest = await standing.GuestAsync();
        await guest.OpenAsync("/p/" + standing.Garlic.Slug);
        await guest.PressAsync("storefront.product.add");
        var shop = new ShopPages(guest);
        await shop.ToCheckoutAsync("Nguyễn Thị Hạnh", "Hà Nội");
        await shop.OrderAsync("CashOnDelivery");

        var cookies = (await reader.Page.Context.CookiesAsync()).Concat(await guest.Page.Context.CookiesAsync()).ToList();
        cookies.Select(c => c.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(["cm-form", "cm-language", "cm-orders", "cm-save-data", "cm-session"], ignoreOrder: true);
        foreach (var cookie in cookies)
            (cookie.Path, cookie.HttpOnly, cookie.SameSite, cookie.Secure).ShouldBe(("/", true, SameSiteAttribute.Lax, false), cookie.Name);
    }
}
