using System.Globalization;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Catalog;

/// <summary>Goods that are sold ahead of their harvest, by the real commands.</summary>
internal static class AheadFactory
{
    public static readonly SendWindow June = new(new(2027, 6, 5), new(2027, 6, 20));

    public static readonly DateOnly Until = new(2027, 5, 31);

    /// <summary>When the last day of <see cref="June"/> is over in Vietnam.</summary>
    public static readonly DateTimeOffset AfterJune = new(2027, 6, 20, 17, 0, 0, TimeSpan.Zero);

    /// <summary>A product of which none is on hand and some can be ordered ahead.</summary>
    public static async Task<ListedProduct> AheadProductAsync(this Market market, int quota, string name = "Xoài tròn Yên Châu", int onHand = 0)
    {
        var product = await market.LiveProductAsync(onHand: onHand, name: name);
        (await market.SellAheadAsync(product, quota)).IsDone.ShouldBeTrue();
        return product;
    }

    /// <summary>What her page sends.</summary>
    public static Task<Outcome> SellAheadAsync(this Market market, ListedProduct product, int? quota, SendWindow? window = null, DateOnly? until = null, Actor? actor = null)
        => market.SendAsync(new SellAhead.Command(
            actor ?? DeskFactory.Manager(product), product.Cooperative, product.Product,
            new Dictionary<string, string?> { [product.Variant.ToString()] = quota?.ToString(CultureInfo.InvariantCulture) }, (window ?? June).From, (window ?? June).To, until ?? Until));

    /// <summary>So many came in.</summary>
    public static async Task ReceiveAsync(this Market market, ListedProduct product, int pieces)
        => (await market.SendAsync(new ChangeStock.Command(
            DeskFactory.Manager(product), product.Cooperative, product.Product, product.Variant, StockCause.Received, pieces.ToString(CultureInfo.InvariantCulture), null, 0))).IsDone.ShouldBeTrue();

    /// <summary>The counts of what is sold ahead of it, the oldest first.</summary>
    public static async Task<IReadOnlyList<AheadCount>> AheadOfAsync(this Market market, ListedProduct product)
        => [.. (await market.RowsAsync<AheadSale>()).Where(a => a.Variant == product.Variant).OrderBy(a => a.OpenedAt).Select(a => a.Count)];
}
