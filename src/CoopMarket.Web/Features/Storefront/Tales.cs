using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A story as a list shows it.</summary>
/// <param name="Story">Live.</param>
/// <param name="Seller">Whose it is.</param>
/// <param name="Maker">Whom it is about; null where about no one woman.</param>
/// <param name="Photo">Its cover; null where it has none.</param>
internal sealed record StoryLine(Story Story, Seller Seller, Maker? Maker, PhotoView? Photo);

/// <summary>Reads the stories that readers may see: live ones of approved cooperatives.</summary>
internal sealed class Tales(MarketReads reads, Goods goods)
{
    public IQueryable<Story> Live()
        => reads.Of<Story>().Where(s => s.State == StoryState.Live && reads.Of<Cooperative>().Any(c => c.Id == s.Cooperative && c.State == SellerState.Approved));

    /// <summary>Newer before older, then by id.</summary>
    public static IOrderedQueryable<Story> InOrder(IQueryable<Story> stories) => stories.OrderByDescending(s => s.LiveAt).ThenBy(s => s.Id);

    /// <summary>Lines of stories, in the order of the ids.</summary>
    public async Task<IReadOnlyList<StoryLine>> LinesAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var asked = ids.Select(StoryId.From).ToList();
        return [.. (await LinesAsync(await Live().Where(s => asked.Contains(s.Id)).ToListAsync(cancellationToken), cancellationToken)).OrderBy(l => asked.IndexOf(l.Story.Id))];
    }

    /// <summary>Each story with what a list shows beside it.</summary>
    public async Task<IReadOnlyList<StoryLine>> LinesAsync(IReadOnlyList<Story> stories, CancellationToken cancellationToken)
    {
        var sellers = await goods.SellersAsync([.. stories.Select(s => s.Cooperative).Distinct()], cancellationToken);
        var makerIds = stories.Select(s => s.Maker).OfType<MakerId>().Distinct().ToList();
        var makers = await reads.Of<Maker>().Where(m => makerIds.Contains(m.Id) && m.LeftAt == null).ToDictionaryAsync(m => m.Id, cancellationToken);
        var photos = await goods.CoversAsync(PhotoSubjectKind.Story, [.. stories.Select(s => s.Id.Value)], cancellationToken);
        return [.. stories.Select(s => new StoryLine(
            s, sellers[s.Cooperative].Seller, s.Maker is { } maker ? makers.GetValueOrDefault(maker) : null, photos.GetValueOrDefault(s.Id.Value)))];
    }
}
