using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>What waits for an admin.</summary>
internal static class Today
{
    private static readonly TimeSpan RecallsAreNewsFor = TimeSpan.FromDays(14);

    internal sealed record Query(Actor Actor) : IQuery<View>, IForAdmin;

    /// <param name="Waiting">Each pile that isn't empty, the gravest first.</param>
    internal sealed record View(IReadOnlyList<Pile> Waiting);

    /// <summary>A pile of work.</summary>
    /// <param name="Name">Its sentence is <c>admin.today.{name}</c>.</param>
    /// <param name="Count">At least 1.</param>
    /// <param name="Address">Where it is worked through.</param>
    internal sealed record Pile(string Name, int Count, string Address);

    internal sealed class Handler(MarketReads reads, CashLimits limits, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var late = now - TimeSpan.FromDays(limits.OverdueDays);
            var recalled = now - RecallsAreNewsFor;
            List<Pile> piles =
            [
                new("parked", await reads.Of<OutboxRow>().CountAsync(r => r.State == OutboxState.Parked, cancellationToken), "/admin/outbox"),
                new("not-arrived", await reads.Of<SellerOrder>().CountAsync(p => p.NotArrivedAt != null, cancellationToken), "/admin/orders?list=NotArrived"),
                new("overdue", await reads.Of<SellerOrder>().CountAsync(SellerOrder.Overdue(now, VietnamDay.Of(now)), cancellationToken), "/admin/orders?list=Overdue"),
                new("returns", await reads.Of<Return>().CountAsync(Return.Late(now), cancellationToken), "/admin/orders?list=Returns"),
                new("halted", await HaltedParts.Of(reads).CountAsync(cancellationToken), "/admin/orders?list=Halted"),
                new("recalls", await reads.Of<Lot>().CountAsync(l => l.RecalledAt > recalled, cancellationToken), "/admin/lots"),
                new("money", await reads.Of<MoneyIn>().CountAsync(m => m.State == MoneyInState.Unknown || m.State == MoneyInState.Outgoing, cancellationToken), "/admin/payments#decide"),
                new("refunds", await reads.Of<RefundDue>().CountAsync(r => r.PaidAt == null, cancellationToken), "/admin/payments#owed"),
                new("carriers", await reads.Of<CashParcel>().CountAsync(p => p.IsForMarket && (p.State == CashParcelState.Collected || p.State == CashParcelState.Short) && p.CollectedAt < late, cancellationToken), "/admin/payments/cash"),
                new("payout-drafts", await reads.Of<PayoutRun>().CountAsync(r => r.ApprovedAt == null && r.Payouts.Any(p => p.State == PayoutState.Drafted), cancellationToken), "/admin/payouts#runs"),
                new("payouts-on-the-way", await reads.Of<Payout>().CountAsync(p => p.State == PayoutState.OnTheWay && p.Connected == "", cancellationToken), "/admin/payouts#runs"),
                new("reviews", await reads.Of<Review>().CountAsync(r => r.OpenReports > 0, cancellationToken), "/admin/reviews"),
                new("complaints-late", await reads.Of<Complaint>().CountAsync(c => c.DueAt < now, cancellationToken), "/admin/complaints"),
                new("complaints", await reads.Of<Complaint>().CountAsync(c => c.DueAt >= now, cancellationToken), "/admin/complaints"),
                new("questions", await reads.Of<Question>().CountAsync(q => q.IsReported, cancellationToken), "/admin/questions"),
                new("applications", await reads.Of<SellerApplication>().CountAsync(a => a.State == ApplicationState.Submitted, cancellationToken), "/admin/sellers"),
                new("products", await reads.Of<Product>().CountAsync(p => p.State == ProductState.InReview, cancellationToken), "/admin/products"),
                new("edits", await reads.Of<ProductEdit>().CountAsync(e => e.SeenAt == null, cancellationToken), "/admin/products"),
                new("held", await reads.Of<HeldTexts>().CountAsync(h => h.AdminNote == "", cancellationToken), "/admin/products"),
                new("held-stories", await reads.Of<Story>().CountAsync(s => s.State == StoryState.Held, cancellationToken), "/admin/stories"),
                new("certificates", await reads.Of<Certificate>().CountAsync(c => c.State == CertificateState.Waiting && c.Paper != null, cancellationToken), "/admin/certificates"),
            ];
            return new([.. piles.Where(p => p.Count > 0)]);
        }
    }
}
