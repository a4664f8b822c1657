using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Catalog;

public sealed class AheadTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    // What happens to a size that is sold ahead, in any order: orders (0), gives back (1), harvest comes in (2).
    private static readonly Gen<(int Kind, int Pieces)[]> Season = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 12]).Array[0, 60];

    [Fact]
    public void Whatever_happens_no_more_is_sold_than_the_quota_and_no_more_laid_aside_than_sold() =>
        Gen.Select(Gen.Int[0, 40], Season).Sample((quota, season) =>
        {
            AheadCount count = new(quota, 0, 0);
            foreach (var (kind, pieces) in season)
            {
                count = Next(count, kind, pieces).Now;
                count.IsWhole.ShouldBeTrue($"{count}");
            }
        });

    [Fact]
    public void Every_piece_that_came_in_is_free_or_laid_aside_for_one_buyer() =>
        Gen.Select(Gen.Int[0, 40], Season).Sample((quota, season) =>
        {
            AheadCount count = new(quota, 0, 0);
            var (came, free) = (0, 0);
            foreach (var (kind, pieces) in season)
            {
                (count, var freed) = Next(count, kind, pieces);
                free += freed;
                came += kind == 2 ? pieces : 0;
            }

            (free + count.Aside).ShouldBe(came);
        });

    [Fact]
    public void Nothing_is_free_while_a_buyer_waits_for_it() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 40], Gen.Int[0, 80]).Sample((quota, sold, came) =>
        {
            sold = Math.Min(sold, quota);
            var (now, free) = new AheadCount(quota, sold, 0).Receive(came);
            (free == 0 || now.Owed == 0).ShouldBeTrue();
        });

    [Fact]
    public void More_than_is_left_is_not_sold()
    {
        new AheadCount(10, 8, 0).Take(3).ShouldBeNull();
        new AheadCount(10, 8, 0).Take(2).ShouldBe(new AheadCount(10, 10, 0));
    }

    [Fact]
    public void What_was_laid_aside_for_one_who_calls_off_goes_to_the_next_who_waits()
    {
        new AheadCount(10, 6, 4).GiveBack(1).ShouldBe((new AheadCount(10, 5, 4), 0));
        new AheadCount(10, 6, 4).GiveBack(3).ShouldBe((new AheadCount(10, 3, 3), 1));
    }

    [Fact]
    public void A_promise_names_days_that_can_be_kept()
    {
        Of(0, 15, 10).BeginsInTime(Today).ShouldBeTrue();
        Of(-1, 15, 10).BeginsInTime(Today).ShouldBeFalse();
        Of(371, 380, 10).BeginsInTime(Today).ShouldBeFalse();
        Of(10, 9, 5).EndsInTime.ShouldBeFalse();
        Of(10, 71, 5).EndsInTime.ShouldBeTrue();
        Of(10, 72, 5).EndsInTime.ShouldBeFalse("a promise of more than two months is none");
        Of(10, 20, -1).TakesOrders(Today).ShouldBeFalse();
        Of(10, 20, 20).TakesOrders(Today).ShouldBeTrue();
        Of(10, 20, 21).TakesOrders(Today).ShouldBeFalse();
    }

    [Fact]
    public void What_is_sent_together_waits_for_the_last_of_it() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 61]).Array[1, 6].Sample(drawn =>
        {
            var windows = drawn.Select(d => new SendWindow(Today.AddDays(d.Item1), Today.AddDays(d.Item1 + d.Item2))).ToList();
            var together = SendWindow.Together(windows)!.Value;
            windows.ShouldAllBe(w => together.From >= w.From && together.To >= w.To);
            windows.ShouldContain(w => w.From == together.From);
            windows.ShouldContain(w => w.To == together.To);
            (together.From <= together.To).ShouldBeTrue();
        });

    [Fact]
    public void Nothing_ahead_is_no_window() => SendWindow.Together([]).ShouldBeNull();

    private static AheadTerms Of(int from, int to, int until) => new(Today.AddDays(from), Today.AddDays(to), Today.AddDays(until));

    // Pieces that came in and pieces that were given back are free where nobody waits for them.
    private static (AheadCount Now, int Freed) Next(AheadCount count, int kind, int pieces) => kind switch
    {
        0 => (count.Take(pieces) ?? count, 0),
        1 => count.Sold == 0 ? (count, 0) : count.GiveBack(Math.Min(pieces, count.Sold)),
        _ => count.Receive(pieces),
    };
}
