using CoopMarket.Domain.Certificates;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>The papers that certificates name, in whatever state: what the market once confirmed it can show later.</summary>
internal sealed class PapersOfCertificates(MarketReads reads) : INamePapers
{
    public async Task<IReadOnlyCollection<Guid>> NamedAsync(CancellationToken cancellationToken)
        => [.. (await reads.Of<Certificate>().IgnoreAutoIncludes().Where(c => c.Paper != null).Select(c => c.Paper).ToListAsync(cancellationToken)).Select(p => p!.Id)];
}
