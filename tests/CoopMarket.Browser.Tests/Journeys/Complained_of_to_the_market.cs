using System.Text.RegularExpressions;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Complaints;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A guest complains of what she bought, the cooperative tells its side, an admin settles it, and both read how it ends.</summary>
public sealed partial class Complained_of_to_the_market
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task It_is_filed_heard_and_settled_for_both_sides(int width, bool scripts)
    {
        await using var market = await LiveMarket.OpenAsync();
        var (manager, email) = await market.PersonWithPasswordAsync("Lò Thị Pâng");
        var garlic = await market.LiveProductAsync(seller: await market.SellingCoopAsync("Tỏi đen Gia Phù", manager), onHand: 10);

        var hanh = await Screen.OpenAsync(market, width, scripts);
        await hanh.OpenAsync("/complain?product=" + garlic.Product);
        // What is missing is asked for, and nothing that was typed is lost.
        await hanh.FillAsync("complaints.field.words", "Hũ vỡ nắp khi tới nơi.");
        await hanh.Page.Locator("[name='Form.Kind'][value='Damaged']").CheckAsync();
        await hanh.FillAsync("complaints.field.name", " ");
        await hanh.PressAsync("complaints.file.do");
        (await hanh.Page.InputValueAsync("[name='Form.Words']")).ShouldBe("Hũ vỡ nắp khi tới nơi.");
        await hanh.FillAsync("complaints.field.name", "chị Hạnh");
        await hanh.FillAsync("complaints.field.email", "hanh@thu.test");
        await hanh.PressAsync("complaints.file.do");
        await hanh.SeesAsync("complaints.file.done");
        await hanh.ReadsAsync("Hũ vỡ nắp khi tới nơi.");

        var pang = await Screen.OpenAsync(market, width, scripts);
        await new AccountPages(pang).SignInAsync(email, LiveMarket.Password);
        await pang.OpenAsync("/sell/complaints");
        await pang.ReadsAsync("Hũ vỡ nắp khi tới nơi.");
        (await pang.Page.Locator("main").InnerTextAsync()).ShouldNotContain("Hạnh", Case.Sensitive, "who complains is the market's to know");
        await pang.FillAsync("complaints.desk.words", "Hũ gói hai lớp, xin gửi hũ khác.");
        await pang.PressAsync("complaints.desk.do");
        await pang.SeesAsync("complaints.desk.done");

        var (admin, adminEmail) = await market.AdminAsync();
        await market.EnrolAsync(admin);
        var office = await Screen.OpenAsync(market, width, scripts);
        await new AccountPages(office).SignInAsync(adminEmail, LiveMarket.Password);
        await new AccountPages(office).GiveCodeAsync();
        var complaint = (await market.RowsAsync<Complaint>()).ShouldHaveSingleItem();
        await office.OpenAsync("/admin/complaints");
        await office.Page.ClickAsync($"a[href$='/admin/complaints/{complaint.Id}']");
        await office.ReadsAsync("Hũ gói hai lớp");
        await office.FillAsync("complaints.settle.words", "Hợp tác xã gửi hũ khác trong ba ngày.");
        await office.PressAsync("complaints.settle.do");
        await office.SeesAsync("complaints.settle.done");

        await market.DeliverAsync();
        var letters = market.Post.Letters.Where(l => l.To == "hanh@thu.test").ToList();
        letters.ShouldContain(l => l.Text.Contains("Hợp tác xã gửi hũ khác trong ba ngày.", StringComparison.Ordinal));
        var later = await Screen.OpenAsync(market, width, scripts);
        await later.OpenAsync(Link().Match(letters[0].Text).Value);
        await later.ReadsAsync("Hợp tác xã gửi hũ khác trong ba ngày.");
        await later.ReadsAsync("Hũ gói hai lớp");
        await pang.OpenAsync("/sell/complaints");
        await pang.ReadsAsync("Hợp tác xã gửi hũ khác trong ba ngày.");
    }

    [GeneratedRegex(@"/complaints/CM\w{8}/[\w-]{22}")]
    private static partial Regex Link();
}
