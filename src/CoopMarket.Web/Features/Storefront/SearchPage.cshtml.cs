using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>Search, and its field on small screens.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
[Reads("q", "p", "order", typeof(Facet))]
[EnableRateLimiting(Limit.Search)]
internal sealed class SearchPageModel : SievedModel
{
    /// <summary>As typed, cut where nobody types so much.</summary>
    public string Text { get; private set; } = "";

    public SearchPage.View Found { get; private set; } = null!;

    public override string Asked => Text;

    public override IReadOnlyList<FacetChoice> Facets => Found.Facets;

    public override bool IsCut => Found.IsCut;

    public override Sieve Sieve => Found.Sieve;

    public async Task OnGetAsync()
    {
        var text = Request.Query["q"].ToString().Trim();
        Text = text.Length <= Search.Contract.Finder.Longest ? text : text[..Search.Contract.Finder.Longest];
        Found = await SendAsync(new SearchPage.Query(Actor, Text, Sieve.Read(Request.Query), PageNumber));
    }
}
