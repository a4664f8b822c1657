using CoopMarket.Domain.Lots;

namespace CoopMarket.Domain.Tests.Lots;

public sealed class A_lot_stands_somewhere
{
    private static readonly DateOnly Made = new(2026, 11, 1);

    [Theory]
    [InlineData(0, true), InlineData(10, true), InlineData(11, false)]
    public void It_is_for_sale_up_to_its_last_day(int days, bool isForSale)
        => Lot(Made.AddDays(10)).IsForSaleOn(Made.AddDays(days)).ShouldBe(isForSale);

    [Fact]
    public void What_keeps_is_for_sale_on_any_day() => Lot(null).IsForSaleOn(Made.AddYears(30)).ShouldBeTrue();

    [Fact]
    public void What_is_used_up_is_closed_until_it_is_opened_again()
    {
        var lot = Lot(null);
        lot.Close(isEmpty: false).ShouldBe(new LotNotEmpty());
        lot.Close(isEmpty: true).ShouldBeNull();
        lot.Close(isEmpty: true).ShouldBe(new NotWithThisLot());
        lot.Reopen().ShouldBeNull();
        lot.Reopen().ShouldBe(new NotWithThisLot());
    }

    [Theory]
    [InlineData("TĐ-07", "td-07"), InlineData("Lô 1", "LO 1")]
    public void Numbers_that_read_alike_are_one(string one, string other) => Domain.Lots.Lot.FoldNumber(one).ShouldBe(Domain.Lots.Lot.FoldNumber(other));

    internal static Lot Lot(DateOnly? bestBefore)
        => Domain.Lots.Lot.Record(new(Guid.NewGuid()), new(Guid.NewGuid()), new(Guid.NewGuid()), new("1", Made, bestBefore, "", "", null, "", "", "", []), null, DateTimeOffset.UnixEpoch);
}
