using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Income;
using CoopMarket.Web.Tests.Catalog;

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
