using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>A story as readers would see it now, live or not; null where it is not there, or another's.</summary>
internal static class StoryPreview
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, StoryId Story) : IQuery<StoryPage.View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    internal sealed class Handler(MarketReads reads, Hearing hearing, Goods goods, Cards cards) : IRequestHandler<Query, StoryPage.View?>
    {
        public async Task<StoryPage.View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await hearing.WithAsync(reads.Of<Story>().Where(s => s.Id == query.Story && s.Cooperative == query.Cooperative), cancellationToken) is not [{ Story: var story } told])
                return null;
            var seller = await reads.Of<Cooperative>().Where(c => c.Id == query.Cooperative).Select(c => new Seller(c.Id, c.Slug, c.Name, c.BandTurn)).FirstAsync(cancellationToken);
            // Asked afresh: what the shop remembers of photos may be older than what was just sent.
            var photos = (await goods.PhotosAsync([PhotoSubject.Of(story.Id)], cancellationToken))[PhotoSubject.Of(story.Id)].ToList();
            var things = await cards.OfAsync([.. story.Products.Select(p => p.Product)], cancellationToken);
            return new(new(story, seller, told.Maker, photos.FirstOrDefault()), photos, things, told.ShortCode, told.Heard.On(hearing.Today));
        }
    }
}
