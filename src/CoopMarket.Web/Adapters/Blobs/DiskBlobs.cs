using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace CoopMarket.Web.Adapters.Blobs;

/// <summary>Files under one folder. A file is written beside the others, made durable, then renamed.</summary>
internal sealed class DiskBlobs : IBlobs
{
    // Begins with a dot, which no key does, so that no key and no listing reaches it.
    private const string Unfinished = ".unfinished";
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly string root;
    private readonly string unfinished;

    /// <summary>Makes the folder if need be, and clears away what writes cut off more than a day ago have left.</summary>
    /// <param name="root">The folder; no other program writes to it.</param>
    /// <param name="clock">Tells the age of what was left.</param>
    public DiskBlobs(string root, TimeProvider clock)
    {
        this.root = Path.GetFullPath(root);
        unfinished = Path.Combine(this.root, Unfinished);
        var oldest = clock.GetUtcNow().UtcDateTime - Abandoned;
        foreach (var file in Directory.CreateDirectory(unfinished).EnumerateFiles().Where(file => file.LastWriteTimeUtc < oldest))
            file.Delete();
    }

    /// <inheritdoc />
    public async Task Put(string key, Stream content, string contentType, CancellationToken cancel)
    {
        var target = PathOf(key);
        var beside = Path.Combine(unfinished, RandomNumberGenerator.GetHexString(32));
        try
        {
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true))
            {
                content.Position = 0;
                await content.CopyToAsync(file, cancel);
                file.Flush(flushToDisk: true);
            }
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <inheritdoc />
    public Task<Stream?> OpenRead(string key, CancellationToken cancel)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0, useAsync: true));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc />
    public Task<bool> Exists(string key, CancellationToken cancel) => Task.FromResult(File.Exists(PathOf(key)));

    /// <inheritdoc />
    public Task Delete(string key, CancellationToken cancel)
    {
        var path = PathOf(key);
        // Where the folder is missing, File.Delete throws; where only the file is, it doesn't.
        if (File.Exists(path))
            File.Delete(path);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Blob> List(string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        var folder = new DirectoryInfo(Path.Combine(root, BlobKey.CheckedPrefix(prefix)));
        if (!folder.Exists)
            yield break;
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancel.ThrowIfCancellationRequested();
            var key = Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (key.StartsWith(Unfinished, StringComparison.Ordinal))
                continue;
            yield return new Blob(key, file.Length, new DateTimeOffset(file.LastWriteTimeUtc));
        }
        await Task.CompletedTask;
    }

    private string PathOf(string key) => Path.Combine(root, BlobKey.Checked(key));
}
