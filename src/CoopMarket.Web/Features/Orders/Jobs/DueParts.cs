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
    public static IQueryable<SellerOrder> Of(MarketDb db, NudgeKind kind, DateTimeOffset now)
    {
        var all = db.Set<SellerOrder>().IgnoreAutoIncludes().AsNoTracking();
        var parts = all.Where(p => !db.Set<Nudge>().Any(n => n.SellerOrder == p.Id && n.Kind == kind));
        var today = VietnamDay.Of(now);
        var remind = now - Nudge.RemindAfter;
        return kind switch
        {
            // What waits for a harvest is in nobody's way before it is to be sent.
            NudgeKind.AcceptPlease => parts.Where(p => p.State == SellerOrderState.ToAccept && p.ToAcceptAt <= remind && (p.SendFrom == null || p.SendFrom <= today)),
            NudgeKind.MayCancel => parts.Where(p => (p.State == SellerOrderState.ToAccept && p.AcceptBy <= now) || (p.State == SellerOrderState.ToPack && p.SendBy < today)),
            NudgeKind.AnswerReturn or NudgeKind.CloseReturn => SentBack(db, all, kind, now),
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

    private static IQueryable<SellerOrder> SentBack(MarketDb db, IQueryable<SellerOrder> parts, NudgeKind kind, DateTimeOffset now)
    {
        var due = Returns(db.Set<Return>(), kind, now);
        return parts.Where(p => due.Any(r => r.SellerOrder == p.Id && !db.Set<Nudge>().Any(n => n.SellerOrder == p.Id && n.Kind == kind && n.At >= r.AskedAt)));
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
