using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>Registers the area.</summary>
internal static class StorefrontArea
{
    public static void AddStorefront(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<Goods>().AddScoped<Findables>().AddScoped<Sellers>().AddScoped<Tales>().AddScoped<Deliveries>();
        services.AddReaction<ProductWithdrawn, OnWithdrawn>("storefront.product-withdrawn", ReactionKind.CallsOut);
        services.AddReaction<CooperativeSuspended, OnWithdrawn>("storefront.cooperative-suspended", ReactionKind.CallsOut);
        services.AddReaction<StoryWithdrawn, OnWithdrawn>("storefront.story-withdrawn", ReactionKind.CallsOut);
        services.AddReaction<SharingChanged, OnWithdrawn>("storefront.sharing-changed", ReactionKind.CallsOut);
    }

    public static void MapStorefront(this WebApplication app)
    {
        ReaderChoices.Map(app);
        Manifest.Map(app);
    }
}
