using CoopMarket.Domain.Photos;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>One story, with the goods it is about.</summary>
internal static class StoryPage
{
    internal sealed record Query(Actor Actor, string Slug) : IQuery<View?>, IForAnyone;

    internal sealed record View(StoryLine Line, IReadOnlyList<PhotoView> Photos, IReadOnlyList<Thing> Things);

    internal sealed class Handler(Tales tales, Goods goods) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await tales.Live().FirstOrDefaultAsync(s => s.Slug == request.Slug, cancellationToken) is not { } story)
                return null;
            return new(
                (await tales.LinesAsync([story], cancellationToken))[0],
                [.. (await goods.PhotosAsync(PhotoSubjectKind.Story, [story.Id.Value], cancellationToken))[story.Id.Value]],
                await goods.CardsAsync([.. story.Products.Select(p => p.Product)], cancellationToken));
        }
    }
}
