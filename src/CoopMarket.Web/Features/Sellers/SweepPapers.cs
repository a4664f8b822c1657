using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Removes papers that nothing names. Young ones are left alone.</summary>
internal sealed class SweepPapers(PaperFiles files, IBlobs blobs, TimeProvider time) : IScheduled
{
    /// <summary>How long a file may wait for something to name it.</summary>
    public static readonly TimeSpan Young = TimeSpan.FromDays(1);

    /// <summary>How often the sweeper comes by.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<string> unnamed = [];
        await foreach (var key in files.UnnamedAsync(time.Now() - Young, cancellationToken))
            unnamed.Add(key);
        foreach (var key in unnamed)
            await blobs.Delete(key, cancellationToken);
    }
}
