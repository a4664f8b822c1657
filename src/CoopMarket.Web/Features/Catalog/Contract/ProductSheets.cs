using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Certificates.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog.Contract;

/// <summary>Products as those see them who keep book of what was made of them.</summary>
internal sealed class ProductSheets(MarketDb db, ProductCertificates papers)
{
    /// <summary>A product of the cooperative, also one that is no longer sold; null where it is not there or another's.</summary>
    public async Task<ProductSheet?> OneAsync(CooperativeId cooperative, ProductId product, CancellationToken cancellationToken)
        => await db.Set<Product>().AsNoTracking().Include(p => p.Variants)
            .FirstOrDefaultAsync(p => p.Id == product && p.Cooperative == cooperative, cancellationToken) is { } found
            ? new(
                found.Id, found.Name, found.Village, found.CommuneCode, found.Maker, found.MadeToOrderDays is not null,
                [.. (await papers.OfAsync(found.Id, cancellationToken)).Where(p => p.IsHeld).Select(p => new SheetPaper(p.Name, p.Number))],
                [.. found.Variants.OrderBy(v => v.Position).Select(v => new SheetSize(v.Id, v.Name, v.OnHand, v.IsOffered))])
            : null;
}

/// <summary>A product with its sizes and certificates.</summary>
/// <param name="Village">May be empty.</param>
/// <param name="CommuneCode">Empty in a draft.</param>
/// <param name="Maker">Null where all make it.</param>
/// <param name="IsToOrder">Whether it is made when ordered.</param>
internal sealed record ProductSheet(
    ProductId Id, LocalizedText Name, string Village, string CommuneCode, MakerId? Maker, bool IsToOrder, IReadOnlyList<SheetPaper> Papers, IReadOnlyList<SheetSize> Sizes);

/// <summary>A certificate.</summary>
internal sealed record SheetPaper(LocalizedText Name, string Number);

/// <summary>A size.</summary>
/// <param name="OnHand">What can still be sold, in pieces.</param>
internal sealed record SheetSize(VariantId Id, LocalizedText Name, int OnHand, bool IsOffered);
