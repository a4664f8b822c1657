using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What a card says of a product that doesn't change from one moment to the next.</summary>
/// <param name="Sizes">Those that are offered; at least one.</param>
internal sealed record CardFacts(
    ProductId Id, string Slug, LocalizedText Name, LocalizedText Line, CooperativeId Cooperative, string Village, int? MadeToOrderDays, int SeasonBits, DateTimeOffset FirstLiveAt,
    IReadOnlyList<CardSize> Sizes);

/// <param name="Net">In the unit of its kind: grams, millilitres, pieces.</param>
internal sealed record CardSize(VariantId Id, LocalizedText Name, Money Price, NetKind Kind, int Net)
{
    /// <summary>
    /// Those of a product's sizes whose cheapest its card shows, and shelves are narrowed and put in order by: what can be had at once, where nothing can
    /// what can be ordered ahead, else all.
    /// </summary>
    /// <param name="sizes">Those that are offered.</param>
    /// <param name="isHere">Whether one can be had at once.</param>
    /// <param name="isAhead">Whether one can be ordered ahead.</param>
    public static IReadOnlyList<T> OfCard<T>(IReadOnlyList<T> sizes, Func<T, bool> isHere, Func<T, bool> isAhead)
        => sizes.Where(isHere).ToList() is { Count: > 0 } here ? here : sizes.Where(isAhead).ToList() is { Count: > 0 } waiting ? waiting : sizes;
}

/// <summary>Goods as cards show them: whether they are on sale, for how much and how many are left is asked for each time; the rest is known.</summary>
internal sealed class Cards(Goods goods, FaceReader reader, Albums albums)
{
    /// <summary>Cards of products, in the order of the ids; those no longer on sale are left out.</summary>
    public async Task<IReadOnlyList<Thing>> OfAsync(IReadOnlyList<ProductId> ids, CancellationToken cancellationToken)
        => (await WithAsync(ids, [], cancellationToken)).Things;

    /// <summary>The same, with the photos of what stands on the same page, all asked for at once.</summary>
    public async Task<(IReadOnlyList<Thing> Things, Album Photos)> WithAsync(IReadOnlyList<ProductId> ids, IEnumerable<PhotoSubject> beside, CancellationToken cancellationToken)
    {
        var faces = await reader.NowAsync(cancellationToken);
        return await WithAsync(faces, ids, AreKnown(faces, ids) ? await goods.LeftAsync(ids, cancellationToken) : null, beside, cancellationToken);
    }

    /// <summary>Whether nothing but what is left need be asked for these.</summary>
    public static bool AreKnown(Faces faces, IEnumerable<ProductId> ids) => ids.All(id => faces.Cards.Knows(id, out _));

    /// <summary>The same, where it was asked already what is left.</summary>
    /// <param name="faces">What is known.</param>
    /// <param name="ids">Of which products.</param>
    /// <param name="left">Of them and maybe others; null where it wasn't asked.</param>
    /// <param name="beside">What else is shown on the page.</param>
    public async Task<(IReadOnlyList<Thing> Things, Album Photos)> WithAsync(
        Faces faces, IReadOnlyList<ProductId> ids, Left? left, IEnumerable<PhotoSubject> beside, CancellationToken cancellationToken)
    {
        if (left is null || Known(faces, ids, left) is not { } cards)
            (left, cards) = await ReadAsync(faces, ids, cancellationToken);
        var photos = await albums.OfAsync([.. cards.Select(c => PhotoSubject.Of(c.Id)), .. beside], cancellationToken);
        var sellers = await reader.SellersAsync([.. cards.Select(c => c.Cooperative).Distinct()], cancellationToken);
        return ([.. cards.Select(c => Of(c, left, sellers[c.Cooperative], faces, photos[c.Id].FirstOrDefault()))], photos);
    }

    // None where one of them was not asked for, or has other sizes or prices by now than are known.
    private static IReadOnlyList<CardFacts>? Known(Faces faces, IReadOnlyList<ProductId> ids, Left left)
    {
        List<CardFacts> cards = [];
        foreach (var id in ids)
            if (left.IsGone(id))
                continue;
            else if (faces.Cards.Knows(id, out var card) && left.Fits(id, card.Sizes.Select(s => (s.Id, s.Price))))
                cards.Add(card);
            else
                return null;
        return cards;
    }

    private Thing Of(CardFacts card, Left left, (Seller Seller, DateOnly? OpensOn) from, Faces faces, PhotoView? photo)
    {
        var isMade = card.MadeToOrderDays is not null;
        var size = CardSize.OfCard(card.Sizes, s => isMade || left.Of(s.Id) > 0, s => faces.Ahead.ContainsKey(s.Id)).MinBy(s => s.Price.Minor)!;
        var isHere = isMade || left.Of(size.Id) > 0;
        return new(
            card.Id, card.Slug, card.Name, card.Line, from.Seller, card.Village, size.Price, size.Name,
            UnitPrice.SaysMore(size.Kind, size.Net) ? UnitPrice.Of(size.Price.Minor, size.Net, size.Kind) : null,
            card.Sizes.Any(s => s.Price.Minor > size.Price.Minor), photo,
            from.OpensOn is null && isHere, from.OpensOn, Seasons.StartsIn(card.SeasonBits, goods.Today.Month), card.FirstLiveAt)
        {
            Ahead = from.OpensOn is null && !isHere && faces.Ahead.TryGetValue(size.Id, out var window) ? window : null,
            Stars = faces.Stars.GetValueOrDefault(card.Id) is { AverageTenths: { } average } stars ? (average, stars.Count) : null,
        };
    }

    private async Task<(Left Left, IReadOnlyList<CardFacts> Cards)> ReadAsync(Faces faces, IReadOnlyList<ProductId> ids, CancellationToken cancellationToken)
    {
        var rows = ids.Count == 0 ? [] : await goods.OnSale().Where(p => ids.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Slug,
                p.Name,
                p.Line,
                p.Cooperative,
                p.Village,
                p.MadeToOrderDays,
                p.SeasonBits,
                p.FirstLiveAt,
                Sizes = p.Variants.Where(v => v.IsOffered).Select(v => new { v.Id, v.Name, v.Price, v.OnHand, v.Kind, v.NetAmount }).ToList(),
            })
            .AsSingleQuery().ToListAsync(cancellationToken);
        var cards = rows.Where(r => r.Sizes.Count > 0).ToDictionary(r => r.Id, r => new CardFacts(
            r.Id, r.Slug, r.Name, r.Line, r.Cooperative, r.Village, r.MadeToOrderDays, r.SeasonBits, r.FirstLiveAt ?? default,
            [.. r.Sizes.Select(s => new CardSize(s.Id, s.Name, s.Price, s.Kind, s.NetAmount))]));
        foreach (var (id, card) in cards)
            faces.Cards.Keep(id, card);
        return (
            new(ids, [.. rows.SelectMany(r => r.Sizes.Select(s => new SizeLeft(r.Id, s.Id, s.Price, s.OnHand)))]),
            [.. ids.Where(cards.ContainsKey).Select(id => cards[id])]);
    }
}
