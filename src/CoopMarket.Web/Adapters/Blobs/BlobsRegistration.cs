using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Adapters.Blobs;

/// <summary>Registers the store that the settings name.</summary>
internal static class BlobsRegistration
{
    /// <summary>A folder of the data directory, or a bucket.</summary>
    public static IServiceCollection AddBlobs(this IServiceCollection services) => services.AddSingleton<IBlobs>(provider =>
    {
        var settings = provider.GetRequiredService<BlobSettings>();
        var s3 = settings.S3;
        return settings.Kind == BlobKind.S3
            ? new S3Blobs(new(new Uri(s3.Endpoint), s3.Bucket, s3.AccessKey, s3.SecretKey, s3.ForcePathStyle))
            : new DiskBlobs(provider.GetRequiredService<MarketSettings>().Folder("blobs"), provider.GetRequiredService<TimeProvider>());
    });
}
