using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog.Contract;

/// <summary>Which words stand in texts about food that food may not be praised with. Handicrafts are not food: of them anything may be told.</summary>
internal sealed class FoodWords(MarketDb db, CategoryTree categories, TimeProvider time)
{
    /// <summary>Those in texts about something of a category, as they are told to people; none where it isn't food.</summary>
    /// <param name="category">Null: not chosen yet, perhaps food.</param>
    public async Task<IReadOnlyList<string>> InAsync(CategoryId? category, IReadOnlyCollection<LocalizedText> texts, CancellationToken cancellationToken)
        => (await categories.AllAsync(cancellationToken)).IsFood(category) ? ForbiddenWord.In(texts, await WordsAsync(cancellationToken)) : [];

    /// <summary>Those in texts about anything, for an admin who looks at it: what is listed on the wrong shelf may be food all the same.</summary>
    public async Task<IReadOnlyList<string>> AnywhereAsync(IReadOnlyCollection<LocalizedText> texts, CancellationToken cancellationToken)
        => ForbiddenWord.In(texts, await WordsAsync(cancellationToken));

    /// <summary>Whether people eat or drink what is in a category; what has none yet may be food.</summary>
    public async Task<bool> IsFoodAsync(CategoryId? category, CancellationToken cancellationToken) => (await categories.AllAsync(cancellationToken)).IsFood(category);

    /// <summary>Those in a story, if it is about some food.</summary>
    public async Task<IReadOnlyList<string>> InStoryAsync(IReadOnlyCollection<ProductId> products, IReadOnlyCollection<LocalizedText> texts, CancellationToken cancellationToken)
    {
        var kinds = products.Count == 0 ? [] : await db.Set<Product>().Where(p => products.Contains(p.Id)).Select(p => p.Category).Distinct().ToListAsync(cancellationToken);
        var tree = await categories.AllAsync(cancellationToken);
        return kinds.Any(tree.IsFood) ? ForbiddenWord.In(texts, await WordsAsync(cancellationToken)) : [];
    }

    private async Task<IReadOnlyList<ForbiddenWord>> WordsAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        return ForbiddenWord.InForce(await db.Set<ForbiddenWord>().AsNoTracking().Where(w => w.From <= now).ToListAsync(cancellationToken), now);
    }
}
