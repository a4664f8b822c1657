using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>What waits for an admin: products of new cooperatives, the oldest first, and changes of products on sale.</summary>
internal static class ProductQueue
{
    private const int MostEdits = 50;

    internal sealed record Query(Actor Actor) : IQuery<View>, IForAdmin;

    internal sealed record View(IReadOnlyList<Waiting> Waiting, IReadOnlyList<Edited> Edited, bool HasMore, IReadOnlyList<HeldBack> Held);

    /// <param name="Words">For which it waits.</param>
    internal sealed record HeldBack(ProductId Id, LocalizedText Name, LocalizedText Cooperative, DateTimeOffset Since, IReadOnlyList<string> Words);

    internal sealed record Waiting(ProductId Id, LocalizedText Name, LocalizedText Cooperative, DateTimeOffset Since, PhotoView? Cover);

    internal sealed record Edited(ProductEditId Id, ProductId Product, LocalizedText Name, LocalizedText Cooperative, DateTimeOffset At, IReadOnlyList<FactChange> Changes);

    internal sealed class Handler(MarketDb db, PhotosOf photos, Cooperatives cooperatives) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var waiting = await db.Set<Product>().AsNoTracking().Where(p => p.State == ProductState.InReview).OrderBy(p => p.SubmittedAt).ToListAsync(cancellationToken);
            var edits = await (from e in db.Set<ProductEdit>()
                               join p in db.Set<Product>() on e.Product equals p.Id
                               where e.SeenAt == null
                               orderby e.At
                               select new { Edit = e, p.Name }).AsNoTracking().Take(MostEdits + 1).ToListAsync(cancellationToken);
            var held = await db.Set<HeldTexts>().AsNoTracking().Where(h => h.AdminNote == "").OrderBy(h => h.At).ThenBy(h => h.Product).Take(MostEdits).ToListAsync(cancellationToken);
            var covers = await photos.CoversAsync([.. waiting.Select(p => p.Id)], cancellationToken);
            var cards = await cooperatives.ManyAsync(waiting.Select(p => p.Cooperative).Concat(edits.Select(e => e.Edit.Cooperative)).Concat(held.Select(h => h.Cooperative)), cancellationToken);
            return new(
                [.. waiting.Select(p => new Waiting(p.Id, p.Name, Name(p.Cooperative), p.SubmittedAt ?? p.StartedAt, covers.GetValueOrDefault(p.Id)))],
                [.. edits.Take(MostEdits).Select(e => new Edited(e.Edit.Id, e.Edit.Product, e.Name, Name(e.Edit.Cooperative), e.Edit.At, e.Edit.Changes))],
                edits.Count > MostEdits,
                [.. held.Select(h => new HeldBack(h.Product, h.Name, Name(h.Cooperative), h.At, h.Words))]);

            LocalizedText Name(CooperativeId id) => cards.TryGetValue(id, out var card) ? card.Name : LocalizedText.Empty;
        }
    }
}
