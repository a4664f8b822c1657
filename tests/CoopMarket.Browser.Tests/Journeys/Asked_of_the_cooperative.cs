using System.Text.RegularExpressions;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Questions;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A guest asks with a photo, the cooperative is warned and answers, the guest reads it by her link.</summary>
public sealed partial class Asked_of_the_cooperative
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task It_is_asked_answered_and_read_by_the_link(int width, bool scripts)
    {
        await using var market = await LiveMarket.OpenAsync();
        var (manager, email) = await market.PersonWithPasswordAsync("Lò Thị Pâng");
        var garlic = await market.LiveProductAsync(seller: await market.SellingCoopAsync("Tỏi đen Gia Phù", manager), onHand: 10);

        var hanh = await Screen.OpenAsync(market, width, scripts);
        await hanh.OpenAsync("/p/" + garlic.Slug);
        await hanh.FollowNamedAsync(hanh.Say("questions.ask.link"));
        await hanh.FillAsync("questions.field.words", "Hũ của tôi có lớp trắng như trong ảnh, có phải mốc không?");
        await hanh.FillAsync("questions.field.name", "chị Hạnh");
        await hanh.FillAsync("questions.field.email", "hanh@thu.test");
        await hanh.Page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "hu.jpg", MimeType = "image/jpeg", Buffer = PhotosFactory.Jpeg(800, 600) });
        await hanh.PressAsync("questions.ask.do");
        await hanh.SeesAsync("questions.ask.done");
        (await market.RowsAsync<Photo>()).Count(p => p.SubjectKind == PhotoSubjectKind.Message).ShouldBe(1);

        var pang = await Screen.OpenAsync(market, width, scripts);
        await new AccountPages(pang).SignInAsync(email, LiveMarket.Password);
        await pang.OpenAsync("/sell");
        await pang.FollowNamedAsync(pang.Say("desk.today.asked.see"));
        await pang.FollowNamedAsync("chị Hạnh");
        await pang.ReadsAsync("có phải mốc không?");
        var picture = pang.Page.Locator(".thread img");
        await picture.ScrollIntoViewIfNeededAsync();
        (await picture.EvaluateAsync<bool>("img => img.decode().then(() => img.naturalWidth > 0)")).ShouldBeTrue("the photo is seen at the desk");
        await pang.FillAsync("questions.field.words", "Chị gọi 0912 345 678 nhé");
        await pang.PressAsync("questions.send");
        await pang.SeesAsync("questions.warn.sender");
        await pang.FillAsync("questions.field.words", "Đó là đường của tỏi, không phải mốc chị ạ.");
        await pang.PressAsync("questions.send-sure");
        await pang.SeesAsync("questions.sent");

        await market.DeliverAsync();
        var letter = market.Post.Letters.Where(l => l.To == "hanh@thu.test").ShouldHaveSingleItem();
        var reader = await Screen.OpenAsync(market, width, scripts);
        await reader.OpenAsync(Link().Match(letter.Text).Value);
        await reader.ReadsAsync("Đó là đường của tỏi");
        await reader.FillAsync("questions.field.words", "Cảm ơn chị!");
        await reader.PressAsync("questions.send");
        await reader.SeesAsync("questions.sent");
        (await market.RowsAsync<QuestionMessage>()).OrderBy(m => m.Number).Select(m => (m.Side, m.Signs)).ShouldBe(
            [(QuestionSide.Buyer, OutsideSigns.None), (QuestionSide.Cooperative, OutsideSigns.None), (QuestionSide.Buyer, OutsideSigns.None)]);
    }

    [GeneratedRegex(@"/questions/CM\w{8}/[\w-]{22}")]
    private static partial Regex Link();
}
