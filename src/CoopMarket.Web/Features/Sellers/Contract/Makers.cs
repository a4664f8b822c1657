using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers.Contract;

/// <summary>The women who make what a cooperative sells.</summary>
internal sealed class Makers(MarketDb db)
{
    /// <summary>The makers on a cooperative's pages, the first introduced first.</summary>
    public async Task<IReadOnlyList<MakerCard>> OfAsync(CooperativeId cooperative, CancellationToken cancellationToken)
        => await db.Set<Maker>().Where(m => m.Cooperative == cooperative && m.LeftAt == null).OrderBy(m => m.AgreedAt).ThenBy(m => m.Id)
            .Select(m => new MakerCard(m.Id, m.Cooperative, m.Name, m.Village, m.About)).ToListAsync(cancellationToken);

    /// <summary>One maker, also one who left; null where there is none.</summary>
    public Task<MakerCard?> OneAsync(MakerId maker, CancellationToken cancellationToken)
        => db.Set<Maker>().Where(m => m.Id == maker)
            .Select(m => new MakerCard(m.Id, m.Cooperative, m.Name, m.Village, m.About)).FirstOrDefaultAsync(cancellationToken);
}

/// <summary>A maker as products and stories show her.</summary>
internal sealed record MakerCard(MakerId Id, CooperativeId Cooperative, string Name, string Village, LocalizedText About);
