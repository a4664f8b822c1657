using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace CoopMarket.Web.Adapters.Blobs;

/// <summary>Objects in one bucket of Amazon S3 or a store that speaks its protocol. A put is atomic there by itself.</summary>
internal sealed class S3Blobs : IBlobs, IDisposable
{
    private readonly AmazonS3Client client;
    private readonly string bucket;

    /// <summary>Connects to nothing yet: the first call does.</summary>
    /// <param name="store">Where the bucket is and who may write to it.</param>
    public S3Blobs(S3Store store)
    {
        bucket = store.Bucket;
        client = new AmazonS3Client(new BasicAWSCredentials(store.AccessKey, store.SecretKey), new AmazonS3Config
        {
            ServiceURL = store.Endpoint.AbsoluteUri,
            ForcePathStyle = store.ForcePathStyle,
            Timeout = TimeSpan.FromSeconds(30),
            MaxErrorRetry = 3,
            // Stores other than Amazon's may keep the checksum's trailer as part of the object.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    /// <inheritdoc />
    public async Task Put(string key, Stream content, string contentType, CancellationToken cancel)
    {
        content.Position = 0;
        await client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket,
            Key = BlobKey.Checked(key),
            InputStream = content,
            AutoCloseStream = false,
            ContentType = contentType,
            // Some stores keep the chunks' headers as part of the object.
            UseChunkEncoding = false,
        }, cancel);
    }

    /// <inheritdoc />
    public async Task<Stream?> OpenRead(string key, CancellationToken cancel)
    {
        try
        {
            return (await client.GetObjectAsync(bucket, BlobKey.Checked(key), cancel)).ResponseStream;
        }
        catch (AmazonS3Exception e) when (IsAbsent(e))
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task<bool> Exists(string key, CancellationToken cancel)
    {
        try
        {
            await client.GetObjectMetadataAsync(bucket, BlobKey.Checked(key), cancel);
            return true;
        }
        catch (AmazonS3Exception e) when (IsAbsent(e))
        {
            return false;
        }
    }

    /// <inheritdoc />
    public Task Delete(string key, CancellationToken cancel) => client.DeleteObjectAsync(bucket, BlobKey.Checked(key), cancel);

    /// <inheritdoc />
    public async IAsyncEnumerable<Blob> List(string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = BlobKey.CheckedPrefix(prefix) };
        ListObjectsV2Response page;
        do
        {
            page = await client.ListObjectsV2Async(request, cancel);
            // The client leaves the list null where a page has no objects.
            foreach (var found in page.S3Objects ?? [])
                yield return new Blob(found.Key, found.Size ?? 0, WrittenAt(found));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated ?? false);
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private static DateTimeOffset WrittenAt(S3Object found) =>
        found.LastModified is { } at ? new DateTimeOffset(at.ToUniversalTime()) : DateTimeOffset.MaxValue;

    /// <summary>A bucket that is missing or misspelled is no empty one: it must not look as if every photo were gone.</summary>
    private static bool IsAbsent(AmazonS3Exception e) =>
        e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode is not "NoSuchBucket";
}

/// <summary>Settings of an object store, from <c>Blobs__S3__…</c>.</summary>
/// <param name="Endpoint">The store's address, without the bucket.</param>
/// <param name="Bucket">The bucket, which exists already.</param>
/// <param name="AccessKey">Who writes.</param>
/// <param name="SecretKey">Its secret.</param>
/// <param name="ForcePathStyle">True where the bucket stands in the path and not in the host's name, as most stores but Amazon's want.</param>
internal sealed record S3Store(Uri Endpoint, string Bucket, string AccessKey, string SecretKey, bool ForcePathStyle);
