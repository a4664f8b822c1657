using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Jobs;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Every file among the photos belongs to one; those that the sweeper may not take yet, or has not come by for, are left alone.</summary>
internal sealed class FilesHavePhotos(Orphans orphans, TimeProvider time) : IInvariant
{
    private const int Named = 3;

    public string Name => "every file among the photos belongs to one";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        List<string> found = [];
        await foreach (var key in orphans.OlderThanAsync(time.Now() - SweepPhotos.Rest - (2 * SweepPhotos.Round), cancellationToken))
            found.Add(key);
        return found.Count == 0
            ? new(Holds: true, "no file is left over")
            : new(Holds: false, $"{found.Count} files belong to no photo and were not swept: {string.Join(", ", found.Take(Named))}");
    }
}
