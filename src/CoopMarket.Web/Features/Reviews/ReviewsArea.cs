using CoopMarket.Domain.Reviews;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Reviews.Contract;
using CoopMarket.Web.Features.Reviews.Emails;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>Registers the area.</summary>
internal static class ReviewsArea
{
    public static void AddReviews(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ICooperativeData, DataOfReviews>().AddScoped<IKnowPersons, PersonsOfReviews>().AddScoped<ReviewDrawer>().AddScoped<ReviewOwners>().AddScoped<ReviewMailbox>();
        services.AddReaction<ReviewWritten, OnReviewWritten>("reviews.tell-desk-written", ReactionKind.CallsOut);
        services.AddReaction<ReviewAnswered, OnReviewAnswered>("reviews.tell-writer-answered", ReactionKind.CallsOut);
        services.AddReaction<ReviewHidden, OnReviewHidden>("reviews.tell-hidden", ReactionKind.CallsOut);
        services.AddReaction<ReviewKept, OnReviewKept>("reviews.tell-kept", ReactionKind.CallsOut);
    }
}
