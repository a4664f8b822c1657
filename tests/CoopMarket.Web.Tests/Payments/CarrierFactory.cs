using System.Text;
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
        await market.InDbAsync(db =>
        {
            db.Add(new CashAgreement { Id = new(Guid.NewGuid()), Carrier = Carrier.Ghn, PaysMarket = true, From = market.Clock.GetUtcNow().AddYears(-1), AddedAt = market.Clock.GetUtcNow() });
            return db.SaveChangesAsync();
        });
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

    public static ReceiveFromCarrier.Command Command(MoneyInId line, params (string Parcel, long Cash, long Fee)[] lines)
        => new(Actor.Job("test"), line, new RemittanceList([.. lines.Select((l, i) => new RemittanceLine(i, Number(l.Parcel), l.Cash, l.Fee))]).Text());

    public static byte[] List(params (string Parcel, long Cash, long Fee)[] lines)
        => Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(l => $"{Number(l.Parcel)};{l.Cash};{l.Fee};{l.Cash - l.Fee}").Prepend("Mã vận đơn;Tiền thu hộ;Tổng phí;Thực nhận")));

    private static string Number(string parcel) => parcel.StartsWith("CM", StringComparison.OrdinalIgnoreCase) ? parcel : parcel + "XX";
}
