using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Shipping;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>Baskets and orders for tests of any area, made by the real commands.</summary>
internal static class OrdersFactory
{
    public static readonly Actor Guest = Actor.Guest("203.0.113.7");

    /// <summary>A market with a bank account and delivery rules.</summary>
    public static async Task<Market> OpenAsync(DatabaseProvider provider, params (string Key, string Value)[] settings)
    {
        var market = await Market.OpenAsync(provider,
        [
            ("BankTransfer:Bin", "970405"), ("BankTransfer:AccountNumber", "7900205123456"), ("BankTransfer:AccountName", "CHO COOPMARKET"), .. settings,
        ]);
        (await market.SendAsync(new EnsureRules.Command(Actor.Job("tests")))).IsDone.ShouldBeTrue();
        return market;
    }

    /// <summary>A guest's basket; answers the key in her cookie.</summary>
    public static async Task<string> BasketAsync(this Market market, params (VariantId Variant, int Quantity)[] lines)
    {
        string? key = null;
        foreach (var (variant, quantity) in lines)
        {
            key = (await market.SendAsync(new AddToBasket.Command(Guest, key, variant, quantity))).Value.Key;
            market.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        return key!;
    }

    /// <summary>The command that a freshly shown checkout page would send.</summary>
    public static async Task<PlaceOrder.Command> CheckoutAsync(
        this Market market, string? key, PaymentWay way = PaymentWay.BankTransfer, Actor? actor = null, string country = "VN", string province = "01")
    {
        var to = new Destination(country, province);
        var shown = await market.SendAsync(new CheckoutPage.Query(actor ?? Guest, key, to, new Dictionary<CooperativeId, DeliveryWay>(), ""));
        return new(
            actor ?? Guest, key, shown.FormKey, Shown.Of(shown.Offer), "Nguyễn Thị Hạnh", "0912 345 678", "", country, province, "Phường Cầu Giấy", "Số 12 ngõ 165 Xuân Thủy",
            Postcode(country), "", way, new Dictionary<CooperativeId, DeliveryWay>(), "vi");
    }

    private static string Postcode(string country) => Postcodes.IsNeeded(country) && Postcodes.Example(country) is { Length: > 0 } code ? code : "";

    /// <summary>A guest's order of these things.</summary>
    public static async Task<(Order Order, string Secret)> OrderAsync(this Market market, PaymentWay way, params (VariantId Variant, int Quantity)[] lines)
    {
        var placed = await market.SendAsync(await market.CheckoutAsync(await market.BasketAsync(lines), way));
        placed.IsDone.ShouldBeTrue(placed.Refusal?.ToString());
        return (await market.OrderAsync(placed.Value.Code), placed.Value.Secret);
    }

    /// <summary>An order as it is kept.</summary>
    public static Task<Order> OrderAsync(this Market market, string code) => market.InDbAsync(db => db.Set<Order>().AsNoTracking().AsSplitQuery().SingleAsync(o => o.Code == code));

    /// <summary>Tells orders that the money came, as payments would.</summary>
    public static async Task CaptureAsync(this Market market, Order order)
    {
        await using (var scope = market.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
            var payment = await db.Set<Payment>().SingleAsync(p => p.Order == order.Id);
            var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
            outbox.Raise(new PaymentCaptured(payment.Id, order.Id, order.Total));
            outbox.Collect();
            await db.SaveChangesAsync();
        }

        await market.DeliverAsync();
    }
}
