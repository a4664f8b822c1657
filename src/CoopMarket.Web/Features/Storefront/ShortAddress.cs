using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Links;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// <c>GET /s/{code}</c>: a short address leads to its thing in the reader's language. Paper outlives goods: what is on sale or told no longer leads to its
/// cooperative, as long as that sells here.
/// </summary>
internal static class ShortAddress
{
    // Temporary: what a thing is called may change, and so may whether it can be seen.
    private const string Fresh = "no-cache";

    /// <param name="Code">As it was read or typed.</param>
    internal sealed record Query(Actor Actor, string Code) : IQuery<string?>, IForAnyone;

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, string?>
    {
        /// <returns>Where it leads, from the root; null where nowhere.</returns>
        public async Task<string?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (!PublicCode.TryParse(query.Code, out var parsed))
                return null;
            var code = parsed.Value;
            var read = await (
                from l in reads.Of<ShortLink>().Where(l => l.Code == code)
                join p in reads.Of<Product>() on l.Product equals (ProductId?)p.Id into products
                from product in products.DefaultIfEmpty()
                join s in reads.Of<Story>() on l.Story equals (StoryId?)s.Id into stories
                from story in stories.DefaultIfEmpty()
                join c in reads.Of<Cooperative>() on l.Cooperative ?? (product == null ? story.Cooperative : product.Cooperative) equals c.Id
                where c.State == SellerState.Approved
                select new
                {
                    Product = product != null && product.State == ProductState.Live ? product.Slug : null,
                    Story = story != null && story.State == StoryState.Live ? story.Slug : null,
                    Cooperative = c.Slug,
                }).FirstOrDefaultAsync(cancellationToken);
            return read is null ? null
                : read.Product is { } sold ? "/p/" + sold
                : read.Story is { } told ? "/stories/" + told
                : "/cooperatives/" + read.Cooperative;
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/s/{code:length(10,40)}", [HttpMethods.Get, HttpMethods.Head], async (string code, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        Lead(context, await mediator.Send(new Query(Actor.Guest(""), code), cancellationToken)));

    /// <summary>What an address that is printed answers: it leads on in the reader's language.</summary>
    /// <param name="path">Where to, from the root; null where nowhere.</param>
    public static IResult Lead(HttpContext context, string? path)
    {
        if (path is null)
            return Results.NotFound();
        context.Response.Headers.CacheControl = Fresh;
        context.Response.Headers.Append("Vary", "Accept-Language");
        return Results.Redirect(context.Request.PathBase + path);
    }
}
