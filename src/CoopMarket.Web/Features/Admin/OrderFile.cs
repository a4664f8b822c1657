using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shipping.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>All that the market knows of one order: its parts, what happened when, and the money.</summary>
internal static class OrderFile
{
    internal sealed record Query(Actor Actor, string Code) : IQuery<View?>, IForAdmin;

    /// <param name="Happened">Oldest first.</param>
    internal sealed record View(
        string Code, OrderState State, PaymentWay Way, Money Total, Recipient To, DeliveryAddress Address, string Note, bool IsGuest, string Language,
        IReadOnlyList<Part> Parts, IReadOnlyList<Event> Happened, IReadOnlyList<Sum> Money)
    {
        /// <summary>Whether who gets it and where can still be put right.</summary>
        public bool MayBeReaddressed { get; init; }
    }

    internal sealed record Part(
        SellerOrderId Id, LocalizedText Cooperative, SellerOrderState State, DeliveryWay Way, Money Kept, Money Delivery, Money Fee, DateTimeOffset? AcceptBy, DateTimeOffset? NotArrivedAt, bool MayBeLost,
        IReadOnlyList<TrackedParcel> Parcels, IReadOnlyList<Line> Lines, IReadOnlyList<Back> Returns)
    {
        /// <summary>Whether it was not sent and its cooperative may not sell, so that the market may call it off.</summary>
        public bool IsHalted { get; init; }

        /// <summary>Whether it was written down as refused, and the market may find that it was taken and paid.</summary>
        public bool MayBeTaken { get; init; }

        /// <summary>Whether it waits too long for its cooperative, so that the market may call it off as well.</summary>
        public bool IsOverdue { get; init; }
    }

    /// <summary>What the buyer sends back of it, or asked to.</summary>
    internal sealed record Back(ReturnId Id, ReturnState State, DateTimeOffset At);

    internal sealed record Line(LocalizedText Product, LocalizedText Variant, int Quantity, int Declined, string Reason, Money Price);

    /// <summary>Something that happened.</summary>
    /// <param name="Name">Its sentence is <c>admin.order.event.{name}</c>.</param>
    /// <param name="Cooperative">Null where it is about the whole order.</param>
    internal sealed record Event(DateTimeOffset At, string Name, LocalizedText? Cooperative);

    /// <summary>Money of the order.</summary>
    /// <param name="Name">Its sentence is <c>admin.order.money.{name}</c>.</param>
    /// <param name="Reference">The bank's; empty where there is none.</param>
    internal sealed record Sum(DateTimeOffset At, string Name, Money Amount, string Reference);

    internal sealed class Handler(MarketReads reads, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (!PublicCode.TryParse(query.Code, out var code))
                return null;
            var order = await reads.Of<Order>().AsSplitQuery().FirstOrDefaultAsync(o => o.Code == code.Value, cancellationToken);
            if (order is null)
                return null;
            var ids = order.Parts.Select(p => p.Id).ToList();
            var nudges = await reads.Of<Nudge>().Where(n => ids.Contains(n.SellerOrder)).ToListAsync(cancellationToken);
            var returns = await reads.Of<Return>().Where(r => r.Order == order.Id).OrderBy(r => r.AskedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);
            var sellers = order.Parts.Select(p => p.Cooperative).ToList();
            var atWork = await reads.Of<Cooperative>().Where(c => sellers.Contains(c.Id) && c.State == SellerState.Approved).Select(c => c.Id).ToListAsync(cancellationToken);
            return new(
                order.Code, order.State, order.Way, order.Total, order.To, order.Address, order.Note, order.Buyer is null, order.Language,
                [.. order.Parts.OrderBy(p => p.Position).Select(p => Shown(p, order.Way, returns) with { IsHalted = p.State.IsHere() && !atWork.Contains(p.Cooperative), IsOverdue = p.IsOverdue(time.Now()) })], [.. Happened(order, nudges).OrderBy(e => e.At)], await MoneyAsync(order.Id, cancellationToken))
            {
                MayBeReaddressed = order.MayBeReaddressed,
            };
        }

        private static Part Shown(SellerOrder part, PaymentWay way, List<Return> returns) => new(
            part.Id, part.CooperativeName, part.State, part.Way, part.Kept(way), part.Delivery, part.FeeInTheEnd, part.AcceptBy, part.NotArrivedAt, part.MayBeLost(way, Witness.Admin),
            [.. part.Parcels.Select(p => TrackedParcel.Of(p.Carrier, p.Number))],
            [.. part.Lines.OrderBy(l => l.Position).Select(l => new Line(l.ProductName, l.VariantName, l.Quantity, l.Declined, l.DeclineReason, l.Goods))],
            [.. returns.Where(r => r.SellerOrder == part.Id).Select(r => new Back(r.Id, r.State, r.AskedAt))])
        {
            MayBeTaken = part.MayBeTakenAfterAll(way),
        };

        private static IEnumerable<Event> Happened(Order order, List<Nudge> nudges)
        {
            yield return new(order.PlacedAt, "placed", null);
            if (order.PaidAt is { } paid)
                yield return new(paid, "paid", null);
            if (order.ReaddressedAt is { } readdressed)
                yield return new(readdressed, "readdressed", null);
            foreach (var part in order.Parts)
            {
                (DateTimeOffset? At, string Name)[] steps =
                [
                    (part.AcceptedAt, "accepted"), (part.PackedAt, "packed"), (part.ShippedAt, "shipped"), (part.NotArrivedAt, "not-arrived"),
                    (part.DeliveredAt, "delivered-" + part.DeliveredBy), (part.EndedAt, "ended-" + part.State),
                ];
                foreach (var (at, name) in steps)
                    if (at is { } when)
                        yield return new(when, name, part.CooperativeName);
                foreach (var nudge in nudges.Where(n => n.SellerOrder == part.Id))
                    yield return new(nudge.At, "nudged-" + nudge.Kind, part.CooperativeName);
            }
        }

        private async Task<IReadOnlyList<Sum>> MoneyAsync(OrderId id, CancellationToken cancellationToken)
        {
            var came = await reads.Of<MoneyIn>().Where(m => m.Order == id).Select(m => new Sum(m.BookedAt, m.Direction == TransferDirection.Out ? "taken-back" : "in", m.Amount, m.Reference)).ToListAsync(cancellationToken);
            var owed = await reads.Of<RefundDue>().Where(r => r.Order == id && r.FailedAt == null)
                .Select(r => new Sum(r.PaidAt ?? r.OpenedAt, r.PaidAt == null ? "owed" : r.Reference == null ? "set-off" : "returned", r.Amount, r.Reference ?? "")).ToListAsync(cancellationToken);
            return [.. came.Concat(owed).OrderBy(s => s.At)];
        }
    }
}
