using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>What buyers say of its goods and what it answered, for the copy of a cooperative: what was hidden or taken back is not among it, nor who reported what.</summary>
internal sealed class DataOfReviews(MarketReads reads) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.Reviews, typeof(Review), reads.Of<Review>().Where(r => r.Cooperative == cooperative && r.State == ReviewState.Shown).OrderBy(r => r.WrittenAt).ThenBy(r => r.Id).AsAsyncEnumerable(), ["productName", "translations"],
            ("id", r => r.Id), ("product", r => r.Product), ("productName", r => r.ProductName), ("stars", r => r.Stars), ("words", r => r.Words),
            ("language", r => r.Language), ("name", r => r.Name), ("writtenAt", r => r.WrittenAt), ("changedAt", r => r.ChangedAt),
            ("translations", r => r.Translations), ("answer", r => r.Answer), ("answeredAt", r => r.AnsweredAt)),
    ];
}
