using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>What a buyer sends back, for an admin who is asked to settle it.</summary>
internal static class ReturnFile
{
    internal sealed record Query(Actor Actor, string Code, ReturnId Return) : IQuery<View?>, IForAdmin;

    /// <param name="Words">What the buyer wrote; may be empty.</param>
    /// <param name="Answer">What the cooperative answered; may be empty.</param>
    /// <param name="Number">Of the buyer's parcel; may be empty.</param>
    /// <param name="SentAt">When she said that it is on its way, UTC; null before.</param>
    /// <param name="Ending">How it was settled, in words; may be empty.</param>
    /// <param name="Due">What is due for it; nothing once it is settled.</param>
    /// <param name="LateFrom">From when an admin may settle it for the cooperative, UTC; null once it is settled.</param>
    internal sealed record View(
        string Code, LocalizedText Cooperative, ReturnState State, ReturnReason Reason, PaymentWay Way, DateTimeOffset At, string Words, string Answer, string Number, DateTimeOffset? SentAt,
        string Ending, Money Due, DateTimeOffset? LateFrom, IReadOnlyList<Line> Lines)
    {
        /// <summary>Whether an admin may settle it for the cooperative now.</summary>
        public bool IsLate { get; init; }

        /// <summary>The buyer's phone where she has no e-mail, so that somebody calls her; null else.</summary>
        public string? CallInstead { get; init; }

        /// <summary>Whether it may be written down as lost on its way back.</summary>
        public bool MayBeLost => State is ReturnState.Agreed or ReturnState.OnItsWay;
    }

    internal sealed record Line(LocalizedText Product, LocalizedText Variant, int Quantity, Money Price);

    internal sealed class Handler(MarketReads reads, BuyersToTell buyers, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (!PublicCode.TryParse(query.Code, out var code)
                || await reads.Of<Order>().AsSplitQuery().FirstOrDefaultAsync(o => o.Code == code.Value, cancellationToken) is not { } order)
                return null;
            var returns = await reads.Of<Return>().Where(r => r.Order == order.Id).ToListAsync(cancellationToken);
            if (returns.Find(r => r.Id == query.Return) is not { } back)
                return null;
            var part = order.Part(back.SellerOrder)!;
            var due = back.IsOpen ? order.DueFor(back, returns.FindAll(r => r.SellerOrder == part.Id)).Select(d => d.Amount) : [];
            return new(
                order.Code, part.CooperativeName, back.State, back.Reason, order.Way, back.AskedAt, back.Words, back.Answer, back.Number, back.SentAt, back.Ending,
                Money.Sum(due, order.Total.Currency), back.IsOpen ? back.LateFrom : null,
                [.. back.Lines.Select(l => (part.Line(l.Line), l.Quantity)).Select(l => new Line(l.Item1.ProductName, l.Item1.VariantName, l.Quantity, l.Item1.UnitPrice * l.Quantity))])
            {
                IsLate = back.IsLate(time.Now()),
                CallInstead = await buyers.CallInsteadAsync(order, cancellationToken),
            };
        }
    }
}
