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
            ids.New<MoneyInId>(), new(MoneySource.Card, "cs_" + ids.New().ToString("N"), "", "PI" + ids.New().ToString("N"), new(dong, "", TransferDirection.In, "acct_1"), now) { Moved = moved }, isTaken: false, "acct_1", now));
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

    /// <summary>A cooperative's account at the card gateway.</summary>
    /// <param name="account">The gateway's name for it; null where it opened none.</param>
    public static Task ConnectAsync(this Market market, CooperativeId cooperative, string? account) => market.InDbAsync(db =>
    {
        var now = market.Clock.Now() - PayoutDue.AccountWaits;
        var connected = ConnectedAccount.Begin(cooperative, now);
        if (account is null)
            connected.Refuse("country_unsupported");
        else
            connected.Opened(account);
        connected.Read(account is not null, account is not null, account is not null, now);
        db.Add(connected);
        return db.SaveChangesAsync();
    });

    /// <summary>A run of one transfer that was made, and of which one admin wants something back, too much for her alone.</summary>
    /// <returns>The run's code.</returns>
    public static async Task<string> TransferredRunAsync(this Market market, PersonId draftedBy, PersonId approvedBy, CooperativeId cooperative, string account, string reference)
    {
        var code = await market.TransferRunAsync(draftedBy, approvedBy, cooperative, account);
        await using var scope = market.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (runs, now) = (services.GetRequiredService<PayoutRuns>(), market.Clock.Now());
        var run = (await runs.FindAsync(code, default))!;
        run.TryTransfer(1, reference, now).ShouldBeTrue();
        await runs.BookAsync(EntryKind.PayoutPaid, run.Payouts, default);
        run.ProposeReversal(1, services.GetRequiredService<Ids>().New<TransferReversalId>(), Money.Dong(90_000), "Khách trả lại hàng đã nhận", draftedBy, Money.Dong(0), now).IsDone.ShouldBeTrue();
        services.GetRequiredService<Outbox>().Collect();
        await services.GetRequiredService<MarketDb>().SaveChangesAsync();
        return code;
    }

    /// <summary>An approved run of one transfer that nobody has asked for.</summary>
    /// <returns>The run's code.</returns>
    public static async Task<string> TransferRunAsync(this Market market, PersonId draftedBy, PersonId approvedBy, CooperativeId cooperative, string account)
    {
        await using var scope = market.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, ids, now) = (services.GetRequiredService<MarketDb>(), services.GetRequiredService<Ids>(), market.Clock.Now());
        var there = PayoutAccount.At(account, now - PayoutDue.AccountWaits);
        var due = (await services.GetRequiredService<PayoutDues>().OfAsync([cooperative], default))[cooperative] with { Account = there, Connected = there };
        var run = PayoutRun.Draft(ids.New<PayoutRunId>(), PublicCode.From(ids.Random(5)), draftedBy, [(ids.New<PayoutId>(), due)], now);
        db.Add(run);
        run.Approve(approvedBy, run.Seal(), new Dictionary<CooperativeId, PayoutDue> { [cooperative] = due }, now).IsDone.ShouldBeTrue();
        await services.GetRequiredService<PayoutRuns>().BookAsync(EntryKind.Payout, run.Payouts, default);
        services.GetRequiredService<Outbox>().Collect();
        await db.SaveChangesAsync();
        return run.Code;
    }
}
