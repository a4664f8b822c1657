using CoopMarket.Domain.Payments;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>
/// I8, as far as it can be seen from here: every page that was paid has its one charge, of the amount that was asked for, and an
/// order has one page at a time. Whether the gateway's own books say the same, its messages and an admin compare.
/// </summary>
internal sealed class CardsMeetCharges(MarketReads reads) : IInvariant
{
    public string Name => "I8 every card page that was paid has its one charge";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var attempts = reads.Of<CardAttempt>();
        var charges = reads.Of<MoneyIn>().Where(m => m.Source == MoneySource.Card);
        var without = await attempts.CountAsync(
            a => a.State == CardAttemptState.Paid && charges.Count(m => m.SourceId == a.Session && m.Amount.Minor == a.Amount.Minor && m.Moved.Minor == a.Charged.Minor && m.Moved.Currency == a.Charged.Currency) != 1, cancellationToken);
        var strange = await charges.CountAsync(m => !m.IsDoubtful && !attempts.Any(a => a.Session == m.SourceId && a.State == CardAttemptState.Paid), cancellationToken);
        var twice = await attempts.Where(a => a.EndedAt == null).GroupBy(a => a.Payment).CountAsync(g => g.Count() > 1, cancellationToken);
        var all = await charges.CountAsync(cancellationToken);
        return without + strange + twice == 0
            ? new(true, $"{all} charges")
            : new(false, $"{without} paid pages lack their charge, {strange} charges lack their page, {twice} orders have two pages at once");
    }
}
