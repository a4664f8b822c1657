using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Orders that an admin looks for, by code, phone or e-mail, or that need her.</summary>
internal static class Orders
{
    internal const int PageSize = 50;

    /// <param name="Find">A code, phone or e-mail; empty for the list.</param>
    /// <param name="Show">The list; without effect where something is looked for.</param>
    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, string Find, List Show, int Page = 1) : IQuery<View>, IForAdmin;

    /// <summary>The lists.</summary>
    internal enum List
    {
        Latest,

        /// <summary>Nobody accepted within three working days.</summary>
        Overdue,

        /// <summary>The buyer misses a parcel.</summary>
        NotArrived,

        /// <summary>What a buyer sends back is not settled for weeks.</summary>
        Returns,

        /// <summary>Not sent, and its cooperative may not sell.</summary>
        Halted,
    }

    /// <param name="Rows">The latest first, of what needs her the oldest.</param>
    /// <param name="HasMore">Whether there is a next page.</param>
    internal sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <param name="PlacedAt">UTC.</param>
    /// <param name="Parts">Each cooperative with the step of its part.</param>
    internal sealed record Row(string Code, string Name, Money Total, PaymentWay Way, OrderState State, DateTimeOffset PlacedAt, IReadOnlyList<(LocalizedText Cooperative, SellerOrderState State)> Parts);

    internal sealed class Handler(MarketReads reads, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var orders = query.Find.Length > 0 ? await FoundAsync(query.Find, cancellationToken) : Listed(query.Show);
            var found = await orders.Skip((query.Page - 1) * PageSize).Take(PageSize + 1).AsSplitQuery().ToListAsync(cancellationToken);
            return new(
                [.. found.Take(PageSize).Select(o => new Row(
                    o.Code, o.To.Name, o.Total, o.Way, o.State, o.PlacedAt, [.. o.Parts.OrderBy(p => p.Position).Select(p => (p.CooperativeName, p.State))]))],
                found.Count > PageSize);
        }

        private IQueryable<Order> Listed(List show)
        {
            var now = time.Now();
            var overdue = SellerOrder.Overdue(now, VietnamDay.Of(now));
            var unsettled = reads.Of<Return>().Where(Return.Late(now));
            var halted = HaltedParts.Of(reads);
            var orders = reads.Of<Order>();
            return show switch
            {
                List.Overdue => orders.Where(o => o.Parts.AsQueryable().Any(overdue)).OrderBy(o => o.PlacedAt).ThenBy(o => o.Id),
                List.NotArrived => orders.Where(o => o.Parts.Any(p => p.NotArrivedAt != null)).OrderBy(o => o.PlacedAt).ThenBy(o => o.Id),
                List.Returns => orders.Where(o => unsettled.Any(r => r.Order == o.Id)).OrderBy(o => o.PlacedAt).ThenBy(o => o.Id),
                List.Halted => orders.Where(o => halted.Any(p => p.OrderId == o.Id)).OrderBy(o => o.PlacedAt).ThenBy(o => o.Id),
                _ => orders.OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id),
            };
        }

        private async Task<IQueryable<Order>> FoundAsync(string find, CancellationToken cancellationToken)
        {
            var orders = reads.Of<Order>().OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id);
            if (PublicCode.TryParse(find, out var code))
                return orders.Where(o => o.Code == code.Value);
            var phone = Phones.Read(find);
            var upper = find.ToUpperInvariant();
            var people = (await reads.Of<Account>().Where(a => a.NormalizedEmail == upper || (phone != null && a.PhoneNumber == phone))
                .Select(a => a.Id).ToListAsync(cancellationToken)).ConvertAll(id => (PersonId?)new PersonId(id));
            return orders.Where(o => people.Contains(o.Buyer) || (phone != null && o.To.Phone == phone) || o.To.Email.ToUpper() == upper);
        }
    }
}
