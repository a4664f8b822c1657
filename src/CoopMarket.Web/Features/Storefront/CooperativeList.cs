using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>All cooperatives as bands.</summary>
internal static class CooperativeList
{
    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<CoopLine>>, IForAnyone;

    internal sealed class Handler(Sellers sellers) : IRequestHandler<Query, IReadOnlyList<CoopLine>>
    {
        public Task<IReadOnlyList<CoopLine>> Handle(Query request, CancellationToken cancellationToken) => sellers.AllAsync(cancellationToken);
    }
}
