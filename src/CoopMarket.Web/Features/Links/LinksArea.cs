using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Links.Jobs;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Links;

/// <summary>Registers the area.</summary>
internal static class LinksArea
{
    public static void AddLinks(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddReaction<ProductWentLive, LinkGiver>("links.product-went-live", ReactionKind.Writes);
        services.AddReaction<StoryWentLive, LinkGiver>("links.story-went-live", ReactionKind.Writes);
        services.AddReaction<CooperativeApproved, LinkGiver>("links.cooperative-approved", ReactionKind.Writes);
        services.AddEvery<GiveMissingLinksHourly>(TimeSpan.FromHours(1));
    }
}
