using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CsCheck;

namespace CoopMarket.Domain.Tests.Orders;

/// <summary>The tax inside prices: what is split sums to what the buyer pays, to the đồng, whatever was given back.</summary>
public sealed class PartVatTests
{
    private static readonly (VatClass? Class, int? BasisPoints)[] Told =
        [(VatClass.OwnProduce, null), (VatClass.FarmTrade, 500), (VatClass.Most, 800), (VatClass.NeverLowered, 1_000), (VatClass.Most, 0), (null, null)];

    private static readonly Gen<(VatClass? Class, int? BasisPoints)> Rates = Gen.Int[0, Told.Length - 1].Select(i => Told[i]);

    [Fact]
    public void Tax_inside_an_amount_is_never_negative_and_never_more_than_it() => Gen.Select(Gen.Long[0, Money.Most], Gen.Int[0, 3_000]).Sample((dong, rate) =>
    {
        var tax = VatInside.Of(Money.Dong(dong), rate).Minor;
        tax.ShouldBeInRange(0, dong);
        // Half a đồng at most from the true share: |tax × (10000 + rate) − dong × rate| ≤ (10000 + rate) / 2.
        (2 * Int128.Abs(((Int128)tax * (10_000 + rate)) - ((Int128)dong * rate)) <= 10_000 + rate).ShouldBeTrue();
    });

    [Theory]
    [InlineData(108_000, 800, 8_000)]
    [InlineData(185_075, 800, 13_709)]
    [InlineData(105, 500, 5)]
    [InlineData(21, 500, 1)]
    [InlineData(10, 500, 0)]
    [InlineData(0, 800, 0)]
    [InlineData(185_075, 0, 0)]
    public void What_is_inside_is_reckoned_on_the_price_without_it(long gross, int rate, long tax) => VatInside.Of(Money.Dong(gross), rate).ShouldBe(Money.Dong(tax));

    [Fact]
    public void Nets_and_taxes_sum_to_what_the_buyer_pays_whatever_was_declined_and_given_back()
        => Gen.Select(Plans.Any, Rates.Array[30], Gen.Select(Gen.Int[0, 5], Gen.Int[1, 100]).Array[0, 6]).Sample((drawn, rates, bits) =>
    {
        var next = 0;
        var order = (drawn with
        {
            Way = PaymentWay.Card,
            Parts = [.. drawn.Parts.Select(p => p with
            {
                DeliveryVatBasisPoints = 800,
                Lines = [.. p.Lines.Select(l => l with { Vat = rates[next % rates.Length].Class, VatBasisPoints = rates[next++ % rates.Length].BasisPoints })],
            })],
        }).Placed();
        order.Pay(Plans.Open, Plans.Monday);
        foreach (var part in order.Parts)
        {
            order.Accept(part.Id, Plans.Monday);
            order.Ship(part.Id, Carrier.Other, "", Plans.Monday);
            order.Deliver(part.Id, Witness.Buyer, Plans.Monday);
            foreach (var (which, percent) in bits.Where(b => b.Item1 < part.Lines.Count))
                if (part.Refundable(part.Lines[which].Id) is { Minor: > 0 } left)
                    order.Refund(part.Id, [new(new(Guid.NewGuid()), part.Lines[which].Id, left with { Minor = Math.Max(1, left.Minor * percent / 100) })], "vỡ", Plans.Monday).IsDone.ShouldBeTrue();

            var vat = PartVat.Of(part, order.Way);
            vat.Pieces.Sum(p => p.Gross.Minor).ShouldBe(part.Kept(order.Way).Minor);
            vat.Pieces.ShouldAllBe(p => p.Net.Minor >= 0 && p.Net <= p.Gross);
            foreach (var sum in vat.Sums)
            {
                var of = vat.Pieces.Where(p => p.IsTold && p.BasisPoints == sum.BasisPoints).ToList();
                of.Sum(p => p.Net.Minor).ShouldBe(sum.Net.Minor);
                (sum.Net + sum.Tax).Minor.ShouldBe(of.Sum(p => p.Gross.Minor));
                sum.Tax.ShouldBe(sum.BasisPoints is { } rate ? VatInside.Of(sum.Net + sum.Tax, rate) : Money.Dong(0));
            }

            if (vat.IsWhole)
                vat.Sums.Sum(s => (s.Net + s.Tax).Minor).ShouldBe(part.Kept(order.Way).Minor);
        }
    });

    [Fact]
    public void What_a_line_bears_is_what_held_when_it_was_ordered_and_untold_things_are_split_from_nothing()
    {
        var plan = Plans.Of(PaymentWay.CashOnDelivery, (32_400, 600, [(108_000, 2), (50_000, 1)]));
        var part = (plan with
        {
            Parts = [plan.Parts[0] with { DeliveryVatBasisPoints = 800, Lines = [plan.Parts[0].Lines[0] with { Vat = VatClass.Most, VatBasisPoints = 800 }, plan.Parts[0].Lines[1]] }],
        }).Placed().Parts[0];

        var vat = PartVat.Of(part, PaymentWay.CashOnDelivery);
        vat.IsWhole.ShouldBeFalse();
        vat.Sums.ShouldBe([new(800, Money.Dong(230_000), Money.Dong(18_400))]);
        vat.Pieces.Select(p => (p.IsTold, p.Net.Minor)).ShouldBe([(true, 200_000), (false, 50_000), (true, 30_000)]);
    }

    [Fact]
    public void Nothing_is_worth_anything_before_it_arrived_and_less_after_something_went_back()
    {
        var plan = Plans.Of(PaymentWay.Card, (30_000, 600, [(100_000, 2), (400_000, 1)]));
        var order = (plan with { Parts = [plan.Parts[0] with { Lines = [plan.Parts[0].Lines[0], plan.Parts[0].Lines[1] with { Supply = SupplyKind.Services }] }] }).Placed();
        var part = order.Parts[0];
        order.Pay(Plans.Open, Plans.Monday);
        SellersWorth.Of(part, order.Way).ShouldBeEmpty();
        order.Accept(part.Id, Plans.Monday);
        order.Ship(part.Id, Carrier.Other, "", Plans.Monday);
        SellersWorth.Of(part, order.Way).ShouldBeEmpty();
        order.Deliver(part.Id, Witness.Cooperative, Plans.Monday);
        order.Refund(part.Id, [new(new(Guid.NewGuid()), part.Lines[0].Id, Money.Dong(70_000))], "vỡ", Plans.Monday);

        SellersWorth.Of(part, order.Way).ShouldBe(
            new Dictionary<SupplyKind, Money> { [SupplyKind.Goods] = Money.Dong(130_000), [SupplyKind.Services] = Money.Dong(400_000), [SupplyKind.Making] = Money.Dong(30_000) }, ignoreOrder: true);
        SupplyKinds.Of(["homestay", "khac"]).ShouldBe(SupplyKind.Services);
        SupplyKinds.Of(["toi-den"]).ShouldBe(SupplyKind.Goods);
    }
}
