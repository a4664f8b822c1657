namespace CoopMarket.Web.Adapters.Blobs;

/// <summary>
/// Files that the market keeps outside its database: photo masters, their variants, papers. A key is found whole or not at all:
/// a write that is cut off, by an error or by the end of the process, leaves what was there before.
/// </summary>
internal interface IBlobs
{
    /// <summary>Writes a file, in place of any that stood at the key.</summary>
    /// <param name="key">See <see cref="BlobKey"/>.</param>
    /// <param name="content">A seekable stream, written from its start and left open.</param>
    /// <param name="contentType">The media type that an object store remembers; a disk has the key's ending.</param>
    /// <param name="cancel">Gives up; nothing is then written.</param>
    Task Put(string key, Stream content, string contentType, CancellationToken cancel);

    /// <summary>Opens a file from its start, or gives null where there is none. The caller disposes of it.</summary>
    Task<Stream?> OpenRead(string key, CancellationToken cancel);

    /// <summary>Whether a file stands at the key.</summary>
    Task<bool> Exists(string key, CancellationToken cancel);

    /// <summary>Removes a file; that there is none is no error.</summary>
    Task Delete(string key, CancellationToken cancel);

    /// <summary>All files whose keys begin with <paramref name="prefix"/>, in no order.</summary>
    /// <param name="prefix">A whole folder with its slash, such as <c>photos/</c>, or empty for everything.</param>
    /// <param name="cancel">Ends the listing.</param>
    IAsyncEnumerable<Blob> List(string prefix, CancellationToken cancel);
}

/// <summary>One stored file.</summary>
/// <param name="Key">See <see cref="BlobKey"/>.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="WrittenAt">UTC, by the clock of the store: a sweeper leaves what is young alone.</param>
internal sealed record Blob(string Key, long Bytes, DateTimeOffset WrittenAt);
