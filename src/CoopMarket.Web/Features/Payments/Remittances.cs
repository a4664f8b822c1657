using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Finds the parcels that a carrier's list names, by the carrier's number or the order's code, never by an amount.</summary>
internal sealed class Remittances(MarketDb db, TimeProvider time)
{
    /// <summary>Takes each line in, in the file's order: a parcel that is named twice counts once.</summary>
    /// <param name="cooperative">Whose parcels are paid to her; null: those of all that are paid to the market.</param>
    /// <param name="keep">False to look only: what is found is not tracked, and never saved.</param>
    public async Task<IReadOnlyList<Taken>> TakeAsync(CooperativeId? cooperative, RemittanceList list, bool keep, CancellationToken cancellationToken)
    {
        var numbers = list.Lines.Select(l => CashParcel.Plain(l.Parcel)).Distinct().ToList();
        var codes = list.Lines.SelectMany(l => Codes(l.Parcel)).Distinct().ToList();
        var payee = cooperative is { } hers ? db.Set<CashParcel>().Where(p => p.Cooperative == hers && !p.IsForMarket) : db.Set<CashParcel>().Where(p => p.IsForMarket);
        var named = payee.Where(p => numbers.Contains(p.Number) || codes.Contains(p.Code));
        var parcels = await (keep ? named : named.AsNoTracking()).ToListAsync(cancellationToken);
        var now = time.Now();
        return [.. list.Lines.Select(line =>
        {
            var number = CashParcel.Plain(line.Parcel);
            var found = parcels.FindAll(p => p.Number.Length > 0 && p.Number == number);
            if (found.Count == 0)
                found = parcels.FindAll(p => Codes(line.Parcel).Contains(p.Code));
            if (found is not [var parcel])
                return new Taken(line, null, "", Money.Dong(0), Money.Dong(0), RemittanceVerdict.Unknown);
            var cash = Money.Dong(line.Cash);
            var counted = parcel.Counted(cash);
            var verdict = parcel.Take(counted, Money.Dong(line.Fee), now);
            return new Taken(line, parcel, parcel.Code, parcel.Amount, counted, verdict == RemittanceVerdict.Full && counted < cash ? RemittanceVerdict.Over : verdict);
        })];
    }

    private static IEnumerable<string> Codes(string text) => PublicCode.Find(text).Select(c => c.Value);

    /// <summary>A line and what it did.</summary>
    /// <param name="Parcel">Null where it is unknown.</param>
    /// <param name="Code">The order's; empty where the parcel is unknown.</param>
    /// <param name="Expected">What was to be collected.</param>
    /// <param name="Cash">What counts of the line's cash, where it counts.</param>
    internal sealed record Taken(RemittanceLine Line, CashParcel? Parcel, string Code, Money Expected, Money Cash, RemittanceVerdict Verdict)
    {
        /// <summary>Whether the line changes something.</summary>
        public bool Counts => Verdict is RemittanceVerdict.Full or RemittanceVerdict.Over or RemittanceVerdict.Short or RemittanceVerdict.Rest or RemittanceVerdict.Returned
            or RemittanceVerdict.TakenBack;

        /// <summary>What the line comes to less what the carrier kept; nothing where it does not count.</summary>
        public Money Net => Counts ? Cash - Money.Dong(Line.Fee) : Money.Dong(0);
    }
}
