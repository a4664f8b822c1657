using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The basket as its owner sees it, at today's prices.</summary>
internal static class CartPage
{
    /// <param name="Key">The basket's cookie; null where there is none.</param>
    internal sealed record Query(Actor Actor, string? Key) : IQuery<View>, IForAnyone;

    /// <param name="Covers">The cover photo of each product that has one.</param>
    internal sealed record View(Offer Offer, IReadOnlyDictionary<ProductId, PhotoView> Covers);

    internal sealed class Handler(Baskets baskets, Pricing pricing, Photos.Contract.Photos photos) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var wanted = await baskets.ReadAsync(query.Actor, query.Key, cancellationToken);
            var offer = await pricing.OfAsync(wanted, to: null, new Dictionary<CooperativeId, DeliveryWay>(), cancellationToken);
            return new(offer, await CoversAsync(offer, photos, cancellationToken));
        }
    }

    /// <summary>The covers of what is offered.</summary>
    internal static async Task<IReadOnlyDictionary<ProductId, PhotoView>> CoversAsync(Offer offer, Photos.Contract.Photos photos, CancellationToken cancellationToken)
    {
        var products = offer.Parts.SelectMany(p => p.Lines).Select(l => l.Item.Product).Distinct().ToList();
        var found = await photos.OfAsync(products.Select(PhotoSubject.Of), cancellationToken);
        return products.Where(p => found.Contains(PhotoSubject.Of(p))).ToDictionary(p => p, p => found[PhotoSubject.Of(p)].First());
    }
}
