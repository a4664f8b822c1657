using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Certificates.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>One certificate as an admin sees it, with the hash that her word binds to.</summary>
internal static class LookAtCertificate
{
    internal sealed class Form
    {
        /// <summary>The hash of what she saw.</summary>
        public string? Seen { get; set; }

        public string? Reason { get; set; }
    }

    internal sealed record Query(Actor Actor, CertificateId Certificate) : IQuery<View?>, IForAdmin;

    /// <param name="Products">What it covers, by name.</param>
    /// <param name="File">Null where nobody has sent it.</param>
    /// <param name="Hash">Of all that is shown.</param>
    internal sealed record View(
        ProductPaper Paper, CertificateKind Kind, int? Stars, CertificateState State, string Reason, LocalizedText Cooperative,
        IReadOnlyList<(ProductId Id, LocalizedText Name)> Products, SellerPaper? File, string Hash)
    {
        public bool MayBeConfirmed => State == CertificateState.Waiting && File is not null;

        public bool MayBeRefused => State is CertificateState.Waiting or CertificateState.Confirmed;
    }

    internal sealed class Handler(MarketDb db, Cooperatives cooperatives, ProductOwners products, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Set<Certificate>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == query.Certificate, cancellationToken) is not { } found)
                return null;
            var names = await products.NamesAsync(found.Cooperative, cancellationToken);
            return new(
                ProductPaper.Of(found, VietnamDay.Of(time.Now())), found.Kind, found.Stars, found.State, found.Reason,
                (await cooperatives.OneAsync(found.Cooperative, cancellationToken))?.Name ?? LocalizedText.Empty,
                [.. found.Products.Where(p => names.ContainsKey(p.Product)).Select(p => (p.Product, names[p.Product]))], found.Paper, found.Hash);
        }
    }
}
