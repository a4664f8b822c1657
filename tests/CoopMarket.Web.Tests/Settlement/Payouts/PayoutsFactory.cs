using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Settlement.Payouts;

/// <summary>Runs of payouts for tests that want to see one, not how it came to be.</summary>
internal static class PayoutsFactory
{
    /// <summary>Lets something stand for a cooperative whose account is old enough, as if it had sold.</summary>
    public static Task MakePayableAsync(this Market market, CooperativeId cooperative, long dong) => market.InDbAsync(async db =>
    {
        var now = market.Clock.Now();
        var ids = market.Services.GetRequiredService<Ids>();
        db.Add(JournalEntry.Post(
            ids.New<EntryId>(), EntryKind.Release, ids.New(), null, now, now,
            [new(LedgerAccount.Held, Money.Dong(dong), cooperative), new(LedgerAccount.Payable, Money.Dong(-dong), cooperative)]));
        await db.Set<Cooperative>().Where(c => c.Id == cooperative).ExecuteUpdateAsync(s => s.SetProperty(c => c.BankSince, now - PayoutDue.AccountWaits));
        return await db.SaveChangesAsync();
    });

    /// <summary>The card gateway holds something, as if it had charged a card.</summary>
    public static Task ChargeAsync(this Market market, long dong, Money? moved = null) => market.InDbAsync(db =>
    {
        var now = market.Clock.Now();
        var ids = market.Services.GetRequiredService<Ids>();
        db.Add(MoneyIn.Store(
            ids.New<MoneyInId>(), new(MoneySource.Card, "cs_" + ids.New().ToString("N"), "", "PI" + ids.New().ToString("N"), new(dong, "", TransferDirection.In, "acct_1"), now) { Moved = moved }, isDoubtful: false, "acct_1", now));
        return db.SaveChangesAsync();
    });

    /// <summary>A run that one admin has drafted for some cooperatives, and the other has approved where there is one.</summary>
    /// <param name="approvedBy">Null: it is a draft.</param>
    /// <param name="reference">What the bank paid all of it under; null where it has not.</param>
    /// <returns>The run's code.</returns>
    public static async Task<string> PayoutRunAsync(this Market market, PersonId draftedBy, PersonId? approvedBy, string? reference, params CooperativeId[] cooperatives)
    {
        await using var scope = market.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, ids, runs) = (services.GetRequiredService<MarketDb>(), services.GetRequiredService<Ids>(), services.GetRequiredService<PayoutRuns>());
        var dues = await services.GetRequiredService<PayoutDues>().OfAsync(cooperatives, default);
        var now = market.Clock.Now();
        var run = PayoutRun.Draft(ids.New<PayoutRunId>(), PublicCode.From(ids.Random(5)), draftedBy, [.. cooperatives.Select(c => (ids.New<PayoutId>(), dues[c]))], now);
        db.Add(run);
        if (approvedBy is { } second)
        {
            run.Approve(second, run.Seal(), dues, now).IsDone.ShouldBeTrue();
            await runs.BookAsync(EntryKind.Payout, run.Payouts, default);
        }

        if (reference is not null)
        {
            run.RecordPaid(null, reference, draftedBy, now, out var paid).IsDone.ShouldBeTrue();
            await runs.BookAsync(EntryKind.PayoutPaid, paid, default);
        }

        services.GetRequiredService<Outbox>().Collect();
        await db.SaveChangesAsync();
        return run.Code;
    }
}
