using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>What customs want to know of a parcel that leaves the country, as it is written on their form.</summary>
/// <param name="Grams">All of it, as the sizes weigh when packed.</param>
/// <param name="Value">Of what is in it, without the delivery.</param>
internal sealed record DeskCustoms(CustomsForm Form, IReadOnlyList<DeskCustoms.Line> Lines, long Grams, Money Value)
{
    /// <summary>Where it was made, as the form wants it.</summary>
    public const string Origin = "Vietnam";

    /// <summary>Why it is sent, as the form wants it.</summary>
    public const string Kind = "Sale of goods";

    private const string English = "en";

    /// <summary>Of a part that goes abroad; null where it stays in the country or its buyer fetches it.</summary>
    public static async Task<DeskCustoms?> OfAsync(MarketReads reads, Order order, SellerOrder part, CancellationToken cancellationToken)
    {
        if (order.Address.Country == Zones.HomeCountry || part.Way == DeliveryWay.PickUp || part.HasEnded)
            return null;
        var sizes = part.Lines.Select(l => l.Variant).ToList();
        var grams = await reads.Of<Variant>().Where(v => sizes.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.ParcelGrams, cancellationToken);
        List<Line> lines =
            [.. part.Lines.Where(l => l.Left > 0).OrderBy(l => l.Position).Select(l => new Line(
                $"{l.ProductName.In(English)}, {l.VariantName.In(English)}", l.ProductName.Has(English), l.Left, (long)grams.GetValueOrDefault(l.Variant) * l.Left, l.GoodsLeft))];
        var (all, value) = (lines.Sum(l => l.Grams), Money.Sum(lines.Select(l => l.Value), part.Goods.Currency));
        return new(CustomsForms.For(all, value.Minor), lines, all, value);
    }

    /// <param name="What">In English as far as somebody wrote it.</param>
    /// <param name="IsEnglish">Whether somebody did.</param>
    /// <param name="Grams">All pieces.</param>
    /// <param name="Value">All pieces.</param>
    internal sealed record Line(string What, bool IsEnglish, int Pieces, long Grams, Money Value);
}
