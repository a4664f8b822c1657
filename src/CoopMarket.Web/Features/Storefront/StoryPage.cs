using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>One story, with the goods it is about.</summary>
internal static class StoryPage
{
    internal sealed record Query(Actor Actor, string Slug) : IQuery<View?>, IForAnyone;

    /// <param name="ShortCode">Of its short address; null until it has one.</param>
    internal sealed record View(StoryLine Line, IReadOnlyList<PhotoView> Photos, IReadOnlyList<Thing> Things, string? ShortCode, Heard Heard)
    {
        /// <summary>The story block by block, as readers of a language see it.</summary>
        public Reading In(string language) => Reading.Of(Line.Story.Body.In(language), Photos, Heard.Voices, Things);
    }

    internal sealed class Handler(Tales tales, Cards cards, Hearing hearing) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var told = await tales.KnownAsync("/" + request.Slug, c => hearing.WithAsync(tales.Live().Where(s => s.Slug == request.Slug), c), cancellationToken);
            if (told is not [{ Story: var story }])
                return null;
            var (things, photos) = await cards.WithAsync([.. story.Products.Select(p => p.Product)], [story.Id], cancellationToken);
            return new((await tales.LinesAsync(told, photos, cancellationToken))[0], photos[story.Id], things, told[0].ShortCode, told[0].Heard.On(hearing.Today));
        }
    }
}
