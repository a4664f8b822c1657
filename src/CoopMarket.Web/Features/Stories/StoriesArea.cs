using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Stories.Contract;
using CoopMarket.Web.Features.Stories.Emails;
using CoopMarket.Web.Features.Stories.Jobs;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Registers the area.</summary>
internal static class StoriesArea
{
    public static void AddStories(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ICooperativeData, DataOfStories>().AddScoped<StoryOwners>().AddScoped<StoryWords>().AddScoped<Voices>().AddScoped<StoryVoices.Row>().AddScoped<VoiceSounds>().AddScoped<FaceConsents>().AddEvery<EndFaces>(TimeSpan.FromMinutes(5));
        services.AddScoped<IKnowPersons, PersonsOfStories>().AddScoped<OneGiver>().AddScoped<StoryMailbox>();
        services.AddReaction<ConsentWithdrawn, OnConsentWithdrawn>("stories.tell-consent-withdrawn", ReactionKind.CallsOut);
        services.AddScoped<LostVoices>().AddEvery<SweepVoices>(SweepVoices.Round).AddScoped<IInvariant, VoicesHaveFiles>();
    }
}
