using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;

namespace CoopMarket.Web.Seed;

/// <summary>The first buds of the coming spring, sold ahead: some ordered, one order accepted.</summary>
internal sealed class DemoAhead(Stage stage, DemoContent content, IReadOnlyDictionary<string, SeededCooperative> cooperatives)
{
    private const string Product = "bach-tra-bup-don";
    private const int Buyers = 4;

    // The days when the buds are picked, and how long after a harvest the next one is spoken of.
    private const int Month = 3;
    private const int Day = 25;
    private const int DaysOfPicking = 21;
    private const int LeastDaysAhead = 3;

    /// <summary>Comes to pass shortly before <paramref name="end"/>, UTC.</summary>
    public async Task SellAsync(IReadOnlyList<SeededSize> sizes, DateTimeOffset end)
    {
        var buds = sizes.Where(s => s.Product.Slug == Product).ToList();
        var tea = cooperatives[buds[0].Cooperative];
        stage.At(end.AddDays(-1));
        var from = From(VietnamDay.Of(end));
        await stage.DoAsync(new SellAhead.Command(
            tea.Manager, tea.Id, buds[0].ProductId, buds.ToDictionary(s => s.Id.ToString(), s => (string?)(s == buds[0] ? "40" : "9")), from, from.AddDays(DaysOfPicking), from.AddDays(-1)));
        foreach (var (buyer, nth) in content.Buyers.Buyers.Where(b => b.Country == Zones.HomeCountry && b.Commune is not null).Take(Buyers).Select((b, i) => (b, i)))
        {
            stage.Wait(TimeSpan.FromHours(2));
            await OrderAsync(buyer, buds[nth % buds.Count], accepts: nth == 0 ? tea : null);
        }
    }

    private static DateOnly From(DateOnly today)
    {
        DateOnly first = new(today.Year, Month, Day);
        return first < today.AddDays(LeastDaysAhead) ? first.AddYears(1) : first;
    }

    private async Task OrderAsync(DemoBuyer who, SeededSize size, SeededCooperative? accepts)
    {
        var actor = Pipeline.Actor.Guest("127.0.0.1");
        var key = (await stage.DoAsync(new AddToBasket.Command(actor, null, size.Id, 1))).Key;
        Dictionary<CooperativeId, DeliveryWay> ways = [];
        var page = await stage.SendAsync(new CheckoutPage.Query(actor, key, new(who.Country, who.ProvinceCode!), ways, ""));
        var placed = await stage.DoAsync(new PlaceOrder.Command(
            actor, key, page.FormKey, Shown.Of(page.Offer), who.Name, who.Phone, who.Email ?? "", who.Country, who.ProvinceCode!, who.Commune!, who.Line, "", "",
            PaymentWay.CashOnDelivery, ways, who.Language));
        if (accepts is null)
            return;
        var order = (await stage.WithAsync<OrderBooks, OrderBook?>(b => b.ByCodeAsync(placed.Code, CancellationToken.None)))!;
        await stage.DoAsync(new AcceptSellerOrder.Command(accepts.Manager, accepts.Id, order.Parts[0].Id, HasCalled: true));
    }
}
