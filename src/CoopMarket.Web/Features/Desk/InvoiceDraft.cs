using System.Text;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>The draft of an invoice for a cooperative's own part of an order, see <see cref="DraftXml"/>; null where there is nothing to draft.</summary>
internal static class InvoiceDraft
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, string Code) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="Name">Of the file; says that it is no invoice.</param>
    /// <param name="Content">UTF-8.</param>
    internal sealed record View(string Name, byte[] Content);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (!PublicCode.TryParse(query.Code, out var code))
                return null;
            var order = await reads.Of<Order>().AsSplitQuery().FirstOrDefaultAsync(o => o.Code == code.Value, cancellationToken);
            var part = order?.Parts.SingleOrDefault(p => p.Cooperative == query.Cooperative);
            if (order is null || part is null || !DraftXml.IsOf(order, part))
                return null;
            var seller = await reads.Of<Cooperative>().SingleAsync(c => c.Id == query.Cooperative, cancellationToken);
            var draft = DraftXml.Of(order, part, seller);
            return new($"nhap-khong-phai-hoa-don-{order.Code}-{part.Position + 1}.xml", Encoding.UTF8.GetBytes($"{draft.Declaration}\n{draft}\n"));
        }
    }
}
