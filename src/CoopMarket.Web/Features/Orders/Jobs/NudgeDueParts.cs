using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Orders.Jobs;

/// <summary>Comes round and speaks up about parts of orders that are due. It may fire on every node.</summary>
internal abstract class NudgeDueParts(MarketDb db, EachAlone each, TimeProvider time, NudgeKind kind) : IScheduled
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var due = await DueParts.OfAsync(db, kind, time.Now(), Batch, cancellationToken);
        await each.SendAsync(due.Select(d => new NudgePart.Command(Actor.Job(GetType().Name), d.Part, kind)), cancellationToken);
    }
}

/// <summary>A cooperative that has not accepted for 24 hours is reminded.</summary>
internal sealed class RemindSellers(MarketDb db, EachAlone each, TimeProvider time) : NudgeDueParts(db, each, time, NudgeKind.AcceptPlease);

/// <summary>What nobody accepted within three working days: the buyer hears that she may call it off. Admins list it by its date.</summary>
internal sealed class OverdueSellerOrders(MarketDb db, EachAlone each, TimeProvider time) : NudgeDueParts(db, each, time, NudgeKind.MayCancel);

/// <summary>What was accepted and not sent in time: both sides hear it.</summary>
internal sealed class UnsentSellerOrders(MarketDb db, EachAlone each, TimeProvider time) : NudgeDueParts(db, each, time, NudgeKind.SendPlease);

/// <summary>Asks the buyer, some days before the clock would say that a parcel arrived.</summary>
internal sealed class AskWhetherArrived(MarketDb db, EachAlone each, TimeProvider time) : NudgeDueParts(db, each, time, NudgeKind.HasItArrived);

/// <summary>A cooperative that has not answered a buyer who wants to send something back is reminded.</summary>
internal sealed class RemindOfAnswers(MarketDb db, EachAlone each, TimeProvider time) : NudgeDueParts(db, each, time, NudgeKind.AnswerReturn);

/// <summary>A cooperative is asked whether what was sent back is there, before the law's time to give the money back is over.</summary>
internal sealed class RemindOfReturns(MarketDb db, EachAlone each, TimeProvider time) : NudgeDueParts(db, each, time, NudgeKind.CloseReturn);
