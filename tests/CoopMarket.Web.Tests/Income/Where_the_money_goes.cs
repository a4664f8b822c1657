using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Income;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Income;

/// <summary>The bar on a product's page is drawn from the rule and the arithmetic of the book.</summary>
public sealed class Where_the_money_goes
{
    [Fact]
    public async Task The_page_shows_a_new_rule_at_once_and_names_only_who_agreed()
    {
        await using var income = await IncomeMarket.OpenAsync();
        var product = await income.Market.LiveProductAsync(seller: income.Coop, price: 100_000);
        using var reader = income.Market.CreateClient();
        (await reader.GetStringAsync("/p/" + product.Slug)).ShouldContain("94.000");

        var shared = await income.Market.SendAsync(new ShareProduct.Command(
            income.First, income.Coop.Id, product.Product, "5.000", "1",
            [new() { Member = income.Xuan, PerUnit = "20k", Parts = "1" }, new() { Member = income.Nga, Parts = "1" }]));
        shared.IsDone.ShouldBeTrue(string.Join(", ", shared.Flaws));
        await income.Market.DeliverAsync();

        var page = await reader.GetStringAsync("/p/" + product.Slug);
        page.ShouldContain("Lò Thị Xuân và 1 chị khác");
        page.ShouldNotContain("Cà Thị Nga");
        foreach (var amount in new[] { "66.000", "23.000", "5.000", "6.000" })
            page.ShouldContain(amount);
        page.ShouldNotContain("style=\"");
        (await income.Market.SendAsync(new SharingOfProduct.Query(income.First, income.Coop.Id, product.Product)))!.Example!.Shares.Select(s => s.Amount.Minor).ShouldBe([5_000, 43_000, 23_000, 23_000]);
    }

    [Fact]
    public async Task Wages_above_what_a_sale_brings_are_said_before_they_are_kept_and_after()
    {
        await using var income = await IncomeMarket.OpenAsync();
        var product = await income.Market.LiveProductAsync(seller: income.Coop, price: 100_000);
        ShareProduct.Command Wages(string perUnit) => new(income.First, income.Coop.Id, product.Product, "5.000", "1", [new() { Member = income.Xuan, PerUnit = perUnit }]);
        (await income.Market.SendAsync(Wages("89.001"))).Refusal.ShouldBe(new WagesAboveSale(100_000, 94_000, 94_001));
        (await income.Market.SendAsync(Wages("89.000"))).IsDone.ShouldBeTrue("it just suffices");
        income.Market.Clock.Advance(TimeSpan.FromMinutes(1));

        using var desk = await income.Market.ClientFor(income.Coop.Manager);
        var page = $"/sell/products/{product.Product}/sharing";
        var shown = await desk.OpenAsync(page);
        shown.QuerySelector("#lacking").ShouldBeNull();
        (string, string)[] typed = [("Form.Costs", "5.000"), (shown.QuerySelector($"input[value='{income.Xuan}']")!.GetAttribute("name")!.Replace("Member", "PerUnit"), "120.000")];
        var asked = await Browser.ParseAsync(await desk.PostFormAsync(page, typed));
        asked.QuerySelector(".errors")!.TextContent.ShouldContain("31.000");
        asked.QuerySelector("[name='Form.IsMeant']").ShouldNotBeNull();
        (await income.Market.RowsAsync<Sharing>()).Count.ShouldBe(1);

        Browser.Goal(await desk.PostFormAsync(page, [.. typed, ("Form.IsMeant", "true")])).ShouldBe(page);
        (await desk.OpenAsync(page)).QuerySelector("#lacking")!.TextContent.ShouldContain("thiếu 31.000");
    }

    [Theory]
    [InlineData("abc", "1", "Costs")]
    [InlineData("-5", "1", "Costs")]
    [InlineData("1,5", "1", "Costs")]
    [InlineData("", "1001", "FundParts")]
    [InlineData("", "1.5", "FundParts")]
    public async Task What_is_no_number_is_said_so(string costs, string fund, string field)
    {
        await using var income = await IncomeMarket.OpenAsync();
        var product = await income.Market.LiveProductAsync(seller: income.Coop);
        var outcome = await income.Market.SendAsync(new ShareProduct.Command(income.First, income.Coop.Id, product.Product, costs, fund, []));
        outcome.Flaws.Single().Path.ShouldBe(field);
        (await income.Market.RowsAsync<Sharing>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_of_another_cooperative_or_one_who_rests_shares_nothing_here()
    {
        await using var income = await IncomeMarket.OpenAsync();
        var product = await income.Market.LiveProductAsync(seller: income.Coop);
        var other = await Sellers.SellersFactory.SellingCoopAsync(income.Market, "Chè Tà Xùa");
        var strange = await income.Market.JoinAsync(other, "Mùa Thị Thảo", mayBeNamed: false);
        (await ShareAsync(strange)).Refusal.ShouldBe(new NotFound());
        (await income.Market.SendAsync(new PauseMember.Command(income.First, income.Coop.Id, income.Nga, Back: false))).IsDone.ShouldBeTrue();
        (await ShareAsync(income.Nga)).Refusal.ShouldBe(new NotFound());
        (await income.Market.SendAsync(new PauseMember.Command(income.First, income.Coop.Id, income.Nga, Back: true))).IsDone.ShouldBeTrue();
        (await ShareAsync(income.Nga)).IsDone.ShouldBeTrue();

        Task<Outcome> ShareAsync(ProducerId member) => income.Market.SendAsync(new ShareProduct.Command(income.First, income.Coop.Id, product.Product, "", "1", [new() { Member = member, Parts = "2" }]));
    }
}
