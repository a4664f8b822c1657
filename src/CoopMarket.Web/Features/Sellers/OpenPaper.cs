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

/// <summary>A paper of an application, for admins; null where that application has none of that id.</summary>
internal static class OpenSellerPaper
{
    internal sealed record Query(Actor Actor, SellerApplicationId Application, Guid Paper) : IQuery<SellerPaper?>, IForAdmin;

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, SellerPaper?>
    {
        public async Task<SellerPaper?> Handle(Query query, CancellationToken cancellationToken)
        {
            var application = await db.Set<SellerApplication>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == query.Application, cancellationToken);
            return application?.Details.Papers.FirstOrDefault(p => p.Id == query.Paper);
        }
    }
}
