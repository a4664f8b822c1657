using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

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
