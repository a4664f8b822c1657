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

    internal sealed class Handler(SoldParts sold) : IRequestHandler<Query, byte[]>
    {
        public Task<byte[]> Handle(Query query, CancellationToken cancellationToken) => sold.FileAsync(null, query.Sheet, query.From, query.To, cancellationToken);
    }
}
