using System.Net;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Stories;

/// <summary>One block at a time is written, moved, taken away and shown; whatever stays empty is not shown.</summary>
public sealed class Stories_are_written_block_by_block
{
    private const string Film = "https://youtu.be/a-b_c123XYZ";

    [Theory, EveryDatabase]
    internal async Task From_a_pattern_with_all_six_kinds_until_a_buyer_reads_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story) = await EmptyAsync(market);
        var garlic = await market.LiveProductAsync(seller: coop);
        var photo = (await market.AddPhotoAsync(coop, story)).Value;
        var voice = await market.HeardAsync(coop, story);
        await market.DevelopAsync();

        await ArrangeAsync(market, coop, story, new(BlockMove.Begin, Pattern: "maker"));
        await WriteAsync(market, coop, story, 0, f => f.Words = "Chị Pâng, ở Nà Khằm.");
        await WriteAsync(market, coop, story, 1, f => (f.Photo, f.Caption) = (photo, "Nồi [số 4]"));
        foreach (var kind in new[] { BlockKind.Quote, BlockKind.Product, BlockKind.Voice, BlockKind.Video, BlockKind.Photo })
            (await ArrangeAsync(market, coop, story, new(BlockMove.Add, Kind: kind))).Value.Added.ShouldBe(kind);
        await WriteAsync(market, coop, story, 4, f => (f.Words, f.Who) = ("Ngày thứ ba thì hăng.", "chị Pâng"));
        await WriteAsync(market, coop, story, 5, f => f.Product = garlic.Product);
        await WriteAsync(market, coop, story, 6, f => f.Recording = voice);
        await WriteAsync(market, coop, story, 7, f => (f.Link, f.Caption) = (Film, "Lật tỏi"));
        (await market.SendAsync(new PublishStory.Command(Actor.Of(coop.Manager, ""), coop.Id, story))).IsDone.ShouldBeTrue();

        (await market.RowsAsync<Story>()).Single().Products.Single().Product.ShouldBe(garlic.Product, "what a story shows, it tells of");
        (await market.SendAsync(new WriteStory.Command(Actor.Of(coop.Manager, ""), coop.Id, story, new("Bếp ủ"), LocalizedText.Empty, null, null, []))).IsDone.ShouldBeTrue();
        (await market.RowsAsync<Story>()).Single().Products.Single().Product.ShouldBe(garlic.Product, "also where a page says otherwise that was opened before");
        var page = await PageAsync(market);
        string[] inOrder = ["Chị Pâng, ở Nà Khằm.", "Nồi [số 4]", "Ngày thứ ba thì hăng.", "chị Pâng</figcaption>", "/p/" + garlic.Slug, "/voices/", "https://www.youtube.com/watch?v=a-b_c123XYZ"];
        var places = inOrder.Select(part => page.IndexOf(part, StringComparison.Ordinal)).ToList();
        places.ShouldAllBe(at => at > 0);
        places.ShouldBeInOrder();
        page.ShouldNotContain("Ai làm ra?");
        page.ShouldNotContain("maker-");
        page.ShouldNotContain("![");
        page.Split("/p/" + garlic.Slug).Length.ShouldBe(2, "what stands in the text isn't said again below");
    }

    [Theory, EveryDatabase]
    internal async Task Blocks_are_moved_taken_away_put_back_and_come_apart(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story) = await EmptyAsync(market);
        await WholeAsync(market, coop, story, "một\n\nhai\n\n> ba\n\n![](/photo/)");

        (await ArrangeAsync(market, coop, story, await SeenAsync(market, BlockMove.Down, 0))).Value.Place.ShouldBe(1);
        (await BodyAsync(market)).ShouldBe("> ba\n\nmột\n\nhai\n\n![](/photo/)");
        (await ArrangeAsync(market, coop, story, await SeenAsync(market, BlockMove.Split, 1))).Value.Place.ShouldBe(1);
        (await BodyAsync(market)).ShouldBe("> ba\n\nmột\n\n[//]: # (text)\n\nhai\n\n![](/photo/)");
        (await ArrangeAsync(market, coop, story, await SeenAsync(market, BlockMove.Up, 2))).Value.Place.ShouldBe(1);
        (await BodyAsync(market)).ShouldBe("> ba\n\nhai\n\n[//]: # (text)\n\nmột\n\n![](/photo/)");

        var taken = (await ArrangeAsync(market, coop, story, await SeenAsync(market, BlockMove.TakeAway, 0))).Value;
        (taken.Place, taken.Taken).ShouldBe((0, "> ba"));
        (await BodyAsync(market)).ShouldBe("hai\n\n[//]: # (text)\n\nmột\n\n![](/photo/)");
        await ArrangeAsync(market, coop, story, new(BlockMove.PutBack, 2, Taken: taken.Taken));
        (await BodyAsync(market)).ShouldBe("hai\n\n[//]: # (text)\n\nmột\n\n> ba\n\n![](/photo/)");
        foreach (var edge in new[] { (BlockMove.Up, 0), (BlockMove.Down, 3) })
            (await ArrangeAsync(market, coop, story, await SeenAsync(market, edge.Item1, edge.Item2))).Value.Place.ShouldBe(edge.Item2);
    }

    [Theory, EveryDatabase]
    internal async Task What_others_change_elsewhere_stays_and_a_block_that_they_changed_is_refused(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story) = await EmptyAsync(market);
        await WholeAsync(market, coop, story, "một\n\n> hai\n\n![](/product/)");
        var (mine, theirs) = (await FormAsync(market, 0), await FormAsync(market, 0));
        await ArrangeAsync(market, coop, story, await SeenAsync(market, BlockMove.Down, 0));
        await WriteAsync(market, coop, story, 0, f => f.Who = "bà Inh");

        mine.Words = "một, hai";
        var written = await SendAsync(market, coop, story, 0, mine);
        written.Value.Place.ShouldBe(1, "it is found where others moved it");
        (await BodyAsync(market)).ShouldBe("> hai\n>\n> — bà Inh\n\nmột, hai\n\n![](/product/)");
        (await SendAsync(market, coop, story, 1, mine)).Value.ShouldBe(written.Value, "the same sent twice is kept once");

        theirs.Words = "ba";
        (await SendAsync(market, coop, story, 0, theirs)).Refusal.ShouldBeOfType<BlockChangedMeanwhile>();
        (await ArrangeAsync(market, coop, story, new(BlockMove.Up, 0, theirs.Seen))).Refusal.ShouldBeOfType<BlockChangedMeanwhile>();
        theirs.Seen = null;
        (await SendAsync(market, coop, story, 0, theirs)).Value.Place.ShouldBe(3, "nothing typed is lost, and nothing is overwritten");
        (await BodyAsync(market)).ShouldEndWith("![](/product/)\n\nba");
    }

    [Theory, EveryDatabase]
    internal async Task The_whole_text_is_refused_once_where_somebody_changed_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story) = await EmptyAsync(market);
        var me = Actor.Of(coop.Manager, "");
        await WholeAsync(market, coop, story, "một");
        WriteWholeStory.Form form = new() { Seen = StoryBlocks.Print("gì đó khác"), BodyVi = "hai", BodyEn = "two" };

        (await market.SendAsync(new WriteWholeStory.Command(me, coop.Id, story, form))).Refusal.ShouldBeOfType<TextChangedMeanwhile>();
        (await BodyAsync(market)).ShouldBe("một");
        form.Seen = WriteWholeStory.Print((await market.RowsAsync<Story>()).Single().Body);
        (await market.SendAsync(new WriteWholeStory.Command(me, coop.Id, story, form))).IsDone.ShouldBeTrue();
        (await market.RowsAsync<Story>()).Single().Body.ShouldBe(new("hai", "two"));
        (await market.SendAsync(new WriteStory.Command(me, coop.Id, story, new("Tên khác"), LocalizedText.Empty, null, null, []))).IsDone.ShouldBeTrue();
        (await market.RowsAsync<Story>()).Single().Body.ShouldBe(new("hai", "two"), "a page that has no text leaves it");
    }

    [Theory, EveryDatabase]
    internal async Task Another_cooperatives_story_photo_voice_or_product_is_not_there(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (mine, own) = await EmptyAsync(market);
        var theirs = await market.NewSellerAsync();
        var product = await market.LiveProductAsync(seller: theirs);
        var story = await market.LiveStoryAsync(theirs);
        var photo = (await market.AddPhotoAsync(theirs, story)).Value;
        var voice = await market.HeardAsync(theirs, story);
        var me = Actor.Of(mine.Manager, "");
        foreach (var form in new BlockForm[] { new() { Kind = BlockKind.Photo, Photo = photo }, new() { Kind = BlockKind.Voice, Recording = voice }, new() { Kind = BlockKind.Product, Product = product.Product }, new() { Kind = BlockKind.Video, Photo = photo, Link = Film } })
            (await SendAsync(market, mine, own, 0, form)).Refusal.ShouldBeOfType<NotFound>(form.Kind.ToString());
        (await SendAsync(market, mine, story, 0, new() { Kind = BlockKind.Text })).Refusal.ShouldBeOfType<NotFound>();
        (await ArrangeAsync(market, mine, story, new(BlockMove.Add, Kind: BlockKind.Text))).Refusal.ShouldBeOfType<NotFound>();
        (await market.SendAsync(new WriteWholeStory.Command(me, mine.Id, story, new()))).Refusal.ShouldBeOfType<NotFound>();
        (await market.SendAsync(new BlockDraft.Query(me, mine.Id, story, 0))).ShouldBeNull();
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new BlockDraft.Query(me, theirs.Id, story, 0)));

        await WholeAsync(market, mine, own, $"Lời kể\n\n![A](/photo/{photo})\n\n![](/voice/{voice})\n\n![](/product/{product.Product})");
        (await market.SendAsync(new PublishStory.Command(me, mine.Id, own))).IsDone.ShouldBeTrue();
        var page = await PageAsync(market);
        foreach (var part in new[] { "/media/", "/voices/", "/p/" + product.Slug })
            page.ShouldNotContain(part, customMessage: "what was typed as theirs shows nothing of theirs");
    }

    [Theory, EveryDatabase]
    internal async Task What_somebody_takes_back_leaves_its_block_too(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story) = await EmptyAsync(market);
        var me = Actor.Of(coop.Manager, "");
        var photo = (await market.AddPhotoAsync(coop, story)).Value;
        var voice = await market.HeardAsync(coop, story);
        await market.DevelopAsync();
        await WholeAsync(market, coop, story, $"Lời kể\n\n![Chị Pâng](/photo/{photo})\n\n![](/voice/{voice})");
        (await market.SendAsync(new GiveConsent.Command(me, coop.Id, story, Sounds.Agreed(photo.Value)))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PublishStory.Command(me, coop.Id, story))).IsDone.ShouldBeTrue();
        var before = await PageAsync(market);
        before.ShouldContain("Chị Pâng</figcaption>");
        before.ShouldContain("/voices/");

        foreach (var consent in await market.RowsAsync<Consent>())
            (await market.SendAsync(new WithdrawConsent.Command(me, coop.Id, story, consent.Id))).IsDone.ShouldBeTrue();

        var after = await PageAsync(market);
        after.ShouldNotContain("Chị Pâng</figcaption>");
        after.ShouldNotContain("/voices/");
        after.ShouldNotContain("/media/");
        after.ShouldContain("Lời kể");
    }

    [Theory, EveryDatabase]
    internal async Task What_does_not_fit_is_refused_beside_its_field(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story) = await EmptyAsync(market);
        (BlockForm Form, string Path)[] bad =
        [
            (new() { Kind = BlockKind.Text, Words = new string('a', 20_001) }, "Words"), (new() { Kind = BlockKind.Text, Words = "a\0b" }, "Words"), (new() { Kind = BlockKind.Quote, Who = "hai\ndòng" }, "Who"),
            (new() { Kind = BlockKind.Photo, Caption = new string('a', 201) }, "Caption"), (new() { Kind = BlockKind.Video, Caption = new string('a', 121) }, "Caption"),
            (new() { Kind = BlockKind.Video, Link = "javascript:alert(1)" }, "Link"), (new() { Kind = BlockKind.Video, Link = "https://vm.tiktok.com/ZMabc123/" }, "Link"), (new() { Kind = (BlockKind)9 }, "Kind"),
        ];
        foreach (var (form, path) in bad)
            (await SendAsync(market, coop, story, 0, form)).Flaws.ShouldHaveSingleItem().Path.ShouldBe(path);
        (await SendAsync(market, coop, story, 0, new() { Kind = BlockKind.Text, Words = "<script>alert(1)</script>kể ![x](/photo/)\n\n> nói" })).IsDone.ShouldBeTrue();
        (await BodyAsync(market)).ShouldBe("alert(1)kể ![x](/photo/)\n\n\\> nói");
        foreach (var button in new[] { null, "", "Up", "Add-Film", "Begin-x", "Up--1-x", "Up-1-x-y", "Sideways-1-x", "0-Photo" })
            BlockChange.Read(button, null).ShouldBeNull(button);
        (await market.SendAsync(new ArrangeBlocks.Command(Actor.Of(coop.Manager, ""), coop.Id, story, null!))).Kind.ShouldBe(OutcomeKind.Invalid);

        while ((await market.RowsAsync<Story>()).Single().Body.Vi is var body && StoryBlocks.Parse(body).Count < StoryBlocks.Most)
            await ArrangeAsync(market, coop, story, new(BlockMove.Add, Kind: BlockKind.Photo));
        (await ArrangeAsync(market, coop, story, new(BlockMove.Add, Kind: BlockKind.Photo))).Refusal.ShouldBe(new TooManyBlocks(StoryBlocks.Most));
        (await SendAsync(market, coop, story, 0, new() { Kind = BlockKind.Text, Words = "thêm" })).Refusal.ShouldBe(new TooManyBlocks(StoryBlocks.Most));
    }

    [Fact]
    public async Task A_script_is_told_what_the_block_is_known_by_and_a_page_keeps_what_was_typed()
    {
        await using var market = await Market.OpenAsync();
        var (coop, story) = await EmptyAsync(market);
        await WholeAsync(market, coop, story, "một");
        using var pang = await market.ClientFor(coop.Manager);
        var address = $"/sell/stories/{story}/blocks/0";
        var kept = await pang.PostFormAsync(address, [("Form.Words", "một rưỡi")], null);
        kept.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Browser.Goal(kept).ShouldBe($"/sell/stories/{story}#block-0");

        var form = await pang.OpenAsync(address);
        await WriteAsync(market, coop, story, 0, f => f.Words = "người khác viết");
        (string, string)[] stale = [("__RequestVerificationToken", Value(form, "__RequestVerificationToken")), ("Form.Kind", "Text"), ("Form.Seen", Value(form, "Form.Seen")), ("Form.Words", "chữ của tôi")];
        var refused = await pang.PostAsync(address, stale);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await Browser.ParseAsync(refused);
        again.QuerySelector("#Form_Words")!.TextContent.Trim().ShouldBe("chữ của tôi");
        Value(again, "Form.Seen").ShouldBeEmpty();
        (await pang.PostAsync(address + "?handler=Keep", stale)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        stale[2].Item2 = StoryBlocks.Print(TextBlock.Of("người khác viết"));
        var told = await pang.PostAsync(address + "?handler=Keep", stale);
        told.StatusCode.ShouldBe(HttpStatusCode.OK);
        told.Headers.GetValues("Form-Seen").ShouldBe([StoryBlocks.Print(TextBlock.Of("chữ của tôi"))]);

        static string Value(AngleSharp.Html.Dom.IHtmlDocument page, string name) => page.QuerySelector($"main input[name='{name}']")!.GetAttribute("value") ?? "";
    }

    private static async Task<(SellingCoop Coop, StoryId Story)> EmptyAsync(Market market)
    {
        var coop = await market.NewSellerAsync();
        var me = Actor.Of(coop.Manager, "");
        var story = (await market.SendAsync(new BeginStory.Command(me, coop.Id))).Value;
        (await market.SendAsync(new WriteStory.Command(me, coop.Id, story, new("Bếp ủ"), LocalizedText.Empty, null, null, []))).IsDone.ShouldBeTrue();
        return (coop, story);
    }

    private static Task<Outcome<ArrangeBlocks.Arranged>> ArrangeAsync(Market market, SellingCoop coop, StoryId story, BlockChange change)
        => market.SendAsync(new ArrangeBlocks.Command(Actor.Of(coop.Manager, ""), coop.Id, story, change));

    private static Task<Outcome<WriteBlock.Written>> SendAsync(Market market, SellingCoop coop, StoryId story, int place, BlockForm form)
        => market.SendAsync(new WriteBlock.Command(Actor.Of(coop.Manager, ""), coop.Id, story, place, form));

    private static async Task WriteAsync(Market market, SellingCoop coop, StoryId story, int place, Action<BlockForm> type)
    {
        var form = await FormAsync(market, place, story);
        type(form);
        (await SendAsync(market, coop, story, place, form)).IsDone.ShouldBeTrue();
    }

    private static async Task WholeAsync(Market market, SellingCoop coop, StoryId story, string body)
        => (await market.SendAsync(new WriteStory.Command(Actor.Of(coop.Manager, ""), coop.Id, story, new("Bếp ủ"), LocalizedText.Empty, new(body), null, []))).IsDone.ShouldBeTrue();

    private static async Task<BlockForm> FormAsync(Market market, int place, StoryId? story = null)
        => BlockForm.Of(StoryBlocks.Parse((await market.RowsAsync<Story>()).Single(s => story is null || s.Id == story).Body.Vi)[place]);

    private static async Task<BlockChange> SeenAsync(Market market, BlockMove move, int place) => new(move, place, (await FormAsync(market, place)).Seen);

    private static async Task<string> BodyAsync(Market market) => (await market.RowsAsync<Story>()).Single().Body.Vi;

    private static async Task<string> PageAsync(Market market)
    {
        await market.DeliverAsync();
        using var reader = market.CreateClient();
        return WebUtility.HtmlDecode(await reader.GetStringAsync("/stories/bep-u"));
    }
}
