using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>One block of a story as its cooperative writes it, and what can be chosen for it; null where the story is not there, or another's.</summary>
internal static class BlockDraft
{
    /// <param name="Place">From 0.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, StoryId Story, int Place) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    /// <param name="Title">Of the story; may be empty.</param>
    /// <param name="Block">Null where that place is empty.</param>
    internal sealed record View(
        LocalizedText Title, StoryBlock? Block, IReadOnlyList<PhotoView> Photos, IReadOnlyList<BlockVoice> Voices, IReadOnlyDictionary<ProductId, LocalizedText> Products)
    {
        /// <summary>The question that the block answers; null where none was asked.</summary>
        public string? Question => (Block as TextBlock)?.Question;
    }

    internal sealed class Handler(MarketDb db, Photos.Contract.Photos photos, ProductOwners products) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
            => await db.Set<Story>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == query.Story && s.Cooperative == query.Cooperative, cancellationToken) is { } story
                ? new(
                    story.Title,
                    StoryBlocks.Parse(story.Body.Vi).ElementAtOrDefault(query.Place),
                    await photos.OfAsync(PhotoSubject.Of(story.Id), cancellationToken),
                    await db.VoicesOfAsync(story.Id, cancellationToken),
                    await products.NamesAsync(query.Cooperative, cancellationToken))
                : null;
    }
}
