namespace CoopMarket.Domain.Stories;

/// <summary>Ways to begin a story, for who doesn't write for a living: each asks three questions, one block for an answer to each.</summary>
public static class StoryPatterns
{
    private static readonly string[] Asked = ["who", "how", "why"];

    /// <summary>By their keys: of a maker, of a thing, of a place.</summary>
    public static IReadOnlyList<string> All { get; } = ["maker", "thing", "place"];

    /// <summary>The keys of all questions, such as <c>maker-who</c>.</summary>
    public static IReadOnlyList<string> Questions { get; } = [.. All.SelectMany(Of)];

    /// <summary>The keys of the questions of one pattern, in their order.</summary>
    public static IEnumerable<string> Of(string pattern) => Asked.Select(q => $"{pattern}-{q}");

    /// <summary>The empty blocks of one pattern: a place for each answer, and after the first a place for a photo.</summary>
    /// <param name="pattern">One of <see cref="All"/>.</param>
    public static IReadOnlyList<StoryBlock> Blocks(string pattern)
    {
        List<StoryBlock> blocks = [.. Of(pattern).Select(q => TextBlock.Of("", q))];
        blocks.Insert(1, StoryBlock.Empty(BlockKind.Photo));
        return blocks;
    }
}
