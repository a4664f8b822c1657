using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Complaints;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Seed;

/// <summary>What was complained of: one complaint settled to the end, one that waits for its outcome, one that nobody has answered in time.</summary>
internal sealed class DemoComplaints(Stage stage, IReadOnlyDictionary<string, SeededCooperative> cooperatives)
{
    /// <summary>In the weeks before <paramref name="end"/>, UTC.</summary>
    public async Task HearAsync(Actor admin, Actor second, IReadOnlyList<SeededSize> sizes, DateTimeOffset end)
    {
        Languages.Speak("vi");
        stage.At(end.AddDays(-40));
        var jar = await FileAsync(ComplaintKind.Damaged, Of(sizes, "toiden"), "Hũ tỏi tới nơi bị nứt nắp, mùi ra cả hộp. Tôi có chụp ảnh lúc mở gói.", "Nguyễn Thu Hạnh", "hanh.nguyen@demo.test", "");
        stage.Wait(TimeSpan.FromHours(5));
        var garlic = cooperatives["toiden"];
        await stage.DoAsync(new AnswerComplaint.Command(admin, jar.Id, "Chợ đã nhận và đang hỏi hợp tác xã. Bạn giữ hũ lại giúp."));
        stage.Wait(TimeSpan.FromHours(4));
        await stage.DoAsync(new TellSide.Command(garlic.Manager, garlic.Id, jar.Id, "Chúng tôi gói một lớp rơm, có lẽ chưa đủ cho đường xa. Chúng tôi gửi hũ khác ngay."));
        stage.Wait(TimeSpan.FromHours(20));
        await stage.DoAsync(new SettleComplaint.Command(admin, jar.Id, "Hợp tác xã gửi hũ khác, không tính tiền; hũ nứt bạn không phải gửi lại."));
        stage.Wait(TimeSpan.FromDays(2));
        await stage.DoAsync(new AskSecondLook.Command(Actor.Guest("127.0.0.1"), jar.Code, jar.Secret, "Hũ mới đã tới, nhưng tôi muốn chợ nhắc hợp tác xã gói kỹ hơn."));
        stage.Wait(TimeSpan.FromHours(26));
        await stage.DoAsync(new SettleComplaint.Command(second, jar.Id, "Từ nay hũ gói hai lớp; chợ đã viết vào chỗ dặn dò của hợp tác xã."));
        stage.At(end.AddHours(-20));
        var scarf = await FileAsync(ComplaintKind.NotAsDescribed, Of(sizes, "thocam"), "Khăn nhạt màu hơn ảnh nhiều.", "Lê Minh", "", "0900000377");
        stage.Wait(TimeSpan.FromHours(3));
        await stage.DoAsync(new AnswerComplaint.Command(admin, scarf.Id, "Chợ đã gọi cho bạn và đang hỏi hợp tác xã."));
        stage.At(end.AddDays(-3));
        await FileAsync(ComplaintKind.TakenWork, Of(sizes, "thocam"), "Hoa văn trên túi này là của bản tôi, chưa ai hỏi chúng tôi.", "Vì Thị Inh", "inh.vi@demo.test", "");
    }

    private static ProductId Of(IReadOnlyList<SeededSize> sizes, string cooperative) => sizes.First(s => s.Cooperative == cooperative).ProductId;

    private async Task<(ComplaintId Id, string Code, string Secret)> FileAsync(ComplaintKind kind, ProductId product, string words, string name, string email, string phone)
    {
        var filed = await stage.DoAsync(FileComplaint.Command.Of(Actor.Guest("127.0.0.1"), new()
        {
            FormKey = await stage.WithAsync<Ids, string>(ids => Task.FromResult(ids.Secret())),
            Kind = kind.ToString(),
            Product = product.Value,
            Words = words,
            Name = name,
            Email = email,
            Phone = phone,
        }));
        return (await stage.WithAsync<MarketDb, ComplaintId>(db => db.Set<Complaint>().Where(c => c.Code == filed.Code).Select(c => c.Id).SingleAsync()), filed.Code, filed.Secret);
    }
}
