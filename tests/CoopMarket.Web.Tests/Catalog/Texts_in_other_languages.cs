using System.Net;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Stories;

namespace CoopMarket.Web.Tests.Catalog;

/// <summary>What is told in another language, where it comes from, and what readers are told of it.</summary>
public sealed class Texts_in_other_languages
{
    private const string Draft = "Traduit par une machine, pas encore relu.";

    [Theory, EveryDatabase]
    internal async Task A_product_is_told_in_French_and_its_readers_are_told_who_wrote_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var actor = Actor.Of(product.Manager, "");
        using var reader = market.Guest();
        (await ReadAsync()).ShouldContain("Ce texte n’existe pas encore en français");

        await TellAsync(TextOrigin.MachineDraft);
        var page = await reader.OpenAsync("/fr/p/" + product.Slug);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Ail noir");
        page.QuerySelector("h1")!.HasAttribute("lang").ShouldBeFalse();
        page.QuerySelector("main")!.TextContent.ShouldContain(Draft);
        page.QuerySelector($"main a[hreflang=vi][href='/p/{product.Slug}']").ShouldNotBeNull("the original is a step away");

        await TellAsync(TextOrigin.Checked);
        (await ReadAsync()).ShouldContain("relu par une personne");
        await TellAsync(TextOrigin.Written);
        (await ReadAsync()).ShouldNotContain("Traduit par une machine");

        async Task TellAsync(TextOrigin origin)
        {
            (await market.SendAsync(new TranslateProduct.Command(
                actor, product.Cooperative, product.Product, "fr", "Ail noir", "Trente jours en pot de terre.", "L’ail pousse dans les champs.", "", "", "", origin))).IsDone.ShouldBeTrue();
            await market.DeliverAsync();
        }

        async Task<string> ReadAsync() => (await reader.OpenAsync("/fr/p/" + product.Slug)).QuerySelector("main")!.TextContent;
    }

    [Theory, EveryDatabase]
    internal async Task A_size_has_its_French_name_too_and_keeps_it_when_its_form_is_sent_again(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        using var desk = await market.ClientFor(product.Manager);
        var form = $"/sell/products/{product.Product}/sizes/{product.Variant}";
        (await desk.PostFormAsync(form, ("Form.NameFr", "pot de 500 g"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await desk.PostFormAsync(form, ("Form.Grams", "650"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await market.DeliverAsync();

        using var reader = market.Guest();
        (await reader.OpenAsync("/fr/p/" + product.Slug)).QuerySelector(".cost")!.TextContent.ShouldContain("pot de 500 g");
        (await reader.OpenAsync("/en/p/" + product.Slug)).QuerySelector(".cost")!.TextContent.ShouldNotContain("pot de 500 g");
    }

    [Theory, EveryDatabase]
    internal async Task What_is_missing_is_read_in_another_language_and_says_so_to_eyes_and_ears(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        using var reader = market.Guest();
        var page = await reader.OpenAsync("/fr/p/" + product.Slug);
        page.QuerySelector("h1")!.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector("main h2[lang]")!.GetAttribute("lang").ShouldBe("vi", "the line is in Vietnamese only");
        page.QuerySelector("main")!.TextContent.ShouldContain("le voici en vietnamien");
        (await reader.OpenAsync("/p/" + product.Slug)).QuerySelector("main [lang]").ShouldBeNull("in Vietnamese nothing is missing");
    }

    [Theory, EveryDatabase]
    internal async Task Whoever_writes_Vietnamese_anew_takes_no_other_language_away(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var actor = Actor.Of(product.Manager, "");
        (await market.SendAsync(new TranslateProduct.Command(actor, product.Cooperative, product.Product, "en", "Black garlic", "", "Aged garlic.", "", "", "", TextOrigin.MachineDraft))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new TranslateProduct.Command(actor, product.Cooperative, product.Product, "fr", "Ail noir", "", "", "", "", "", TextOrigin.Checked))).IsDone.ShouldBeTrue();

        await DescribeAsync("Tỏi đen ủ 45 ngày", "Aged garlic.");
        var kept = await OneAsync();
        (kept.Name.Vi, kept.Name.In("fr"), kept.Origins["fr"], kept.Origins["en"]).ShouldBe(("Tỏi đen ủ 45 ngày", "Ail noir", TextOrigin.Checked, TextOrigin.MachineDraft));
        kept.Origins.Older.ShouldBe(["en", "fr"], "the name is another");
        await market.DeliverAsync();
        using var reader = market.Guest();
        (await reader.OpenAsync("/fr/p/" + kept.Slug)).QuerySelector("main")!.TextContent.ShouldContain("modifié depuis");
        using var desk = await market.ClientFor(product.Manager);
        var here = "/sell/products/" + product.Product;
        (await desk.OpenAsync(here)).QuerySelectorAll("small.bad").Select(m => m.TextContent.Trim()).ShouldBe(["Cũ hơn chữ tiếng Việt", "Cũ hơn chữ tiếng Việt"]);
        (await desk.OpenAsync(here + "/languages/fr")).QuerySelector("form .note").ShouldNotBeNull();

        await DescribeAsync("Tỏi đen ủ 45 ngày", "Garlic aged for 45 days.");
        (await OneAsync()).Origins["en"].ShouldBe(TextOrigin.Written, "she wrote it herself now");
        (await OneAsync()).Origins.Older.ShouldBe(["fr"]);

        (await desk.PostFormAsync(here + "/languages/fr")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "looked through and saved as it was");
        (await OneAsync()).Origins.Older.ShouldBeEmpty();
        await market.DeliverAsync();
        (await reader.OpenAsync("/fr/p/" + kept.Slug)).QuerySelector("main")!.TextContent.ShouldNotContain("modifié depuis");

        async Task DescribeAsync(string vi, string english) => (await market.SendAsync(DescribeProduct.Command.Of(
            actor, product.Cooperative, product.Product,
            new() { NameVi = vi, NameEn = "Black garlic", Category = product.Category, LineVi = "Một câu.", DescriptionVi = "Tỏi trồng trên nương.", DescriptionEn = english }))).IsDone.ShouldBeTrue();
        async Task<Product> OneAsync() => (await market.RowsAsync<Product>()).ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    internal async Task A_story_and_a_cooperative_are_told_in_French_alike_and_emptied_again(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var story = await market.LiveStoryAsync(coop);
        var actor = Actor.Of(coop.Manager, "");
        (await market.SendAsync(new TranslateStory.Command(actor, coop.Id, story, "fr", "Trois semaines en mai", "", "Les mangues sont mûres.", TextOrigin.MachineDraft))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new TranslateCooperative.Command(actor, coop.Id, "fr", "Ail de Gia Phù", "Ail noir", "Quatre femmes.", "", TextOrigin.Checked))).IsDone.ShouldBeTrue();
        var (told, seller) = (await StoryAsync(), (await market.RowsAsync<Cooperative>()).ShouldHaveSingleItem());
        using var reader = market.Guest();
        var page = await reader.OpenAsync("/fr/stories/" + told.Slug);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Trois semaines en mai");
        page.QuerySelector("main")!.TextContent.ShouldContain(Draft);
        var there = await reader.OpenAsync("/fr/cooperatives/" + seller.Slug);
        there.QuerySelector("main")!.TextContent.ShouldContain("relu par une personne");
        there.QuerySelector("h1")!.TextContent.Trim().ShouldBe("Ail de Gia Phù");

        (await market.SendAsync(new TranslateStory.Command(actor, coop.Id, story, "fr", "", " ", "", TextOrigin.MachineDraft))).IsDone.ShouldBeTrue();
        told = await StoryAsync();
        (told.Title.Has("fr"), told.Body.Has("fr"), told.Origins["fr"]).ShouldBe((false, false, TextOrigin.Written));

        async Task<Story> StoryAsync() => (await market.RowsAsync<Story>()).Single(s => s.Id == story);
    }

    [Theory, EveryDatabase]
    internal async Task A_name_in_another_language_looks_like_no_other_sellers_and_one_that_was_approved_stays(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (garlic, tea) = (await market.SellingCoopAsync("Tỏi đen Gia Phù", english: "Gia Phù Black Garlic"), await market.SellingCoopAsync("Chè Tà Xùa"));
        (await NameAsync(garlic, "fr", "Ail noir de Gia Phù")).IsDone.ShouldBeTrue();
        (await NameAsync(tea, "fr", "Cooperative Ail noir de Gia Phu")).Flaws.Single().Path.ShouldBe("Name", "it is the same at a glance");
        (await NameAsync(tea, "fr", "Toi den Gia Phu")).IsDone.ShouldBeFalse("another's own name");
        (await NameAsync(tea, "fr", "!!!")).IsDone.ShouldBeFalse("nothing of it can be read");
        (await NameAsync(garlic, "fr", "Ail de Gia Phù")).IsDone.ShouldBeTrue();
        (await NameAsync(tea, "fr", "Ail noir de Gia Phù")).IsDone.ShouldBeTrue("she gave that one up");
        (await NameAsync(garlic, "fr", "")).IsDone.ShouldBeTrue();

        (await NameAsync(garlic, "en", "The Women’s Union")).IsDone.ShouldBeTrue();
        (await OneAsync(garlic)).Name.In("en").ShouldBe("Gia Phù Black Garlic", "the market approved it");
        (await NameAsync(tea, "en", "Tà Xùa Tea")).IsDone.ShouldBeTrue();
        (await OneAsync(tea)).Name.In("en").ShouldBe("Tà Xùa Tea", "she applied without one");
        (await OneAsync(garlic)).Name.Has("fr").ShouldBeFalse();
        (await market.RowsAsync<TakenName>()).Count(n => n.Skeleton == SellerName.Skeleton("Tỏi đen Gia Phù")).ShouldBe(1, "her own is kept");

        Task<Outcome> NameAsync(SellingCoop seller, string language, string name)
            => market.SendAsync(new TranslateCooperative.Command(Actor.Of(seller.Manager, ""), seller.Id, language, name, "", "", "", TextOrigin.Written));
        async Task<Cooperative> OneAsync(SellingCoop seller) => (await market.RowsAsync<Cooperative>()).Single(c => c.Id == seller.Id);
    }

    [Fact]
    public async Task The_desk_offers_each_language_and_keeps_what_was_typed_when_something_is_wrong()
    {
        await using var market = await Market.OpenAsync();
        var product = await market.LiveProductAsync();
        using var desk = await market.ClientFor(product.Manager);
        var here = $"/sell/products/{product.Product}";
        (await desk.OpenAsync(here)).QuerySelectorAll($"main a[href^='{here}/languages/']").Select(a => a.GetAttribute("href")).ShouldBe([here + "/languages/en", here + "/languages/fr"]);
        using var refused = await desk.PostFormAsync(here + "/languages/fr", ("Form.Name", new string('x', 200)), ("Form.Line", "Trente jours"), ("Form.Origin", "Written"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await Browser.ParseAsync(refused);
        again.QuerySelector("[name='Form.Line']")!.TextContent.ShouldBe("Trente jours");
        var name = again.QuerySelector("#Form_Name")!;
        name.GetAttribute("value").ShouldBe(new string('x', 200));
        name.GetAttribute("lang").ShouldBe("fr");
        again.GetElementById(name.GetAttribute("aria-describedby")!)!.TextContent.ShouldNotBeEmpty();
        again.QuerySelector(".errors a[href='#Form_Name']").ShouldNotBeNull("the summary leads to the field");
        again.QuerySelector(".field:has(#Form_Name) [lang=vi][translate=no]")!.TextContent.ShouldBe("Tỏi đen một nhánh", "what is translated stands beside it");
        using var unsaid = await desk.PostFormAsync(here + "/languages/fr", ("Form.Name", "Ail noir"), ("Form.Origin", "Nobody"));
        unsaid.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Goal(await desk.PostFormAsync(here + "/languages/fr", ("Form.Name", "Ail noir"), ("Form.Origin", "Checked"))).ShouldBe(here);
        foreach (var unknown in new[] { "vi", "de", "xx" })
            (await desk.GetAsync(here + "/languages/" + unknown)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
