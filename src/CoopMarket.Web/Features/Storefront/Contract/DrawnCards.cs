using System.Collections.Concurrent;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Rates.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>
/// Cards of goods as they were drawn last. A card looks the same on every page for all who read the same language and currency, so
/// it is drawn once and shown until something on it differs: nobody has to say that it changed.
/// </summary>
internal sealed class DrawnCards
{
    // About three kilobytes each.
    private const int Most = 3_000;

    private readonly ConcurrentDictionary<Reading, Drawn> _drawn = new();

    /// <summary>The card of a product, for the running request.</summary>
    public async Task<IHtmlContent> OfAsync(IHtmlHelper html, Thing thing)
    {
        var context = html.ViewContext.HttpContext;
        var terms = await context.RequestServices.GetRequiredService<ReaderPrices>().TermsAsync(context);
        Reading reading = new(
            thing.Id, context.RequestServices.GetRequiredService<Words>().Spoken, context.Request.PathBase.Value ?? "", terms?.Currency, Reader.SavesData(context), thing.IsLead, thing.IsEarly, thing.IsSpared);
        if (!_drawn.TryGetValue(reading, out var drawn) || drawn.Thing != thing || drawn.Terms != terms)
            drawn = Keep(reading, new(thing, terms, await DrawnPart.DrawAsync(html, "_Thing", thing)));
        // The next comparison is one of references: texts read anew are the same letter by letter only.
        else if (!ReferenceEquals(drawn.Thing.Name, thing.Name))
            Keep(reading, drawn with { Thing = thing });
        return drawn.Part.On(context);
    }

    private Drawn Keep(Reading reading, Drawn drawn)
    {
        if (_drawn.Count >= Most)
            _drawn.Clear();
        return _drawn[reading] = drawn;
    }

    /// <summary>For whom a card was drawn, and where it lies.</summary>
    private readonly record struct Reading(ProductId Id, string Words, string Root, Currency? Currency, bool SavesData, bool IsLead, bool IsEarly, bool IsSpared);

    /// <param name="Thing">What it says.</param>
    /// <param name="Terms">At which prices are shown besides; null in đồng alone.</param>
    private sealed record Drawn(Thing Thing, ExchangeTerms? Terms, DrawnPart Part);
}

/// <summary>Cards on pages.</summary>
internal static class CardsOnPages
{
    /// <summary>The card of a product.</summary>
    public static Task<IHtmlContent> CardAsync(this IHtmlHelper html, Thing thing) => html.ViewContext.HttpContext.RequestServices.GetRequiredService<DrawnCards>().OfAsync(html, thing);
}
