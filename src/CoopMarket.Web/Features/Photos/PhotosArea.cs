using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Features.Photos.Jobs;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Registers the area.</summary>
internal static class PhotosArea
{
    public static void AddPhotos(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(Blobs).AddSingleton<PhotoWorks>().AddSingleton<Variants>().AddSingleton<VariantSignal>().AddSingleton<Withheld>();
        services.AddSingleton<Masters>().AddSingleton<SeedPictures>().AddSingleton<Contract.PhotoMasters>().AddSingleton<MakeVariants>().AddHostedService<VariantLane>();
        services.AddVerb<IndexPictures>("index-pictures");
        services.AddScoped<ICooperativeData, DataOfPhotos>().AddScoped<Orphans>().AddEvery<SweepPhotos>(SweepPhotos.Round);
        services.AddScoped<IInvariant, PhotosHaveFiles>().AddScoped<IInvariant, FilesHavePhotos>().AddScoped<Contract.Photos>().AddScoped<Contract.MessagePhotos>().AddScoped<PhotoOwners>().AddScoped<PhotoRow>();
        services.AddReaction<FaceTakenBack, OnFaceTakenBack>("photos.face-taken-back", ReactionKind.Writes);
        services.AddReaction<StoryDeleted, OnStoryDeleted>("photos.story-deleted", ReactionKind.Writes);
        services.AddReaction<ReviewTakenBack, OnReviewTakenBack>("photos.review-taken-back", ReactionKind.Writes);
        services.AddReaction<ReviewWriterForgotten, OnReviewTakenBack>("photos.review-writer-forgotten", ReactionKind.Writes);
    }

    public static void MapPhotos(this WebApplication app) => Media.Map(app);

    private static IBlobs Blobs(IServiceProvider services)
    {
        var settings = services.GetRequiredService<BlobSettings>();
        if (settings.Kind == BlobKind.Disk)
            return new DiskBlobs(services.GetRequiredService<MarketSettings>().Folder("blobs"), services.GetRequiredService<TimeProvider>());
        var s3 = settings.S3;
        return new S3Blobs(new(new(s3.Endpoint), s3.Bucket, s3.AccessKey, s3.SecretKey, s3.ForcePathStyle));
    }
}
