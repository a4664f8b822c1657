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
            if (await db.Set<MoneyIn>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.Money, cancellationToken) is not { } money)
                return null;
            var code = await db.Set<Payment>().Where(p => p.Order == money.Order).Select(p => p.Code).FirstOrDefaultAsync(cancellationToken);
            var owed = await db.Set<RefundDue>().Where(r => r.MoneyIn == money.Id || r.Id == money.Refund)
                .OrderBy(r => r.Id).Select(r => new OwedBack(r.Id, r.Amount)).FirstOrDefaultAsync(cancellationToken);
            return new(
                money.State, money.Source, money.Direction, money.Amount, money.Applied, money.Text, money.Reference, money.Bank, money.Account, money.BookedAt,
                money.IsDoubtful, money.Note, code, owed);
        }
    }
}
