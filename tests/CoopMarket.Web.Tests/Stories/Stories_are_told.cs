using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Photos.Jobs;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Features.Stories.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Stories;

public sealed class Stories_are_told
{
    [Theory, EveryDatabase]
    internal async Task A_story_goes_from_draft_to_the_shop_and_back(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var product = await market.LiveProductAsync(seller: coop);
        var me = Actor.Of(coop.Manager, "");
        var id = await market.StoryDraftAsync(coop, products: product.Product);
        (await OneAsync(market)).State.ShouldBe(StoryState.Draft);

        (await market.SendAsync(new PublishStory.Command(me, coop.Id, id))).IsDone.ShouldBeTrue();
        var live = await OneAsync(market);
        (live.State, live.Slug, live.MinutesToRead).ShouldBe((StoryState.Live, "ba-muoi-ngay-ben-noi-u", 1));
        live.Products.Single().Product.ShouldBe(product.Product);

        (await market.SendAsync(new WriteStory.Command(me, coop.Id, id, new("Tên khác"), LocalizedText.Empty, new("Lời khác"), null, []))).IsDone.ShouldBeTrue();
        var changed = await OneAsync(market);
        changed.Slug.ShouldBe("ba-muoi-ngay-ben-noi-u", "an address that was shown stays");
        changed.Products.ShouldBeEmpty();

        (await market.SendAsync(new WithdrawStory.Command(me, coop.Id, id))).IsDone.ShouldBeTrue();
        (await OneAsync(market)).State.ShouldBe(StoryState.Withdrawn);
        (await market.SendAsync(new PublishStory.Command(me, coop.Id, id))).IsDone.ShouldBeTrue();
        (await OneAsync(market)).State.ShouldBe(StoryState.Live);
    }

    [Theory, EveryDatabase]
    internal async Task A_draft_that_no_reader_saw_is_deleted_with_all_that_is_its_own(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        // Files are as old as the disk says.
        market.Clock.SetUtcNow(TimeProvider.System.GetUtcNow().AddMinutes(1));
        var coop = await market.NewSellerAsync();
        var (story, kept) = (await market.StoryDraftAsync(coop), await market.StoryDraftAsync(coop, "Chuyện khác"));
        var picture = PhotosFactory.Jpeg();
        await market.AddPhotoAsync(coop, story);
        (await market.AddPhotoAsync(coop, story, picture)).IsDone.ShouldBeTrue();
        var elsewhere = (await market.AddPhotoAsync(coop, kept, picture)).Value;
        await market.HeardAsync(coop, story);
        await market.DevelopAsync();
        using var desk = await market.ClientFor(coop.Manager);
        var page = $"/sell/stories/{story}";

        var sure = (await desk.OpenAsync(page)).QuerySelector("form[action*=Delete]")!.Closest("details").ShouldNotBeNull();
        sure.HasAttribute("open").ShouldBeFalse();
        sure.TextContent.ShouldContain("không lấy lại được");
        Browser.Goal(await desk.PostFormAsync(page, [], "form[action*=Delete]")).ShouldBe("/sell/stories");
        await market.DeliverAsync();

        (await market.RowsAsync<Story>()).ShouldHaveSingleItem().Id.ShouldBe(kept);
        (await market.RowsAsync<Recording>()).ShouldBeEmpty();
        (await market.RowsAsync<Consent>()).ShouldBeEmpty();
        (await market.RowsAsync<AuditRow>()).ShouldContain(r => r.What == "Stories.DeleteStory" && r.About == story.ToString());
        var gone = (await market.RowsAsync<Photo>()).First(p => p.SubjectId == story.Value);
        (await market.SendAsync(new PutPhotoBack.Command(Actor.Of(coop.Manager, ""), coop.Id, gone.Id))).Refusal.ShouldBeOfType<NotFound>();
        await market.CheckAsync();
        market.Clock.Advance(TimeSpan.FromHours(25));
        await market.RoundAsync<SweepPhotos>();
        await market.RoundAsync<SweepVoices>();
        (await market.RowsAsync<Photo>()).ShouldHaveSingleItem().Id.ShouldBe(elsewhere);
        (await market.KeysAsync()).Count.ShouldBe(13, "the picture that stands elsewhere too");
    }

    [Theory, EveryDatabase]
    internal async Task A_story_that_readers_saw_is_put_away_but_not_deleted(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var me = Actor.Of(coop.Manager, "");
        var story = await market.LiveStoryAsync(coop);
        (await market.SendAsync(new WithdrawStory.Command(me, coop.Id, story))).IsDone.ShouldBeTrue();

        (await market.SendAsync(new DeleteStory.Command(me, coop.Id, story))).Refusal.ShouldBeOfType<StoryWasTold>();
        using var desk = await market.ClientFor(coop.Manager);
        (await desk.OpenAsync($"/sell/stories/{story}")).QuerySelector("form[action*=Delete]").ShouldBeNull();
        (await market.SendAsync(new DeleteStory.Command(me, coop.Id, await market.StoryDraftAsync(await market.NewSellerAsync())))).Refusal.ShouldBeOfType<NotFound>();
    }

    [Theory, EveryDatabase]
    internal async Task Two_stories_of_one_title_get_two_addresses_also_at_once(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        List<StoryId> drafts = [];
        for (var story = 0; story < 3; story++)
            drafts.Add(await market.StoryDraftAsync(coop));

        await Task.WhenAll(drafts.Select(d => market.SendAsync(new PublishStory.Command(Actor.Of(coop.Manager, ""), coop.Id, d))));

        var live = (await market.RowsAsync<Story>()).Where(s => s.State == StoryState.Live).ToList();
        live.Count.ShouldBeGreaterThanOrEqualTo(2);
        live.Select(s => s.Slug).ShouldBeUnique();
        live.ShouldAllBe(s => s.Slug.StartsWith("ba-muoi-ngay-ben-noi-u"));
    }

    [Theory, EveryDatabase]
    internal async Task Two_that_do_not_see_each_other_would_get_one(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var publish = new[] { await market.StoryDraftAsync(coop), await market.StoryDraftAsync(coop) }.Select(d => new PublishStory.Command(Actor.Of(coop.Manager, ""), coop.Id, d)).ToArray();

        await using var twin = await BrokenTwin.Heedless(market).WithoutAsync("ix_stories_stories_slug");
        (await twin.RaceAsync(publish)).ShouldAllBe(o => o.IsDone);

        (await market.RowsAsync<Story>()).Select(s => s.Slug).Distinct().ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    internal async Task What_the_market_withdrew_only_the_market_allows_again(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var me = Actor.Of(coop.Manager, "");
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var id = await market.LiveStoryAsync(coop);

        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new ForbidStory.Command(me, id, "vì")));
        (await market.SendAsync(new ForbidStory.Command(admin, id, " "))).Kind.ShouldBe(OutcomeKind.Invalid);
        (await market.SendAsync(new ForbidStory.Command(admin, id, "Chuyện nói về người không đồng ý."))).IsDone.ShouldBeTrue();
        (await OneAsync(market)).State.ShouldBe(StoryState.Withdrawn);
        (await market.SendAsync(new PublishStory.Command(me, coop.Id, id))).Refusal.ShouldBeOfType<StoryWithdrawnByMarket>();
        (await market.SendAsync(new AllowStory.Command(admin, id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PublishStory.Command(me, coop.Id, id))).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Another_cooperatives_story_product_or_maker_is_not_there(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var mine = await market.NewSellerAsync();
        var theirs = await market.NewSellerAsync();
        var product = await market.LiveProductAsync(seller: theirs);
        var story = await market.StoryDraftAsync(theirs);
        var own = await market.StoryDraftAsync(mine);
        var me = Actor.Of(mine.Manager, "");
        WriteStory.Command Write(StoryId id, MakerId? maker = null, params ProductId[] products) => new(me, mine.Id, id, new("x"), LocalizedText.Empty, new("x"), maker, products);

        (await market.SendAsync(Write(story))).Refusal.ShouldBeOfType<NotFound>();
        (await market.SendAsync(Write(own, products: product.Product))).Refusal.ShouldBeOfType<NotFound>();
        (await market.SendAsync(Write(own, new MakerId(Guid.Parse("0193f0a0-0000-7000-8000-000000000009"))))).Refusal.ShouldBeOfType<NotFound>();
        (await market.SendAsync(new PublishStory.Command(me, mine.Id, story))).Refusal.ShouldBeOfType<NotFound>();
        (await market.SendAsync(new WithdrawStory.Command(me, mine.Id, story))).Refusal.ShouldBeOfType<NotFound>();
        (await market.SendAsync(new StoryDraft.Query(me, mine.Id, story))).ShouldBeNull();
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new StoryDraft.Query(me, theirs.Id, story)));
        var packer = Actor.Of(await market.MemberAsync(mine.Id, MemberRole.Packer), "");
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new BeginStory.Command(packer, mine.Id)));
    }

    [Theory, EveryDatabase]
    internal async Task Markup_is_gone_before_it_is_stored_and_monsters_are_refused(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var me = Actor.Of(coop.Manager, "");
        var id = await market.StoryDraftAsync(coop);
        WriteStory.Command Write(string body, string title = "x") => new(me, coop.Id, id, new(title), LocalizedText.Empty, new(body), null, []);

        (await market.SendAsync(Write("Chị <script>alert(1)</script>kể [đây](javascript:alert(1)) <b>nhé</b>"))).IsDone.ShouldBeTrue();
        (await OneAsync(market)).Body.Vi.ShouldBe("Chị alert(1)kể đây nhé");
        foreach (var monster in new[] { new string('a', 2_000_000), new string('>', 2_000) + " a", string.Concat(Enumerable.Repeat("![x](y)", 5_000)), "a\0b", "a\ud800b", "a\u202eb" })
            (await market.SendAsync(Write(monster))).Kind.ShouldBe(OutcomeKind.Invalid);
        (await market.SendAsync(Write("x", title: "hai\ndòng"))).Kind.ShouldBe(OutcomeKind.Invalid);
        (await market.SendAsync(Write("x", title: new string('a', 121)))).Flaws.Single().Path.ShouldBe("TitleVi");
    }

    [Fact]
    public void A_story_without_a_title_or_text_stays_a_draft()
    {
        var now = new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
        var story = Story.Begin(new(Guid.Parse("0193f0a0-0000-7000-8000-000000000001")), new(Guid.Parse("0193f0a0-0000-7000-8000-000000000002")), "nhap", now);
        story.GoLive("x", now).ShouldBeOfType<StoryUnfinished>();
        story.Write(new("Tên"), LocalizedText.Empty, new("Lời"), null, [], now);
        story.TakeEvents().ShouldBeEmpty();
        story.GoLive("ten", now).ShouldBeNull();
        story.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<StoryWentLive>();
        story.Write(new("Tên"), LocalizedText.Empty, new("Lời mới"), null, [], now);
        story.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<StoryChanged>();
        story.Withdraw(null, now);
        story.Withdraw(null, now);
        story.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<StoryWithdrawn>();
    }

    private static async Task<Story> OneAsync(Market market) => (await market.RowsAsync<Story>()).Single();
}
