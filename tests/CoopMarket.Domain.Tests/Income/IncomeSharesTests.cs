using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Income;

/// <summary>Row 38 for shares of income: whole đồng, exact sums, none negative, whatever is declined and given back.</summary>
public sealed class IncomeSharesTests
{
    private static readonly Gen<ShareTerm> Member = Gen.Select(Gen.Long[0, 400_000], Gen.Int[0, 9], (perUnit, parts) => new ShareTerm(ShareKind.Member, new(Guid.NewGuid()), perUnit, parts));

    private static readonly Gen<ShareTerm[]> Rule = Gen.Select(Gen.Long[0, 60_000], Member.Array[0, 6], Gen.Int[0, 9], (costs, members, fund) =>
        (ShareTerm[])[new(ShareKind.Costs, null, costs, 0), .. members, new(ShareKind.Fund, null, 0, fund)]);

    private static readonly Gen<(long Price, int Quantity, int FeeBasisPoints)> Line = Gen.Select(Gen.Long[1, 2_000_000], Gen.Int[1, 20], Gen.Int[0, 3_333]);

    [Fact]
    public void Shares_sum_to_the_lines_net_to_the_dong_and_none_is_negative() => Gen.Select(Rule, Line).Sample((rule, line) =>
    {
        var net = Net(line, line.Quantity);
        var shares = IncomeShares.Split(rule, net, line.Quantity);
        shares.Count.ShouldBe(rule.Length);
        shares.ShouldAllBe(s => s.Minor >= 0);
        Money.Sum(shares).ShouldBe(net);
    });

    [Fact]
    public void Nobody_with_a_fixed_share_gets_less_while_there_is_enough() => Gen.Select(Rule, Line).Sample((rule, line) =>
    {
        var net = Net(line, line.Quantity);
        if (rule.Sum(t => t.PerUnit) * line.Quantity > net.Minor)
            return;
        foreach (var (term, share) in rule.Zip(IncomeShares.Split(rule, net, line.Quantity)))
            share.Minor.ShouldBeGreaterThanOrEqualTo(term.PerUnit * line.Quantity);
    });

    [Fact]
    public void Costs_come_before_anybody_and_what_nobody_has_a_part_of_is_the_funds()
    {
        ShareTerm[] rule = [new(ShareKind.Costs, null, 30_000, 0), new(ShareKind.Member, new(Guid.NewGuid()), 50_000, 0), new(ShareKind.Fund, null, 0, 0)];
        IncomeShares.Split(rule, Money.Dong(100_000), 1).Select(s => s.Minor).ShouldBe([30_000, 50_000, 20_000]);
        IncomeShares.Split(rule, Money.Dong(40_000), 1).Select(s => s.Minor).ShouldBe([30_000, 10_000, 0]);
        IncomeShares.Split(rule, Money.Dong(7_000), 1).Select(s => s.Minor).ShouldBe([7_000, 0, 0]);
        IncomeShares.Split(IncomeShares.Unshared, Money.Dong(7_000), 3).Single().ShouldBe(Money.Dong(7_000));
    }

    [Fact]
    public void The_remainder_goes_to_the_largest()
    {
        ShareTerm[] rule = [.. Enumerable.Range(0, 2).Select(_ => new ShareTerm(ShareKind.Member, new(Guid.NewGuid()), 0, 1)), new(ShareKind.Fund, null, 0, 1)];
        IncomeShares.Split(rule, Money.Dong(100), 1).Select(s => s.Minor).ShouldBe([34, 33, 33]);
    }

    // What is left plus what was taken back is what was frozen, step for step, and the end is the same whatever the steps were.
    [Fact]
    public void After_any_declines_and_refunds_what_is_left_and_what_was_taken_back_are_what_was_frozen()
        => Gen.Select(Rule, Line, Gen.Int[0, 20], Gen.Int[0, 100].Array[0, 8]).Sample((rule, line, declined, percents) =>
        {
            var frozen = IncomeShares.Split(rule, Net(line, line.Quantity), line.Quantity);
            var quantity = line.Quantity - Math.Min(declined, line.Quantity);
            var net = Net(line, quantity);
            var back = Money.Dong(0);
            var taken = new long[rule.Length];
            var before = frozen;
            foreach (var percent in percents.Prepend(0))
            {
                back += net - back is var rest ? rest with { Minor = rest.Minor * percent / 100 } : default;
                var left = IncomeShares.Left(rule, net, quantity, back);
                left.ShouldAllBe(s => s.Minor >= 0);
                Money.Sum(left).ShouldBe(net - back);
                for (var i = 0; i < rule.Length; i++)
                    taken[i] += (before[i] - left[i]).Minor;
                for (var i = 0; i < rule.Length; i++)
                    (left[i].Minor + taken[i]).ShouldBe(frozen[i].Minor);
                before = left;
            }

            taken.Sum().ShouldBe((Net(line, line.Quantity) - net + back).Minor);
            IncomeShares.Left(rule, net, quantity, net).ShouldAllBe(s => s.IsZero);
        });

    [Fact]
    public void A_refund_is_never_more_than_a_dong_from_fair() => Gen.Select(Rule, Line, Gen.Int[0, 100]).Sample((rule, line, percent) =>
    {
        var net = Net(line, line.Quantity);
        var back = net with { Minor = net.Minor * percent / 100 };
        foreach (var (share, left) in IncomeShares.Split(rule, net, line.Quantity).Zip(IncomeShares.Left(rule, net, line.Quantity, back)))
            if (!net.IsZero)
                ((Int128)left.Minor * net.Minor - ((Int128)share.Minor * (net - back).Minor)).ShouldBeInRange(-net.Minor, net.Minor);
    });

    [Fact]
    public void A_line_of_several_lots_is_shared_to_the_dong_whatever_is_declined_and_given_back() =>
        Gen.Select(Gen.Select(Rule, Gen.Int[1, 9]).Array[1, 4], Line, Gen.Int[0, 36], Gen.Int[0, 100]).Sample((lots, line, declined, percent) =>
        {
            var quantity = lots.Sum(l => l.Item2);
            var left = quantity - Math.Min(declined, quantity);
            var net = Net(line, left);
            var back = net with { Minor = net.Minor * percent / 100 };
            var shares = IncomeShares.Left([.. lots.Select(l => ((IReadOnlyList<ShareTerm>)l.Item1, l.Item2))], net, left, back);
            shares.Select(s => s.Count).ShouldBe(lots.Select(l => l.Item1.Length));
            shares.SelectMany(s => s).ShouldAllBe(s => s.Minor >= 0);
            Money.Sum(shares.SelectMany(s => s)).ShouldBe(net - back);
            if (lots.Length == 1)
                shares[0].ShouldBe(IncomeShares.Left(lots[0].Item1, net, left, back));
        });

    [Fact]
    public void What_is_declined_is_taken_from_the_last_lot_first()
    {
        ShareTerm[] one = [new(ShareKind.Member, new(Guid.NewGuid()), 0, 1), new(ShareKind.Fund, null, 0, 0)];
        var shares = IncomeShares.Left([(one, 2), (IncomeShares.Unshared, 3)], Money.Dong(300), 3, Money.Dong(0));
        shares.Select(s => Money.Sum(s).Minor).ShouldBe([200, 100]);
        Should.Throw<ArgumentException>(() => IncomeShares.Left([(one, 2)], Money.Dong(300), 3, Money.Dong(0)));
        Should.Throw<ArgumentException>(() => IncomeShares.Left([(one, 2)], Money.Dong(300), 2, Money.Dong(301)));
    }

    [Fact]
    public void What_is_no_rule_is_a_bug()
    {
        Should.Throw<ArgumentException>(() => IncomeShares.Split([], Money.Dong(1), 1));
        Should.Throw<ArgumentException>(() => IncomeShares.Split([new(ShareKind.Costs, null, 1, 0)], Money.Dong(1), 1));
        Should.Throw<ArgumentException>(() => IncomeShares.Split(IncomeShares.Unshared, Money.Dong(-1), 1));
        Should.Throw<ArgumentException>(() => IncomeShares.Left(IncomeShares.Unshared, Money.Dong(1), 1, Money.Dong(2)));
    }

    private static Money Net((long Price, int Quantity, int FeeBasisPoints) line, int quantity)
        => Money.Dong(line.Price * quantity) is var goods ? goods - goods.BasisPoints(line.FeeBasisPoints) : default;
}
