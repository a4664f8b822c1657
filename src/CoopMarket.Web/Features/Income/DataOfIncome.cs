using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Income;

/// <summary>The cooperative's own book of what it owes its members, for its copy.</summary>
internal sealed class DataOfIncome(MarketReads reads) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.IncomeMembers, typeof(Producer), Members(cooperative).OrderBy(p => p.AddedAt).ThenBy(p => p.Id).AsAsyncEnumerable(), [],
            ("id", p => p.Id), ("name", p => p.Name), ("communeCode", p => p.CommuneCode), ("agreedOn", p => p.AgreedOn), ("mayBeNamed", p => p.MayBeNamed),
            ("addedAt", p => p.AddedAt), ("pausedAt", p => p.PausedAt)),
        DataSheet.Of(
            DataKind.IncomeRules, typeof(Sharing), (from s in reads.Of<Sharing>().IgnoreAutoIncludes()
             join t in reads.Of<SharingTerm>() on s.Id equals t.Sharing
             where s.Cooperative == cooperative
             orderby s.From, s.Id, t.Number
             select new { s.Id, s.Product, s.Lot, s.From, Term = t }).AsAsyncEnumerable(), [],
            ("rule", s => s.Id), ("product", s => s.Product), ("lot", s => s.Lot), ("from", s => s.From), ("number", s => s.Term.Number),
            ("kind", s => s.Term.Kind), ("member", s => s.Term.Member), ("perUnit", s => s.Term.PerUnit), ("parts", s => s.Term.Parts)),
        DataSheet.Of(
            DataKind.IncomeShares, typeof(SharedSale), (from s in reads.Of<SharedSale>().IgnoreAutoIncludes()
             join h in reads.Of<SaleShare>() on s.Part equals h.Part
             where s.Cooperative == cooperative
             orderby s.SoldAt, s.Part, h.Number
             select new { s.Code, s.SoldAt, Share = h, Name = Members(cooperative).Where(m => m.Id == h.Member).Select(m => m.Name).FirstOrDefault() }).AsAsyncEnumerable(), [],
            ("code", s => s.Code), ("order", s => s.Share.Part), ("soldAt", s => s.SoldAt), ("number", s => s.Share.Number), ("orderLine", s => s.Share.Line),
            ("product", s => s.Share.Product), ("lot", s => s.Share.Lot), ("pieces", s => s.Share.Pieces), ("kind", s => s.Share.Kind),
            ("member", s => s.Share.Member), ("memberName", s => s.Name), ("perUnit", s => s.Share.PerUnit), ("parts", s => s.Share.Parts), ("amount", s => s.Share.Amount)),
        DataSheet.Of(
            DataKind.IncomeEntries, typeof(IncomeEntry), (from e in reads.Of<IncomeEntry>()
             where e.Cooperative == cooperative
             orderby e.PostedAt, e.Id
             select new { Entry = e, Name = Members(cooperative).Where(m => m.Id == e.Member).Select(m => m.Name).FirstOrDefault() }).AsAsyncEnumerable(), [],
            ("id", e => e.Entry.Id), ("kind", e => e.Entry.Kind), ("share", e => e.Entry.Share), ("member", e => e.Entry.Member), ("memberName", e => e.Name), ("order", e => e.Entry.Part), ("product", e => e.Entry.Product),
            ("payment", e => e.Entry.Payment), ("amount", e => e.Entry.Amount), ("happenedAt", e => e.Entry.HappenedAt), ("postedAt", e => e.Entry.PostedAt)),
        DataSheet.Of(
            DataKind.IncomePayments, typeof(MemberPayment), (from p in reads.Of<MemberPayment>()
             join m in Members(cooperative) on p.Member equals m.Id
             where p.Cooperative == cooperative
             orderby p.RecordedAt, p.Id
             select new { Payment = p, m.Name }).AsAsyncEnumerable(), [],
            ("id", p => p.Payment.Id), ("member", p => p.Payment.Member), ("memberName", p => p.Name), ("amount", p => p.Payment.Amount), ("way", p => p.Payment.Way), ("isAdvance", p => p.Payment.IsAdvance),
            ("state", p => p.Payment.State), ("recordedAt", p => p.Payment.RecordedAt), ("endedAt", p => p.Payment.EndedAt)),
    ];

    private IQueryable<Producer> Members(CooperativeId cooperative) => reads.Of<Producer>().Where(p => p.Cooperative == cooperative);
}
