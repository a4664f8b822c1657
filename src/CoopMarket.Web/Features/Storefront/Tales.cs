using CoopMarket.Domain.Links;
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
internal sealed class Tales(MarketReads reads, FaceReader reader, Albums albums)
{
    public IQueryable<Story> Live()
        => reads.Of<Story>().Where(s => s.State == StoryState.Live && reads.Of<Cooperative>().Any(c => c.Id == s.Cooperative && c.State == SellerState.Approved));

    /// <summary>Newer before older, then by id.</summary>
    public static IOrderedQueryable<Story> InOrder(IQueryable<Story> stories) => stories.OrderByDescending(s => s.LiveAt).ThenBy(s => s.Id);

    /// <summary>Stories by id, in the order of the ids.</summary>
    public async Task<IReadOnlyList<Told>> ReadAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var asked = ids.Select(StoryId.From).ToList();
        return [.. (await ReadAsync(Live().Where(s => asked.Contains(s.Id)), cancellationToken)).OrderBy(t => asked.IndexOf(t.Story.Id))];
    }

    /// <summary>Stories that are known already, or else are read.</summary>
    /// <param name="called">What sets them apart from others.</param>
    /// <param name="stories">Which they are.</param>
    public async Task<IReadOnlyList<Told>> KnownAsync(string called, Func<CancellationToken, Task<IReadOnlyList<Told>>> stories, CancellationToken cancellationToken)
    {
        var faces = await reader.NowAsync(cancellationToken);
        if (faces.Tales.Knows(called, out var known))
            return known;
        var read = await stories(cancellationToken);
        // What is not there shall not take the place of what is.
        if (read.Count > 0)
            faces.Tales.Keep(called, read);
        return read;
    }

    /// <summary>Each story with what a list shows beside it, newer before older.</summary>
    public async Task<IReadOnlyList<StoryLine>> LinesAsync(IQueryable<Story> stories, CancellationToken cancellationToken)
    {
        var told = await ReadAsync(stories, cancellationToken);
        return await LinesAsync(told, await albums.OfAsync(told.Select(t => PhotoSubject.Of(t.Story.Id)), cancellationToken), cancellationToken);
    }

    /// <summary>The same of stories by id, in the order of the ids.</summary>
    public async Task<IReadOnlyList<StoryLine>> LinesAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var told = await ReadAsync(ids, cancellationToken);
        return await LinesAsync(told, await albums.OfAsync(told.Select(t => PhotoSubject.Of(t.Story.Id)), cancellationToken), cancellationToken);
    }

    /// <summary>Stories, each with whom it is about, newer before older.</summary>
    public async Task<IReadOnlyList<Told>> ReadAsync(IQueryable<Story> stories, CancellationToken cancellationToken)
    {
        var rows = await (
            from s in stories
            join m in reads.Of<Maker>().Where(m => m.LeftAt == null) on s.Maker equals (MakerId?)m.Id into makers
            from maker in makers.DefaultIfEmpty()
            select new { Story = s, Maker = maker, ShortCode = reads.Of<ShortLink>().Where(l => l.Story == s.Id).Select(l => l.Code).FirstOrDefault() }).AsSingleQuery().ToListAsync(cancellationToken);
        return [.. rows.OrderByDescending(r => r.Story.LiveAt).ThenBy(r => r.Story.Id.Value).Select(r => new Told(r.Story, r.Maker, r.ShortCode))];
    }

    /// <summary>The same as lists show them, whose photos are there already.</summary>
    public async Task<IReadOnlyList<StoryLine>> LinesAsync(IReadOnlyList<Told> told, Album photos, CancellationToken cancellationToken)
    {
        var sellers = await reader.SellersAsync([.. told.Select(t => t.Story.Cooperative).Distinct()], cancellationToken);
        var known = (await reader.NowAsync(cancellationToken)).StoryLines;
        return [.. told.Select(t => Same(known, new(t.Story, sellers[t.Story.Cooperative].Seller, t.Maker, photos[t.Story.Id].FirstOrDefault())))];
    }

    // A line that says the same is the same, so that it is drawn once.
    private static StoryLine Same(Remembered<StoryId, StoryLine> known, StoryLine line)
    {
        if (known.Knows(line.Story.Id, out var last) && last == line)
            return last;
        known.Keep(line.Story.Id, line);
        return line;
    }
}

/// <summary>A story and whom it is about.</summary>
/// <param name="Maker">Null where about no one woman.</param>
/// <param name="ShortCode">Of its short address; null until it has one.</param>
internal sealed record Told(Story Story, Maker? Maker, string? ShortCode)
{
    /// <summary>Its voices and motifs, where they were read.</summary>
    public Heard Heard { get; init; } = Heard.Nothing;
}
