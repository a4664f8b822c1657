using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Stories;

namespace CoopMarket.Web.Seed;

/// <summary>A member of a demo cooperative agrees to her face and the voice, and takes a motif back herself.</summary>
internal sealed class DemoConsents(Stage stage, IReadOnlyDictionary<string, SeededCooperative> cooperatives)
{
    public async Task AgreeAsync(DateTimeOffset end)
    {
        var (coop, me) = (cooperatives["toiden"].Id, cooperatives["toiden"].Manager);
        var stories = await stage.SendAsync(new StoryList.Query(me, coop));
        var (told, fair) = (stories.Single(s => s.Title.Vi == "Ba mươi ngày bên nồi ủ"), stories.Single(s => s.Title.Vi == "Phiên chợ đầu tiên"));
        var name = (await stage.SendAsync(new StoryConsents.Query(me, coop, told.Id)))!.Members.Single(m => m.Person == me.Me).Name;
        var voice = (await stage.SendAsync(new StoryVoices.Query(me, coop, told.Id)))!.Voices[0].Recording;
        stage.At(end.AddDays(-6));
        var today = VietnamDay.Of(end.AddDays(-6));
        await AgreeAsync(told, told.Cover!.Id.Value, "Ảnh trong câu chuyện này và hình xem trước khi gửi đường dẫn", ConsentWay.OnPaper, today.AddDays(20));
        await AgreeAsync(told, voice.Id.Value, "Nghe trên trang này của chợ", ConsentWay.BySpeech, null);
        await AgreeAsync(fair, fair.Id.Value, "Chị em trong nhà; người khác xin hỏi trước", ConsentWay.ByMessage, null);
        stage.At(end.AddDays(-2));
        await stage.DoAsync(new WithdrawOwnConsent.Command(me, (await stage.SendAsync(new Features.Storefront.MyConsents.Query(me))).Given.Single(g => g.Kind == ConsentKind.Motif).Id));

        Task AgreeAsync(StoryList.Line story, Guid about, string whatFor, ConsentWay way, DateOnly? until) => stage.DoAsync(new GiveConsent.Command(
            me, coop, story.Id, new() { About = about, Who = name, Member = me.Me, WhatFor = whatFor, Way = way, GivenOn = today, Until = until }));
    }
}
