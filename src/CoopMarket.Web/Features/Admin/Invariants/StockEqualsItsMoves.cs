using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>I4: what is on hand of each size is the sum of its moves, and never below zero.</summary>
internal sealed class StockEqualsItsMoves(MarketReads reads) : IInvariant
{
    public string Name => "I4 stock equals its moves and is never below zero";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var sizes = await reads.Of<Variant>().CountAsync(cancellationToken);
        var wrong = await reads.Of<Variant>().CountAsync(
            v => v.OnHand < 0 || reads.Of<StockMove>().Where(m => m.Variant == v.Id).Sum(m => m.Change) != v.OnHand, cancellationToken);
        return new(wrong == 0, wrong == 0 ? $"{sizes} sizes" : $"{wrong} of {sizes} sizes differ");
    }
}
