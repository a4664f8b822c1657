using CoopMarket.Web.Features.Storefront.Contract;

namespace CoopMarket.Web.Features.Search;

/// <summary>What a word is worth where it stands; the market promises this order on its page about ranking.</summary>
internal static class Points
{
    public const int Text = 1;

    public static int Of(FindablePlace place) => place switch
    {
        FindablePlace.Name => 16,
        FindablePlace.Who => 8,
        FindablePlace.Place => 4,
        _ => Text,
    };
}
