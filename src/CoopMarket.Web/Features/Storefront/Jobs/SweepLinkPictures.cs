using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Storefront.Jobs;

/// <summary>Clears away pictures for links that are no longer true: another photo, another name, or gone from the shop.</summary>
internal sealed class SweepLinkPictures(IMediator mediator, IBlobs blobs) : IScheduled
{
    /// <summary>How often it comes by.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromHours(6);

    private const int AtOnce = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<string> keys = [];
        await foreach (var blob in blobs.List(LinkPicture.Folder, cancellationToken))
            keys.Add(blob.Key);
        foreach (var some in keys.Chunk(AtOnce))
        {
            var present = new HashSet<string>(StringComparer.Ordinal);
            foreach (var kind in Enum.GetValues<LinkedKind>())
                present.UnionWith((await mediator.Send(new LinkPictures.Query(Actor.Job("sweep-previews"), kind, Ids(some, kind)), cancellationToken)).Select(p => p.Key));
            foreach (var key in some.Where(k => !present.Contains(k)))
                await blobs.Delete(key, cancellationToken);
        }
    }

    private static List<Guid> Ids(IEnumerable<string> keys, LinkedKind kind)
    {
        HashSet<Guid> ids = [];
        foreach (var key in keys)
            if (Guid.TryParseExact(key.Split('/')[1][2..], "N", out var id) && key.StartsWith(LinkPicture.FolderOf(kind, id), StringComparison.Ordinal))
                ids.Add(id);
        return [.. ids];
    }
}
