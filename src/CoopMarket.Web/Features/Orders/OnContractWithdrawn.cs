using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The dated mail that the law wants: what she withdrew from, and when her word came in; or why it can't be.</summary>
internal sealed class OnContractWithdrawn(MarketDb db, OrderMailbox mailbox) : IHandle<ContractWithdrawn>, IHandle<WithdrawalTurnedDown>
{
    public async Task HandleAsync(ContractWithdrawn happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        var word = await db.Set<Withdrawal>().AsNoTracking().SingleAsync(w => w.Id == happened.Withdrawal, cancellationToken);
        var name = await db.Set<WithdrawalName>().Where(n => n.Withdrawal == word.Id).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken);
        List<LineMail> lines =
        [
            .. from part in order.Parts
               from line in part.Lines
               join back in word.Lines on line.Id equals back.Line
               select new LineMail(line.ProductName, line.VariantName, back.Quantity, line.UnitPrice * back.Quantity),
        ];
        await mailbox.TellWithdrawnAsync(delivery, order, new(name ?? "", word.At, word.RefundBy, lines, "") { AsksAccount = order is { Way: PaymentWay.BankTransfer, PaidAt: not null } }, cancellationToken);
    }

    public async Task HandleAsync(WithdrawalTurnedDown happened, Delivery delivery, CancellationToken cancellationToken)
        => await mailbox.TellWithdrawnAsync(delivery, await mailbox.OrderAsync(happened.Order, cancellationToken), new("", delivery.RaisedAt, delivery.RaisedAt, [], happened.Reason), cancellationToken);
}
