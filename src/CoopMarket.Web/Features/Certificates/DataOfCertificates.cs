using System.Runtime.CompilerServices;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Certificates and their papers, for the copy of a cooperative.</summary>
internal sealed class DataOfCertificates(MarketReads reads, Papers papers) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.Certificates, typeof(Certificate), Mine(cooperative).OrderBy(c => c.AskedAt).ThenBy(c => c.Id).AsAsyncEnumerable(), ["name", "issuer"],
            ("id", c => c.Id), ("kind", c => c.Kind), ("name", c => c.Name), ("stars", c => c.Stars), ("number", c => c.Number), ("issuer", c => c.Issuer),
            ("issued", c => c.Issued), ("expires", c => c.Expires), ("products", c => c.Products.Select(p => p.Product.ToString())), ("state", c => c.State),
            ("reason", c => c.Reason), ("askedAt", c => c.AskedAt), ("checkedAt", c => c.CheckedAt), ("file", c => c.Paper is { } paper ? FileOf(paper) : null)),
    ];

    public async IAsyncEnumerable<DataFile> FilesOf(CooperativeId cooperative, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var paper in (await Mine(cooperative).OrderBy(c => c.Id).Select(c => c.Paper).ToListAsync(cancellationToken)).OfType<SellerPaper>())
            yield return new(FileOf(paper), cancel => papers.OpenAsync(paper, cancel));
    }

    private static string FileOf(SellerPaper paper) => $"papers/{paper.Id:n}-{Papers.FileName(paper)}";

    private IQueryable<Certificate> Mine(CooperativeId cooperative) => reads.Of<Certificate>().Where(c => c.Cooperative == cooperative);
}
