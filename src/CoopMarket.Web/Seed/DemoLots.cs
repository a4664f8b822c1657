using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Lots;

namespace CoopMarket.Web.Seed;

/// <summary>Two lots of garlic powder, whose stock is kept by lot: what is on hand is of the older; the younger was made by others and is shared in its own way. A third was called back. And one of the garlic whose story has a voice: its label has it all.</summary>
internal sealed class DemoLots(Stage stage, DemoIncome income, IReadOnlyDictionary<string, SeededCooperative> cooperatives)
{
    private const string Product = "bot-toi-den";
    private const string Told = "toi-den-mot-nhanh";
    private const int DaysItKeeps = 365;

    /// <summary>Comes to pass shortly before <paramref name="end"/>, UTC.</summary>
    public async Task WriteAsync(IReadOnlyList<SeededSize> sizes, DateTimeOffset end)
    {
        var powder = sizes.First(s => s.Product.Key == Product);
        stage.At(end.AddHours(-6));
        var today = VietnamDay.Of(end);
        var older = await RecordAsync(powder, today.AddDays(-75), "chị Pâng và tổ nồi ủ", "40 kg tỏi tươi", "Trời hanh, bột khô đều.");
        await stage.DoAsync(new KeepByLot.Command(cooperatives[powder.Cooperative].Manager, cooperatives[powder.Cooperative].Id, older));
        stage.Wait(TimeSpan.FromMinutes(10));
        var younger = await RecordAsync(powder, today.AddDays(-6), "chị Bun với nhóm bản Tọ", "25 kg tỏi tươi", "Mẻ đầu của nhóm bản Tọ.");
        await stage.DoAsync(new ChangeLotStock.Command(
            cooperatives[powder.Cooperative].Manager, cooperatives[powder.Cooperative].Id, younger, powder.Id, StockCause.Received, "30", "mẻ mới xay xong", Seen: 0));
        await income.ShareLotAsync(powder, younger);
        stage.Wait(TimeSpan.FromMinutes(10));
        var damp = await RecordAsync(powder, today.AddDays(-120), "tổ đóng gói", "8 kg tỏi tươi", "Túi hút ẩm bị thủng.");
        await stage.DoAsync(new RecallLot.Command(
            cooperatives[powder.Cooperative].Manager, cooperatives[powder.Cooperative].Id, damp, "Vài hũ bị ẩm vì túi hút ẩm thủng. Xin đừng ăn, gọi cho chúng tôi để đổi hũ khác."));
        await RecordAsync(sizes.First(s => s.Product.Key == Told), today.AddDays(-20), "chị Pâng", "60 kg tỏi tươi", "Củ đều, lửa êm.");
    }

    private Task<LotId> RecordAsync(SeededSize size, DateOnly madeOn, string by, string amount, string notes)
        => stage.DoAsync(new RecordLot.Command(cooperatives[size.Cooperative].Manager, cooperatives[size.Cooperative].Id, size.ProductId, new()
        {
            MadeOn = madeOn,
            BestBefore = madeOn.AddDays(DaysItKeeps),
            Village = "bản Tọ",
            CommuneCode = "03922",
            MadeBy = by,
            Amount = amount,
            Notes = notes,
        }));
}
