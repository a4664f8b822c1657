using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Questions;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Seed;

/// <summary>What buyers asked cooperatives: one thread answered, one in French, one that waits, and one in which a buyer was asked for money elsewhere and told the market.</summary>
internal sealed class DemoQuestions(Stage stage, IReadOnlyDictionary<string, SeededCooperative> cooperatives)
{
    private static readonly Actor Guest = Actor.Guest("127.0.0.1");

    /// <summary>In the days before <paramref name="end"/>, UTC.</summary>
    public async Task AskAsync(Actor admin, Actor buyer, IReadOnlyList<SeededSize> sizes, DateTimeOffset end)
    {
        stage.At(end.AddDays(-12));
        var garlic = await AskAsync("vi", buyer, Of(sizes, "toiden"), "Tỏi đen này mở hũ rồi để được bao lâu? Có cần tủ lạnh không chị?", "Nguyễn Thu Hà", "");
        stage.Wait(TimeSpan.FromHours(3));
        await AnswerAsync("toiden", garlic, "Mở rồi chị để ngăn mát, đậy kín, ăn trong ba tháng. Chưa mở thì để chỗ khô, sáu tháng.");
        stage.Wait(TimeSpan.FromHours(1));
        await stage.DoAsync(new WriteToCooperative.Command(buyer, garlic.Code, garlic.Secret, await KeyAsync(), "Cảm ơn chị, tôi đặt hai hũ.", false, []));
        stage.Wait(TimeSpan.FromHours(2));
        await AnswerAsync("toiden", garlic, "Dạ, chúng tôi gói trong ngày.");

        stage.At(end.AddDays(-6));
        var tea = await AskAsync("fr", Guest, Of(sizes, "chetaxua"), "Bonjour, ce thé supporte-t-il plusieurs infusions, et à quelle température ?", "Claire Martin", "claire.martin@demo.test");
        stage.Wait(TimeSpan.FromHours(9));
        await AnswerAsync("chetaxua", tea, "Bonjour, sáu đến bảy nước, nước 85 độ. Nước đầu tráng nhanh rồi đổ đi.");

        stage.At(end.AddDays(-4));
        var cloth = await AskAsync("vi", Guest, Of(sizes, "thocam"), "Khăn này dệt theo màu tôi chọn được không? Tôi muốn màu chàm đậm.", "Trần Mai", "mai.tran@demo.test");
        stage.Wait(TimeSpan.FromHours(5));
        await AnswerAsync("thocam", cloth, "Được chị ạ. Chị kết bạn Zalo 0900 000 123 rồi chuyển khoản trước một nửa, chúng tôi dệt ngay.");
        stage.Wait(TimeSpan.FromHours(1));
        await stage.DoAsync(new ReportYourQuestion.Command(Guest, cloth.Code, cloth.Secret, "Tôi muốn trả ở chợ, không muốn chuyển tiền trước cho người tôi chưa quen."));
        stage.Wait(TimeSpan.FromHours(2));
        await stage.DoAsync(new ReadQuestion.Command(admin, cloth.Id, "Người mua báo bị đòi chuyển tiền trước"));

        stage.At(end.AddHours(-7));
        await AskAsync("en", Guest, Of(sizes, "matong"), "Is this honey raw, or has it been heated?", "Emma Clarke", "emma.clarke@demo.test");
        Languages.Speak("vi");
    }

    private static ProductId Of(IReadOnlyList<SeededSize> sizes, string cooperative) => sizes.First(s => s.Cooperative == cooperative).ProductId;

    private Task<string> KeyAsync() => stage.WithAsync<Ids, string>(ids => Task.FromResult(ids.Secret()));

    private async Task AnswerAsync(string cooperative, (QuestionId Id, string Code, string Secret) thread, string words)
        => await stage.DoAsync(new AnswerQuestion.Command(cooperatives[cooperative].Manager, cooperatives[cooperative].Id, thread.Id, await KeyAsync(), words, Sure: true, []));

    private async Task<(QuestionId Id, string Code, string Secret)> AskAsync(string language, Actor actor, ProductId product, string words, string name, string email)
    {
        Languages.Speak(language);
        var asked = await stage.DoAsync(new AskCooperative.Command(actor, product.Value, null, null, null, name, email, await KeyAsync(), words, Sure: true, []));
        return (await stage.WithAsync<MarketDb, QuestionId>(db => db.Set<Question>().Where(q => q.Code == asked.Code).Select(q => q.Id).SingleAsync()), asked.Code, asked.Secret);
    }
}
