using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Lots;

namespace CoopMarket.Web.Tests.Catalog;

public sealed class What_is_in_a_product
{
    private const string Number = "6291041500213";

    [Theory, EveryDatabase]
    internal async Task Is_told_to_buyers_with_what_many_do_not_bear_in_bold(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var code = (await market.LotAsync(await market.LotAsync(garlic))).Code;
        (await TellAsync(market, garlic, new() { IngredientsVi = "Tỏi đen, nước mắm, vừng", IngredientsEn = "Black garlic, fish sauce, sesame", Allergens = [Allergen.Fish, Allergen.Sesame, Allergen.Milk] })).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        using var reader = market.Guest();

        foreach (var path in new[] { "/p/" + garlic.Slug, $"/q/{code}?in=vi" })
        {
            var facts = (await reader.OpenAsync(path)).QuerySelector(".facts")!;
            facts.QuerySelectorAll("dd b").Select(b => b.TextContent).ShouldBe(["nước mắm", "vừng", "sữa"], path);
            facts.TextContent.ShouldContain("Có chứa: sữa", Case.Sensitive, path);
        }

        var english = (await reader.OpenAsync("/en/p/" + garlic.Slug)).QuerySelector(".facts")!;
        english.QuerySelectorAll("dd b").Select(b => b.TextContent).ShouldBe(["fish sauce", "sesame", "milk"]);
        english.TextContent.ShouldContain("fish, milk, sesame");

        (await TellAsync(market, garlic, new() { IngredientsVi = "Tỏi đen 100 %", NoAllergens = true })).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await reader.OpenAsync("/p/" + garlic.Slug)).QuerySelector(".facts")!.TextContent.ShouldContain("Không có chất gây dị ứng nào");
    }

    [Theory, EveryDatabase]
    internal async Task Is_read_again_by_an_admin_who_sees_what_changed(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(untold: true);

        (await TellAsync(market, garlic, new() { IngredientsVi = "Tỏi đen", NoAllergens = true })).IsDone.ShouldBeTrue();
        (await TellAsync(market, garlic, new() { IngredientsVi = "Tỏi đen, vừng", Allergens = [Allergen.Sesame] })).IsDone.ShouldBeTrue();

        var edit = (await market.RowsAsync<ProductEdit>()).ShouldHaveSingleItem();
        edit.Changes.Select(c => (c.Field, c.Before, c.After)).ShouldBe([("ingredients.vi", null, "Tỏi đen, vừng"), ("allergens", null, "Sesame")], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    internal async Task Praise_in_it_waits_and_what_many_do_not_bear_does_not(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        (await market.SendAsync(new EnsureForbiddenWords.Command(Actor.Job("test")))).IsDone.ShouldBeTrue();
        var garlic = await market.LiveProductAsync(untold: true);

        (await TellAsync(market, garlic, new() { IngredientsVi = "Tỏi chữa bệnh, vừng", Allergens = [Allergen.Sesame] })).IsDone.ShouldBeTrue();

        var held = (await market.RowsAsync<HeldTexts>()).ShouldHaveSingleItem();
        held.Ingredients.Vi.ShouldBe("Tỏi chữa bệnh, vừng");
        var shown = (await market.RowsAsync<Product>()).Single(p => p.Id == garlic.Product);
        shown.Ingredients.ShouldBe(LocalizedText.Empty);
        shown.AllergenBits.ShouldBe(Allergens.Bits([Allergen.Sesame]));
    }

    [Theory, EveryDatabase]
    internal async Task Some_and_none_at_once_is_asked_again(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();

        var both = await TellAsync(market, garlic, new() { IngredientsVi = "Tỏi", Allergens = [Allergen.Sesame], NoAllergens = true });
        both.Flaws.ShouldHaveSingleItem().Key.ShouldBe("catalog.flaw.allergens-both");
        (await TellAsync(market, garlic, new() { Allergens = [(Allergen)99] })).Flaws.ShouldHaveSingleItem().Key.ShouldBe("catalog.flaw.allergen");

        (await TellAsync(market, garlic, new() { IngredientsVi = "Tỏi" })).IsDone.ShouldBeTrue();
        (await market.RowsAsync<Product>()).Single(p => p.Id == garlic.Product).AllergenBits.ShouldBeNull("nothing ticked is nothing said");
    }

    [Theory, EveryDatabase]
    internal async Task A_number_below_a_bar_code_is_one_sizes(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (garlic, honey) = (await market.LiveProductAsync(), await market.LiveProductAsync(name: "Mật ong"));

        (await SizeAsync(market, garlic, "629 1041 500213")).IsDone.ShouldBeTrue();
        (await SizeAsync(market, garlic, Number)).IsDone.ShouldBeTrue("her own it may be told again");
        (await SizeAsync(market, honey, "0" + Number)).Refusal.ShouldBe(new GtinTaken(Number));
        (await SizeAsync(market, honey, "6291041500214")).Flaws.ShouldHaveSingleItem().Key.ShouldBe("catalog.flaw.gtin.WrongDigit");

        (await SizeAsync(market, garlic, "")).IsDone.ShouldBeTrue();
        (await SizeAsync(market, honey, Number)).IsDone.ShouldBeTrue("it is free again");
        var page = await market.Guest().OpenAsync("/p/" + honey.Slug);
        page.QuerySelector("script[type='application/ld+json']")!.TextContent.ShouldContain("\"gtin\":\"0" + Number);
    }

    [Theory, EveryDatabase]
    internal async Task Of_two_that_claim_a_number_at_once_one_has_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (garlic, honey) = (await market.LiveProductAsync(), await market.LiveProductAsync(name: "Mật ong"));

        var outcomes = await Task.WhenAll(new[] { garlic, honey }.Select(p => Task.Run(() => SizeAsync(market, p, Number))));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Single(o => !o.IsDone).Refusal.ShouldBe(new GtinTaken(Number));
    }

    [Theory, EveryDatabase]
    internal async Task Of_two_that_do_not_see_each_other_both_would_have_the_number(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (garlic, honey) = (await market.LiveProductAsync(), await market.LiveProductAsync(name: "Mật ong"));
        await using var twin = await BrokenTwin.Heedless(market).WithoutAsync("ix_catalog_variants_gtin");

        var outcomes = await twin.RaceAsync<Outcome<VariantId>>(Command(garlic, Number), Command(honey, Number));

        outcomes.Count(o => o.IsDone).ShouldBe(2);
    }

    private static Task<Outcome> TellAsync(Market market, ListedProduct product, TellContents.Form form)
        => market.SendAsync(TellContents.Command.Of(DeskFactory.Manager(product), product.Cooperative, product.Product, form));

    private static Task<Outcome<VariantId>> SizeAsync(Market market, ListedProduct product, string gtin) => market.SendAsync(Command(product, gtin));

    private static SaveSize.Command Command(ListedProduct product, string gtin)
    {
        var form = DeskOf.Jar;
        form.Gtin = gtin;
        return SaveSize.Command.Of(DeskFactory.Manager(product), product.Cooperative, product.Product, product.Variant, form);
    }
}
