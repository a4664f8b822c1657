using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Photos;

/// <summary>An uploaded file under a name of our own, gone when it is disposed of. What the sender calls it is never read.</summary>
internal sealed class IncomingFile : IAsyncDisposable
{
    private IncomingFile(string path) => Path = path;

    public string Path { get; }

    public static async Task<IncomingFile> SaveAsync(IFormFile sent, MarketSettings market, CancellationToken cancellationToken)
    {
        var incoming = new IncomingFile(System.IO.Path.Combine(market.Folder("incoming"), System.IO.Path.GetRandomFileName()));
        try
        {
            await using var file = File.Create(incoming.Path);
            await sent.CopyToAsync(file, cancellationToken);
            return incoming;
        }
        catch
        {
            await incoming.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes away what a program that was killed left lying.</summary>
    public static void Sweep(MarketSettings market, DateTimeOffset before)
    {
        foreach (var left in Directory.EnumerateFiles(market.Folder("incoming")).Where(f => File.GetLastWriteTimeUtc(f) < before.UtcDateTime))
            File.Delete(left);
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(Path);
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes files in one after another and gives each its place, up to the first that is refused.</summary>
    public static async Task<Outcome<PhotoId>> EachAsync(
        IReadOnlyList<IFormFile> sent, Func<string, Task<Outcome<Picture>>> takeIn, Func<Picture, Task<Outcome<PhotoId>>> add, MarketSettings market, CancellationToken cancellationToken)
    {
        var outcome = Outcome<PhotoId>.Invalid("Files", "photos.refused.Empty");
        foreach (var file in sent)
        {
            await using var incoming = await SaveAsync(file, market, cancellationToken);
            var taken = await takeIn(incoming.Path);
            outcome = taken.IsDone ? await add(taken.Value) : taken.Refusal is { } refusal ? refusal : Outcome<PhotoId>.Invalid(taken.Flaws);
            if (!outcome.IsDone)
                return outcome;
        }

        return outcome;
    }
}
