using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Links;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Links;

/// <summary>Gives what readers see its short address, in the running transaction; whoever has one keeps it.</summary>
internal sealed class LinkGiver(MarketDb db, Ids ids, TimeProvider time)
    : IHandle<ProductWentLive>, IHandle<StoryWentLive>, IHandle<CooperativeApproved>
{
    public Task HandleAsync(ProductWentLive happened, Delivery delivery, CancellationToken cancellationToken) => ToAsync(happened.Product, cancellationToken);

    public Task HandleAsync(StoryWentLive happened, Delivery delivery, CancellationToken cancellationToken) => ToAsync(happened.Story, cancellationToken);

    public Task HandleAsync(CooperativeApproved happened, Delivery delivery, CancellationToken cancellationToken) => ToAsync(happened.Cooperative, cancellationToken);

    /// <summary>Gives one to up to so many of those that have none, of each kind; those that were there before there were short addresses.</summary>
    /// <returns>How many were given.</returns>
    public async Task<int> ToWhoHasNoneAsync(int atMost, CancellationToken cancellationToken)
    {
        var links = db.Set<ShortLink>();
        List<ShortLink> given =
        [
            .. (await db.Set<Cooperative>().Where(c => c.State == SellerState.Approved && !links.Any(l => l.Cooperative == c.Id)).OrderBy(c => c.Id).Select(c => c.Id).Take(atMost).ToListAsync(cancellationToken))
                .Select(c => ShortLink.To(c, Code(), time.Now())),
            .. (await db.Set<Product>().Where(p => p.FirstLiveAt != null && !links.Any(l => l.Product == p.Id)).OrderBy(p => p.Id).Select(p => p.Id).Take(atMost).ToListAsync(cancellationToken))
                .Select(p => ShortLink.To(p, Code(), time.Now())),
            .. (await db.Set<Story>().Where(s => s.State == StoryState.Live && !links.Any(l => l.Story == s.Id)).OrderBy(s => s.Id).Select(s => s.Id).Take(atMost).ToListAsync(cancellationToken))
                .Select(s => ShortLink.To(s, Code(), time.Now())),
        ];
        db.AddRange(given);
        return given.Count;
    }

    private async Task ToAsync(ProductId product, CancellationToken cancellationToken)
    {
        if (!await db.Set<ShortLink>().AnyAsync(l => l.Product == product, cancellationToken))
            db.Add(ShortLink.To(product, Code(), time.Now()));
    }

    private async Task ToAsync(StoryId story, CancellationToken cancellationToken)
    {
        if (!await db.Set<ShortLink>().AnyAsync(l => l.Story == story, cancellationToken))
            db.Add(ShortLink.To(story, Code(), time.Now()));
    }

    private async Task ToAsync(CooperativeId cooperative, CancellationToken cancellationToken)
    {
        if (!await db.Set<ShortLink>().AnyAsync(l => l.Cooperative == cooperative, cancellationToken))
            db.Add(ShortLink.To(cooperative, Code(), time.Now()));
    }

    private PublicCode Code() => PublicCode.From(ids.Random(5));
}
