using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>What a part of the domain publishes: what others may know of it without knowing its entities.</summary>
internal static class Published
{
    /// <summary>Values and rules without state that others need, each with its reason.</summary>
    public static IReadOnlyDictionary<Type, string> ByName { get; } = new Dictionary<Type, string>
    {
        [typeof(Band)] = "what a band looks like when it is drawn",
        [typeof(PhotoSubject)] = "names what a photo belongs to: an id with its kind",
        [typeof(TrackingLink)] = "how carriers write their numbers and addresses: a table",
        [typeof(UnitPrice)] = "what a measure costs: a value, shown wherever goods are",
        [typeof(WovenBand)] = "draws a cooperative's band from its id, in every layout",
        [typeof(Zones)] = "the countries of the world and the market's own: a table",
    };

    /// <summary>Events, ids, enumerations and refusals are for everybody; the rest by name.</summary>
    public static bool Has(Type type)
        => type.IsEnum || type.IsSubclassOf(typeof(DomainEvent)) || type.IsSubclassOf(typeof(Refusal)) || IsId(type) || ByName.ContainsKey(type);

    private static bool IsId(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));
}
