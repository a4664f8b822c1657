using CoopMarket.Domain.Payments;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Takes in the next lines of a statement, each with what it pays, and how far it got, in one transaction: wherever it breaks off, it
/// goes on from there. Its messages go ahead of those that its lines cause, so that all is matched before all is booked.
/// </summary>
internal sealed class OnStatementGoesOn(MarketDb db, BankLines lines, RecordPayment record, BankTransferSettings bank, TimeProvider time) : IHandle<StatementGoesOn>
{
    public async Task HandleAsync(StatementGoesOn happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var upload = await db.Set<StatementUpload>().SingleAsync(s => s.Id == happened.Statement, cancellationToken);
        if (upload.Taken != happened.From)
            return;
        var file = StatementLines.Of(upload, bank).ToList();
        var next = file.Skip(upload.Taken).Take(StatementUpload.AtOnce).ToList();
        var stored = await lines.StoreAllAsync(next, cancellationToken, file: file);
        foreach (var money in stored.Where(m => m.State == MoneyInState.Received))
            await record.ApplyAsync(money, cancellationToken);
        upload.Take(next.Count, next.Count - stored.Count, time.Now());
    }
}
