using CoopMarket.Domain.Payments;
using CsCheck;

namespace CoopMarket.Domain.Tests.Payments;

public sealed class RemittanceListTests
{
    private static readonly string[] Vietnamese = ["STT", "Mã vận đơn", "Tiền thu hộ (COD)", "Phí vận chuyển", "Phí thu hộ", "Thực nhận"];

    /// <summary>What a list holds comes out, and goes through a form unchanged.</summary>
    [Fact]
    public void Lines_come_out_as_they_went_in_and_pass_through_a_form()
        => Gen.Select(Gen.Long[-900_000, 5_000_000], Gen.Long[0, 60_000], Gen.Long[0, 9_000]).Array[1, 40].Sample(parcels =>
        {
            List<IReadOnlyList<string>> rows = [["BẢNG ĐỐI SOÁT"], Vietnamese];
            for (var i = 0; i < parcels.Length; i++)
                rows.Add([$"{i + 1}", $"GHN{i}", $"{parcels[i].Item1}", $"-{parcels[i].Item2}", $"{parcels[i].Item3}", $"{parcels[i].Item1 - parcels[i].Item2 - parcels[i].Item3}"]);
            var list = RemittanceList.Read(rows, out var flaw);
            return flaw is null && list!.Lines.Select(l => (l.Cash, l.Fee)).SequenceEqual(parcels.Select(p => (p.Item1, p.Item2 + p.Item3)))
                && RemittanceList.Read(list.Text().Replace("\n", "\r\n", StringComparison.Ordinal), out _)!.Lines.Select(l => l with { Row = 0 }).SequenceEqual(list.Lines.Select(l => l with { Row = 0 }));
        });

    [Theory]
    [InlineData(RemittanceFault.NoHead, 0, "A1,100000")]
    [InlineData(RemittanceFault.NoLines, 0, "Tracking,COD,Net")]
    [InlineData(RemittanceFault.NoSum, 0, "Tracking,COD|A1,100000")]
    [InlineData(RemittanceFault.NoParcel, 2, "Tracking,COD,Fee,Net|,100000,0,100000")]
    [InlineData(RemittanceFault.Amount, 2, "Tracking,COD,Fee,Net|A1,mười,0,100000")]
    [InlineData(RemittanceFault.DoesNotAddUp, 2, "Tracking,COD,Fee,Net|A1,-5,0,5")]
    [InlineData(null, 0, "Tracking,COD,Fee,Net|A1,100000,5000,95000|A2,-50000,0,-50000|Total,50000,5000,45000")]
    [InlineData(RemittanceFault.DoesNotAddUp, 3, "Tracking,COD,Fee,Net|A1,100000,5000,95000|A2,100000,5000,94000")]
    [InlineData(RemittanceFault.DoesNotAddUp, 3, "Tracking,COD|A1,100000|Total,90000")]
    [InlineData(null, 0, "Tracking,COD|A1,100000|Total,100000")]
    [InlineData(null, 0, "Mã đơn hàng,Thu hộ,Thực nhận|CM1,100000,95000|Tổng cộng,100000,95000")]
    public void A_list_adds_up_or_is_refused(RemittanceFault? fault, int row, string text)
    {
        RemittanceList.Read([.. text.Split('|').Select(r => r.Split(','))], out var flaw);
        (flaw?.Fault, flaw?.Row ?? 0).ShouldBe((fault, row));
    }
}
