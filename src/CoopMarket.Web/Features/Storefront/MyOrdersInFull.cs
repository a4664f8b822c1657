using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>All of a person's orders with everything that is kept of them, for the copy of her data.</summary>
internal static class MyOrdersInFull
{
    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<Bought>>, IForPerson;

    /// <param name="To">Who gets the parcels.</param>
    /// <param name="Invoice">Whom a VAT invoice was to be made out to; null where none was asked for.</param>
    /// <param name="RulesVersion">The rules that were agreed to.</param>
    /// <param name="RefundTo">The account that she told for money that goes back; null where she told none, or it was forgotten.</param>
    internal sealed record Bought(
        string Code, DateTimeOffset PlacedAt, DateTimeOffset? PaidAt, OrderState State, PaymentWay PaidBy, Money Total, Recipient To, DeliveryAddress Address, string Note, InvoiceWish? Invoice, string RulesVersion,
        IReadOnlyList<Part> Parts, Account? RefundTo, IReadOnlyList<GivenBack> Returns, IReadOnlyList<TakenBack> Withdrawals, IReadOnlyList<Said> Reviews);

    internal sealed record Part(
        LocalizedText Cooperative, SellerOrderState State, DeliveryWay Delivery, Money DeliveryPrice, DateTimeOffset? ShippedAt, DateTimeOffset? DeliveredAt, IReadOnlyList<SentParcel> Parcels,
        IReadOnlyList<Line> Lines);

    internal sealed record Line(LocalizedText Product, LocalizedText Size, int Quantity, int Declined, Money UnitPrice);

    /// <param name="Bin">The bank's, six digits.</param>
    internal sealed record Account(string Bin, string Number, string Holder, DateTimeOffset ToldAt);

    /// <summary>What she asked to give back.</summary>
    /// <param name="Words">Hers.</param>
    /// <param name="Answer">The cooperative's; empty until it answered.</param>
    /// <param name="Number">Of her parcel; empty where she told none.</param>
    internal sealed record GivenBack(
        ReturnReason Reason, string Words, ReturnState State, DateTimeOffset AskedAt, string Answer, DateTimeOffset? AnsweredAt, DateTimeOffset? SentAt, string Number, DateTimeOffset? EndedAt);

    /// <summary>Her word that she withdraws.</summary>
    /// <param name="Name">As she signed it.</param>
    internal sealed record TakenBack(string Name, DateTimeOffset At);

    /// <summary>What she said of goods that arrived.</summary>
    /// <param name="Name">As she signed it.</param>
    /// <param name="Trail">All that she wrote, changed and took back, the first first; readers see the last alone.</param>
    internal sealed record Said(
        LocalizedText Product, ReviewState State, int Stars, string Words, string Name, DateTimeOffset WrittenAt, DateTimeOffset? ChangedAt, string Answer, IReadOnlyList<SaidOnce> Trail);

    /// <summary>One step of a review that was hers.</summary>
    internal sealed record SaidOnce(ReviewMoveKind Kind, int Stars, string Words, DateTimeOffset At);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, IReadOnlyList<Bought>>
    {
        public async Task<IReadOnlyList<Bought>> Handle(Query query, CancellationToken cancellationToken)
        {
            var orders = await reads.Of<Order>().Where(o => o.Buyer == query.Actor.Me).OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id)
                .Include(o => o.Parts).ThenInclude(p => p.Lines).AsSplitQuery().ToListAsync(cancellationToken);
            var ids = orders.Select(o => o.Id).ToList();
            var accounts = await reads.Of<RefundAccount>().Where(a => ids.Contains(a.Order)).ToDictionaryAsync(a => a.Order, a => new Account(a.Bin, a.Number, a.Holder, a.ToldAt), cancellationToken);
            var returns = (await reads.Of<Return>().Where(r => ids.Contains(r.Order)).OrderBy(r => r.AskedAt).ToListAsync(cancellationToken)).ToLookup(r => r.Order);
            var withdrawals = (await reads.Of<Withdrawal>().Where(w => ids.Contains(w.Order)).OrderBy(w => w.At).ToListAsync(cancellationToken)).ToLookup(w => w.Order);
            var signed = await (from n in reads.Of<WithdrawalName>()
                                join w in reads.Of<Withdrawal>() on n.Withdrawal equals w.Id
                                where ids.Contains(w.Order)
                                select n).ToDictionaryAsync(n => n.Withdrawal, n => n.Name, cancellationToken);
            // Whoever reported a review is in its trail too; only the buyer's own steps are the buyer's to read.
            var reviews = (await reads.Of<Review>().Where(r => ids.Contains(r.Order)).Include(r => r.Moves).AsSplitQuery().OrderBy(r => r.WrittenAt).ToListAsync(cancellationToken)).ToLookup(r => r.Order);
            return [.. orders.Select(o => new Bought(
                o.Code, o.PlacedAt, o.PaidAt, o.State, o.Way, o.Total, o.To, o.Address, o.Note, o.Invoice.IsAsked ? o.Invoice : null, o.Rules,
                [.. o.Parts.OrderBy(p => p.Position).Select(p => new Part(
                    p.CooperativeName, p.State, p.Way, p.Delivery, p.ShippedAt, p.DeliveredAt, p.Parcels,
                    [.. p.Lines.OrderBy(l => l.Position).Select(l => new Line(l.ProductName, l.VariantName, l.Quantity, l.Declined, l.UnitPrice))]))], accounts.GetValueOrDefault(o.Id),
                [.. returns[o.Id].Select(r => new GivenBack(r.Reason, r.Words, r.State, r.AskedAt, r.Answer, r.AnsweredAt, r.SentAt, r.Number, r.EndedAt))],
                [.. withdrawals[o.Id].Select(w => new TakenBack(signed.GetValueOrDefault(w.Id, ""), w.At))],
                [.. reviews[o.Id].Select(Of)]))];
        }

        private static Said Of(Review review) => new(
            review.ProductName, review.State, review.Stars, review.Words, review.Name, review.WrittenAt, review.ChangedAt, review.Answer,
            [.. review.Moves.Where(m => m.Kind is ReviewMoveKind.Written or ReviewMoveKind.Changed or ReviewMoveKind.TakenBack).OrderBy(m => m.Number).Select(m => new SaidOnce(m.Kind, m.Stars, m.Words, m.At))]);
    }
}
