using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>The present pictures for links of some products or stories; what readers may not see has none, nor what has no photo ready.</summary>
internal static class LinkPictures
{
    internal sealed record Query(Actor Actor, LinkedKind Kind, IReadOnlyCollection<Guid> Ids) : IQuery<IReadOnlyList<LinkPicture>>, IForAnyone;

    internal sealed class Handler(Goods goods, Tales tales) : IRequestHandler<Query, IReadOnlyList<LinkPicture>>
    {
        public async Task<IReadOnlyList<LinkPicture>> Handle(Query request, CancellationToken cancellationToken)
            => request.Kind == LinkedKind.Product ? await ProductsAsync(request.Ids, cancellationToken) : await StoriesAsync(request.Ids, cancellationToken);

        private async Task<IReadOnlyList<LinkPicture>> ProductsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        {
            var asked = ids.Select(ProductId.From).ToList();
            var products = await goods.OnSale().Where(p => asked.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Cooperative }).ToListAsync(cancellationToken);
            var sellers = await goods.SellersAsync([.. products.Select(p => p.Cooperative).Distinct()], cancellationToken);
            var photos = await goods.PhotosAsync([.. products.Select(p => PhotoSubject.Of(p.Id))], cancellationToken);
            return [.. products.Select(p => LinkPicture.Of(p.Id, p.Name, sellers[p.Cooperative].Seller, photos[PhotoSubject.Of(p.Id)].FirstOrDefault())).OfType<LinkPicture>()];
        }

        private async Task<IReadOnlyList<LinkPicture>> StoriesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        {
            var asked = ids.Select(StoryId.From).ToList();
            return [.. (await tales.LinesAsync(tales.Live().Where(s => asked.Contains(s.Id)), cancellationToken)).Select(l => LinkPicture.Of(l.Story.Id, l.Story.Title, l.Seller, l.Photo)).OfType<LinkPicture>()];
        }
    }
}
