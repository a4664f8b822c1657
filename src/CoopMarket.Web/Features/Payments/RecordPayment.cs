using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// The one place where a stored bank line turns into something: a payment, a part of one, a surplus, or a question for an
/// admin. Works inside the caller's transaction; two lines for one order at once meet in the payment's version.
/// </summary>
internal sealed class RecordPayment(MarketDb db, Tills tills, Revival revival, TimeProvider time, Ids ids)
{
    /// <summary>Decides a line by the code in its text.</summary>
    public Task ApplyAsync(MoneyIn money, CancellationToken cancellationToken) => ApplyAsync(money, money.IsDoubtful ? "" : money.Text, cancellationToken);

    /// <summary>Decides a line as if it carried another text: a person has said which order it is for.</summary>
    public async Task ApplyAsync(MoneyIn money, string text, CancellationToken cancellationToken)
    {
        var codes = PublicCode.Find(text).Select(c => c.Value).ToList();
        var named = await db.Set<Payment>().Where(p => codes.Contains(p.Code)).ToListAsync(cancellationToken);
        var match = TransferMatch.Decide(money.AsTransfer() with { Text = text }, money.Account, named.Select(p => p.AsAwaited()));
        var payment = match.Code is { } code ? named.Single(p => p.Code == code.Value) : null;
        // Another may just have taken it up again: whoever finds it closed looks once more, with nobody beside her.
        if (match.Kind == TransferKind.Late)
        {
            await tills.HoldAsync(payment!.Order, cancellationToken);
            await db.Entry(payment).ReloadAsync(cancellationToken);
            match = TransferMatch.Decide(money.AsTransfer() with { Text = text }, money.Account, [payment.AsAwaited()]);
        }

        // All of it came, only late: where the goods can still be had, the order is taken up again instead of sending the money back.
        if (match.Kind == TransferKind.Late && payment!.WouldBePaidBy(money.Amount) && await revival.TryAsync(payment.Order, cancellationToken))
        {
            payment.TakeUpAgain();
            match = TransferMatch.Decide(money.AsTransfer() with { Text = text }, money.Account, [payment.AsAwaited()]);
        }

        money.Decide(match, payment?.Order);
        if (match.AppliedDong > 0)
            payment!.Take(Money.Dong(match.AppliedDong), money.Place, time.Now());
        if (Reason(match.Kind) is { } reason)
            db.Add(RefundDue.OfSurplus(ids.New<RefundDueId>(), reason, payment!.Order, money.Id, money.Place, Money.Dong(match.SurplusDong), time.Now()));
    }

    // What names no order is not owed to anybody yet: an admin says first whose it is.
    private static RefundReason? Reason(TransferKind kind) => kind switch
    {
        TransferKind.Over => RefundReason.Surplus,
        TransferKind.Second => RefundReason.Second,
        TransferKind.Late => RefundReason.Late,
        TransferKind.Again => RefundReason.Again,
        _ => null,
    };
}
