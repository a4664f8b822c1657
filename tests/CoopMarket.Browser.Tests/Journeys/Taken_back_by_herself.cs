using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Stories;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A woman whose face and voice stand in a story takes them back on her own phone, and a reader finds neither.</summary>
public sealed class Taken_back_by_herself(StandingMarket standing) : IClassFixture<StandingMarket>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Her_consent_withdrawn_on_her_phone_it_is_gone_from_the_readers(bool scripts)
    {
        var market = standing.Market;
        var title = scripts ? "Chị Inh kể chuyện" : "Chị Inh kể chuyện nữa";
        var story = await market.LiveStoryAsync(standing.Coop, title);
        var photo = (await market.AddPhotoAsync(standing.Coop, story)).Value;
        await market.DevelopAsync();
        var voice = await market.HeardAsync(standing.Coop, story, cut: scripts ? 0 : 2);
        var (inh, email) = await market.PersonWithPasswordAsync("Hà Thị Inh");
        await market.SeatAsync(standing.Coop.Id, inh, MemberRole.Packer);

        // The desk writes down what she agreed to, and that it is she.
        var pang = await standing.ManagerAsync(scripts: scripts);
        foreach (var (about, what) in new[] { (photo.Value, pang.Say("stories.consents.face", 1)), (voice.Value, pang.Say("stories.consents.voice", 1, "Bà Inh")) })
        {
            await pang.OpenAsync($"/sell/stories/{story}/consents");
            await pang.ChooseAsync("stories.consents.about", what);
            await pang.FillAsync("stories.consents.who", "Hà Thị Inh");
            await pang.Page.Locator("#Form_Member").SelectOptionAsync(inh.ToString());
            await pang.FillAsync("stories.consents.what-for", "Xem và nghe trên chợ");
            await pang.ChooseAsync("stories.consents.way", pang.Say("stories.way.BySpeech"));
            await pang.PressAsync("stories.consents.give");
            await pang.SeesAsync("stories.consents.given");
        }

        var hash = (await market.RowsAsync<Photo>()).Single(p => p.Id == photo).Hash;
        var file = (await market.RowsAsync<Recording>()).Single(r => r.Id == voice).Hash + ".mp3";
        var path = "/stories/" + (await market.RowsAsync<Story>()).Single(s => s.Id == story).Slug;
        var reader = await standing.GuestAsync(scripts: scripts);
        await WaitAsync(reader, path, hash, there: true);
        (await StatusAsync(reader, $"/media/{hash}/160.jpg"), await StatusAsync(reader, "/voices/" + file)).ShouldBe((200, 200));

        var hers = await standing.SignedInAsync(email, 360, scripts);
        await hers.OpenAsync("/account");
        await hers.FollowAsync("accounts.consents.title");
        await hers.SeesAsync("accounts.consents.then.Face");
        await hers.SeesAsync("accounts.consents.then.Voice");
        for (var left = 2; left > 0; left--)
        {
            await hers.GoAsync(() => hers.Page.Locator("button[name='consent']").First.ClickAsync());
            await hers.SeesAsync("accounts.consents.withdrawn");
            (await hers.Page.Locator("button[name='consent']").CountAsync()).ShouldBe(left - 1);
        }

        await market.DeliverAsync();
        market.Clock.Advance(TimeSpan.FromSeconds(50));
        await WaitAsync(reader, path, hash, there: false);
        (await reader.Page.Locator(".voice").CountAsync()).ShouldBe(0);
        (await StatusAsync(reader, $"/media/{hash}/160.jpg"), await StatusAsync(reader, "/voices/" + file)).ShouldBe((404, 404));

        await pang.OpenAsync("/sell/consents?part=Past");
        (await pang.Page.Locator(".own-tales > li").CountAsync()).ShouldBeGreaterThanOrEqualTo(2);
        await pang.ReadsAsync("tự rút lại");
    }

    // A node looks once a second whether the shop has changed.
    private static async Task WaitAsync(Screen reader, string path, string hash, bool there)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            await reader.OpenAsync(path);
            if ((await reader.Page.ContentAsync()).Contains(hash, StringComparison.Ordinal) == there)
                return;
            await Task.Delay(500);
        }

        (await reader.Page.ContentAsync()).Contains(hash, StringComparison.Ordinal).ShouldBe(there);
    }

    private static async Task<int> StatusAsync(Screen reader, string path) => (await reader.Page.Context.APIRequest.GetAsync(reader.Market.Url + path)).Status;
}
