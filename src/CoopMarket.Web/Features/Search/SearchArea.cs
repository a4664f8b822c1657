using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shipping;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Search;

/// <summary>Registers the area.</summary>
internal static class SearchArea
{
    public static void AddSearch(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<Finder>().AddScoped<Changes>().AddScoped<Postings>().AddScoped<Guesses>().AddScoped<IndexWords>().AddScoped<CountChange>();
        services.AddVerb<IndexSearchVerb>("index-search");
        services.AddReaction<ProductWentLive, OnProduct>("search.product-went-live", ReactionKind.Writes);
        services.AddReaction<ProductChanged, OnProduct>("search.product-changed", ReactionKind.Writes);
        services.AddReaction<ProductWithdrawn, OnProduct>("search.product-withdrawn", ReactionKind.Writes);
        services.AddReaction<CategoryChanged, OnCategory>("search.category-changed", ReactionKind.Writes);
        services.AddReaction<CooperativeApproved, OnCooperative>("search.cooperative-approved", ReactionKind.Writes);
        services.AddReaction<CooperativeChanged, OnCooperative>("search.cooperative-changed", ReactionKind.Writes);
        services.AddReaction<CooperativeSuspended, OnCooperative>("search.cooperative-suspended", ReactionKind.Writes);
        services.AddReaction<CooperativeReopened, OnCooperative>("search.cooperative-reopened", ReactionKind.Writes);
        services.AddReaction<CooperativeClosed, OnCooperative>("search.cooperative-closed", ReactionKind.Writes);
        services.AddReaction<StoryWentLive, OnStory>("search.story-went-live", ReactionKind.Writes);
        services.AddReaction<StoryChanged, OnStory>("search.story-changed", ReactionKind.Writes);
        services.AddReaction<StoryLeftProducts, OnStory>("search.story-left-products", ReactionKind.Writes);
        services.AddReaction<StoryWithdrawn, OnStory>("search.story-withdrawn", ReactionKind.Writes);
        services.AddReaction<PhotoRemoved, OnLooks>("search.photo-removed", ReactionKind.Writes);
        services.AddReaction<SharingChanged, OnLooks>("search.sharing-changed", ReactionKind.Writes);
        services.AddReaction<CertificateShownOtherwise, OnLooks>("search.certificate-shown-otherwise", ReactionKind.Writes);
        services.AddReaction<PhotoShown, OnLooks>("search.photo-shown", ReactionKind.Writes);
        services.AddReaction<PhotoShownOtherwise, OnLooks>("search.photo-shown-otherwise", ReactionKind.Writes);
        services.AddReaction<AheadChanged, OnLooks>("search.ahead-changed", ReactionKind.Writes);
        services.AddReaction<DeliveryPricesSet, OnLooks>("search.delivery-prices-set", ReactionKind.Writes);
        services.AddReaction<ReviewsChanged, OnLooks>("search.reviews-changed", ReactionKind.Writes);
    }
}
