using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>On what labels are printed. The numbers are those of the trade: labels on a sheet of A4, millimeters of a roll.</summary>
internal enum LabelPaper
{
    /// <summary>Three by eight of 70 × 37 mm.</summary>
    A24,

    /// <summary>Four by ten of 52.5 × 29.7 mm.</summary>
    A40,

    /// <summary>Five by thirteen of 38.1 × 21.2 mm.</summary>
    A65,

    /// <summary>A small thermal printer's roll, 58 mm wide.</summary>
    R58,

    /// <summary>A roll of 80 mm.</summary>
    R80,
}

/// <summary>What is printed on the labels of a lot.</summary>
internal static class LotLabels
{
    /// <summary>How many labels are on one page.</summary>
    public static int On(LabelPaper paper) => paper switch
    {
        LabelPaper.A24 => 24,
        LabelPaper.A40 => 40,
        LabelPaper.A65 => 65,
        _ => 1,
    };

    internal sealed record Query(Actor Actor, CooperativeId Cooperative, LotId Lot) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Id">The product.</param>
    /// <param name="Number">The lot's.</param>
    /// <param name="Use">How the product is used and kept; may be empty.</param>
    /// <param name="Ingredients">May be empty.</param>
    /// <param name="AllergenBits">As <see cref="Product.AllergenBits"/>.</param>
    /// <param name="IsFood">Whether it is something to eat or drink.</param>
    /// <param name="Village">Where it comes from; may be empty.</param>
    /// <param name="CommuneCode">May be empty.</param>
    /// <param name="IsRecalled">Then no labels are printed any more.</param>
    internal sealed record View(
        ProductId Id, string Number, DateOnly MadeOn, DateOnly? BestBefore, LocalizedText Product, LocalizedText Use, LocalizedText Ingredients, int? AllergenBits, bool IsFood, string Village, string CommuneCode, Maker By, IReadOnlyList<Size> Sizes, bool IsRecalled);

    /// <param name="Province">The code of its province.</param>
    /// <param name="Phone">E.164.</param>
    internal sealed record Maker(CooperativeId Id, int BandTurn, LocalizedText Name, string Village, string Commune, string Province, string Phone);

    /// <param name="Net">Grams, milliliters or pieces.</param>
    /// <param name="Address">What the code on its labels leads to: by the number below its bar code where it has one, so that tills and customs read it too; else by the lot's own code.</param>
    internal sealed record Size(VariantId Id, LocalizedText Name, NetKind Kind, int Net, string Address);

    internal sealed class Handler(MarketReads reads, CategoryTree categories, MarketSettings market) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var read = await (
                from l in reads.Of<Lot>().Where(l => l.Id == query.Lot && l.Cooperative == query.Cooperative)
                join p in reads.Of<Product>().Include(p => p.Variants) on l.Product equals p.Id
                join c in reads.Of<Cooperative>() on l.Cooperative equals c.Id
                select new { Lot = l, Product = p, Cooperative = c }).AsSingleQuery().FirstOrDefaultAsync(cancellationToken);
            if (read is not { Lot: var lot, Product: var product, Cooperative: var coop })
                return null;
            return new(
                product.Id, lot.Number, lot.MadeOn, lot.BestBefore, product.Name, product.Use, product.Ingredients, product.AllergenBits, (await categories.AllAsync(cancellationToken)).IsFood(product.Category),
                lot.Village.Length > 0 ? lot.Village : product.Village, lot.CommuneCode.Length > 0 ? lot.CommuneCode : product.CommuneCode,
                new(coop.Id, coop.BandTurn, coop.Name, coop.Village, coop.Commune, coop.Province, coop.Phone),
                [.. product.Variants.Where(v => v.IsOffered).OrderBy(v => v.Position).Select(v => new Size(v.Id, v.Name, v.Kind, v.NetAmount, market.PublicUrl + ((v.Gtin is { } gtin ? Gtin.PathOf(gtin, lot.Number) : null) ?? "/q/" + lot.Code)))], lot.State == LotState.Recalled);
        }
    }
}
