using System.Reflection;
using System.Runtime.CompilerServices;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>The files and types that the rules look at.</summary>
internal static class Sources
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "../../.."));

    public static Assembly Web { get; } = typeof(Program).Assembly;

    public static Assembly Domain { get; } = typeof(Domain.Shared.Money).Assembly;

    /// <summary>Every area: a folder of Features that holds a registration.</summary>
    public static IReadOnlyList<string> Areas { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "src/CoopMarket.Web/Features"), "*Area.cs", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)[..^"Area.cs".Length])];

    /// <summary>Areas that only read, across all the others.</summary>
    public static IReadOnlyList<string> Reading { get; } = ["Storefront", "Desk", "Admin", "Dev"];

    /// <summary>Source files under a folder, without what is generated.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder, string pattern)
        => Directory.GetFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(Root, f), File.ReadAllText(f)));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
