using CoopMarket.Domain.Payments;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Drops uploaded statements that nobody took in: they tell whose money came and went.</summary>
internal sealed class DropStatements(MarketDb db, WriteGate gate, TimeProvider time) : IScheduled
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.Now() - Kept;
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.Set<StatementUpload>().Where(s => s.BegunAt == null && s.UploadedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
