using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>What the ledger holds for a cooperative and what it was paid, for its copy.</summary>
internal sealed class DataOfSettlement(MarketReads reads) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.FeeRules, typeof(FeeRule),
            reads.Of<FeeRule>().OrderBy(r => r.From).Select(r => new { r.BasisPoints, From = (DateTimeOffset?)r.From }).AsAsyncEnumerable().Prepend(new { BasisPoints = FeeRule.Usual, From = (DateTimeOffset?)null }), [],
            ("basisPoints", r => r.BasisPoints), ("from", r => r.From)),
        DataSheet.Of(
            DataKind.LedgerLines, typeof(EntryLine), (from l in reads.Of<EntryLine>()
             join e in reads.Of<JournalEntry>() on l.Entry equals e.Id
             where l.Cooperative == cooperative
             orderby e.PostedAt, l.Entry, l.Number
             select new { Line = l, e.Kind, e.HappenedAt, e.PostedAt }).AsAsyncEnumerable(), [],
            ("entry", l => l.Line.Entry), ("number", l => l.Line.Number), ("kind", l => l.Kind), ("happenedAt", l => l.HappenedAt),
            ("postedAt", l => l.PostedAt), ("account", l => l.Line.Account), ("amount", l => l.Line.Amount), ("order", l => l.Line.SellerOrder)),
        DataSheet.Of(
            DataKind.Holds, typeof(Hold), reads.Of<Hold>().Where(h => h.Cooperative == cooperative).OrderBy(h => h.DeliveredAt).ThenBy(h => h.SellerOrder).AsAsyncEnumerable(), [],
            ("order", h => h.SellerOrder), ("deliveredAt", h => h.DeliveredAt), ("dueAt", h => h.DueAt), ("stoppedAt", h => h.StoppedAt),
            ("releasedAt", h => h.ReleasedAt)),
        DataSheet.Of(
            DataKind.Payouts, typeof(Payout), (from p in reads.Of<Payout>().IgnoreAutoIncludes()
             join r in reads.Of<PayoutRun>().IgnoreAutoIncludes() on p.Run equals r.Id
             where p.Cooperative == cooperative && r.ApprovedAt != null && p.State != PayoutState.LeftOut
             orderby r.ApprovedAt, p.Id
             select new { Payout = p, r.Code, r.ApprovedAt }).AsAsyncEnumerable(), [],
            ("id", p => p.Payout.Id), ("run", p => p.Code), ("approvedAt", p => p.ApprovedAt), ("state", p => p.Payout.State), ("amount", p => p.Payout.Amount),
            ("feesTakenOff", p => p.Payout.Fees), ("bankBin", p => p.Payout.Bin), ("bankAccount", p => p.Payout.AccountNumber),
            ("bankAccountName", p => p.Payout.AccountHolder), ("text", p => p.Payout.Text), ("reference", p => p.Payout.Reference),
            ("reason", p => p.Payout.Reason), ("endedAt", p => p.Payout.EndedAt), ("returnedAt", p => p.Payout.ReturnedAt)),
        DataSheet.Of(
            DataKind.Reversals, typeof(TransferReversal), reads.Of<TransferReversal>().Where(r => r.Cooperative == cooperative && r.State == ReversalState.Done).OrderBy(r => r.EndedAt).ThenBy(r => r.Id).AsAsyncEnumerable(), [],
            ("id", r => r.Id), ("payout", r => r.Payout), ("amount", r => r.Amount), ("reason", r => r.Reason), ("reference", r => r.Reference),
            ("endedAt", r => r.EndedAt)),
        DataSheet.Of(
            DataKind.WithheldTaxes, typeof(WithheldTax), reads.Of<WithheldTax>().Where(t => t.Cooperative == cooperative).OrderBy(t => t.HappenedAt).ThenBy(t => t.Id).AsAsyncEnumerable(), [],
            ("id", t => t.Id), ("order", t => t.SellerOrder), ("kind", t => t.Kind), ("base", t => t.Base), ("vatBasisPoints", t => t.VatBasisPoints),
            ("vat", t => t.Vat), ("incomeBasisPoints", t => t.IncomeBasisPoints), ("income", t => t.Income), ("happenedAt", t => t.HappenedAt),
            ("recordedAt", t => t.RecordedAt)),
        DataSheet.Of(
            DataKind.StripeAccount, typeof(ConnectedAccount), reads.Of<ConnectedAccount>().Where(a => a.Cooperative == cooperative).AsAsyncEnumerable(), [],
            ("account", a => a.Account), ("state", a => a.State), ("takesTransfers", a => a.TakesTransfers), ("paysOut", a => a.PaysOut),
            ("ableSince", a => a.AbleSince), ("endedAt", a => a.EndedAt)),
    ];
}
