using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Reviews;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Reviews;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A guest says how it was that arrived, the cooperative answers, a reader reports it, an admin hides it.</summary>
public sealed class Said_of_what_arrived
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task It_is_written_answered_reported_and_hidden(int width, bool scripts)
    {
        await using var market = await LiveMarket.OpenAsync();
        var (manager, email) = await market.PersonWithPasswordAsync("Lò Thị Pâng");
        var garlic = await market.LiveProductAsync(seller: await market.SellingCoopAsync("Tỏi đen Gia Phù", manager), onHand: 10);
        var received = await market.ReceiveAsync(garlic);

        var hanh = await Screen.OpenAsync(market, width, scripts);
        await hanh.OpenAsync($"/orders/{received.Order.Code}?s={received.Secret}");
        await hanh.FollowNamedAsync(hanh.Say("orders.part.review"));
        await hanh.Page.Locator("[name='Form.Stars'][value='4']").CheckAsync();
        await hanh.FillAsync("reviews.your.words", "Hũ nào cũng dẻo, chỉ tiếc nắp hơi chặt.");
        await hanh.FillAsync("reviews.your.name", "chị Hạnh");
        await hanh.Page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "hu.jpg", MimeType = "image/jpeg", Buffer = PhotosFactory.Jpeg(800, 600) });
        await hanh.PressAsync("reviews.your.do");
        await hanh.SeesAsync("reviews.written");
        (await market.RowsAsync<Photo>()).Count(p => p.SubjectKind == PhotoSubjectKind.Review).ShouldBe(1);
        await market.DevelopAsync();

        var pang = await Screen.OpenAsync(market, width, scripts);
        await new AccountPages(pang).SignInAsync(email, LiveMarket.Password);
        await pang.OpenAsync("/sell/reviews");
        await pang.ReadsAsync("chỉ tiếc nắp hơi chặt");
        await pang.FillAsync("reviews.desk.answer", "Cảm ơn chị, mẻ sau chúng tôi đổi nắp.");
        await pang.PressAsync("reviews.desk.answer.do");
        await pang.SeesAsync("reviews.desk.answered");

        var reader = await Screen.OpenAsync(market, width, scripts);
        await market.DeliverAsync();
        await reader.OpenAsync("/p/" + garlic.Slug);
        await reader.ReadsAsync("chỉ tiếc nắp hơi chặt");
        await reader.ReadsAsync("mẻ sau chúng tôi đổi nắp");
        await reader.ReadsAsync("chị Hạnh");
        await reader.FollowNamedAsync(reader.Say("storefront.reviews.report"));
        await reader.Page.Locator("[name='Form.Reason'][value='Untrue']").CheckAsync();
        await reader.PressAsync("reviews.report.do");
        await reader.SeesAsync("reviews.report.done");

        var (admin, adminEmail) = await market.AdminAsync();
        await market.EnrolAsync(admin);
        var office = await Screen.OpenAsync(market, width, scripts);
        await new AccountPages(office).SignInAsync(adminEmail, LiveMarket.Password);
        await new AccountPages(office).GiveCodeAsync();
        await office.OpenAsync("/admin/reviews");
        await office.Page.Locator("summary", new() { HasText = "Quyết định" }).ClickAsync();
        await office.FillAsync("reviews.admin.reason", "Nắp hũ không có lỗi như lời kể.");
        await office.PressAsync("reviews.admin.hide");
        await office.SeesAsync("reviews.admin.done");

        await market.DeliverAsync();
        await reader.OpenAsync("/p/" + garlic.Slug);
        (await reader.Page.GetByText("chỉ tiếc nắp hơi chặt").CountAsync()).ShouldBe(0);
        (await market.RowsAsync<Review>()).ShouldHaveSingleItem().State.ShouldBe(ReviewState.Hidden);
        await hanh.OpenAsync(received.Path);
        await hanh.ReadsAsync("Nắp hũ không có lỗi như lời kể.");
    }
}
