using System.Reflection;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>Who may take a way into the market.</summary>
internal enum Whom
{
    /// <summary>Everybody, signed in or not.</summary>
    Anyone,

    /// <summary>A signed-in person, for what is her own.</summary>
    Person,

    /// <summary>Who placed the order, or holds its secret.</summary>
    Buyer,

    /// <summary>Any member of the cooperative.</summary>
    Desk,

    /// <summary>Its managers and packers.</summary>
    DeskPacking,

    /// <summary>Its managers and storytellers.</summary>
    DeskTelling,

    /// <summary>Its managers.</summary>
    DeskManager,

    Admin,

    /// <summary>The bank's messenger, by its key.</summary>
    Bank,

    /// <summary>Nobody outside Development.</summary>
    Developer,
}

/// <summary>A line of the table: a route and who may take it.</summary>
internal sealed record Row(Whom Whom, Route Route)
{
    public bool IsDesk => Whom is Whom.Desk or Whom.DeskPacking or Whom.DeskTelling or Whom.DeskManager;

    public override string ToString() => $"{Whom,-12} {Route.Verb,-4} {Route.Template} {Route.Handler}";
}

/// <summary>The table of all routes, <c>routes.txt</c>: a change of permission shows in its diff.</summary>
internal static class Table
{
    public static IReadOnlyList<Row> Rows { get; } = [.. Lines().Select(Read)];

    private static Row Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(Enum.Parse<Whom>(words[0]), new(words[1], words[2], words[3]));
    }

    private static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("routes.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
