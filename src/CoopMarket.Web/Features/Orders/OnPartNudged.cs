using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Writes what the clock has to say; not where the part has moved on meanwhile.</summary>
internal sealed class OnPartNudged(MarketDb db, OrderMailbox mailbox) : IHandle<PartNudged>
{
    public async Task HandleAsync(PartNudged happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        var part = order.Part(happened.SellerOrder)!;
        switch (happened.Kind)
        {
            case NudgeKind.HasItArrived when part.State == SellerOrderState.Shipped:
                await mailbox.TellBuyerAsync(delivery, order, "HasItArrived", part, null, cancellationToken);
                break;
            case NudgeKind.MayCancel or NudgeKind.SendPlease when part.Window is not null && part.IsLate(delivery.RaisedAt):
                await mailbox.TellBuyerAsync(delivery, order, "HarvestLate", part, null, cancellationToken);
                await mailbox.SayAtDeskAsync(delivery, order, part, "harvest-late", cancellationToken);
                break;
            case NudgeKind.SendPlease when part.IsOverdue(delivery.RaisedAt):
                await mailbox.TellBuyerAsync(delivery, order, part.IsLate(delivery.RaisedAt) ? "NotSent" : "NotSentPacked", part, null, cancellationToken);
                await mailbox.SayAtDeskAsync(delivery, order, part, "not-sent", cancellationToken);
                break;
            case NudgeKind.MayCancel when part.State == SellerOrderState.ToAccept:
                await mailbox.TellBuyerAsync(delivery, order, "MayCancel", part, null, cancellationToken);
                break;
            case NudgeKind.AcceptPlease when part.State == SellerOrderState.ToAccept:
                await mailbox.TellDeskAsync(delivery, order, part, "AcceptPlease", cancellationToken);
                break;
            // Of several, about the one that fell due last: about the others it spoke before.
            case NudgeKind.AnswerReturn or NudgeKind.CloseReturn when (await DueParts.Returns(db.Set<Return>().AsNoTracking(), happened.Kind, delivery.RaisedAt).Where(r => r.SellerOrder == part.Id)
                .ToListAsync(cancellationToken)).MaxBy(r => r.NudgeAt(happened.Kind)) is { } back:
                await mailbox.SayAtDeskAsync(delivery, order, part, happened.Kind == NudgeKind.AnswerReturn ? "return-answer" : "return-close", cancellationToken, back);
                break;
        }
    }
}
