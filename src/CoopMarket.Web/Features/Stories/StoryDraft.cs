using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>A story as its cooperative writes it; null where it is not there, or another's.</summary>
internal static class StoryDraft
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, StoryId Story) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    internal sealed record View(Story Story, IReadOnlyList<PhotoView> Photos, IReadOnlyList<MakerCard> Makers, IReadOnlyDictionary<ProductId, LocalizedText> Products, IReadOnlyList<BlockVoice> Voices)
    {
        /// <summary>The blocks of its Vietnamese text.</summary>
        public IReadOnlyList<StoryBlock> Blocks { get; } = StoryBlocks.Parse(Story.Body.Vi);
    }

    internal sealed class Handler(MarketDb db, Photos.Contract.Photos photos, Makers makers, ProductOwners products) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
            => await db.Set<Story>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == query.Story && s.Cooperative == query.Cooperative, cancellationToken) is { } story
                ? new(
                    story,
                    await photos.OfAsync(PhotoSubject.Of(story.Id), cancellationToken),
                    await makers.OfAsync(query.Cooperative, cancellationToken),
                    await products.NamesAsync(query.Cooperative, cancellationToken),
                    await db.VoicesOfAsync(story.Id, cancellationToken))
                : null;
    }
}
