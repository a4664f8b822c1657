using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>I1: every entry of the ledger sums to zero in each currency, and so does the whole.</summary>
internal sealed class EveryEntryBalances(MarketReads reads) : IInvariant
{
    public string Name => "I1 every ledger entry sums to zero per currency";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var wrong = await reads.Of<EntryLine>().GroupBy(l => new { l.Entry, l.Amount.Currency })
            .Where(g => g.Sum(l => l.Amount.Minor) != 0).CountAsync(cancellationToken);
        var bare = await reads.Of<JournalEntry>().CountAsync(e => e.Lines.Count < 2, cancellationToken);
        var entries = await reads.Of<JournalEntry>().CountAsync(cancellationToken);
        return new(wrong == 0 && bare == 0, wrong + bare == 0 ? $"{entries} entries" : $"{wrong} of {entries} entries do not balance, {bare} lack lines");
    }
}
