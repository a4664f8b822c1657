using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>The present pictures for links of some products, stories, cooperatives or lots; what readers may not see has none, nor what has no photo ready.</summary>
internal static class LinkPictures
{
    internal sealed record Query(Actor Actor, LinkedKind Kind, IReadOnlyCollection<Guid> Ids) : IQuery<IReadOnlyList<LinkPicture>>, IForAnyone;

    internal sealed class Handler(MarketReads reads, Goods goods, Tales tales, Sellers sellers, FaceReader reader) : IRequestHandler<Query, IReadOnlyList<LinkPicture>>
    {
        public async Task<IReadOnlyList<LinkPicture>> Handle(Query request, CancellationToken cancellationToken)
            => request.Ids.Count == 0 ? [] : request.Kind switch
            {
                LinkedKind.Product => await ProductsAsync(request.Ids, cancellationToken),
                LinkedKind.Story => await StoriesAsync(request.Ids, cancellationToken),
                LinkedKind.Cooperative => await CooperativesAsync(request.Ids, cancellationToken),
                _ => await LotsAsync(request.Ids, cancellationToken),
            };

        private async Task<IReadOnlyList<LinkPicture>> ProductsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        {
            var asked = ids.Select(ProductId.From).ToList();
            var products = await goods.OnSale().Where(p => asked.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Cooperative }).ToListAsync(cancellationToken);
            var whose = await goods.SellersAsync([.. products.Select(p => p.Cooperative).Distinct()], cancellationToken);
            var photos = await goods.PhotosAsync([.. products.Select(p => PhotoSubject.Of(p.Id))], cancellationToken);
            return [.. products.Select(p => LinkPicture.Of(p.Id, p.Name, whose[p.Cooperative].Seller, photos[PhotoSubject.Of(p.Id)].FirstOrDefault())).OfType<LinkPicture>()];
        }

        private async Task<IReadOnlyList<LinkPicture>> StoriesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        {
            var asked = ids.Select(StoryId.From).ToList();
            return [.. (await tales.LinesAsync(tales.Live().Where(s => asked.Contains(s.Id)), cancellationToken)).Select(l => LinkPicture.Of(l.Story.Id, l.Story.Title, l.Seller, l.Photo)).OfType<LinkPicture>()];
        }

        private async Task<IReadOnlyList<LinkPicture>> CooperativesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        {
            var asked = ids.Select(CooperativeId.From).ToList();
            var cooperatives = await sellers.Approved().Where(c => asked.Contains(c.Id)).ToListAsync(cancellationToken);
            var goodsOf = (await reader.NowAsync(cancellationToken)).All.ToLookup(f => f.Cooperative, f => f.Id);
            var shown = cooperatives.ToDictionary(c => c.Id, c => goodsOf[c.Id].Select(PhotoSubject.Of).Prepend(c.Id).ToList());
            var photos = await goods.PhotosAsync([.. shown.Values.SelectMany(s => s)], cancellationToken);
            return [.. cooperatives.Select(c => LinkPicture.Of(c, shown[c.Id].SelectMany(s => photos[s].Take(1)).FirstOrDefault())).OfType<LinkPicture>()];
        }

        private async Task<IReadOnlyList<LinkPicture>> LotsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        {
            var asked = ids.Select(LotId.From).ToList();
            var rows = await (
                from l in reads.Of<Lot>().Where(l => asked.Contains(l.Id))
                join p in reads.Of<Product>() on l.Product equals p.Id
                select new { Lot = l, Product = p }).ToListAsync(cancellationToken);
            var told = rows.Where(r => LabelPage.MayBeTold(r.Product)).ToList();
            var whose = await goods.SellersAsync([.. told.Select(r => r.Product.Cooperative).Distinct()], cancellationToken);
            var photos = await goods.PhotosAsync([.. told.Select(r => PhotoSubject.Of(r.Product.Id)).Distinct()], cancellationToken);
            return [.. told.Where(r => whose.ContainsKey(r.Product.Cooperative))
                .Select(r => LinkPicture.Of(r.Lot, r.Product.Name, whose[r.Product.Cooperative].Seller, photos[PhotoSubject.Of(r.Product.Id)].FirstOrDefault())).OfType<LinkPicture>()];
        }
    }
}
