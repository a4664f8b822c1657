using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(CoopMarket.Web.Tests.House.LongOnesFirst))]

namespace CoopMarket.Web.Tests.House;

/// <summary>Begins with the classes that take longest, so that in the end no core waits for another.</summary>
public sealed class LongOnesFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        "Every_page_is_sound", "DemoShop", "Bad_input_is_boring", "The_demo_market", "PhotoMemoryTests", "Reading_and_sending", "Any_sequence_keeps_the_books", "The_program_from_outside", "Walls_hold",
        "Bad_input_on_PostgreSQL", "Bad_input_over_http",
        "From_a_listing_to_a_delivered_order",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection
        => [.. testCollections.OrderBy(c => Place(c.TestCollectionDisplayName))];

    private static int Place(string name) => Array.FindIndex(Long, l => name.Contains("." + l, StringComparison.Ordinal)) is var place and >= 0 ? place : Long.Length;
}
