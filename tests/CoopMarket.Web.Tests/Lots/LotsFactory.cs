using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Lots;

/// <summary>Lots, written down by the real commands.</summary>
internal static class LotsFactory
{
    /// <summary>The day on which tests' lots are made.</summary>
    public static readonly DateOnly Made = new(2026, 11, 1);

    /// <summary>What her page sends.</summary>
    public static Task<Outcome<LotId>> RecordAsync(this Market market, ListedProduct product, LotForm form, Actor? actor = null)
        => market.SendAsync(new RecordLot.Command(actor ?? Actor.Of(product.Manager, "203.0.113.9"), product.Cooperative, product.Product, form));

    /// <summary>A lot that was written down.</summary>
    public static async Task<LotId> LotAsync(this Market market, ListedProduct product, string number = "", DateOnly? bestBefore = null, DateOnly? madeOn = null)
    {
        var outcome = await market.RecordAsync(product, new() { Number = number, MadeOn = madeOn ?? Made, BestBefore = bestBefore });
        outcome.IsDone.ShouldBeTrue(outcome.Refusal?.ToString() ?? string.Join(", ", outcome.Flaws));
        return outcome.Value;
    }

    /// <summary>The lot as it is kept.</summary>
    public static async Task<Lot> LotAsync(this Market market, LotId lot) => (await market.RowsAsync<Lot>()).Single(l => l.Id == lot);

    /// <summary>How much of a lot's one size is there, for sale and aside.</summary>
    public static async Task<(int Pieces, int Aside)> ThereAsync(this Market market, LotId lot)
        => (await market.RowsAsync<LotStock>()).Where(s => s.Lot == lot).Select(s => (s.Pieces, s.Aside)).SingleOrDefault();
}
