using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Tests.Orders;

public sealed class BasketTests
{
    [Fact]
    public void The_same_thing_twice_is_one_line()
    {
        var basket = Guest();
        basket.Add(Variant(1), 2, Plans.Monday);
        basket.Add(Variant(1), 3, Plans.Monday);

        basket.Lines.ShouldHaveSingleItem().Quantity.ShouldBe(5);
    }

    [Fact]
    public void More_of_one_than_the_limit_is_not_taken()
    {
        var basket = Guest();
        basket.Add(Variant(1), Basket.MostOfOne, Plans.Monday).IsDone.ShouldBeTrue();

        basket.Add(Variant(1), 1, Plans.Monday).Flaws.ShouldHaveSingleItem().Args.ShouldBe([Basket.MostOfOne]);
        basket.Lines[0].Quantity.ShouldBe(Basket.MostOfOne);
    }

    [Fact]
    public void One_line_more_than_the_limit_is_not_taken()
    {
        var basket = Guest();
        for (var i = 0; i < Basket.MostLines; i++)
            basket.Add(Variant(i), 1, Plans.Monday).IsDone.ShouldBeTrue();

        basket.Add(Variant(Basket.MostLines), 1, Plans.Monday).Flaws.ShouldHaveSingleItem().Args.ShouldBe([Basket.MostLines]);
        basket.Lines.Count.ShouldBe(Basket.MostLines);
    }

    [Fact]
    public void What_a_guest_put_aside_is_kept_when_she_signs_in()
    {
        var guest = Guest();
        guest.Add(Variant(1), 2, Plans.Monday);
        guest.Add(Variant(2), 1, Plans.Monday);
        var hers = Basket.Of(default, default, Plans.Monday);
        hers.Add(Variant(1), 5, Plans.Monday);

        hers.TakeOver(guest, Plans.Monday);

        hers.Lines.Select(l => (l.Variant, l.Quantity)).ShouldBe([(Variant(1), 5), (Variant(2), 1)]);
    }

    private static Basket Guest() => Basket.OfGuest(default, "hash", Plans.Monday);

    private static VariantId Variant(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));
}
