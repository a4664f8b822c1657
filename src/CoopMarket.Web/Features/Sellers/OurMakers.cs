using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The makers whom a desk names.</summary>
internal static class OurMakers
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<IReadOnlyList<Contract.MakerCard>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    internal sealed class Handler(Contract.Makers makers) : IRequestHandler<Query, IReadOnlyList<Contract.MakerCard>>
    {
        public Task<IReadOnlyList<Contract.MakerCard>> Handle(Query query, CancellationToken cancellationToken) => makers.OfAsync(query.Cooperative, cancellationToken);
    }
}
