using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Complaints of which a cooperative is the other side, for its copy: what is said and how it ends, never who complained.</summary>
internal sealed class DataOfComplaints(MarketReads reads) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.Complaints, typeof(Complaint), Mine(cooperative).OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).AsAsyncEnumerable(), [],
            ("id", c => c.Id), ("code", c => c.Code), ("kind", c => c.Kind), ("state", c => c.State), ("orderCode", c => c.OrderCode),
            ("product", c => c.Product), ("receivedAt", c => c.ReceivedAt), ("settleBy", c => c.SettleBy), ("settledAt", c => c.SettledAt)),
        DataSheet.Of(
            DataKind.ComplaintSteps, typeof(ComplaintMove), (from c in Mine(cooperative)
             join m in reads.Of<ComplaintMove>() on c.Id equals m.Complaint
             orderby c.Id, m.Number
             select new { c.Code, Move = m }).AsAsyncEnumerable(), [],
            ("code", m => m.Code), ("number", m => m.Move.Number), ("kind", m => m.Move.Kind), ("words", m => m.Move.Words), ("at", m => m.Move.At)),
    ];

    private static readonly ComplaintKind[] WithOtherSide = [.. Enum.GetValues<ComplaintKind>().Where(Complaint.ConcernsSeller)];

    private IQueryable<Complaint> Mine(CooperativeId cooperative) => reads.Of<Complaint>().Where(c => c.Cooperative == cooperative && WithOtherSide.Contains(c.Kind));
}
