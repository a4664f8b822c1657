using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Rates.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>A part of a page as it was drawn: what it needs elsewhere on the page goes with it, so that it can be shown on another.</summary>
/// <param name="html">What was drawn.</param>
/// <param name="photos">What a page is to know of its photos.</param>
/// <param name="drawings">The bands and icons that it refers to.</param>
internal sealed class DrawnPart(IHtmlContent html, PagePhotos photos, Drawings.Sheet drawings)
{
    /// <summary>Draws a part for the running request. It may say nothing that depends on who reads it, or under which address.</summary>
    /// <param name="html">Of the page.</param>
    /// <param name="partial">The part's view.</param>
    /// <param name="model">What it shows.</param>
    public static async Task<DrawnPart> DrawAsync(IHtmlHelper html, string partial, object model)
    {
        var context = html.ViewContext.HttpContext;
        var drawings = context.RequestServices.GetRequiredService<Drawings>();
        var (page, sheet) = (PagePhotos.Of(context), drawings.Apart());
        var apart = PagePhotos.Apart(context);
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        (await html.PartialAsync(partial, model, html.ViewData)).WriteTo(text, context.RequestServices.GetRequiredService<HtmlEncoder>());
        page.GoOn(context);
        return new(new HtmlString(text.ToString()), apart, drawings.GoOn(sheet));
    }

    /// <summary>Shows it on the page of the running request.</summary>
    public IHtmlContent On(HttpContext context)
    {
        PagePhotos.Of(context).Add(photos);
        context.RequestServices.GetRequiredService<Drawings>().Add(drawings);
        return html;
    }
}

/// <summary>Parts of pages that are drawn once for as long as what they show is remembered.</summary>
internal static class DrawnOnce
{
    // Who tries out all languages and currencies shall not fill the memory.
    private const int MostReadings = 16;

    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<Reading, DrawnPart>> Known = [];

    /// <summary>A part of a page, drawn once for all who read the same language and currency.</summary>
    /// <param name="html">Of the page.</param>
    /// <param name="partial">The part's view; it may say nothing that depends on who reads it, or under which address.</param>
    /// <param name="model">What it shows, and never another: where something on it differs, it is another object.</param>
    public static async Task<IHtmlContent> OnceAsync(this IHtmlHelper html, string partial, object model)
    {
        var context = html.ViewContext.HttpContext;
        Reading reading = new(
            partial, context.RequestServices.GetRequiredService<Words>().Spoken, context.Request.PathBase.Value ?? "",
            await context.RequestServices.GetRequiredService<ReaderPrices>().TermsAsync(context), Reader.SavesData(context));
        var parts = Known.GetOrCreateValue(model);
        if (!parts.TryGetValue(reading, out var part))
        {
            part = await DrawnPart.DrawAsync(html, partial, model);
            if (parts.Count < MostReadings)
                parts[reading] = part;
        }

        return part.On(context);
    }

    /// <summary>For whom a part was drawn, and where it lies.</summary>
    private readonly record struct Reading(string Part, string Words, string Root, ExchangeTerms? Terms, bool SavesData);
}
