using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Links;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Storefront.Contract;
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

    /// <summary>Gives one to some of those that have none: they were there before there were short addresses, or came in past the commands.</summary>
    /// <param name="some">Whom to give one; whoever was given one meanwhile keeps it.</param>
    public async Task ToAsync(Unlinked some, CancellationToken cancellationToken)
    {
        foreach (var cooperative in some.Cooperatives)
            await ToAsync(cooperative, cancellationToken);
        foreach (var product in some.Products)
            await ToAsync(product, cancellationToken);
        foreach (var story in some.Stories)
            await ToAsync(story, cancellationToken);
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
