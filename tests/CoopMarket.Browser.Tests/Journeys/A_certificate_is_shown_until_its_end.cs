using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A cooperative sends a photo of its OCOP paper, an admin compares and confirms it, buyers see the badge until its last day is over.</summary>
public sealed class A_certificate_is_shown_until_its_end
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task She_sends_the_paper_an_admin_confirms_it_and_at_its_end_it_is_gone(int width, bool scripts)
    {
        await using var market = await LiveMarket.OpenAsync();
        var (manager, email) = await market.PersonWithPasswordAsync("Lò Thị Pâng");
        var garlic = await market.LiveProductAsync(seller: await market.SellingCoopAsync("Tỏi đen Gia Phù", manager), name: "Tỏi đen một nhánh");
        var photo = PhotosFactory.Jpeg();
        var pang = await Screen.OpenAsync(market, width, scripts);
        await new AccountPages(pang).SignInAsync(email, LiveMarket.Password);
        await new ProductPages(pang).CertifyAsync("Tỏi đen một nhánh", "1127/QĐ-UBND", "2025-07-01", "2026-11-24", photo);
        await pang.SeesAsync("certificates.standing.waiting");
        var hanh = await Screen.OpenAsync(market, width, scripts);
        await hanh.OpenAsync("/p/" + garlic.Slug);
        (await hanh.Page.Locator(".badges li").CountAsync()).ShouldBe(0);

        var office = await OfficePages.OpenAsync(market, width, scripts);
        await office.OpenAsync("/admin/certificates");
        await office.FollowNamedAsync("OCOP 4 sao");
        var paper = await office.Page.RunAndWaitForDownloadAsync(() => office.Page.Locator("a[href$='/paper']").ClickAsync());
        (await File.ReadAllBytesAsync(await paper.PathAsync())).ShouldBe(photo);
        await office.PressAsync("certificates.admin.confirm");
        await office.SeesAsync("certificates.admin.confirmed");
        await market.DeliverAsync();

        await hanh.OpenAsync("/p/" + garlic.Slug);
        var badge = await hanh.Page.Locator(".badges li").InnerTextAsync();
        badge.ShouldContain("OCOP 4 sao");
        badge.ShouldContain("1127/QĐ-UBND");
        badge.ShouldContain("24/11/2026");

        market.Clock.Advance(TimeSpan.FromDays(2));
        await hanh.OpenAsync("/p/" + garlic.Slug);
        (await hanh.Page.Locator(".badges li").CountAsync()).ShouldBe(0);
        (await hanh.Page.Locator("main").InnerTextAsync()).ShouldNotContain("OCOP");
    }
}
