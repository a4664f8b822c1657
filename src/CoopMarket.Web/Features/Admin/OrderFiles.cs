using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Admin;

/// <summary>All cooperatives' orders of a period as a file, without the buyers' names and addresses.</summary>
internal static class OrderFiles
{
    /// <param name="From">The first day, in Vietnam.</param>
    /// <param name="To">The last day.</param>
    internal sealed record Query(Actor Actor, SoldSheet Sheet, DateOnly From, DateOnly To) : IQuery<byte[]>, IForAdmin;

    /// <summary>The days that are offered first: this month's.</summary>
    internal sealed record Offered(Actor Actor) : IQuery<Days>, IForAdmin;

    internal sealed record Days(DateOnly From, DateOnly To);

    internal sealed class Offers(TimeProvider time) : IRequestHandler<Offered, Days>
    {
        public Task<Days> Handle(Offered query, CancellationToken cancellationToken)
        {
            var today = VietnamDay.Of(time.Now());
            return Task.FromResult(new Days(new(today.Year, today.Month, 1), today));
        }
    }

    internal sealed class Handler(SoldParts sold) : IRequestHandler<Query, byte[]>
    {
        public Task<byte[]> Handle(Query query, CancellationToken cancellationToken) => sold.FileAsync(null, query.Sheet, query.From, query.To, cancellationToken);
    }
}
