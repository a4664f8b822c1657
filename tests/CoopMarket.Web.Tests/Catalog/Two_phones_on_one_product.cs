using System.Net;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Catalog;

public sealed class Two_phones_on_one_product
{
    [Theory, EveryDatabase]
    internal async Task The_later_one_is_told_what_the_other_saved_and_keeps_what_she_typed(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        using var phone = await market.ClientFor(garlic.Manager);
        var page = $"/sell/products/{garlic.Product}/edit";
        var opened = (await phone.OpenAsync(page)).QuerySelector("[name='Form.Seen']")!.GetAttribute("value")!;
        (await phone.PostFormAsync(page, ("Form.UseVi", "Cất nơi khô."))).StatusCode.ShouldBe(HttpStatusCode.Found);

        var late = await phone.PostFormAsync(page, ("Form.Seen", opened), ("Form.UseVi", ""), ("Form.LineVi", "Ủ 60 ngày."));

        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var told = await Browser.ParseAsync(late);
        told.QuerySelector(".errors")!.TextContent.ShouldContain("Có người vừa sửa món này");
        told.QuerySelectorAll("#meanwhile dd").Select(d => d.TextContent).ShouldBe(["Ủ 30 ngày trong nồi đất.", "Cất nơi khô."]);
        told.QuerySelector("#Form_LineVi")!.TextContent.Trim().ShouldBe("Ủ 60 ngày.");
        (await OneAsync(market, garlic)).Use.Vi.ShouldBe("Cất nơi khô.");

        var again = told.QuerySelector("[name='Form.Seen']")!.GetAttribute("value")!;
        (await phone.PostFormAsync(page, ("Form.Seen", again), ("Form.LineVi", "Ủ 60 ngày."))).StatusCode.ShouldBe(HttpStatusCode.Found);
        var both = await OneAsync(market, garlic);
        (both.Line.Vi, both.Use.Vi).ShouldBe(("Ủ 60 ngày.", "Cất nơi khô."));
    }

    [Theory, EveryDatabase]
    internal async Task The_same_form_sent_twice_is_done_and_so_is_what_the_other_did_not_touch(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var mine = DeskFactory.Manager(garlic);
        var seen = DescribeProduct.Print((await OneAsync(market, garlic)).Telling);
        var command = DescribeProduct.Command.Of(mine, garlic.Cooperative, garlic.Product, new() { Seen = seen, NameVi = "Tỏi đen", Category = garlic.Category, LineVi = "Ủ 60 ngày.", DescriptionVi = "Tỏi trồng trên nương." });

        (await market.SendAsync(command)).IsDone.ShouldBeTrue();
        (await market.SendAsync(command)).IsDone.ShouldBeTrue("it is as she wants it already");
        (await market.SendAsync(command with { LineVi = "Ủ 90 ngày." })).Refusal.ShouldBe(new ProductChangedMeanwhile());

        seen = DescribeProduct.Print((await OneAsync(market, garlic)).Telling);
        (await market.SendAsync(TellContents.Command.Of(mine, garlic.Cooperative, garlic.Product, new() { IngredientsVi = "Tỏi", NoAllergens = true }))).IsDone.ShouldBeTrue();
        (await market.SendAsync(command with { Seen = seen, LineVi = "Ủ 90 ngày." })).IsDone.ShouldBeTrue("what is in it is another page's");
    }

    [Theory, EveryDatabase]
    internal async Task Sizes_contents_and_translations_are_guarded_alike(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(untold: true);
        var (mine, coop) = (DeskFactory.Manager(garlic), garlic.Cooperative);

        var contents = TellContents.Command.Of(mine, coop, garlic.Product, new() { Seen = TellContents.Print(LocalizedText.Empty, null), IngredientsVi = "Tỏi", Allergens = [Allergen.Sesame] });
        (await market.SendAsync(contents)).IsDone.ShouldBeTrue();
        (await market.SendAsync(contents with { Allergens = [], NoAllergens = true })).Refusal.ShouldBe(new ProductChangedMeanwhile());

        var french = new TranslateProduct.Command(mine, coop, garlic.Product, "fr", "Ail noir", null, null, null, null, null, TextOrigin.Written)
        {
            Seen = TranslateProduct.Print((await OneAsync(market, garlic)).Telling, "fr"),
        };
        (await market.SendAsync(french)).IsDone.ShouldBeTrue();
        (await market.SendAsync(french with { Name = "Ail" })).Refusal.ShouldBe(new ProductChangedMeanwhile());

        var form = DeskOf.Jar;
        form.Seen = SaveSize.Print((await OneAsync(market, garlic)).Variants[0].Terms);
        form.Price = "190.000";
        (await market.SendAsync(SaveSize.Command.Of(mine, coop, garlic.Product, garlic.Variant, form))).IsDone.ShouldBeTrue();
        form.Price = "180.000";
        (await market.SendAsync(SaveSize.Command.Of(mine, coop, garlic.Product, garlic.Variant, form))).Refusal.ShouldBe(new ProductChangedMeanwhile());
        (await OneAsync(market, garlic)).Variants[0].Price.Minor.ShouldBe(190_000);
    }

    /// <summary>A zero too few sells at once: a price far from the one before is asked about, and nothing typed is lost.</summary>
    [Fact]
    public async Task A_price_with_a_zero_too_few_is_asked_about_before_it_sells()
    {
        await using var market = await Market.OpenAsync();
        var honey = await market.LiveProductAsync();
        using var desk = await market.ClientFor(honey.Manager);
        var page = $"/en/sell/products/{honey.Product}/sizes/{honey.Variant}";

        using var slip = await desk.PostFormAsync(page, ("Form.Price", "18.500"));
        slip.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var asks = await Browser.ParseAsync(slip);
        asks.QuerySelector(".errors")!.TextContent.ShouldContain("The price was ₫185,000 and would be ₫18,500");
        asks.QuerySelector("[name='Form.Price']")!.GetAttribute("value").ShouldBe("18.500");
        asks.QuerySelector("[name='Form.IsPriceMeant']").ShouldNotBeNull();
        (await OneAsync(market, honey)).Variants[0].Price.Minor.ShouldBe(185_000);

        using var near = await desk.PostFormAsync(page, ("Form.Price", "100.000"));
        near.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var meant = await desk.PostFormAsync(page, ("Form.Price", "18.500"), ("Form.IsPriceMeant", "true"));
        meant.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await OneAsync(market, honey)).Variants[0].Price.Minor.ShouldBe(18_500);
    }

    [Fact]
    public async Task A_draft_that_is_kept_while_it_is_typed_is_known_by_what_was_kept()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        using var phone = await market.ClientFor(coop.Manager);
        var draft = await new DeskOf(market, coop).DraftAsync();
        var page = await phone.OpenAsync($"/sell/products/{draft}/edit");
        string Value(string name) => page.QuerySelector($"form[data-autosave] [name='{name}']")!.GetAttribute("value")!;
        (string, string)[] Typed(string seen, string line) => [("__RequestVerificationToken", Value("__RequestVerificationToken")), ("Form.Seen", seen), ("Form.NameVi", "Tỏi đen"), ("Form.LineVi", line)];
        var keep = page.QuerySelector("form[data-autosave]")!.GetAttribute("data-autosave")!;

        var kept = await phone.PostAsync(keep, Typed(Value("Form.Seen"), "Nửa câ"));
        var known = kept.Headers.GetValues("Form-Seen").Single();

        (await phone.PostAsync(keep, Typed(known, "Nửa câu"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await phone.PostAsync(keep, Typed(known, "Câu khác"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    private static Task<Product> OneAsync(Market market, ListedProduct product)
        => market.InDbAsync(db => db.Set<Product>().AsNoTracking().Include(p => p.Variants).SingleAsync(p => p.Id == product.Product));
}
