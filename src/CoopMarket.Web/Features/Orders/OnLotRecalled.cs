using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Finds the buyers of a lot that was called back. Each is told by a message of her own: a mail that fails is tried again alone.</summary>
internal sealed class OnLotRecalled(MarketDb db, RecalledLots lots) : IHandle<LotRecalled>
{
    public async Task HandleAsync(LotRecalled happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var lines = await lots.LinesAsync(happened.Lot, cancellationToken);
        var orders = await db.Set<Order>().AsSplitQuery().Where(o => o.Parts.Any(p => p.Lines.Any(l => lines.Contains(l.Id)))).ToListAsync(cancellationToken);
        // Who has not paid has nothing, and is sent nothing of it.
        foreach (var order in orders)
            foreach (var part in order.Parts.Where(p => p.ToAcceptAt is not null && p.Lines.Any(l => lines.Contains(l.Id))))
                order.TellOfRecall(part.Id, happened.Lot);
    }
}
