namespace CoopMarket.Web.Features.Search;

/// <summary>What can be found.</summary>
internal enum FindableKind
{
    Product,
    Cooperative,
    Story,
}

/// <summary>Where a word stands, and what that is worth; the market promises this order on its page about ranking.</summary>
internal static class Points
{
    public const int Name = 16;
    public const int Who = 8;
    public const int Place = 4;
    public const int Text = 1;
}
