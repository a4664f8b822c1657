using System.Text.Json;
using AngleSharp.Dom;
using CoopMarket.Domain.Reviews;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Storefront;
using CoopMarket.Web.Tests.Stories;

namespace CoopMarket.Web.Tests.Reviews;

/// <summary>What readers and machines see of reviews.</summary>
public sealed class Reviews_are_seen
{
    [Theory, EveryDatabase]
    internal async Task Two_reviews_have_no_average_and_a_third_brings_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.ReviewedAsync(5, 4);
        using var reader = market.Guest();
        var page = await reader.OpenAsync("/p/" + product.Slug);
        page.QuerySelectorAll(".voice").Length.ShouldBe(2);
        page.QuerySelector(".tally").ShouldBeNull();
        page.QuerySelector(".offer a[href='#reviews']").ShouldBeNull();
        Told(page).TryGetProperty("aggregateRating", out _).ShouldBeFalse();
        Told(page).TryGetProperty("review", out _).ShouldBeFalse();
        (await reader.OpenAsync("/products")).QuerySelector(".thing")!.TextContent.ShouldNotContain("★");

        (await (await market.ReceiveAsync(product)).WriteAsync(4, "Lời ba", "Thảo")).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        page = await reader.OpenAsync("/p/" + product.Slug);
        page.QuerySelector(".tally b")!.TextContent.ShouldBe("4,3");
        page.QuerySelector(".offer a[href='#reviews']")!.TextContent.ShouldBe("★ 4,3 · 3 đánh giá");
        page.QuerySelector(".tally .mean span")!.TextContent.ShouldContain("3");
        page.QuerySelector(".voice b")!.TextContent.Trim().ShouldBe("Thảo", "the newest first");
        (await reader.OpenAsync("/products")).QuerySelector(".thing")!.TextContent.ShouldContain("★ 4,3");
        var told = Told(page);
        told.GetProperty("aggregateRating").GetProperty("ratingValue").GetDecimal().ShouldBe(4.3m);
        told.GetProperty("aggregateRating").GetProperty("reviewCount").GetInt32().ShouldBe(3);
        told.GetProperty("review")[0].GetProperty("reviewBody").GetString().ShouldBe("Lời ba");
        new Vocabulary().Wrong(Block(page)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task A_review_whose_photo_fails_stands_and_says_that_only_the_photo_is_missing(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var received = await market.ReceiveAsync(product);
        using var buyer = market.Guest();
        (await buyer.GetAsync($"/orders/{received.Order.Code}?s={received.Secret}")).Dispose();

        using var sent = await buyer.PostFormAsync(received.Path, [("Form.Stars", "5"), ("Form.Words", "Thơm lắm"), ("Form.Name", "Hạnh")], null, new FormFile("files", "anh.jpg", "không phải ảnh"u8.ToArray()));

        sent.StatusCode.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        (await Browser.ParseAsync(sent)).QuerySelector("main")!.TextContent.ShouldContain("Lời đánh giá của bạn đã lưu và đã đăng. Chỉ còn ảnh là chưa thêm được");
        (await market.RowsAsync<Review>()).ShouldHaveSingleItem().Words.ShouldBe("Thơm lắm");
    }

    [Theory, EveryDatabase]
    internal async Task A_new_review_and_a_hidden_one_are_on_every_kept_page_after_the_next_look(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.ReviewedAsync(5, 5, 5);
        using var reader = market.Reader();
        var page = "/p/" + product.Slug;
        await market.DeliverAsync();
        (await reader.GetStringAsync(page)).ShouldNotContain("Mẻ mới");
        var id = (await (await market.ReceiveAsync(product)).WriteAsync(1, "Mẻ mới vỡ nắp")).Value;
        await market.DeliverAsync();
        (await reader.GetStringAsync(page)).ShouldContain("Mẻ mới vỡ nắp");
        (await reader.GetStringAsync(page)).ShouldContain(">4,0<");

        (await market.SendAsync(new HideReview.Command(Actor.Of(await market.PersonAsync(isAdmin: true), ""), id, "Nhầm hàng"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        var after = await reader.GetStringAsync(page);
        after.ShouldNotContain("Mẻ mới vỡ nắp");
        after.ShouldContain(">5,0<");
    }

    [Theory, EveryDatabase]
    internal async Task The_only_review_of_a_product_is_gone_when_it_is_hidden_and_when_it_is_taken_back(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var (received, page) = (await market.ReceiveAsync(product), "/p/" + product.Slug);
        var id = (await received.WriteAsync(2, "Nắp hơi chặt")).Value;
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        using var reader = market.Reader();
        await market.DeliverAsync();
        (await reader.GetStringAsync(page)).ShouldContain("Nắp hơi chặt");

        (await market.SendAsync(new HideReview.Command(admin, id, "Nhầm hàng"))).IsDone.ShouldBeTrue();
        (await reader.GetStringAsync(page)).ShouldContain("Nắp hơi chặt", customMessage: "the page is kept until it is delivered");
        await market.DeliverAsync();
        (await reader.GetStringAsync(page)).ShouldNotContain("Nắp hơi chặt");
        (await reader.GetStringAsync(page)).ShouldNotContain("id=\"reviews\"");

        (await market.SendAsync(new KeepReview.Command(admin, id, "Đúng hàng"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await reader.GetStringAsync(page)).ShouldContain("Nắp hơi chặt");
        (await market.SendAsync(new TakeBackReview.Command(OrdersFactory.Guest, received.Order.Code, received.Secret, received.Line))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await reader.GetStringAsync(page)).ShouldNotContain("Nắp hơi chặt");
    }

    [Theory, EveryDatabase]
    internal async Task Stars_alone_take_no_place_from_words_beside_a_story_or_not(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var product = await market.LiveProductAsync(seller: coop, onHand: 50);
        foreach (var (name, words) in new[] { ("Hạnh", "Dẻo"), ("Thảo", "Thơm"), ("Lan", ""), ("Mai", ""), ("Đào", "") })
        {
            (await (await market.ReceiveAsync(product)).WriteAsync(5, words, name)).IsDone.ShouldBeTrue();
            market.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await market.DeliverAsync();
        using var reader = market.Guest();
        (await NamesAsync("/p/" + product.Slug)).ShouldBe(["Thảo", "Hạnh", "Đào"]);
        (await NamesAsync($"/p/{product.Slug}/reviews")).ShouldBe(["Đào", "Mai", "Lan", "Thảo", "Hạnh"], "all of them stand as they came");
        await market.LiveStoryAsync(coop, products: product.Product);
        await market.DeliverAsync();
        (await NamesAsync("/p/" + product.Slug)).ShouldBe(["Thảo", "Hạnh", "Đào"]);

        async Task<string[]> NamesAsync(string page) => [.. (await reader.OpenAsync(page)).QuerySelectorAll(".voice b bdi").Select(b => b.TextContent)];
    }

    [Theory, EveryDatabase]
    internal async Task Twelve_reviews_are_two_pages_of_which_the_product_shows_the_newest(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.ReviewedAsync([.. Enumerable.Range(0, 12).Select(i => (i % 5) + 1)]);
        using var reader = market.Guest();
        var page = await reader.OpenAsync("/p/" + product.Slug);
        page.QuerySelectorAll(".voice").Length.ShouldBe(3);
        page.QuerySelector($"a[href='/p/{product.Slug}/reviews']").ShouldNotBeNull();
        (await reader.OpenAsync($"/p/{product.Slug}/reviews")).QuerySelectorAll(".voice").Length.ShouldBe(10);
        var second = await reader.OpenAsync($"/p/{product.Slug}/reviews?p=2");
        second.QuerySelectorAll(".voice").Length.ShouldBe(2);
        second.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldEndWith($"/p/{product.Slug}/reviews?p=2", Case.Sensitive, "its reviews stand nowhere else");
        (await reader.OpenAsync($"/p/{product.Slug}/reviews?p=99")).QuerySelectorAll(".voice").Length.ShouldBe(2, "past the end it is the last");
    }

    [Theory, EveryDatabase]
    internal async Task A_review_stands_in_its_language_with_its_answer_and_a_translation_where_there_is_one(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var received = await market.ReceiveAsync(product);
        Languages.Speak("vi");
        var id = (await received.WriteAsync(5, "<b>Ngon</b> lắm", "")).Value;
        (await market.SendAsync(new AnswerReview.Command(received.Manager, product.Cooperative, id, "Cảm ơn chị"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new TranslateReview.Command(received.Manager, product.Cooperative, id, "en", "Very tasty"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        using var reader = market.Guest();
        var vi = (await reader.OpenAsync("/p/" + product.Slug)).QuerySelector(".voice")!;
        vi.QuerySelector(".words")!.TextContent.ShouldBe("<b>Ngon</b> lắm");
        vi.QuerySelector("b")!.TextContent.Trim().ShouldBe("Người mua");
        vi.QuerySelector("details").ShouldBeNull();
        vi.QuerySelector(".answer .words")!.TextContent.ShouldBe("Cảm ơn chị");
        vi.TextContent.ShouldNotContain("Nguyễn");
        vi.TextContent.ShouldNotContain("Viết bằng");
        vi.QuerySelector("a[href$='/report'] .vh")!.TextContent.ShouldStartWith(" Người mua, ");
        var en = (await reader.OpenAsync("/en/p/" + product.Slug)).QuerySelector(".voice")!;
        en.QuerySelector(".words")!.GetAttribute("lang").ShouldBe("vi");
        en.TextContent.ShouldContain("Written in Vietnamese.");
        en.QuerySelector("details .words")!.TextContent.ShouldBe("Very tasty");
        en.QuerySelector(".answer .words")!.GetAttribute("lang").ShouldBe("vi");
        (await reader.OpenAsync("/fr/p/" + product.Slug)).QuerySelector(".voice details").ShouldBeNull("nobody wrote it down in French");
    }

    [Theory, EveryDatabase]
    internal async Task She_writes_by_the_link_of_her_order_without_scripts(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var received = await market.ReceiveAsync(product);
        using var hanh = Visitor.Of(market);
        await hanh.OpenAsync($"/orders/{received.Order.Code}?s={received.Secret}");
        (await hanh.OpenAsync("/orders/" + received.Order.Code)).Page.ShouldContain(received.Path);
        await hanh.OpenAsync(received.Path);
        await hanh.SubmitAsync(received.Path, ("Form.Stars", "4"), ("Form.Words", "Ngon"), ("Form.Name", "Hạnh"));
        hanh.Location.ShouldBe(received.Path);
        (await market.RowsAsync<Review>()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Language.ShouldBe("vi"), r => r.Name.ShouldBe("Hạnh"), r => r.Stars.ShouldBe(4));

        using var stranger = Visitor.Of(market);
        (await stranger.OpenAsync(received.Path)).Page.ShouldNotContain("Form.Stars");
    }

    private static JsonElement Block(IParentNode page) => JsonSerializer.Deserialize<JsonElement>(page.QuerySelectorAll("script[type='application/ld+json']").ShouldHaveSingleItem().TextContent);

    private static JsonElement Told(IParentNode page) => Block(page).GetProperty("@graph")[0];
}
