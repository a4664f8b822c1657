using Amazon.S3;
using CoopMarket.Web.Adapters.Blobs;

namespace CoopMarket.Web.Tests.Photos;

/// <summary>Against a bucket of our own; against another store, such as s3rver, where <c>COOPMARKET_TESTS_S3</c> names one.</summary>
public sealed class S3BlobsTests : BlobsTests, IAsyncLifetime
{
    private static readonly string? Other = Environment.GetEnvironmentVariable("COOPMARKET_TESTS_S3");

    private BucketOnLoopback? bucket;
    private S3Blobs? blobs;

    private protected override IBlobs Blobs => blobs.ShouldNotBeNull();

    public async ValueTask InitializeAsync()
    {
        if (Other is null)
            bucket = await BucketOnLoopback.Start();
        blobs = To("market");
        foreach (var left in await List(""))
            await blobs.Delete(left.Key, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        blobs?.Dispose();
        if (bucket is not null)
            await bucket.DisposeAsync();
    }

    [Fact]
    public async Task The_store_is_told_the_media_type()
    {
        Assert.SkipWhen(bucket is null, "Only our own bucket tells what it was told.");
        await Put("photos/1.jpg", [1]);
        bucket.TypeOf("photos/1.jpg").ShouldBe("image/jpeg");
    }

    [Fact]
    public async Task A_missing_bucket_is_an_error_and_not_a_missing_photo()
    {
        using var elsewhere = To("elsewhere");
        await Should.ThrowAsync<AmazonS3Exception>(() => elsewhere.OpenRead("photos/1.jpg", CancellationToken.None));
    }

    private S3Blobs To(string name) => new(new S3Store(
        bucket?.Endpoint ?? new Uri(Other.ShouldNotBeNull()), name, "S3RVER", "S3RVER", ForcePathStyle: true));
}
