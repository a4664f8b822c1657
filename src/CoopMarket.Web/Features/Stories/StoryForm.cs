using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;

namespace CoopMarket.Web.Features.Stories;

/// <summary>What is typed of a story, its text aside.</summary>
internal sealed class StoryForm
{
    public string? TitleVi { get; set; }

    public string? TitleEn { get; set; }

    public string? LeadVi { get; set; }

    public string? LeadEn { get; set; }

    public MakerId? Maker { get; set; }

    public List<ProductId> Products { get; set; } = [];

    /// <summary>The button beside a block that was pressed, if one was: see <see cref="BlockChange.Read"/>.</summary>
    public string? Change { get; set; }

    /// <summary>What was taken away before, as text, to be put back.</summary>
    public string? Taken { get; set; }

    public static StoryForm Of(Story story) => new()
    {
        TitleVi = story.Title.Vi,
        TitleEn = English(story.Title),
        LeadVi = story.Lead.Vi,
        LeadEn = English(story.Lead),
        Maker = story.Maker,
        Products = [.. story.Products.Select(p => p.Product)],
    };

    private static string English(LocalizedText text) => text.Has("en") ? text.In("en") : "";
}
