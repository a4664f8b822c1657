using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Certificates.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>The certificates of a cooperative: what needs her first, then the others by name; those that she took back are left out.</summary>
internal static class OwnCertificates
{
    private static readonly string[] Needy = ["refused", "no-paper", "over"];

    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<IReadOnlyList<Row>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    /// <param name="Paper">The certificate.</param>
    /// <param name="Products">The names of what it covers.</param>
    /// <param name="EndsSoon">Whether its end is so near that she is reminded of it.</param>
    internal sealed record Row(ProductPaper Paper, IReadOnlyList<LocalizedText> Products, string Reason, bool EndsSoon)
    {
        /// <summary>Whether she has something to do about it.</summary>
        public bool IsNeedy => EndsSoon || Needy.Contains(Paper.Standing);
    }

    internal sealed class Handler(MarketDb db, ProductOwners products, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = VietnamDay.Of(time.Now());
            var soon = today.AddDays(Certificate.RemindedBefore[0]);
            var names = await products.NamesAsync(query.Cooperative, cancellationToken);
            var all = await db.Set<Certificate>().AsNoTracking().Where(c => c.Cooperative == query.Cooperative && c.State != CertificateState.Withdrawn).ToListAsync(cancellationToken);
            return [.. all.Select(c => new Row(
                    ProductPaper.Of(c, today), [.. c.Products.Where(p => names.ContainsKey(p.Product)).Select(p => names[p.Product]).OrderBy(n => Folding.Fold(n.Vi), StringComparer.Ordinal)],
                    c.Reason, c.IsShownOn(today) && c.Expires <= soon))
                .OrderByDescending(r => r.IsNeedy).ThenBy(r => Folding.Fold(r.Paper.Name.Vi), StringComparer.Ordinal).ThenBy(r => r.Paper.Id.Value)];
        }
    }
}
