using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shipping;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>How a shelf is ordered; what is not one of these is the market's own order.</summary>
internal enum ShelfOrder
{
    /// <summary>The market's own; in a search, what fits best.</summary>
    Usual,
    Newest,
    Cheapest,
    Dearest,

    /// <summary>By the price of 100 g, 100 ml or a piece.</summary>
    Unit,
}

/// <summary>By what readers narrow a shelf; the names, in small letters, are those in addresses.</summary>
internal enum Facet
{
    /// <summary>A category and those below it; in a search only, shelves have pages of their own.</summary>
    Kind,
    Coop,
    Commune,
    Price,
    Paper,

    /// <summary>In season now.</summary>
    Season,

    /// <summary>Goes to a country.</summary>
    To,

    /// <summary>In stock or made to order.</summary>
    Ready,
}

/// <summary>Prices between two bounds.</summary>
/// <param name="Name">As in addresses.</param>
/// <param name="From">Đồng, included.</param>
/// <param name="Below">Đồng, not included.</param>
internal sealed record PriceBand(string Name, long From, long Below)
{
    public static IReadOnlyList<PriceBand> All { get; } =
    [
        new("under-100", 0, 100_000), new("100-300", 100_000, 300_000), new("300-1000", 300_000, 1_000_000), new("over-1000", 1_000_000, long.MaxValue),
    ];

    /// <summary>The one that holds a price, đồng.</summary>
    public static PriceBand Of(long dong) => All.First(b => b.Holds(dong));

    public bool Holds(long dong) => From <= dong && dong < Below;
}

/// <summary>A certificate as readers look for it.</summary>
/// <param name="Name">As in addresses.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Stars">For OCOP, else null.</param>
internal sealed record Paper(string Name, CertificateKind Kind, int? Stars = null)
{
    public static IReadOnlyList<Paper> All { get; } =
    [
        new("ocop-5", CertificateKind.Ocop, 5), new("ocop-4", CertificateKind.Ocop, 4), new("ocop-3", CertificateKind.Ocop, 3),
        new("organic", CertificateKind.Organic), new("gi", CertificateKind.GeographicalIndication), new("vietgap", CertificateKind.VietGap), new("mark", CertificateKind.CollectiveMark),
    ];
}

/// <summary>What a reader chose, one value of each facet at most; whatever an address says that makes no sense counts as not said.</summary>
internal sealed record Sieve(IReadOnlyDictionary<Facet, string> Chosen, ShelfOrder Order)
{
    /// <summary>The value of what is either chosen or not.</summary>
    public const string On = "on";

    private const int Longest = 100;

    /// <summary>Nothing chosen.</summary>
    public static Sieve None { get; } = new(new Dictionary<Facet, string>(), ShelfOrder.Usual);

    /// <summary>Reads an address.</summary>
    public static Sieve Read(IQueryCollection query)
    {
        Dictionary<Facet, string> chosen = [];
        foreach (var facet in Enum.GetValues<Facet>())
            if (query[NameOf(facet)].ToString() is { Length: > 0 and <= Longest } value && MakesSense(facet, value))
                chosen[facet] = value;
        var order = Enum.GetValues<ShelfOrder>().FirstOrDefault(o => NameOf(o) == query["order"].ToString());
        return new(chosen, order);
    }

    /// <summary>As addresses call it.</summary>
    public static string NameOf(Enum name) => name.ToString().ToLowerInvariant();

    /// <summary>The same without a facet.</summary>
    public Sieve Without(Facet facet) => this with { Chosen = Chosen.Where(c => c.Key != facet).ToDictionary() };

    /// <summary>What stands in an address for it, in one order whatever was typed.</summary>
    public IEnumerable<string> Words()
        => Chosen.OrderBy(c => c.Key).Select(c => NameOf(c.Key) + "=" + Uri.EscapeDataString(c.Value))
            .Concat(Order == ShelfOrder.Usual ? [] : ["order=" + NameOf(Order)]);

    private static bool MakesSense(Facet facet, string value) => facet switch
    {
        Facet.Price => PriceBand.All.Any(b => b.Name == value),
        Facet.Paper => Paper.All.Any(p => p.Name == value),
        Facet.To => Zones.Inhabited.Contains(value),
        Facet.Season or Facet.Ready => value == On,
        // Addresses of categories and cooperatives, and codes of communes.
        _ => value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'),
    };
}
