using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Shipping.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Where a cooperative's products are taken up and changed; what changes on a product on sale is noted for an admin.</summary>
internal sealed class Workbench(MarketDb db, PhotosOf photos, FoodWords food, AbroadChoice abroad, TimeProvider time, Ids ids)
{
    /// <summary>A product with all that belongs to it, to be changed; null where it isn't there or isn't the cooperative's.</summary>
    public Task<Product?> FindAsync(CooperativeId cooperative, ProductId product, CancellationToken cancellationToken)
        => Whole().FirstOrDefaultAsync(p => p.Id == product && p.Cooperative == cooperative, cancellationToken);

    /// <summary>Any cooperative's product, for admins.</summary>
    public Task<Product?> FindAsync(ProductId product, CancellationToken cancellationToken)
        => Whole().FirstOrDefaultAsync(p => p.Id == product, cancellationToken);

    /// <summary>Whether a cooperative of which nothing was ever on sale has yet to say if it sends abroad: nobody sells to the whole world without having been asked.</summary>
    public async Task<bool> AsksAbroadAsync(CooperativeId cooperative, CancellationToken cancellationToken)
        => !await db.Set<Product>().AnyAsync(p => p.Cooperative == cooperative && p.FirstLiveAt != null, cancellationToken) && !await abroad.IsMadeAsync(cooperative, cancellationToken);

    /// <summary>Changes one product of a cooperative.</summary>
    public async Task<Outcome> ChangeAsync(
        CooperativeId cooperative, ProductId product, PersonId? by, Func<Product, Refusal?> change, CancellationToken cancellationToken)
    {
        if (await FindAsync(cooperative, product, cancellationToken) is not { } found)
            return new NotFound();
        var before = ProductFacts.Of(found);
        if (change(found) is { } refusal)
            return refusal;
        var changes = ProductFacts.Compare(before, ProductFacts.Of(found));
        // A size has a row of its own: an admin who lets the product go on sale meanwhile meets what changed of it here, on the product's.
        if (changes.Count > 0)
            db.Entry(found).Property(p => p.Version).IsModified = true;
        await NoteAsync(found, changes, by, cancellationToken);
        return Outcome.Done;
    }

    /// <summary>
    /// Tells of one product anew. Words that food may not be praised with hold what was typed for an admin, where buyers might read
    /// it without her look; what they read before stays. Words that stand on the page already hold nothing: she let them pass, or they
    /// are older than the list, and to wait would not take them off it.
    /// </summary>
    /// <param name="beside">What is changed with it and waits for nobody; null where nothing is.</param>
    /// <param name="unless">Why it is not told anew, by what is kept now; null where nothing speaks against it.</param>
    public async Task<Outcome> TellAsync(
        CooperativeId cooperative, ProductId product, PersonId? by, Func<ProductTelling, ProductTelling> change, CancellationToken cancellationToken, Func<Product, Refusal?>? beside = null,
        Func<Product, ProductTelling, Refusal?>? unless = null)
    {
        if (await FindAsync(cooperative, product, cancellationToken) is not { } found)
            return new NotFound();
        var held = await db.Set<HeldTexts>().FirstOrDefaultAsync(h => h.Product == product, cancellationToken);
        var before = held?.Telling ?? found.Telling;
        if (unless?.Invoke(found, before) is { } refusal)
            return refusal;
        var telling = change(before);
        var words = found.MayBeShown ? await food.InAsync(telling.Category, telling.All, cancellationToken) : [];
        words = [.. words.Except(words.Count == 0 ? [] : await food.InAsync(found.Category, found.Telling.All, cancellationToken))];
        if (words.Count > 0)
        {
            if (held is null)
                db.Add(HeldTexts.Hold(found, telling, words, by, time.Now()));
            else
                held.HoldAnew(telling, words, by, time.Now());
            return beside is null ? Outcome.Done : await ChangeAsync(cooperative, product, by, beside, cancellationToken);
        }

        if (held is not null)
            db.Remove(held);
        return await ChangeAsync(cooperative, product, by, p => p.Tell(telling) ?? beside?.Invoke(p), cancellationToken);
    }

    /// <summary>The hash of all that an admin answers for: facts and photos.</summary>
    public async Task<string> HashAsync(Product product, CancellationToken cancellationToken)
        => ProductFacts.Hash([.. ProductFacts.Of(product), .. (await photos.OfAsync(product.Id, cancellationToken)).Select(p => new Fact("photo", p.Id.ToString(), "", p.Hash))]);

    /// <summary>
    /// Notes what changed on a product that was once on sale, also while it is off for a time, for an admin's after-look. What
    /// she will look at anyway before it comes back needs no note.
    /// </summary>
    public async Task NoteAsync(Product product, IReadOnlyList<FactChange> changes, PersonId? by, CancellationToken cancellationToken)
    {
        if (changes.Count == 0 || product.FirstLiveAt is null || product.NeedsLook)
            return;
        var open = await db.Set<ProductEdit>().FirstOrDefaultAsync(e => e.Product == product.Id && e.SeenAt == null, cancellationToken);
        if (open is null)
            db.Add(ProductEdit.Begin(ids.New<ProductEditId>(), product, changes, by, time.Now()));
        else
            open.Extend(changes, by, time.Now());
    }

    private IQueryable<Product> Whole() => db.Set<Product>().Include(p => p.Variants);
}

/// <summary>The photos of products.</summary>
internal sealed class PhotosOf(Photos.Contract.Photos photos)
{
    /// <summary>The photos of one product, the cover first.</summary>
    public Task<IReadOnlyList<PhotoView>> OfAsync(ProductId product, CancellationToken cancellationToken) => photos.OfAsync(Subject(product), cancellationToken);

    /// <summary>The cover of each product that has one.</summary>
    public async Task<IReadOnlyDictionary<ProductId, PhotoView>> CoversAsync(IReadOnlyCollection<ProductId> products, CancellationToken cancellationToken)
        => (await photos.OfAsync(products.Select(Subject), cancellationToken)).ToDictionary(g => new ProductId(g.Key.Id), g => g.First());

    private static PhotoSubject Subject(ProductId product) => new(PhotoSubjectKind.Product, product.Value);
}
