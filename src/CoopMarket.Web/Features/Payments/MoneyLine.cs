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
            if (await db.Set<MoneyIn>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.Money, cancellationToken) is not { } line)
                return null;
            var code = await db.Set<Payment>().Where(p => p.Order == line.Order).Select(p => p.Code).FirstOrDefaultAsync(cancellationToken);
            var owed = await db.Set<RefundDue>().AsNoTracking().Where(r => r.MoneyIn == line.Id || r.Id == line.Refund).OrderBy(r => r.OpenedAt).FirstOrDefaultAsync(cancellationToken);
            return new(
                line.State, line.Source, line.Direction, line.Amount, line.Applied, line.Text, line.Reference, line.Bank, line.Account, line.BookedAt, line.IsDoubtful, line.Note,
                code, owed is null ? null : new(owed.Id, owed.Amount));
        }
    }
}
