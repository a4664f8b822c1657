using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>All stories, the newest first, or those of a commune, of a cooperative, or of a craft.</summary>
internal static class StoryList
{
    private const int Size = 12;

    /// <param name="Way">By what they are looked for; null for all.</param>
    /// <param name="Value">A commune's code, a cooperative's or a category's slug. What is unknown counts as not said.</param>
    internal sealed record Query(Actor Actor, int Page, StoryWay? Way = null, string? Value = null) : IQuery<View>, IForAnyone;

    /// <param name="Chosen">Null where all are shown.</param>
    internal sealed record View(IReadOnlyList<StoryLine> Lines, int Page, int Pages, StoryIndex Index, StoryEntry? Chosen);

    internal sealed class Handler(Tales tales, FaceReader reader) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var index = (await reader.NowAsync(cancellationToken)).Stories;
            var chosen = request.Way is { } way ? index.Find(way, request.Value) : null;
            var pages = Math.Max(1, ((chosen?.Stories.Count ?? await tales.Live().CountAsync(cancellationToken)) + Size - 1) / Size);
            var page = Math.Clamp(request.Page, 1, pages);
            var skip = (page - 1) * Size;
            var lines = chosen is null
                ? await tales.LinesAsync(Tales.InOrder(tales.Live()).Skip(skip).Take(Size), cancellationToken)
                : await tales.LinesAsync([.. chosen.Stories.Skip(skip).Take(Size)], cancellationToken);
            return new(lines, page, pages, index, chosen);
        }
    }
}
