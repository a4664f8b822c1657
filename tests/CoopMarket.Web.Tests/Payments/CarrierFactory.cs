using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>Carriers that collect cash for the market, and their lists.</summary>
internal static class CarrierFactory
{
    /// <summary>A market that GHN pays from before its first day.</summary>
    public static async Task<Market> OpenAsync(DatabaseProvider provider)
    {
        var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        await market.AgreeOnCashAsync(Carrier.Ghn);
        return market;
    }

    public static async Task<Order> CarriedAsync(this Market market, ListedProduct product, string number, bool delivered = true, Carrier carrier = Carrier.Ghn)
    {
        var order = await market.ToPackAsync(product);
        var part = order.Parts[0].Id;
        (await market.SendAsync(new ShipParcel.Command(DeskFactory.Manager(product), product.Cooperative, part, carrier, number + "XX"))).IsDone.ShouldBeTrue();
        if (delivered)
            (await market.SendAsync(new MarkDelivered.Command(DeskFactory.Manager(product), product.Cooperative, part))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        return order;
    }

    public static async Task<MoneyInId> CashComesAsync(this Market market, long dong)
    {
        var reference = $"COD{Guid.NewGuid():N}";
        await market.ReceiveAsync(dong, "GHN doi soat", reference: reference);
        return (await market.RowsAsync<MoneyIn>()).Single(m => m.Reference.Equals(reference, StringComparison.OrdinalIgnoreCase)).Id;
    }

    public static async Task<Outcome<int>> CarrierPaysAsync(this Market market, long dong, params (string Parcel, long Cash, long Fee)[] lines)
        => await market.TakeListAsync(await market.CashComesAsync(dong), lines);

    public static async Task<Outcome<int>> TakeListAsync(this Market market, MoneyInId line, params (string Parcel, long Cash, long Fee)[] lines)
    {
        var outcome = await market.SendAsync(Command(line, lines));
        await market.DeliverAsync();
        return outcome;
    }

    /// <summary>A list with a line of the bank of 1.000 ₫ that takes off what had been paid for a parcel, and nothing else.</summary>
    public static async Task<Outcome<int>> TakeOffAsync(this Market market, long dong, string parcel) => await market.CarrierPaysAsync(1_000, (parcel, -dong, 0));

    public static ReceiveFromCarrier.Command Command(MoneyInId line, params (string Parcel, long Cash, long Fee)[] lines)
        => new(Actor.Job("test"), line, new RemittanceList([.. lines.Select((l, i) => new RemittanceLine(i, Number(l.Parcel), l.Cash, l.Fee))]).Text());

    public static byte[] List(params (string Parcel, long Cash, long Fee)[] lines) => PaymentsFactory.CarriersList([.. lines.Select(l => (Number(l.Parcel), l.Cash, l.Fee))]);

    private static string Number(string parcel) => parcel.StartsWith("CM", StringComparison.OrdinalIgnoreCase) ? parcel : parcel + "XX";
}
