using CoopMarket.Domain.Lots;
using CsCheck;

namespace CoopMarket.Domain.Tests.Lots;

public sealed class What_expires_first_is_served_first
{
    private static readonly DateOnly Day = new(2026, 11, 1);

    private static readonly Gen<LotOnShelf[]> Shelf = Gen.Select(Gen.Guid, Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[1, 9], Gen.Bool,
        (id, last, made, pieces, keeps) => new LotOnShelf(new(id), keeps ? null : Day.AddDays(last), Day.AddDays(-made), pieces)).Array[0, 6];

    [Fact]
    public void All_is_served_or_nothing_and_never_more_than_there_is() => Gen.Select(Shelf, Gen.Int[1, 40]).Sample((shelf, quantity) =>
    {
        var taken = FirstExpiry.Take(shelf, quantity);
        (taken is null).ShouldBe(shelf.Sum(l => l.Pieces) < quantity);
        if (taken is null)
            return;
        taken.Sum(t => t.Pieces).ShouldBe(quantity);
        foreach (var (lot, pieces) in taken)
            pieces.ShouldBeInRange(1, shelf.Where(l => l.Lot == lot).Sum(l => l.Pieces));
    });

    [Fact]
    public void Nothing_is_taken_of_a_lot_while_one_before_it_has_some() => Gen.Select(Shelf, Gen.Int[1, 40]).Sample((shelf, quantity) =>
    {
        if (FirstExpiry.Take(shelf, quantity) is not { } taken)
            return;
        foreach (var whole in FirstExpiry.Order(shelf).Zip(taken.SkipLast(1)))
            (whole.First.Lot, whole.First.Pieces).ShouldBe((whole.Second.Lot, whole.Second.Pieces));
    });

    [Fact]
    public void What_expires_goes_before_what_keeps_and_of_the_same_day_what_was_made_first()
    {
        LotOnShelf keeps = new(new(Guid.NewGuid()), null, Day.AddDays(-9), 1), late = new(new(Guid.NewGuid()), Day.AddDays(9), Day, 1);
        LotOnShelf soon = new(new(Guid.NewGuid()), Day.AddDays(3), Day, 1), sooner = soon with { Lot = new(Guid.NewGuid()), MadeOn = Day.AddDays(-1) };
        FirstExpiry.Order([keeps, late, soon, sooner]).ShouldBe([sooner, soon, late, keeps]);
    }
}
