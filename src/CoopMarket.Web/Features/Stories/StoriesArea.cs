using CoopMarket.Web.Features.Stories.Contract;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Registers the area.</summary>
internal static class StoriesArea
{
    public static void AddStories(this WebApplicationBuilder builder) => builder.Services.AddScoped<StoryOwners>().AddScoped<StoryWords>();
}
