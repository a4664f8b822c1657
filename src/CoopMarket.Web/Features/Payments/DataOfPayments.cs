using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>What carriers collected in cash, for the copy of a cooperative.</summary>
internal sealed class DataOfPayments(MarketReads reads) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.CashParcels, typeof(CashParcel), reads.Of<CashParcel>().Where(p => p.Cooperative == cooperative).OrderBy(p => p.OpenedAt).ThenBy(p => p.SellerOrder).AsAsyncEnumerable(), [],
            ("code", p => p.Code), ("order", p => p.SellerOrder), ("carrier", p => p.Carrier), ("number", p => p.Number), ("paysMarket", p => p.IsForMarket),
            ("amount", p => p.Amount), ("state", p => p.State), ("paid", p => p.Paid), ("carrierFee", p => p.CarrierFee), ("openedAt", p => p.OpenedAt),
            ("collectedAt", p => p.CollectedAt), ("listedAt", p => p.ListedAt), ("note", p => p.Note)),
        DataSheet.Of(
            DataKind.CarriersPayments, typeof(RemittedCash), reads.Of<RemittedCash>().Where(c => c.Cooperative == cooperative).OrderBy(c => c.TakenAt).ThenBy(c => c.Id).AsAsyncEnumerable(), [],
            ("order", c => c.SellerOrder), ("cash", c => c.Cash), ("carrierFee", c => c.Fee), ("takenAt", c => c.TakenAt)),
    ];
}
