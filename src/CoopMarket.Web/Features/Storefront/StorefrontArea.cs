using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Features.Storefront.Jobs;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>Registers the area.</summary>
internal static class StorefrontArea
{
    public static void AddStorefront(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<Goods>().AddScoped<Findables>().AddScoped<Linkables>().AddScoped<Sellers>().AddScoped<Tales>().AddScoped<Hearing>().AddScoped<LinkedData>().AddScoped<Sitemap.Pages>();
        services.AddSingleton<FacetBook>().AddScoped<FaceReader>().AddScoped<Sifter>().AddScoped<Albums>().AddScoped<Cards>().AddScoped<ProductReader>().AddScoped<PriceShares>();
        services.AddSingleton<LinkPictureFiles>().AddSingleton<FeedFiles>().AddEvery<SweepLinkPictures>(SweepLinkPictures.Round);
        services.AddSingleton<DrawnCards>();
        services.AddSingleton<KeptPages>().AddHostedService(s => s.GetRequiredService<KeptPages>());
    }

    public static void MapStorefront(this WebApplication app)
    {
        ReaderChoices.Map(app);
        Manifest.Map(app);
        OfflineReading.Map(app);
        Suggestions.Map(app);
        LinkPictureFiles.Map(app);
        FeedFiles.Map(app);
        ShortAddress.Map(app);
        GtinAddress.Map(app);
        VoiceFiles.Map(app);
    }
}
