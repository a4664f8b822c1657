using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Storefront;
using CoopMarket.Web.Tests.Stories;

namespace CoopMarket.Web.Tests.Catalog;

public sealed class Words_about_food_wait
{
    private const string Praise = "Chữa bệnh tiểu đường.";

    [Theory, EveryDatabase]
    internal async Task A_known_cooperatives_new_product_goes_to_an_admin_for_its_words_alone(DatabaseProvider provider)
    {
        await using var market = await WithWordsAsync(provider);
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        foreach (var name in new[] { "Một", "Hai", "Ba" })
            await market.LiveProductAsync(seller: coop, name: name);
        var (plain, praised) = (await desk.WholeAsync("Tỏi thường"), await desk.WholeAsync("Tỏi thuốc"));
        await desk.DescribeAsync(praised, "Tỏi thuốc", (await desk.SeeAsync(praised)).Category!.Value, Praise);

        (await desk.SubmitAsync(plain)).Value.ShouldBe(ProductState.Live);
        (await desk.SubmitAsync(praised)).Value.ShouldBe(ProductState.InReview);

        var seen = await desk.SeeAsync(praised);
        seen.Words.ShouldBe(["chữa bệnh", "tiểu đường"], ignoreOrder: true);
        seen.Line.Vi.ShouldBe(Praise, "nothing typed is lost");
    }

    [Theory, EveryDatabase]
    internal async Task What_is_on_sale_stays_as_it_was_while_its_new_words_wait(DatabaseProvider provider)
    {
        await using var market = await WithWordsAsync(provider);
        var garlic = await market.LiveProductAsync();
        var (mine, coop) = (DeskFactory.Manager(garlic), garlic.Cooperative);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var before = await SeeAsync(market, garlic);
        using var reader = market.Reader();

        (await market.SendAsync(Described(garlic, before.Name.Vi, Praise))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        var held = await SeeAsync(market, garlic);
        (held.State, held.Line.Vi, held.Typed.Texts.Line.Vi).ShouldBe((ProductState.Live, before.Line.Vi, Praise));
        held.Held!.Words.ShouldBe(["chữa bệnh", "tiểu đường"], ignoreOrder: true);
        (await reader.GetStringAsync("/p/" + garlic.Slug)).ShouldNotContain("tiểu đường");
        (await market.SendAsync(new ProductQueue.Query(admin))).Held.ShouldHaveSingleItem().Id.ShouldBe(garlic.Product);

        // Another language is added to what waits; then the Vietnamese is put right, and all of it is shown.
        (await market.SendAsync(new TranslateProduct.Command(mine, coop, garlic.Product, "fr", "Ail noir", "Fermenté", null, null, null, null, TextOrigin.Written))).IsDone.ShouldBeTrue();
        (await SeeAsync(market, garlic)).Name.All.ContainsKey("fr").ShouldBeFalse();
        (await market.SendAsync(Described(garlic, before.Name.Vi, "Ủ 60 ngày."))).IsDone.ShouldBeTrue();
        var after = await SeeAsync(market, garlic);
        (after.Held, after.Line.Vi, after.Name.All["fr"]).ShouldBe((null, "Ủ 60 ngày.", "Ail noir"));
    }

    [Theory, EveryDatabase]
    internal async Task An_admin_lets_them_through_as_she_saw_them_or_asks_for_others(DatabaseProvider provider)
    {
        await using var market = await WithWordsAsync(provider);
        var garlic = await market.LiveProductAsync();
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        await market.SendAsync(Described(garlic, "Tỏi đen", Praise));
        var seen = (await market.SendAsync(new ReviewProduct.Query(admin, garlic.Product)))!.Product.Held!.Hash;
        await market.SendAsync(Described(garlic, "Tỏi đen quý", Praise));

        (await market.SendAsync(new AllowHeldTexts.Command(admin, garlic.Product, seen))).Refusal.ShouldBe(new ChangedSinceSeen());
        (await market.SendAsync(new RefuseHeldTexts.Command(admin, garlic.Product, seen, "Bỏ tên bệnh"))).Refusal.ShouldBe(new ChangedSinceSeen());
        seen = (await market.SendAsync(new ReviewProduct.Query(admin, garlic.Product)))!.Product.Held!.Hash;
        (await market.SendAsync(new RefuseHeldTexts.Command(admin, garlic.Product, seen, "Bỏ tên bệnh"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        market.Post.Letters.ShouldContain(l => l.Text.Contains("Bỏ tên bệnh", StringComparison.Ordinal));
        (await market.SendAsync(new ProductQueue.Query(admin))).Held.ShouldBeEmpty();
        (await SeeAsync(market, garlic)).Typed.Texts.Line.Vi.ShouldBe(Praise, "it is still there to be changed");

        (await market.SendAsync(new AllowHeldTexts.Command(admin, garlic.Product, seen))).IsDone.ShouldBeTrue();
        var told = await SeeAsync(market, garlic);
        (told.Held, told.Line.Vi, told.Name.Vi, told.Slug).ShouldBe((null, Praise, "Tỏi đen quý", "toi-den-quy"));
        (await market.SendAsync(Described(garlic, "Tỏi đen quý", Praise + " Thật."))).IsDone.ShouldBeTrue();
        (await SeeAsync(market, garlic)).Held.ShouldBeNull("she has let these words pass");
    }

    [Theory, EveryDatabase]
    internal async Task Of_what_nobody_eats_anything_may_be_told(DatabaseProvider provider)
    {
        await using var market = await WithWordsAsync(provider);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var cloth = (await market.SendAsync(new AddCategory.Command(admin, "Thổ cẩm", "Brocade", null, IsFood: false))).Value;
        var scarves = (await market.SendAsync(new AddCategory.Command(admin, "Khăn", "Scarves", cloth))).Value;
        var scarf = await market.LiveProductAsync(category: scarves, name: "Khăn piêu");

        (await market.SendAsync(Described(scarf, "Khăn piêu", "Bà kể chuyện chữa bệnh bằng lá.", scarves))).IsDone.ShouldBeTrue();

        var told = await SeeAsync(market, scarf);
        (told.Held, told.Line.Vi).ShouldBe((null, "Bà kể chuyện chữa bệnh bằng lá."));
        (await market.SendAsync(new ReviewProduct.Query(admin, scarf.Product)))!.Product.Words.ShouldBe(["chữa bệnh"], "an admin sees it all the same: it may be food on the wrong shelf");
    }

    [Theory, EveryDatabase]
    internal async Task What_people_say_at_the_stall_waits_too(DatabaseProvider provider)
    {
        await using var market = await WithWordsAsync(provider);
        var syrup = await market.LiveProductAsync(name: "Mật mía");

        await market.SendAsync(Described(syrup, "Mật mía", "Chữa ho, trị dạ dày rất tốt."));
        (await SeeAsync(market, syrup)).Held!.Words.ShouldBe(["chữa ho", "trị dạ dày"], ignoreOrder: true);

        await market.SendAsync(Described(syrup, "Mật mía", "Nấu chảo gang, do họ hàng ở vị trí gần bản làm."));
        (await SeeAsync(market, syrup)).Held.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task A_market_that_has_words_already_gets_those_that_it_never_had(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        (await market.SendAsync(new AddForbiddenWord.Command(admin, "vi", "Chữa ho", true))).IsDone.ShouldBeTrue();

        for (var i = 0; i < 2; i++)
            (await market.SendAsync(new EnsureForbiddenWords.Command(Actor.Job("start")))).IsDone.ShouldBeTrue();

        var rows = await market.RowsAsync<ForbiddenWord>();
        rows.Where(r => r.Folded == Folding.Fold("chữa ho")).ShouldHaveSingleItem().IsHeld.ShouldBeFalse("what she let go stays let go");
        rows.Where(r => r.Folded == Folding.Fold("trị ho")).ShouldHaveSingleItem().IsHeld.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Food_that_does_not_say_what_is_in_it_goes_to_an_admin_who_sees_that(DatabaseProvider provider)
    {
        await using var market = await WithWordsAsync(provider);
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        await desk.BeKnownAsync();
        var (told, silent) = (await desk.WholeAsync("Mật mía"), await desk.WholeAsync("Cá khô"));
        (await market.SendAsync(TellContents.Command.Of(desk.Actor, coop.Id, silent, new() { IngredientsVi = "Cá suối, muối" }))).IsDone.ShouldBeTrue();
        using var browser = await market.ClientFor(coop.Manager);
        using var admin = await market.ClientFor(await market.PersonAsync(isAdmin: true));

        (await browser.OpenAsync($"/sell/products/{told}")).QuerySelector($"main .note a[href='/sell/products/{told}/contents']").ShouldBeNull();
        (await browser.OpenAsync($"/sell/products/{silent}")).QuerySelector($"main .note a[href='/sell/products/{silent}/contents']").ShouldNotBeNull();
        (await desk.SubmitAsync(told)).Value.ShouldBe(ProductState.Live);
        (await desk.SubmitAsync(silent)).Value.ShouldBe(ProductState.InReview, "nobody said what many do not bear");
        var seen = (await admin.OpenAsync($"/admin/products/{silent}")).QuerySelector("main")!;
        seen.QuerySelector(".facts .low")!.TextContent.ShouldBe("Chưa nói có chất gây dị ứng hay không");
        seen.TextContent.ShouldContain("chưa ghi đủ thành phần");
    }

    [Theory, EveryDatabase]
    internal async Task A_story_about_food_waits_and_is_told_once_an_admin_lets_it(DatabaseProvider provider)
    {
        await using var market = await WithWordsAsync(provider);
        var coop = await market.NewSellerAsync();
        var garlic = await market.LiveProductAsync(seller: coop);
        var (mine, admin) = (Actor.Of(coop.Manager, ""), Actor.Of(await market.PersonAsync(isAdmin: true), ""));
        var id = await market.LiveStoryAsync(coop, "Bếp ủ", garlic.Product);

        (await market.SendAsync(new WriteStory.Command(mine, coop.Id, id, new("Bếp ủ"), new("Câu mở."), new(Praise), null, [garlic.Product]))).IsDone.ShouldBeTrue();

        var story = await StoryAsync(market, id);
        (story.State, story.Body.Vi).ShouldBe((StoryState.Held, Praise));
        story.HeldWords.ShouldBe(["chữa bệnh", "tiểu đường"], ignoreOrder: true);
        (await market.SendAsync(new AdminStories.Query(admin))).Stories[0].HeldWords.ShouldNotBeEmpty();
        (await market.SendAsync(new LetStory.Command(admin, id, story.ChangedAt.AddSeconds(-1)))).Refusal.ShouldBe(new StoryChangedSinceSeen());
        (await market.SendAsync(new LetStory.Command(admin, id, story.ChangedAt))).IsDone.ShouldBeTrue();
        (await StoryAsync(market, id)).State.ShouldBe(StoryState.Live);

        await market.SendAsync(new WriteStory.Command(mine, coop.Id, id, new("Bếp ủ"), new("Câu mở."), new(Praise + " Ung thư."), null, [garlic.Product]));
        (await StoryAsync(market, id)).HeldWords.ShouldBe(["ung thư"]);
        await market.SendAsync(new WriteStory.Command(mine, coop.Id, id, new("Bếp ủ"), new("Câu mở."), new("Khói bếp."), null, [garlic.Product]));
        (await market.SendAsync(new PublishStory.Command(mine, coop.Id, id))).IsDone.ShouldBeTrue();
        (await StoryAsync(market, id)).State.ShouldBe(StoryState.Live, "without the words it need not wait");
    }

    [Theory, EveryDatabase]
    internal async Task Words_are_added_and_let_go_and_never_changed(DatabaseProvider provider)
    {
        await using var market = await WithWordsAsync(provider);
        var garlic = await market.LiveProductAsync();
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var rows = (await market.RowsAsync<ForbiddenWord>()).Count;
        (await market.SendAsync(new AddForbiddenWord.Command(admin, "vi", "a", false))).Flaws.ShouldHaveSingleItem().Key.ShouldBe("catalog.words.flaw.short");
        (await market.SendAsync(new AddForbiddenWord.Command(admin, "de", "Heilung", false))).Flaws.ShouldHaveSingleItem().Key.ShouldBe("catalog.words.flaw.language");

        (await market.SendAsync(new AddForbiddenWord.Command(admin, "vi", "trường thọ", false))).IsDone.ShouldBeTrue();
        await market.SendAsync(Described(garlic, "Tỏi đen", "Trường thọ."));
        (await SeeAsync(market, garlic)).Held!.Words.ShouldBe(["trường thọ"]);
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await market.SendAsync(new AddForbiddenWord.Command(admin, "vi", "Trường Thọ", true))).IsDone.ShouldBeTrue();
        await market.SendAsync(Described(garlic, "Tỏi đen", "Trường thọ."));
        (await SeeAsync(market, garlic)).Held.ShouldBeNull();

        (await market.RowsAsync<ForbiddenWord>()).Count.ShouldBe(rows + 2);
    }

    private static async Task<Market> WithWordsAsync(DatabaseProvider provider)
    {
        var market = await Market.OpenAsync(provider);
        (await market.SendAsync(new EnsureForbiddenWords.Command(Actor.Job("test")))).IsDone.ShouldBeTrue();
        return market;
    }

    private static DescribeProduct.Command Described(ListedProduct product, string name, string line, CategoryId? category = null) => DescribeProduct.Command.Of(
        DeskFactory.Manager(product), product.Cooperative, product.Product, new() { NameVi = name, Category = category ?? product.Category, LineVi = line, DescriptionVi = "Tỏi trồng trên nương." });

    private static async Task<ProductView> SeeAsync(Market market, ListedProduct product)
        => (await market.SendAsync(new OwnProduct.Query(DeskFactory.Manager(product), product.Cooperative, product.Product)))!;

    private static async Task<Story> StoryAsync(Market market, StoryId id) => (await market.RowsAsync<Story>()).Single(s => s.Id == id);
}
