using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>Lots, what is left of them and what went to whom, for the copy of a cooperative.</summary>
internal sealed class DataOfLots(MarketReads reads) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.KeptByLot, typeof(LotKeeping), reads.Of<LotKeeping>().Where(k => k.Cooperative == cooperative).OrderBy(k => k.Product).AsAsyncEnumerable(), [],
            ("product", k => k.Product), ("since", k => k.Since)),
        DataSheet.Of(
            DataKind.Lots, typeof(Lot), Mine(cooperative).OrderBy(l => l.RecordedAt).ThenBy(l => l.Id).AsAsyncEnumerable(), [],
            ("id", l => l.Id), ("product", l => l.Product), ("code", l => l.Code), ("number", l => l.Number), ("state", l => l.State), ("madeOn", l => l.MadeOn),
            ("village", l => l.Village), ("communeCode", l => l.CommuneCode), ("maker", l => l.Maker), ("madeBy", l => l.MadeBy), ("amount", l => l.Amount),
            ("bestBefore", l => l.BestBefore), ("notes", l => l.Notes), ("certificates", l => l.Papers.Select(p => $"{p.Name.Vi} {p.Number}")),
            ("recordedAt", l => l.RecordedAt), ("recallReason", l => l.RecallReason), ("recalledAt", l => l.RecalledAt)),
        DataSheet.Of(
            DataKind.LotStocks, typeof(LotStock), (from s in reads.Of<LotStock>()
             join l in Mine(cooperative) on s.Lot equals l.Id
             orderby s.Lot, s.Variant
             select new { Row = s, l.Number }).AsAsyncEnumerable(), [],
            ("lot", s => s.Row.Lot), ("lotNumber", s => s.Number), ("size", s => s.Row.Variant), ("pieces", s => s.Row.Pieces), ("aside", s => s.Row.Aside)),
        DataSheet.Of(
            DataKind.LotAllotments, typeof(Allotment), (from a in reads.Of<Allotment>()
             join l in Mine(cooperative) on a.Lot equals l.Id
             orderby a.Lot, a.Line
             select new { Row = a, l.Number }).AsAsyncEnumerable(), [],
            ("lot", a => a.Row.Lot), ("lotNumber", a => a.Number), ("orderLine", a => a.Row.Line), ("size", a => a.Row.Variant), ("pieces", a => a.Row.Pieces), ("tookStock", a => a.Row.TookStock)),
        DataSheet.Of(
            DataKind.LabelVisits, typeof(LotVisits), (from v in reads.Of<LotVisits>()
             join l in Mine(cooperative) on v.Lot equals l.Id
             orderby v.Lot, v.Day
             select new { Row = v, l.Number }).AsAsyncEnumerable(), [],
            ("lot", v => v.Row.Lot), ("lotNumber", v => v.Number), ("day", v => v.Row.Day), ("count", v => v.Row.Count)),
    ];

    private IQueryable<Lot> Mine(CooperativeId cooperative) => reads.Of<Lot>().Where(l => l.Cooperative == cooperative);
}
