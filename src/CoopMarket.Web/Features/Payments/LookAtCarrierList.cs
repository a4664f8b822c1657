using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>A line of the bank by which a carrier may have paid the market, and what the carrier's list would do, before anything is written.</summary>
internal static class LookAtCarrierList
{
    /// <param name="Content">The list's file; null where none was chosen.</param>
    /// <param name="Looks">False: only the line.</param>
    internal sealed record Query(Actor Actor, MoneyInId Money, byte[]? Content, bool Looks) : IQuery<View?>, IForAdmin;

    /// <param name="Amount">The line's.</param>
    /// <param name="Left">What of it no list has named yet.</param>
    /// <param name="Flaw">Why the file is not taken; null where it is good or none is looked at.</param>
    /// <param name="Lines">Null where no list is looked at.</param>
    /// <param name="List">The lines as <see cref="ReceiveFromCarrier"/> wants them; empty where there are none.</param>
    internal sealed record View(string Text, string Reference, DateTimeOffset BookedAt, Money Amount, Money Left, Flaw? Flaw, IReadOnlyList<Remittances.Taken>? Lines, string List)
    {
        /// <summary>What the lines that count come to, less what the carrier kept.</summary>
        public Money Net => Money.Sum((Lines ?? []).Select(l => l.Net));

        /// <summary>Whether the list can be taken in: some of it counts, and no more than came.</summary>
        public bool Fits => Lines is { } lines && lines.Any(l => l.Counts) && Net.Minor >= 0 && Net <= Left;
    }

    internal sealed class Handler(MarketDb db, Remittances remittances) : IRequestHandler<Query, View?>
    {
        /// <summary>Null where there is no such line, or it came from no carrier.</summary>
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Set<MoneyIn>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == query.Money, cancellationToken) is not { MayBeFromCarrier: true } line)
                return null;
            var view = new View(line.Text, line.Reference, line.BookedAt, line.Amount, line.Rest, null, null, "");
            if (!query.Looks)
                return view;
            return RemittanceFile.Read(query.Content, out var flaw) is { } list
                ? view with { Lines = await remittances.TakeAsync(null, list, keep: false, cancellationToken), List = list.Text() }
                : view with { Flaw = flaw };
        }
    }
}
