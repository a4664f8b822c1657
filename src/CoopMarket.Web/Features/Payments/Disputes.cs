using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// What a dispute moves at the card gateway after a charge: it takes it back, or gives it up. Each is a line of its own, stored once,
/// and takes the same ways as the bank's. Works inside the caller's transaction.
/// </summary>
internal sealed class Disputes(MarketDb db, BankLines lines, TakeBacks takeBacks, TimeProvider time)
{
    /// <summary>The buyer's bank disputes a charge, unless that is over already.</summary>
    public async Task BeginAsync(CardEvent told, CancellationToken cancellationToken)
    {
        if (await ChargeAsync(told, cancellationToken) is { Order: { } order } && !await IsOverAsync([told.Session], cancellationToken))
            (await PaymentAsync(order, cancellationToken)).Dispute(time.Now(), told.DueBy);
    }

    /// <summary>
    /// What is wrong with money that a dispute moves: in another currency than the charge's, or in any but đồng of a charge that nobody
    /// has told of yet, so that there is no rate for it. Null where nothing is.
    /// </summary>
    public async Task<CardFlaw?> FlawAsync(CardEvent told, CancellationToken cancellationToken)
    {
        if (told.Type is not (CardEvent.Withdrawn or CardEvent.Reinstated))
            return null;
        var (charge, currency) = (await ChargeAsync(told, cancellationToken), told.Moved!.Value.Currency);
        return charge is null ? currency == Currency.VND ? null : CardFlaw.Stranger : charge.Moved.Currency == currency ? null : CardFlaw.Currency;
    }

    /// <summary>A dispute is over.</summary>
    public async Task EndAsync(CardEvent told, CancellationToken cancellationToken)
    {
        if (await ChargeAsync(told, cancellationToken) is { Order: { } order })
            (await PaymentAsync(order, cancellationToken)).EndDispute(told.IsPaid);
    }

    /// <summary>The buyer's bank took a charge back: it is known which. What is not the whole charge waits for an admin.</summary>
    public async Task WithdrawAsync(CardEvent told, CancellationToken cancellationToken)
    {
        var taken = await ChargeAsync(told, cancellationToken);
        if (await lines.StoreAsync(LineOf(told, taken, TransferDirection.Out), cancellationToken) is { } line && taken is { MayBeTakenBack: true } && taken.Amount == line.Amount)
            await takeBacks.BindAsync(line, taken, cancellationToken);
    }

    /// <summary>A charge was told of and decided after it had been taken back.</summary>
    public async Task MeetAsync(MoneyIn charge, CancellationToken cancellationToken)
    {
        var disputed = await db.Set<CardEvent>().Where(e => e.Type == CardEvent.Disputed && e.Charge == charge.Reference).Select(e => new { e.Session, e.DueBy }).ToListAsync(cancellationToken);
        if (charge.Order is { } order && disputed.Count > 0 && !await IsOverAsync([.. disputed.Select(d => d.Session)], cancellationToken))
            (await PaymentAsync(order, cancellationToken)).Dispute(time.Now(), disputed.Min(d => d.DueBy));
        await StoreLateAsync(charge, cancellationToken);
        var withdrawn = await db.Set<CardEvent>().Where(e => e.Type == CardEvent.Withdrawn && e.State == CardEventState.Used && e.Charge == charge.Reference).Select(e => e.Session).ToListAsync(cancellationToken);
        var named = withdrawn.Select(session => NameOf(session, TransferDirection.Out)).ToList();
        if (named.Count > 0 && charge.MayBeTakenBack
            && await db.Set<MoneyIn>().FirstOrDefaultAsync(m => m.Source == MoneySource.Dispute && named.Contains(m.SourceId) && m.State == MoneyInState.Outgoing, cancellationToken) is { } line
            && line.Amount == charge.Amount)
            await takeBacks.BindAsync(line, charge, cancellationToken);
    }

    /// <summary>
    /// The buyer's bank gave it up: the money pays the order again, or is owed back where nothing is missing. What had not been taken
    /// from the order when it went out doesn't pay it when it comes back: an admin decides.
    /// </summary>
    public async Task ReinstateAsync(CardEvent told, CancellationToken cancellationToken)
    {
        var charge = await ChargeAsync(told, cancellationToken);
        var name = NameOf(told.Session, TransferDirection.Out);
        var withdrawn = await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Source == MoneySource.Dispute && m.SourceId == name, cancellationToken);
        var isWhole = withdrawn is null ? charge?.Moved == told.Moved : withdrawn.State == MoneyInState.Reversal && withdrawn.Moved == told.Moved;
        await lines.StoreAsync(LineOf(told, charge, TransferDirection.In) with { IsDoubtful = !isWhole }, cancellationToken);
    }

    // In another currency it could not be stored before its charge was told of: now there is a rate.
    private async Task StoreLateAsync(MoneyIn charge, CancellationToken cancellationToken)
    {
        if (charge.Moved.Currency == Currency.VND)
            return;
        var late = await db.Set<CardEvent>().Where(e => e.Type == CardEvent.Withdrawn && e.State == CardEventState.Odd && e.Flaw == CardFlaw.Stranger && e.Charge == charge.Reference).ToListAsync(cancellationToken);
        foreach (var told in late.Where(t => t.Moved?.Currency == charge.Moved.Currency))
        {
            told.Use();
            if (await lines.StoreAsync(LineOf(told, charge, TransferDirection.Out), cancellationToken) is { } line && charge.MayBeTakenBack && line.Moved == charge.Moved)
                await takeBacks.BindAsync(line, charge, cancellationToken);
        }
    }

    private Task<bool> IsOverAsync(List<string> disputes, CancellationToken cancellationToken)
        => db.Set<CardEvent>().AnyAsync(e => e.Type == CardEvent.DisputeClosed && disputes.Contains(e.Session), cancellationToken);

    private Task<Payment> PaymentAsync(OrderId order, CancellationToken cancellationToken) => db.Set<Payment>().SingleAsync(p => p.Order == order, cancellationToken);

    private Task<MoneyIn?> ChargeAsync(CardEvent told, CancellationToken cancellationToken)
        => db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Source == MoneySource.Card && m.Reference == told.Charge, cancellationToken);

    /// <summary>Under which name what a dispute moved is stored.</summary>
    /// <param name="dispute">The gateway's name for it.</param>
    public static string NameOf(string dispute, TransferDirection direction) => $"{dispute} {direction}";

    private static BankLine LineOf(CardEvent told, MoneyIn? charge, TransferDirection direction) => new(
        MoneySource.Dispute, NameOf(told.Session, direction), "Stripe", told.Session, new((charge?.InDong(told.Moved!.Value) ?? told.Moved!.Value).Minor, charge?.Text ?? "", direction, OnCardEventStored.Account), told.HappenedAt)
    {
        Moved = told.Moved,
    };
}
