using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What of an order could be sent back, for the forms that ask it.</summary>
internal static class ReturnForm
{
    /// <param name="Part">One part; null for all.</param>
    internal sealed record Query(Actor Actor, string OrderCode, string? OrderSecret, SellerOrderId? Part) : IQuery<View?>, IForGuestOf;

    /// <param name="MayWithdraw">Whether the law of her country lets her withdraw, and its time is not over.</param>
    /// <param name="WithdrawBy">UTC; null as long as something is still to come.</param>
    internal sealed record View(string Code, string Name, bool InCash, bool MayWithdraw, DateTimeOffset? WithdrawBy, IReadOnlyList<PartView> Parts);

    /// <param name="IsSent">Whether it left the cooperative; else it is called off whole.</param>
    /// <param name="MayAsk">Whether its cooperative can be asked to take something back.</param>
    internal sealed record PartView(SellerOrderId Id, string Cooperative, bool IsSent, bool MayAsk, IReadOnlyList<LineView> Lines);

    /// <param name="Left">How many can still be sent back.</param>
    internal sealed record LineView(OrderLineId Id, string Product, string Variant, int Left, Returnable Returnable, Money UnitPrice);

    internal sealed class Handler(MarketDb db, Returns returns, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var code = PublicCode.Parse(query.OrderCode).Value;
            var order = await db.Set<Order>().AsNoTracking().AsSplitQuery().FirstAsync(o => o.Code == code, cancellationToken);
            if (query.Part is { } asked && order.Part(asked) is null)
                return null;
            var before = await returns.OfOrderAsync(order.Id, cancellationToken);
            var now = time.Now();
            var parts = order.Parts.Where(p => (query.Part is null || p.Id == query.Part) && (!p.HasEnded || p.State == SellerOrderState.Delivered)).OrderBy(p => p.Position);
            return new(
                order.Code, order.To.Name, order.Way == PaymentWay.CashOnDelivery, order.MayBeWithdrawn(now), order.WithdrawBy,
                [.. parts.Select(p => Of(p, [.. before.Where(r => r.SellerOrder == p.Id)], now)).Where(p => p.Lines.Count > 0)]);
        }

        private static PartView Of(SellerOrder part, IReadOnlyList<Return> before, DateTimeOffset now)
        {
            var language = Languages.Current;
            return new(
                part.Id, part.CooperativeName.In(language), part.ShippedAt is not null || part.HasEnded, part.MayBeAskedBack(now),
                [.. part.Lines.OrderBy(l => l.Position).Select(l => new LineView(l.Id, l.ProductName.In(language), l.VariantName.In(language), Order.LeftToReturn(l, before), l.Returnable, l.UnitPrice)).Where(l => l.Left > 0)]);
        }
    }
}
