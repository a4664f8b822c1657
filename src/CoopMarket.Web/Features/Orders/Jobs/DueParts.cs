using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Jobs;

/// <summary>What the clock has to speak up about: due and not done.</summary>
internal static class DueParts
{
    private const string Home = "VN";

    /// <summary>Parts that are due for a nudge of one kind and never had it; a part of which something else is sent back is due again.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="only">Whether this part is; null for any.</param>
    public static async Task<IReadOnlyList<DuePart>> OfAsync(MarketDb db, NudgeKind kind, DateTimeOffset now, int most, CancellationToken cancellationToken, SellerOrderId? only = null)
    {
        if (kind is NudgeKind.AnswerReturn or NudgeKind.CloseReturn)
            return [.. (await SentBackAsync(db, kind, now, only, cancellationToken)).Take(most)];
        var parts = Waiting(db, kind, now);
        return await (only is { } one ? parts.Where(p => p.Id == one) : parts).OrderBy(p => p.Id).Take(most).Select(p => new DuePart(p.Id, p.OrderId)).ToListAsync(cancellationToken);
    }

    private static IQueryable<SellerOrder> Waiting(MarketDb db, NudgeKind kind, DateTimeOffset now)
    {
        var parts = db.Set<SellerOrder>().IgnoreAutoIncludes().AsNoTracking().Where(p => !db.Set<Nudge>().Any(n => n.SellerOrder == p.Id && n.Kind == kind));
        var today = VietnamDay.Of(now);
        var remind = now - Nudge.RemindAfter;
        return kind switch
        {
            // What waits for a harvest is in nobody's way before it is to be sent.
            NudgeKind.AcceptPlease => parts.Where(p => p.State == SellerOrderState.ToAccept && p.ToAcceptAt <= remind && (p.SendFrom == null || p.SendFrom <= today)),
            NudgeKind.MayCancel => parts.Where(p => p.State == SellerOrderState.ToAccept && p.AcceptBy <= now),
            NudgeKind.SendPlease => parts.Where(p => p.State != SellerOrderState.ToAccept).Where(SellerOrder.Overdue(now, today)),
            _ => OnTheWay(db, parts, now + Nudge.TimeToAnswer),
        };
    }

    /// <summary>What buyers send back and nobody has answered or settled in time.</summary>
    public static IQueryable<Return> Returns(IQueryable<Return> returns, NudgeKind kind, DateTimeOffset now)
    {
        var (asked, sent, word) = (now - Return.AnswerWithin, now - Return.BackWithin, now - Withdrawal.TimeToRefund + Nudge.TimeToAnswer);
        return kind == NudgeKind.AnswerReturn
            ? returns.Where(r => r.AnsweredAt == null && (r.State == ReturnState.Asked || r.State == ReturnState.Agreed) && r.AskedAt <= asked)
            // A withdrawal's money is due by the law's day, whether the parcel is on its way or its sending was proven.
            : returns.Where(r => (r.State == ReturnState.OnItsWay && r.SentAt <= sent)
                || ((r.State == ReturnState.Agreed || r.State == ReturnState.OnItsWay) && r.Reason == ReturnReason.Withdrawal && r.AskedAt <= word));
    }

    // What is late and open is never much: it is compared here, because the databases reckon with dates each in its own way.
    private static async Task<IEnumerable<DuePart>> SentBackAsync(MarketDb db, NudgeKind kind, DateTimeOffset now, SellerOrderId? only, CancellationToken cancellationToken)
    {
        var due = await Returns(db.Set<Return>().AsNoTracking(), kind, now).Where(r => only == null || r.SellerOrder == only).ToListAsync(cancellationToken);
        var parts = due.Select(r => r.SellerOrder).Distinct().ToList();
        var said = await db.Set<Nudge>().Where(n => n.Kind == kind && parts.Contains(n.SellerOrder)).Select(n => new { n.SellerOrder, n.At }).ToDictionaryAsync(n => n.SellerOrder, n => n.At, cancellationToken);
        return due.Where(r => !said.TryGetValue(r.SellerOrder, out var at) || at < r.NudgeAt(kind)).Select(r => new DuePart(r.SellerOrder, r.Order)).Distinct().OrderBy(d => d.Part.Value);
    }

    /// <summary>Parcels that count as delivered: long enough on the way, the buyer asked in time, and not missed.</summary>
    public static IQueryable<SellerOrder> Arrived(MarketDb db, DateTimeOffset now)
    {
        var asked = now - Nudge.TimeToAnswer;
        return OnTheWay(db, db.Set<SellerOrder>().IgnoreAutoIncludes().AsNoTracking(), now)
            .Where(p => db.Set<Nudge>().Any(n => n.SellerOrder == p.Id && n.Kind == NudgeKind.HasItArrived && n.At <= asked));
    }

    private static IQueryable<SellerOrder> OnTheWay(MarketDb db, IQueryable<SellerOrder> parts, DateTimeOffset until)
    {
        var home = until - Nudge.DeliveredAfter;
        var abroad = until - Nudge.DeliveredAbroadAfter;
        return parts.Where(p => p.State == SellerOrderState.Shipped && p.NotArrivedAt == null)
            .Where(p => p.ShippedAt <= abroad || (p.ShippedAt <= home && db.Set<Order>().Any(o => o.Id == p.OrderId && o.Address.Country == Home)));
    }
}

/// <summary>A part about which the clock has to speak up.</summary>
internal sealed record DuePart(SellerOrderId Part, OrderId Order);
