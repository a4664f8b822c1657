namespace CoopMarket.Web.Features.Search.Contract;

/// <summary>What can be found.</summary>
internal enum FindableKind
{
    Product,
    Cooperative,
    Story,
}
