using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>The fee that is to come, as the page of fees promises to tell it.</summary>
internal static class FeeToCome
{
    internal sealed record Query(Actor Actor) : IQuery<FeeRule?>, IForAnyone;

    internal sealed class Handler(FeeRules fees, TimeProvider time) : IRequestHandler<Query, FeeRule?>
    {
        public Task<FeeRule?> Handle(Query query, CancellationToken cancellationToken) => fees.NextAsync(time.Now(), cancellationToken);
    }
}
