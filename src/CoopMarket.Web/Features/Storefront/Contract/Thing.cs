using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Photos.Contract;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>Who sells, as cards and hems show it.</summary>
internal sealed record Seller(CooperativeId Id, string Slug, LocalizedText Name, int BandTurn)
{
    private static readonly string[] Before = ["Liên hiệp Hợp tác xã ", "Hợp tác xã ", "HTX "];
    private static readonly string[] After = [" Cooperative Union", " Union of Cooperatives", " Cooperative"];

    /// <summary>What its band is drawn from.</summary>
    public string Band => Id.ToString();

    /// <summary>The name without what it is by law, where there is little room.</summary>
    public string Short(string language) => ShortOf(Name.In(language));

    /// <summary>A name without what it is by law.</summary>
    public static string ShortOf(string name)
    {
        if (Before.FirstOrDefault(k => name.StartsWith(k, StringComparison.OrdinalIgnoreCase)) is { } before)
            return name[before.Length..];
        return After.FirstOrDefault(k => name.EndsWith(k, StringComparison.OrdinalIgnoreCase)) is { } after ? name[..^after.Length] : name;
    }
}

/// <summary>A product as a card shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its address below <c>/p/</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Line">One line of its story; may be empty.</param>
/// <param name="Seller">Whose it is.</param>
/// <param name="Village">Where it comes from; may be empty.</param>
/// <param name="Price">Of the cheapest size that can be had, tax included.</param>
/// <param name="Size">The name of that size.</param>
/// <param name="Unit">What compares sizes; null where it would say the same as the price.</param>
/// <param name="HasDearer">Whether other sizes cost more.</param>
/// <param name="Photo">Its cover; null where it has none.</param>
/// <param name="IsReady">In stock or made to order, and its cooperative is open.</param>
/// <param name="OpensOn">When its cooperative opens again; null when it is open.</param>
/// <param name="SeasonStarts">The month, 1 to 12, in which it is to be had again; null when it is in season.</param>
/// <param name="FirstLiveAt">Since when it is on the shelf, UTC.</param>
internal sealed record Thing(
    ProductId Id, string Slug, LocalizedText Name, LocalizedText Line, Seller Seller, string Village, Money Price, LocalizedText Size, UnitPrice? Unit, bool HasDearer,
    PhotoView? Photo, bool IsReady, DateOnly? OpensOn, int? SeasonStarts, DateTimeOffset FirstLiveAt)
{
    /// <summary>When it is sent where there is none on hand and it can be ordered ahead; null else.</summary>
    public SendWindow? Ahead { get; init; }

    /// <summary>The average of the stars that buyers gave, in tenths, and how many did; null where they are too few to tell it.</summary>
    public (int Tenths, int Count)? Stars { get; init; }

    /// <summary>The first of a shelf, shown large.</summary>
    public bool IsLead { get; init; }

    /// <summary>Near the top of the page: its photo is fetched at once.</summary>
    public bool IsEarly { get; init; }

    /// <summary>Far down the page of a reader who saves data: the cooperative's cloth stands for its photo.</summary>
    public bool IsSpared { get; init; }

    /// <summary>Where it lies on a shelf: the first two are early, what is beyond a dozen is spared to those who save data.</summary>
    public Thing At(int place, bool savesData) => this with { IsEarly = place < 2, IsSpared = savesData && place >= 12 };
}
