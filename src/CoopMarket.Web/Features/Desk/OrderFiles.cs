using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Desk;

/// <summary>A cooperative's own orders of a period as a file; holds names and addresses in bulk, so it is the manager's.</summary>
internal static class OrderFiles
{
    /// <param name="From">The first day, in Vietnam.</param>
    /// <param name="To">The last day.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, SoldSheet Sheet, DateOnly From, DateOnly To) : IQuery<byte[]>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Handler(SoldParts sold) : IRequestHandler<Query, byte[]>
    {
        public Task<byte[]> Handle(Query query, CancellationToken cancellationToken)
            => sold.FileAsync(query.Cooperative, query.Sheet, query.From, query.To, cancellationToken);
    }
}
