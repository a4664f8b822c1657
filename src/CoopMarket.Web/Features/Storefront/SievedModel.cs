using System.Globalization;
using CoopMarket.Web.Features.Shared;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A page of goods that a reader may narrow and put in order; all of it stands in its address.</summary>
internal abstract class SievedModel : MarketPage
{
    /// <summary>What may be chosen, each with how many goods there would be.</summary>
    public abstract IReadOnlyList<FacetChoice> Facets { get; }

    /// <summary>What is chosen, as far as it is known.</summary>
    public abstract Sieve Sieve { get; }

    /// <summary>What was searched; null on shelves.</summary>
    public virtual string? Asked => null;

    /// <summary>Whether there is more than was counted.</summary>
    public virtual bool IsCut => false;

    /// <summary>From 1; what is no number is the first.</summary>
    protected int PageNumber => int.TryParse(Request.Query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    /// <summary>
    /// Whether search engines should leave it: a shelf narrowed twice or more is one of thousands that show the same goods.
    /// Narrowed once it names the whole shelf as its origin.
    /// </summary>
    public bool IsDeep => Sieve.Chosen.Count > 1;

    /// <summary>The address of another page of the same.</summary>
    public string PageAddress(int page) => Address(Sieve, page);

    /// <summary>The address with other choices, from its first page.</summary>
    public string AddressOf(Sieve sieve) => Address(sieve, page: 1);

    /// <summary>What is chosen as the end of another shelf's address, with the question mark; empty where nothing is.</summary>
    public string Tail() => string.Join('&', Sieve.Words()) is { Length: > 0 } words ? "?" + words : "";

    private string Address(Sieve sieve, int page)
    {
        List<string> query = [.. sieve.Words()];
        if (Asked is { } text)
            query.Insert(0, "q=" + Uri.EscapeDataString(text));
        if (page > 1)
            query.Add("p=" + page.ToString(CultureInfo.InvariantCulture));
        return Request.PathBase + Request.Path + (query.Count > 0 ? "?" + string.Join('&', query) : "");
    }
}
