using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>All stories, the newest first.</summary>
internal static class StoryList
{
    private const int Size = 12;

    internal sealed record Query(Actor Actor, int Page) : IQuery<View>, IForAnyone;

    internal sealed record View(IReadOnlyList<StoryLine> Lines, int Page, int Pages);

    internal sealed class Handler(Tales tales) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var pages = Math.Max(1, (await tales.Live().CountAsync(cancellationToken) + Size - 1) / Size);
            var page = Math.Clamp(request.Page, 1, pages);
            return new(await tales.LinesAsync(Tales.InOrder(tales.Live()).Skip((page - 1) * Size).Take(Size), cancellationToken), page, pages);
        }
    }
}
