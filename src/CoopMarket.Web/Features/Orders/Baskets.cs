using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// Finds a reader's basket. Who put things aside as a guest and then signed in sees both together; the first change makes
/// them one.
/// </summary>
internal sealed class Baskets(MarketDb db, People people, TimeProvider time, Ids ids)
{
    /// <summary>What lies in it, to read; empty where there is none.</summary>
    public async Task<IReadOnlyList<Wanted>> ReadAsync(Actor actor, string? key, CancellationToken cancellationToken)
    {
        var (own, guest) = await FindAsync(actor, key, tracked: false, cancellationToken);
        if (own is not null && guest is not null)
            own.TakeOver(guest, time.Now());
        return [.. ((own ?? guest)?.Lines ?? []).OrderBy(l => l.AddedAt).ThenBy(l => l.Variant.Value).Select(l => new Wanted(l.Variant, l.Quantity))];
    }

    /// <summary>The basket to change, made where there is none; what a guest put aside becomes the person's.</summary>
    /// <param name="key">The cookie's; null or no key where she has none.</param>
    /// <returns>The basket and the key to keep in the cookie; null for a person's basket.</returns>
    public async Task<(Basket Basket, string? Key)> OpenAsync(Actor actor, string? key, CancellationToken cancellationToken)
    {
        // Who has several pages open may press on all of them: one after the other changes the basket, and none is told that another did.
        // The person is held first, as where an order is placed, so that no two wait for each other. Whose account is being erased is a guest from here on.
        PersonId? holder = actor.Person is { } buyer && await people.HoldAsync(buyer, cancellationToken) ? buyer : null;
        if (BasketKey.Hash(key) is { } hash)
            await db.HoldAsync("orders.basket " + hash, cancellationToken);
        var (own, guest) = await FindAsync(actor, key, tracked: true, cancellationToken);
        if (holder is not { } person)
        {
            var kept = BasketKey.Hash(key) is null ? ids.Secret() : key!;
            return (guest ?? New(Basket.OfGuest(ids.New<BasketId>(), BasketKey.Hash(kept)!, time.Now())), kept);
        }

        own ??= New(Basket.Of(ids.New<BasketId>(), person, time.Now()));
        if (guest is not null)
        {
            own.TakeOver(guest, time.Now());
            db.Remove(guest);
        }

        return (own, null);
    }

    /// <summary>Null where a guest buys, or a person whose account stands and is erased by nobody until the running transaction ends.</summary>
    public async Task<Refusal?> GoneAsync(Actor actor, CancellationToken cancellationToken)
        => actor.Person is { } person && !await people.HoldAsync(person, cancellationToken) ? new AccountIsErased() : null;

    private Basket New(Basket basket)
    {
        db.Add(basket);
        return basket;
    }

    private async Task<(Basket? Own, Basket? Guest)> FindAsync(Actor actor, string? key, bool tracked, CancellationToken cancellationToken)
    {
        var hash = BasketKey.Hash(key);
        var baskets = tracked ? db.Set<Basket>() : db.Set<Basket>().AsNoTracking();
        var own = actor.Person is { } person ? await baskets.FirstOrDefaultAsync(b => b.Person == person, cancellationToken) : null;
        return (own, hash is null ? null : await baskets.FirstOrDefaultAsync(b => b.KeyHash == hash, cancellationToken));
    }
}

/// <summary>Some of one variant that a buyer means to buy.</summary>
internal sealed record Wanted(VariantId Variant, int Quantity);
