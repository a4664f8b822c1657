using CoopMarket.Domain.Complaints;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>The deadlines of each kind of complaint.</summary>
internal sealed class ComplaintTerms(MarketDb db)
{
    /// <summary>Those of one kind at a moment.</summary>
    /// <param name="at">UTC.</param>
    public async Task<ComplaintTime> AtAsync(ComplaintKind kind, DateTimeOffset at, CancellationToken cancellationToken)
        => await db.Set<ComplaintTerm>().AsNoTracking().Where(t => t.Kind == kind && t.From <= at).OrderByDescending(t => t.From).ThenByDescending(t => t.AddedAt)
            .FirstOrDefaultAsync(cancellationToken) is { } term
            ? Of(term)
            : ComplaintTerm.Usual[kind];

    /// <summary>What a row says.</summary>
    public static ComplaintTime Of(ComplaintTerm term) => new(term.AnswerHours, term.SettleDays);
}
