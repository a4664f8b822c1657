using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Tests.Orders;
using CsCheck;

namespace CoopMarket.Domain.Tests.Shared;

/// <summary>Every sum in which đồng become another currency, and go back from it.</summary>
public sealed class ExchangeTests
{
    private static readonly Gen<ExchangeTerms> Terms =
        from currency in Gen.Int[0, Currencies.Foreign.Count - 1].Select(i => Currencies.Foreign[i])
        from perUnit in Gen.Long[1, 100_000_000]
        from margin in Gen.Int[0, 1_000]
        select new ExchangeTerms(currency, new(2026, 11, 23), perUnit, margin);

    private static readonly Gen<Money> Dong = Gen.Long[0, Money.Most].Select(Money.Dong);

    [Theory]
    [InlineData(385_000, Currency.EUR, 2_987_654, 200, 1_314)]
    [InlineData(385_000, Currency.EUR, 2_987_654, 0, 1_289)]
    [InlineData(385_000, Currency.JPY, 16_840, 250, 2_343)]
    [InlineData(385_000, Currency.KRW, 1_785, 250, 22_110)]
    [InlineData(5, Currency.USD, 100_000, 0, 1)]
    [InlineData(4, Currency.USD, 100_000, 0, 0)]
    [InlineData(-5, Currency.USD, 100_000, 0, -1)]
    [InlineData(0, Currency.GBP, 3_441_200, 250, 0)]
    public void A_price_becomes_what_the_currency_counts_in(long dong, Currency currency, long perUnit, int margin, long minor)
        => new ExchangeTerms(currency, new(2026, 11, 23), perUnit, margin).Of(Money.Dong(dong)).ShouldBe(new(minor, currency));

    [Fact]
    public void It_is_never_more_than_half_a_step_away_from_the_exact_price() => Gen.Select(Terms, Dong).Sample((terms, dong) =>
    {
        var charged = terms.Of(dong);
        (charged.Minor % terms.Currency.Step()).ShouldBe(0);
        var units = terms.Currency.Exponent() == 0 ? 1 : 100;
        var off = ((Int128)charged.Minor * terms.PerUnit * 10_000) - ((Int128)dong.Minor * 100 * units * (10_000 + terms.MarginBasisPoints));
        (Int128.Abs(off) * 2 <= (Int128)terms.PerUnit * 10_000 * terms.Currency.Step()).ShouldBeTrue();
    });

    [Fact]
    public void What_costs_more_is_never_charged_less_and_a_margin_never_lowers_it() => Gen.Select(Terms, Dong, Dong).Sample((terms, one, other) =>
    {
        var (less, more) = one < other ? (one, other) : (other, one);
        terms.Of(less).ShouldBeLessThanOrEqualTo(terms.Of(more));
        (terms with { MarginBasisPoints = 0 }).Of(one).ShouldBeLessThanOrEqualTo(terms.Of(one));
        terms.Of(-one).ShouldBe(-terms.Of(one));
    });

    [Fact]
    public void Dong_stay_what_they_are() => Dong.Sample(dong => ExchangeTerms.None.Of(dong).ShouldBe(dong));

    [Fact]
    public void An_orders_parts_sum_to_its_charge_and_its_dong_are_untouched() => Gen.Select(Plans.Any, Terms).Sample((plan, terms) =>
    {
        var order = Order.Place(new(Guid.Empty), plan with { Way = PaymentWay.Card, Terms = terms }, Plans.Monday);
        if (!order.IsDone)
            return;
        order.Value.Charged.ShouldBe(terms.Of(order.Value.Total));
        Money.Sum(order.Value.Parts.Select(p => p.Charged), terms.Currency).ShouldBe(order.Value.Charged);
        order.Value.Parts.ShouldAllBe(p => p.Charged.Minor >= 0);
        var inDong = Order.Place(new(Guid.Empty), plan with { Way = PaymentWay.Card }, Plans.Monday).Value;
        (order.Value.Total, order.Value.Parts[0].Fee).ShouldBe((inDong.Total, inDong.Parts[0].Fee));
        (inDong.Charged, inDong.Parts[0].Charged).ShouldBe((inDong.Total, inDong.Parts[0].Total));
    });

    [Theory]
    [InlineData(PaymentWay.BankTransfer)]
    [InlineData(PaymentWay.CashOnDelivery)]
    public void What_no_card_pays_is_paid_in_dong(PaymentWay way)
    {
        var plan = Plans.Of(way, (0, 600, [(100_000, 1)])) with { Terms = new(Currency.EUR, new(2026, 11, 23), 2_987_654, 200) };
        Should.Throw<ArgumentException>(() => Order.Place(new(Guid.Empty), plan, Plans.Monday));
    }

    [Fact]
    public void A_part_is_never_more_than_the_whole_and_the_whole_is_all_of_it() => Gen.Select(Gen.Long[0, 99_999_999], Gen.Long[1, Money.Most], Gen.Double[0, 1]).Sample((minor, whole, share) =>
    {
        var of = new Money(minor, Currency.EUR);
        Exchange.Part(of, Money.Dong(whole), Money.Dong(whole)).ShouldBe(of);
        Exchange.Part(of, Money.Dong(0), Money.Dong(whole)).IsZero.ShouldBeTrue();
        var part = Exchange.Part(of, Money.Dong((long)(whole * share)), Money.Dong(whole));
        (part.Minor >= 0 && part <= of).ShouldBeTrue();
    });

    [Fact]
    public void Whatever_goes_back_bit_by_bit_is_never_more_than_the_charge_and_in_the_end_exactly_that() => Gen.Select(Gen.Long[0, 99_999_999], Gen.Long[1, 20_000_000], Gen.Double[0, 1].Array[0, 20]).Sample((minor, total, cuts) =>
    {
        var (charged, whole) = (new Money(minor, Currency.EUR), Money.Dong(total));
        var (before, sent) = (Money.Dong(0), Money.Zero(Currency.EUR));
        foreach (var bit in Bits(total, cuts))
        {
            var back = Exchange.Back(charged, whole, before, sent, bit);
            (back.Minor >= 0).ShouldBeTrue();
            (before, sent) = (before + bit, sent + back);
            (sent <= charged).ShouldBeTrue();
        }

        (before, sent).ShouldBe((whole, charged));
    });

    /// <summary>Some of what was sent does not arrive, and is sent again after everything else.</summary>
    [Fact]
    public void What_did_not_arrive_and_is_sent_again_adds_up_as_well() => Gen.Select(Gen.Long[0, 99_999_999], Gen.Long[1, 20_000_000], Gen.Double[0, 1].Array[0, 12], Gen.Int).Sample((minor, total, cuts, lost) =>
    {
        var (charged, whole) = (new Money(minor, Currency.EUR), Money.Dong(total));
        List<(Money Dong, Money Sent)> arrived = [];
        List<Money> again = [];
        foreach (var (bit, i) in Bits(total, cuts).Select((b, i) => (b, i)))
        {
            var back = Back(bit);
            if ((lost >> i & 1) == 0)
                arrived.Add((bit, back));
            else
                again.Add(bit);
        }

        foreach (var bit in again)
            arrived.Add((bit, Back(bit)));
        Money.Sum(arrived.Select(a => a.Sent), Currency.EUR).ShouldBe(charged);

        Money Back(Money bit)
        {
            var sent = Money.Sum(arrived.Select(a => a.Sent), Currency.EUR);
            var back = Exchange.Back(charged, whole, Money.Sum(arrived.Select(a => a.Dong)), sent, bit);
            (back.Minor >= 0 && sent + back <= charged).ShouldBeTrue();
            return back;
        }
    });

    private static List<Money> Bits(long total, double[] cuts)
    {
        List<long> at = [0, .. cuts.Select(c => (long)(total * c)).Where(c => c > 0 && c < total).Distinct().Order(), total];
        return [.. at.Zip(at.Skip(1), (from, to) => Money.Dong(to - from))];
    }

    [Theory]
    [InlineData("12,40", Currency.EUR, 1_240L)]
    [InlineData("1.234,5", Currency.EUR, 123_450L)]
    [InlineData("1,234.56", Currency.USD, 123_456L)]
    [InlineData("12", Currency.GBP, 1_200L)]
    [InlineData("2.343", Currency.JPY, 2_343L)]
    [InlineData("2.34", Currency.JPY, null)]
    [InlineData("0", Currency.EUR, null)]
    [InlineData("-5", Currency.EUR, null)]
    [InlineData("1,2,3", Currency.EUR, null)]
    [InlineData("", Currency.EUR, null)]
    [InlineData("99999999999999999999", Currency.EUR, null)]
    public void Amounts_are_read_as_people_type_them(string typed, Currency currency, long? minor) => TypedMoney.Read(typed, currency).ShouldBe(minor is { } m ? new Money(m, currency) : null);
}
