using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Settlement;

/// <summary>What is withheld follows what the seller is entitled to, in any steps, and nothing is left when all goes back.</summary>
public sealed class WithholdingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private static readonly WithholdingRate[] First =
        [.. FirstTaxRates.Withholding.Select(r => new WithholdingRate { Id = default, Kind = r.Kind, VatBasisPoints = r.Vat, IncomeBasisPoints = r.Income, From = r.From, AddedAt = Now })];

    [Fact]
    public void In_any_steps_it_is_the_share_of_what_is_left_never_negative_never_more_than_it()
        => Gen.Select(Gen.Select(Gen.Long[0, Money.Most], Gen.Long[0, 500_000]).Array[1, 12], Gen.Int[0, WithholdingRate.Most], Gen.Int[0, WithholdingRate.Most]).Sample((steps, vat, income) =>
    {
        WithholdingRate[] rates = [Rate(SupplyKind.Goods, vat, income), Rate(SupplyKind.Making, income, vat)];
        List<WithheldTax> rows = [];
        foreach (var (goods, way) in steps)
        {
            Look(rows, rates, (SupplyKind.Goods, goods), (SupplyKind.Making, way));
            Sum(rows, SupplyKind.Goods).ShouldBe((goods, Money.Dong(goods).BasisPoints(vat).Minor, Money.Dong(goods).BasisPoints(income).Minor));
            rows.GroupBy(r => r.Kind).ShouldAllBe(g => g.Sum(r => r.Base.Minor) >= 0 && g.Sum(r => r.Vat.Minor) >= 0 && g.Sum(r => r.Income.Minor) >= 0 && g.Sum(r => r.Tax.Minor) <= g.Sum(r => r.Base.Minor));
            // Said again it changes nothing.
            Look(rows, rates, (SupplyKind.Goods, goods), (SupplyKind.Making, way)).ShouldBe(0);
        }

        // Rates that came later don't matter for what was withheld before: all of it comes back.
        Look(rows, First);
        foreach (var kind in Enum.GetValues<SupplyKind>())
            Sum(rows, kind).ShouldBe((0, 0, 0));
    });

    [Fact]
    public void Goods_and_their_way_bear_what_the_first_rows_say()
    {
        List<WithheldTax> rows = [];
        Look(rows, First, (SupplyKind.Goods, 500_000), (SupplyKind.Making, 30_000));
        Sum(rows, SupplyKind.Goods).ShouldBe((500_000, 5_000, 2_500));
        Sum(rows, SupplyKind.Making).ShouldBe((30_000, 900, 450));
    }

    [Fact]
    public void A_kind_without_a_rate_bears_the_highest_and_without_any_rates_nothing_is_guessed()
    {
        List<WithheldTax> rows = [];
        Look(rows, [Rate(SupplyKind.Goods, 100, 50), Rate(SupplyKind.Services, 500, 200)], (SupplyKind.Other, 100_000));
        Sum(rows, SupplyKind.Other).ShouldBe((100_000, 5_000, 2_000));
        Should.Throw<InvalidOperationException>(() => Look([], [], (SupplyKind.Goods, 1)));
        Look([], []).ShouldBe(0);
    }

    private static WithholdingRate Rate(SupplyKind kind, int vat, int income)
        => new() { Id = default, Kind = kind, VatBasisPoints = vat, IncomeBasisPoints = income, From = Now, AddedAt = Now };

    private static int Look(List<WithheldTax> rows, IReadOnlyCollection<WithholdingRate> rates, params (SupplyKind Kind, long Dong)[] worth)
    {
        var changes = Withholding.Changes(worth.Where(w => w.Dong > 0).ToDictionary(w => w.Kind, w => Money.Dong(w.Dong)), rows, rates);
        rows.AddRange(changes.Select(c => WithheldTax.Write(default, Guid.Empty, default, default, default, c, Now, Now)));
        return changes.Count;
    }

    private static (long Base, long Vat, long Income) Sum(List<WithheldTax> rows, SupplyKind kind)
        => (rows.Where(r => r.Kind == kind).Sum(r => r.Base.Minor), rows.Where(r => r.Kind == kind).Sum(r => r.Vat.Minor), rows.Where(r => r.Kind == kind).Sum(r => r.Income.Minor));
}
