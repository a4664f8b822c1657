using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>What a buyer abroad must tell, is told before she orders, and holds in her hands afterwards.</summary>
public sealed class An_order_goes_abroad
{
    private const string Claire = "claire@thu.test";

    [Theory, EveryDatabase]
    internal async Task Without_a_postcode_that_fits_its_country_nothing_is_ordered(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), country: "FR", province: "");
        foreach (var typed in new[] { "", "6900", "Lyon" })
        {
            var flaw = (await market.SendAsync(checkout with { Postcode = typed })).Flaws.ShouldHaveSingleItem();
            (flaw.Path, flaw.Key, flaw.Args[0]).ShouldBe(("Postcode", "shared.postcode.shape", "12345"));
        }

        (await market.SendAsync(checkout with { Postcode = "\u200B69001" })).IsDone.ShouldBeFalse();
        (await market.RowsAsync<Order>()).ShouldBeEmpty();
        (await market.SendAsync(checkout with { Postcode = "69 001" })).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task A_country_without_postcodes_asks_for_none(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), country: "HK", province: "");

        (await market.SendAsync(checkout with { Postcode = "", Phone = "+852 2345 6789" })).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task The_fields_stand_as_on_an_envelope_and_customs_are_named_by_the_total(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        using var claire = Visitor.Of(market);
        await claire.SendAsync("/cart/add", ("variant", garlic.Variant.ToString()), ("quantity", "1"));
        await claire.OpenAsync("/en/checkout");
        claire.Page.ShouldNotContain("Customs duties");

        await claire.SubmitAsync("/en/checkout/delivery", ("Form.Country", "FR"));

        claire.Page.ShouldContain("Customs duties and import VAT of your country may be added.");
        string[] fields = ["name=\"Form.Street\"", "name=\"Form.Postcode\"", "name=\"Form.Commune\"", "name=\"Form.Province\""];
        fields.Select(f => claire.Page.IndexOf(f, StringComparison.Ordinal)).ShouldBeInOrder();
        claire.Page.ShouldNotContain("House, street, village");
        claire.Page.ShouldNotContain("Bouvet");
    }

    [Theory, EveryDatabase]
    internal async Task The_mail_says_who_sells_by_which_terms_and_how_to_withdraw(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        await PlacedAsync(market, "FR", "fr");

        var letter = market.Post.Letters.Single(l => l.To == Claire);
        letter.Text.ShouldContain("Sơn La, Vietnam, +84");
        letter.Text.ShouldContain("/fr/terms)");
        letter.Text.ShouldContain("droit de vous rétracter du contrat dans les 14 jours");
        letter.Text.ShouldContain("aliments ouverts");
        letter.Text.ShouldContain("/fr/withdraw)");
        letter.Text.ShouldContain("droits de douane");
    }

    [Theory, EveryDatabase]
    internal async Task Who_has_no_right_to_withdraw_is_not_told_of_one(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        await PlacedAsync(market, "US", "en");

        var letter = market.Post.Letters.Single(l => l.To == Claire);
        letter.Text.ShouldContain("/en/terms)");
        letter.Text.ShouldNotContain("/withdraw");
    }

    [Theory, EveryDatabase]
    internal async Task Her_order_says_where_to_send_something_back_with_province_and_country(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var abroad = await PlacedAsync(market, "FR", "fr");
        var (home, secret) = await market.OrderAsync(PaymentWay.BankTransfer, ((await market.LiveProductAsync()).Variant, 1));

        Languages.Speak("fr");
        (await market.SendAsync(new OrderPage.Query(OrdersFactory.Guest, abroad.Code, abroad.Secret)))!.Parts[0].Where.ShouldEndWith("Sơn La, Vietnam");
        Languages.Speak("vi");
        (await market.SendAsync(new OrderPage.Query(OrdersFactory.Guest, home.Code, secret)))!.Parts[0].Where.ShouldEndWith("Sơn La");
    }

    private static async Task<PlaceOrder.Placed> PlacedAsync(Market market, string country, string language)
    {
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), country: country, province: "");
        var placed = await market.SendAsync(checkout with { Name = "Claire Martin", Phone = "", Email = Claire, Commune = "Lyon", Street = "3 rue des Tables Claudiennes", Language = language });
        placed.IsDone.ShouldBeTrue(placed.Refusal?.ToString() ?? string.Join(", ", placed.Flaws));
        await market.DeliverAsync();
        return placed.Value;
    }
}
