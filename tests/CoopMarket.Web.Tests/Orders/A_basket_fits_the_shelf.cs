using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>Where fewer are left than lie in a basket, one press takes as many as there are.</summary>
public sealed class A_basket_fits_the_shelf
{
    [Theory, EveryDatabase]
    internal async Task The_basket_leads_on_only_when_it_fits_and_one_press_makes_it_fit(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        using var hanh = await WithAsync(market, garlic, wanted: 8, left: 3);
        (string, string) asked = ($"Form.Quantity[{garlic.Variant}]", "8");

        await hanh.SubmitAsync("/cart", asked, ("Form.ToCheckout", "1"));
        hanh.Location.ShouldBe("/cart");
        (await hanh.OpenAsync("/cart")).Page.ShouldContain("Có món không còn đủ");
        hanh.Page.ShouldContain($"name=\"Form.Take\" value=\"{garlic.Variant}:3\"");

        await hanh.SubmitAsync("/cart", asked, ("Form.Take", $"{garlic.Variant}:3"));
        (await market.RowsAsync<Basket>()).ShouldHaveSingleItem().Lines.ShouldHaveSingleItem().Quantity.ShouldBe(3);
        await hanh.OpenAsync("/cart");
        hanh.Page.ShouldNotContain("Form.Take");
        (await hanh.SubmitAsync("/cart", ($"Form.Quantity[{garlic.Variant}]", "3"), ("Form.ToCheckout", "1"))).Location.ShouldBe("/checkout");
    }

    [Theory, EveryDatabase]
    internal async Task The_checkout_takes_as_many_as_are_left_and_keeps_what_was_typed(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        using var hanh = await WithAsync(market, garlic, wanted: 8, left: 3);
        await hanh.OpenAsync("/checkout");
        hanh.Page.ShouldContain($"name=\"Form.Take\" value=\"{garlic.Variant}:3\"");

        await hanh.SubmitAsync("/checkout/delivery", ("Form.Name", "Nguyễn Thị Hạnh"), ("Form.Take", $"{garlic.Variant}:3"));

        (await market.RowsAsync<Basket>()).ShouldHaveSingleItem().Lines.ShouldHaveSingleItem().Quantity.ShouldBe(3);
        hanh.Field("Form.Name").ShouldBe("Nguyễn Thị Hạnh");
        hanh.Page.ShouldNotContain("Form.Take");
    }

    private static async Task<Visitor> WithAsync(Market market, ListedProduct product, int wanted, int left)
    {
        var visitor = Visitor.Of(market);
        await visitor.SendAsync("/cart/add", ("variant", product.Variant.ToString()), ("quantity", $"{wanted}"));
        await market.InDbAsync(db => db.Set<Variant>().Where(v => v.Id == product.Variant).ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, left)));
        return await visitor.OpenAsync("/cart");
    }
}
