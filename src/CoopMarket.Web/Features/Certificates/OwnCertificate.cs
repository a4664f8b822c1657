using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Certificates.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>One certificate at the desk of its cooperative; null where it isn't there, another's, or taken back.</summary>
internal static class OwnCertificate
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, CertificateId Certificate) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    /// <param name="Paper">How it stands today.</param>
    /// <param name="Form">What stands on it.</param>
    /// <param name="File">Null for those of before the market asked for it.</param>
    internal sealed record View(ProductPaper Paper, string Reason, CertificateForm Form, SellerPaper? File);

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
            => await db.Set<Certificate>().AsNoTracking().FirstOrDefaultAsync(
                c => c.Id == query.Certificate && c.Cooperative == query.Cooperative && c.State != CertificateState.Withdrawn, cancellationToken) is { } found
                ? new(ProductPaper.Of(found, VietnamDay.Of(time.Now())), found.Reason, CertificateForm.Of(found), found.Paper)
                : null;
    }
}
