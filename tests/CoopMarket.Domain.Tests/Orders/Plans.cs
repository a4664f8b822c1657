using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Orders;

/// <summary>Plans of orders, written out and drawn.</summary>
internal static class Plans
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Any order that the market takes: 1 to 5 cooperatives, 1 to 6 lines each, prices from nothing to 60 million đồng.</summary>
    public static readonly Gen<OrderPlan> Any =
        from way in Gen.Enum<PaymentWay>()
        from parts in Gen.Select(Gen.Long[0, 500_000], Gen.Int[0, 10_000], Gen.Select(Gen.Long[0, 60_000_000], Gen.Int[1, Basket.MostOfOne]).Array[1, 6]).Array[1, 5]
        select Of(way, [.. parts.Select(p => (p.Item1, p.Item2, p.Item3))]);

    public static OrderPlan Of(PaymentWay way, params (long Delivery, int BasisPoints, (long Price, int Quantity)[] Lines)[] parts)
    {
        var count = 0;
        return new(
            "form-key", PublicCode.From([1, 2, 3, 4, 5]), "hash", "sealed", null, new("Nguyễn Thị Hạnh", "+84912345678", ""),
            new("VN", "01", "Cầu Giấy", "Số 12", ""), "vi", "", way, "terms 2026-11-01",
            [.. parts.Select(part => new PartPlan(
                new(Id(++count)), new(Id(++count)), new("Tỏi đen Gia Phù"), DeliveryWay.Standard, Money.Dong(part.Delivery), 2, 4, part.BasisPoints, [],
                [.. part.Lines.Select(line => new LinePlan(
                    new(Id(++count)), new(Id(++count)), new(Id(++count)), "toi-den", new("Tỏi đen"), new("250 g"), Money.Dong(line.Price), line.Quantity, null))]))]);
    }

    /// <summary>No cooperative is closed.</summary>
    public static IReadOnlyDictionary<CooperativeId, IReadOnlyList<DaysOff>> Open { get; } = new Dictionary<CooperativeId, IReadOnlyList<DaysOff>>();

    public static Order Placed(this OrderPlan plan) => Order.Place(new(Id(0)), plan, Monday).Value;

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
