using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>One line of the bank with what became of it.</summary>
internal static class MoneyLine
{
    internal sealed record Query(Actor Actor, MoneyInId Money) : IQuery<View?>, IForAdmin;

    /// <param name="Code">The order it was taken for; null where there is none.</param>
    /// <param name="Owed">What of it goes back; null where nothing does.</param>
    internal sealed record View(
        MoneyInState State, MoneySource Source, TransferDirection Direction, Money Amount, Money Applied, string Text, string Reference, string Bank,
        string Account, DateTimeOffset BookedAt, bool IsDoubtful, string? Note, string? Code, OwedBack? Owed);

    internal sealed record OwedBack(RefundDueId Id, Money Amount);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var owed = db.Set<RefundDue>();
            return await db.Set<MoneyIn>().AsNoTracking().Where(m => m.Id == request.Money).Select(m => new View(
                m.State, m.Source, m.Direction, m.Amount, m.Applied, m.Text, m.Reference, m.Bank, m.Account, m.BookedAt, m.IsDoubtful, m.Note,
                db.Set<Payment>().Where(p => p.Order == m.Order).Select(p => p.Code).FirstOrDefault(),
                owed.Where(r => r.MoneyIn == m.Id || r.Id == m.Refund).Select(r => new OwedBack(r.Id, r.Amount)).FirstOrDefault()))
                .SingleOrDefaultAsync(cancellationToken);
        }
    }
}
