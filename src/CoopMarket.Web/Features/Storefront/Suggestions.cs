using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What a reader may mean while she types: kinds, goods and cooperatives by name. The form works without it.</summary>
internal static class Suggestions
{
    /// <summary>An answer is no longer than this, in bytes before it is packed.</summary>
    public const int MostBytes = 2_000;

    private const int MostKinds = 2;
    private const int MostRows = 8;

    // Vietnamese letters as they are: as numbers they would take three times the room.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal sealed record Query(Actor Actor, string? Text) : IQuery<IReadOnlyList<Row>>, IForAnyone;

    /// <param name="Label">In the reader's language.</param>
    /// <param name="Path">Without the language's prefix.</param>
    internal sealed record Row(string Label, string Path);

    internal sealed class Handler(Finder finder, Goods goods, FaceReader reader) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = (await finder.BeginningAsync(request.Text, cancellationToken)).Take(MostRows).ToList();
            var language = Languages.Current;
            List<Row> rows = [];
            if (Folding.Words(request.Text ?? "") is { Count: > 0 } typed && found.Count > 0)
                rows.AddRange((await reader.NowAsync(cancellationToken)).Filled
                    .Where(c => c.Name.All.Values.Any(name => Begins(Folding.Words(name), typed))).Take(MostKinds).Select(c => new Row(c.Name.In(language), "/c/" + c.Slug)));
            var ids = found.Where(f => f.Kind == FindableKind.Product).Select(f => ProductId.From(f.Id)).ToList();
            var products = await goods.OnSale().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Slug, p.Name }).ToDictionaryAsync(p => p.Id.Value, cancellationToken);
            var sellers = await reader.SellersAsync([.. found.Where(f => f.Kind == FindableKind.Cooperative).Select(f => CooperativeId.From(f.Id))], cancellationToken);
            foreach (var one in found)
            {
                if (products.TryGetValue(one.Id, out var product))
                    rows.Add(new(product.Name.In(language), "/p/" + product.Slug));
                else if (sellers.TryGetValue(CooperativeId.From(one.Id), out var its))
                    rows.Add(new(its.Seller.Name.In(language), "/cooperatives/" + its.Seller.Slug));
            }

            return [.. rows.Take(MostRows)];
        }

        // All words but the last are words of the name, and the last begins one.
        private static bool Begins(IReadOnlyList<string> name, IReadOnlyList<string> typed)
            => typed.SkipLast(1).All(name.Contains) && name.Any(w => w.StartsWith(typed[^1], StringComparison.Ordinal));
    }

    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/search/suggest", AnswerAsync).CacheOutput(PublicCache.Policy).RequireRateLimiting(Limit.Suggest);

    /// <summary>Rows as short lists of what to show and where it leads, as many as have room.</summary>
    public static byte[] Write(IReadOnlyList<Row> rows, string prefix)
    {
        for (var count = rows.Count; count > 0; count--)
            if (JsonSerializer.SerializeToUtf8Bytes(rows.Take(count).Select(r => new[] { r.Label, prefix + r.Path }), Plain) is { Length: <= MostBytes } bytes)
                return bytes;
        return "[]"u8.ToArray();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, IMediator mediator)
    {
        var rows = await mediator.Send(new Query(Actor.Guest(""), context.Request.Query["q"]), context.RequestAborted);
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(Write(rows, context.Request.PathBase), "application/json; charset=utf-8");
    }
}
