using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Jobs;

/// <summary>Comes round and speaks up about parts of orders that are due. It may fire on every node.</summary>
internal abstract class NudgeDueParts(MarketDb db, IMediator mediator, TimeProvider time, NudgeKind kind) : IScheduled
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var due = await DueParts.Of(db, kind, time.Now()).OrderBy(p => p.Id).Take(Batch).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var part in due)
            await mediator.Send(new NudgePart.Command(Actor.Job(GetType().Name), part, kind), cancellationToken);
    }
}

/// <summary>A cooperative that has not accepted for 24 hours is reminded.</summary>
internal sealed class RemindSellers(MarketDb db, IMediator mediator, TimeProvider time) : NudgeDueParts(db, mediator, time, NudgeKind.AcceptPlease);

/// <summary>What nobody accepted within three working days: the buyer hears that she may call it off. Admins list it by its date.</summary>
internal sealed class OverdueSellerOrders(MarketDb db, IMediator mediator, TimeProvider time) : NudgeDueParts(db, mediator, time, NudgeKind.MayCancel);

/// <summary>Asks the buyer, some days before the clock would say that a parcel arrived.</summary>
internal sealed class AskWhetherArrived(MarketDb db, IMediator mediator, TimeProvider time) : NudgeDueParts(db, mediator, time, NudgeKind.HasItArrived);
