using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What a buyer withdrew from and when that came in, to keep and to print.</summary>
internal static class WithdrawalSheet
{
    internal sealed record Query(Actor Actor, string OrderCode, string? OrderSecret) : IQuery<View?>, IForGuestOf;

    /// <param name="Words">The latest first; empty where she withdrew from nothing.</param>
    internal sealed record View(string Code, DateTimeOffset PlacedAt, string To, IReadOnlyList<Word> Words);

    /// <param name="Name">Who declared it; empty once she is forgotten.</param>
    /// <param name="At">When it came in, UTC.</param>
    /// <param name="RefundBy">By when the money is to go back, UTC.</param>
    internal sealed record Word(string Name, DateTimeOffset At, DateTimeOffset RefundBy, IReadOnlyList<Line> Lines);

    internal sealed record Line(int Quantity, string Product, string Variant, string Cooperative);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var code = PublicCode.Parse(query.OrderCode).Value;
            var order = await db.Set<Order>().AsNoTracking().AsSplitQuery().FirstAsync(o => o.Code == code, cancellationToken);
            var words = await db.Set<Withdrawal>().AsNoTracking().Where(w => w.Order == order.Id).OrderByDescending(w => w.At).ToListAsync(cancellationToken);
            var ids = words.Select(w => w.Id).ToList();
            var names = await db.Set<WithdrawalName>().AsNoTracking().Where(n => ids.Contains(n.Withdrawal)).ToDictionaryAsync(n => n.Withdrawal, n => n.Name, cancellationToken);
            return new(order.Code, order.PlacedAt, order.To.Name, [.. words.Select(w => new Word(names.GetValueOrDefault(w.Id, ""), w.At, w.RefundBy, Lines(order, w.Lines)))]);
        }
    }

    private static IReadOnlyList<Line> Lines(Order order, IEnumerable<ReturnLine> of) =>
        [.. from part in order.Parts
            from line in part.Lines
            join back in of on line.Id equals back.Line
            select new Line(back.Quantity, line.ProductName.In(Languages.Current), line.VariantName.In(Languages.Current), part.CooperativeName.In(Languages.Current))];
}
