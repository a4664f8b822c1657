using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Razor.TagHelpers;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CoopMarket.Web.Features.Shared;

/// <summary>
/// <c>&lt;a href="~@Model.Here/edit"&gt;</c>: resolves a link whose path is computed as a whole. The framework's own helper
/// takes only links that are written with <c>~/</c>, and lets the others go out as they stand.
/// </summary>
[HtmlTargetElement("a", Attributes = "[href^='~']")]
// Razor finds tag helpers only where they are public.
public sealed class FromRootTagHelper(IUrlHelperFactory urls, HtmlEncoder encoder) : UrlResolutionTagHelper(urls, encoder);
