using CoopMarket.Web.Adapters.RichText;
using Microsoft.AspNetCore.Html;

namespace CoopMarket.Web.Features.Shared;

/// <summary>What cooperatives write, on pages.</summary>
internal static class LightMarkdown
{
    /// <summary>The text as markup; empty for an empty text.</summary>
    public static IHtmlContent Html(string text) => new HtmlString(RichText.Html(text));
}
