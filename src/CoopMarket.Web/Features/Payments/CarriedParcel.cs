using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>The cash of one parcel that a carrier collects for the market, and every line of the bank that brought some of it.</summary>
internal static class CarriedParcel
{
    internal sealed record Query(Actor Actor, SellerOrderId Part) : IQuery<View?>, IForAdmin;

    /// <param name="Owed">What the carrier has and still owes.</param>
    /// <param name="OwedBack">What the market owes back to the carrier.</param>
    /// <param name="HasArrived">Whether it was delivered: only then what is missing may be given up.</param>
    /// <param name="Note">Why what was missing was given up; null where it was not.</param>
    internal sealed record View(
        string Code, Carrier Carrier, string Number, CashParcelState State, Money Amount, Money Paid, Money Fee, Money Owed, Money OwedBack, bool HasArrived, DateTimeOffset? CollectedAt, string? Note,
        IReadOnlyList<Came> Lines);

    /// <param name="Money">The bank's line.</param>
    internal sealed record Came(MoneyInId Money, DateTimeOffset At, Money Cash, Money Fee);

    internal sealed class Handler(MarketDb db, OrderBooks orders) : IRequestHandler<Query, View?>
    {
        /// <summary>Null where no carrier collects for the market what is meant.</summary>
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Set<CashParcel>().AsNoTracking().SingleOrDefaultAsync(p => p.SellerOrder == query.Part && p.IsForMarket, cancellationToken) is not { } parcel)
                return null;
            var lines = await db.Set<RemittedCash>().AsNoTracking().Where(c => c.SellerOrder == query.Part).OrderBy(c => c.TakenAt)
                .Select(c => new Came(c.Money, c.TakenAt, c.Cash, c.Fee)).ToListAsync(cancellationToken);
            var order = await orders.OfAsync(parcel.Order, cancellationToken);
            var hasArrived = order is not null && order.Parts.Single(p => p.Id == parcel.SellerOrder).HasArrived;
            return new(
                parcel.Code, parcel.Carrier, parcel.Number, parcel.State, parcel.Amount, parcel.Paid, parcel.CarrierFee, parcel.Owed, parcel.OwedBack, hasArrived, parcel.CollectedAt, parcel.Note,
                lines);
        }
    }
}
