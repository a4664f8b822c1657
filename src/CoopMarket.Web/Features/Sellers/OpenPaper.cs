using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>One of her own papers; null where it is not hers.</summary>
internal static class OpenPaper
{
    internal sealed record Query(Actor Actor, Guid Paper) : IQuery<SellerPaper?>, IForPerson;

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, SellerPaper?>
    {
        public async Task<SellerPaper?> Handle(Query query, CancellationToken cancellationToken)
        {
            var mine = await db.Set<SellerApplication>().AsNoTracking().Where(a => a.Applicant == query.Actor.Me).ToListAsync(cancellationToken);
            return mine.SelectMany(a => a.Details.Papers).FirstOrDefault(p => p.Id == query.Paper);
        }
    }
}
