using CoopMarket.Domain.Sellers;
using CsCheck;

namespace CoopMarket.Domain.Tests.Sellers;

public sealed class SellerRulesTests
{
    [Theory]
    [InlineData("5500123456", SellerKind.Cooperative, true)]
    [InlineData("5500123456001", SellerKind.Enterprise, true)]
    [InlineData("014190000123", SellerKind.Household, true)]
    [InlineData("014190000123", SellerKind.Cooperative, false)]
    [InlineData("55001234", SellerKind.Cooperative, false)]
    [InlineData("550012345x", SellerKind.Cooperative, false)]
    [InlineData("５５００１２３４５６", SellerKind.Cooperative, false)]
    [InlineData("", SellerKind.Household, false)]
    public void A_tax_code_has_10_or_13_digits_and_a_household_may_give_its_owners_12(string code, SellerKind kind, bool isOne)
        => SellerCheck.IsTaxCode(code, kind).ShouldBe(isOne);

    [Theory]
    [InlineData("HTX Tỏi đen Gia Phù")]
    [InlineData("Hợp tác xã Tỏi Đen Gia Phù")]
    [InlineData("TOI DEN GIA PHU")]
    [InlineData("Tоi den Gia Рhu")] // Cyrillic о and Р
    [InlineData("Tỏi\u200B đen Gia\u00A0Phù")]
    [InlineData("T0i den G1a Phu")]
    [InlineData("Toi Den Gia Phu Cooperative")]
    public void Names_that_look_alike_have_one_skeleton(string name)
        => SellerName.Skeleton(name).ShouldBe(SellerName.Skeleton("Tỏi đen Gia Phù"));

    [Theory]
    [InlineData("Tỏi đen Gia Phú 2")]
    [InlineData("Tỏi đen Mường Do")]
    [InlineData("Hợp tác xã")]
    public void Other_names_have_another(string name)
        => SellerName.Skeleton(name).ShouldNotBe(SellerName.Skeleton("Tỏi đen Gia Phù"));

    [Fact]
    public void A_name_of_nothing_but_what_it_is_by_law_still_has_a_skeleton()
        => SellerName.Skeleton("Hợp tác xã").ShouldNotBeEmpty();

    [Fact]
    public void Nothing_is_told_so_every_screen_lacks_something()
        => SellerCheck.Gaps(new()).Select(g => g.Step).Distinct().ShouldBe(Enum.GetValues<ApplyStep>());

    [Fact]
    public void Closed_stretches_that_touch_are_one()
    {
        var day = new DateOnly(2026, 11, 23);
        Closure.ClosedUntil([(day.AddDays(3), day.AddDays(5)), (day, day.AddDays(2)), (day.AddDays(7), day.AddDays(9))], day).ShouldBe(day.AddDays(5));
        Closure.ClosedUntil([(day.AddDays(1), day.AddDays(2))], day).ShouldBeNull();
        Closure.ClosedUntil([(day.AddDays(-3), day.AddDays(-1))], day).ShouldBeNull();
        Closure.ClosedUntil([(day, day)], day).ShouldBe(day);
    }

    [Fact]
    public void It_opens_on_the_first_day_that_no_closure_holds() => Gen.Select(Gen.Int[-9, 9], Gen.Int[0, 5]).Array[0, 6].Sample(plans =>
    {
        var today = new DateOnly(2026, 11, 23);
        var closures = plans.Select(p => (From: today.AddDays(p.Item1), To: today.AddDays(p.Item1 + p.Item2))).ToArray();
        var first = today;
        while (closures.Any(c => c.From <= first && first <= c.To))
            first = first.AddDays(1);
        (Closure.ClosedUntil(closures, today)?.AddDays(1) ?? today).ShouldBe(first);
    });
}
