using System.Reflection;
using System.Runtime.CompilerServices;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>The files and types that the rules look at.</summary>
internal static class Sources
{
    private const string Features = "CoopMarket.Web.Features.";
    private const string Parts = "CoopMarket.Domain.";

    private static readonly string[] Foundations = ["Pipeline", "Messaging", "Data", "Adapters", "Hosting"];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "../../.."));

    public static Assembly Web { get; } = typeof(Program).Assembly;

    public static Assembly Domain { get; } = typeof(Domain.Shared.Money).Assembly;

    /// <summary>The model, without a database.</summary>
    public static IModel Model { get; } = new SqliteDesign().CreateDbContext([]).Model;

    /// <summary>Every type that has rows.</summary>
    public static IReadOnlySet<Type> Stored { get; } = Model.GetEntityTypes().Select(t => t.ClrType).ToHashSet();

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

    /// <summary>One file of the project.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The folder of Features that a type stands in; compiled pages stand where their source does.</summary>
    public static string? AreaOf(Type type)
    {
        var space = Outermost(type).Namespace;
        return space?.StartsWith(Features, StringComparison.Ordinal) == true ? space[Features.Length..].Split('.')[0] : null;
    }

    /// <summary>The part of the domain that a type stands in.</summary>
    public static string? PartOf(Type type)
        => Outermost(type).Namespace is { } space && space.StartsWith(Parts, StringComparison.Ordinal) ? space[Parts.Length..] : null;

    /// <summary>Whether a type is what its area tells others.</summary>
    public static bool IsContract(Type type)
        => AreaOf(type) is { } area && (Outermost(type).Namespace + ".").StartsWith($"{Features}{area}.Contract.", StringComparison.Ordinal);

    /// <summary>Whether a type belongs to what all areas stand on.</summary>
    public static bool IsBelow(Type type)
        => Foundations.Any(f => (Outermost(type).Namespace + ".").StartsWith($"CoopMarket.Web.{f}.", StringComparison.Ordinal));

    /// <summary>The type that others are nested in.</summary>
    public static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
