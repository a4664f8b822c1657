using System.Runtime.CompilerServices;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Photos, and what is kept of each, for the copy of a cooperative. What buyers sent is theirs.</summary>
internal sealed class DataOfPhotos(MarketReads reads, IBlobs blobs) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.Photos, typeof(Photo), Mine(cooperative).OrderBy(p => p.AddedAt).ThenBy(p => p.Id).AsAsyncEnumerable(), ["alt"],
            ("id", p => p.Id), ("file", p => FileOf(p.Hash)), ("of", p => p.SubjectKind), ("ofId", p => p.SubjectId), ("position", p => p.Position),
            ("alt", p => p.Alt), ("width", p => p.Width), ("height", p => p.Height), ("focusX", p => p.FocusX), ("focusY", p => p.FocusY),
            ("state", p => p.State), ("addedAt", p => p.AddedAt), ("removedAt", p => p.RemovedAt)),
    ];

    public async IAsyncEnumerable<DataFile> FilesOf(CooperativeId cooperative, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var hash in await Mine(cooperative).Select(p => p.Hash).Distinct().OrderBy(h => h).ToListAsync(cancellationToken))
            yield return new(FileOf(hash), cancel => blobs.OpenRead(Variants.MasterKey(hash), cancel));
    }

    private static string FileOf(string hash) => $"photos/{hash}.jpg";

    private IQueryable<Photo> Mine(CooperativeId cooperative) => reads.Of<Photo>().Where(p => p.Cooperative == cooperative);
}
