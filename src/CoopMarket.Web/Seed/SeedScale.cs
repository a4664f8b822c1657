using System.Globalization;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search;
using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Features.Search.Data;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Seed;

/// <summary>
/// <c>seed scale --products N</c>: copies goods on sale until there are N, to measure a large market. Copies go in past the
/// commands, a batch to a transaction, and raise no messages; those left without words by a run that was broken off get theirs
/// in the next.
/// </summary>
internal sealed class SeedScale(IServiceScopeFactory scopes, Haste haste, WriteGate gate, Ids ids, TimeProvider time)
{
    private const int Batch = 250;

    /// <summary>The number after <c>--products</c>; null where there is none, or it is below 1.</summary>
    public static int? Wanted(string[] words)
        => words is [_, "--products", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : null;

    /// <summary>Adds what is missing; answers the exit code.</summary>
    public async Task<int> RunAsync(int wanted, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var models = await ModelsAsync(cancellationToken);
        if (models.Count == 0)
        {
            await Console.Error.WriteLineAsync("There is nothing on sale that could be copied. Run «seed demo» first.");
            return 2;
        }

        await haste.DoAsync(
            async () =>
            {
                await GrowAsync(models, wanted, cancellationToken);
                await IndexAsync(cancellationToken);
            },
            cancellationToken);
        var (onSale, _) = await CountAsync(cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{onSale} products are on sale; it took {time.GetElapsedTime(started).TotalSeconds:F0} s."));
        return 0;
    }

    private async Task GrowAsync(IReadOnlyList<IReadOnlyList<ScaleModel>> models, int wanted, CancellationToken cancellationToken)
    {
        // Counted over all that ever was, so that a number is never given twice.
        var (onSale, all) = await CountAsync(cancellationToken);
        ScaleCopies copies = new(models, ids, time.Now());
        for (var missing = wanted - onSale; missing > 0; missing -= Batch)
        {
            var size = Math.Min(Batch, missing);
            await WriteAsync(
                (services, _) =>
                {
                    var db = services.GetRequiredService<MarketDb>();
                    for (var i = 0; i < size; i++)
                        copies.Add(db, all++);
                    return Task.CompletedTask;
                },
                cancellationToken);
        }
    }

    // What the search reads must be booked, so words follow goods.
    private async Task IndexAsync(CancellationToken cancellationToken)
    {
        var onSale = await ReadAsync(s => s.GetRequiredService<Goods>().OnSale().Select(p => p.Id).ToListAsync(cancellationToken));
        foreach (var some in onSale.Chunk(Batch))
        {
            var subjects = some.Select(p => p.Value).ToList();
            var known = (await ReadAsync(s => s.GetRequiredService<MarketReads>().Of<SearchWord>()
                .Where(w => w.Kind == FindableKind.Product && subjects.Contains(w.Subject)).Select(w => w.Subject).Distinct().ToListAsync(cancellationToken))).ToHashSet();
            var wordless = some.Where(p => !known.Contains(p.Value)).ToList();
            if (wordless.Count > 0)
                await WriteAsync((services, token) => services.GetRequiredService<IndexWords>().ProductsAsync(wordless, token), cancellationToken);
        }
    }

    private async Task WriteAsync(Func<IServiceProvider, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(db.UsualIsolation, cancellationToken);
        await work(scope.ServiceProvider, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private Task<(int OnSale, int All)> CountAsync(CancellationToken cancellationToken) => ReadAsync(async services =>
        (await services.GetRequiredService<Goods>().OnSale().CountAsync(cancellationToken),
         await services.GetRequiredService<MarketReads>().Of<Product>().CountAsync(cancellationToken)));

    // What may be copied, by cooperative. Copies are left out: their address ends in a number of theirs, and growing in two
    // steps makes the same market as growing in one.
    private Task<IReadOnlyList<IReadOnlyList<ScaleModel>>> ModelsAsync(CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<IReadOnlyList<ScaleModel>>>(async services =>
    {
        var reads = services.GetRequiredService<MarketReads>();
        var products = await services.GetRequiredService<Goods>().OnSale().Where(p => !p.Slug.Contains(ScaleCopies.Mark)).Include(p => p.Variants).ToListAsync(cancellationToken);
        var subjects = products.ConvertAll(p => p.Id.Value);
        var photos = (await reads.Of<Photo>().Where(p => p.SubjectKind == PhotoSubjectKind.Product && p.RemovedAt == null && subjects.Contains(p.SubjectId)).ToListAsync(cancellationToken))
            .ToLookup(p => p.SubjectId);
        return
        [
            .. products.OrderBy(p => p.Slug, StringComparer.Ordinal)
                .GroupBy(p => p.Cooperative, p => new ScaleModel(p, [.. photos[p.Id.Value].OrderBy(f => f.Position)]))
                .Select(g => g.ToList()),
        ];
    });

    private async Task<T> ReadAsync<T>(Func<IServiceProvider, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider);
    }
}
