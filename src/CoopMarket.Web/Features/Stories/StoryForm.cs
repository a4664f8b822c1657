using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;

namespace CoopMarket.Web.Features.Stories;

/// <summary>What is typed of a story.</summary>
internal sealed class StoryForm
{
    public string? TitleVi { get; set; }

    public string? TitleEn { get; set; }

    public string? LeadVi { get; set; }

    public string? LeadEn { get; set; }

    public string? BodyVi { get; set; }

    public string? BodyEn { get; set; }

    public MakerId? Maker { get; set; }

    public List<ProductId> Products { get; set; } = [];

    public static StoryForm Of(Story story) => new()
    {
        TitleVi = story.Title.Vi,
        TitleEn = English(story.Title),
        LeadVi = story.Lead.Vi,
        LeadEn = English(story.Lead),
        BodyVi = story.Body.Vi,
        BodyEn = English(story.Body),
        Maker = story.Maker,
        Products = [.. story.Products.Select(p => p.Product)],
    };

    private static string English(LocalizedText text) => text.Has("en") ? text.In("en") : "";
}
