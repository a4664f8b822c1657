using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>
/// I10: the chain over the audit rows is whole: each link names a row that is there, says what the row says and follows the link before it,
/// and no row stands beside the chain that is older than its end. The end's hash is part of the finding: who keeps it elsewhere, such as
/// in a log, can tell that nothing was cut off behind it.
/// </summary>
internal sealed class AuditIsWhole(MarketReads reads) : IInvariant
{
    public string Name => "I10 the chain over the audit rows is whole";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var links = from seal in reads.Of<AuditSeal>()
                    join row in reads.Of<AuditRow>() on seal.Row equals row.Id into rows
                    from row in rows.DefaultIfEmpty()
                    orderby seal.Number
                    select new { Seal = seal, Row = row };
        var (number, before, latest) = (0L, AuditSeal.Beginning, DateTimeOffset.MinValue);
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var (seal, row) = (link.Seal, link.Row);
            if (seal.Number != ++number || seal.Before != before)
                return Broken($"link {seal.Number} does not follow the one before it");
            if (row is null)
                return Broken($"row {seal.Row} of link {number} is gone");
            if (seal.Hash != AuditSeal.HashOf(row, number, before))
                return Broken($"row {row.Id} ({row.What}, {row.At:u}) is not what link {number} sealed");
            if (number > 1 && row.At < latest - SealAudit.Longest)
                return Broken($"row {row.Id} ({row.What}, {row.At:u}) was slipped in at link {number}");
            (before, latest) = (seal.Hash, row.At > latest ? row.At : latest);
        }

        var end = latest == DateTimeOffset.MinValue ? latest : latest - SealAudit.Longest;
        var beside = await reads.Of<AuditRow>().Where(r => r.At < end && !reads.Of<AuditSeal>().Any(s => s.Row == r.Id)).OrderBy(r => r.At).FirstOrDefaultAsync(cancellationToken);
        return beside is null
            ? new(true, number == 0 ? "nothing is sealed yet" : $"{number} rows, the end is {before}")
            : Broken($"row {beside.Id} ({beside.What}, {beside.At:u}) was slipped in");

        static Finding Broken(string why) => new(false, why);
    }
}
