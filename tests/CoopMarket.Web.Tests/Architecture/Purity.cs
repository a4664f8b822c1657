using System.Diagnostics;
using System.Reflection;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>What no code, and the domain least of all, may ask: the clock, chance, the network by itself, a sleeping thread.</summary>
internal static class Purity
{
    /// <summary>What the analyzer must refuse.</summary>
    public static readonly string[] Symbols =
    [
        "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow",
        "M:System.Guid.NewGuid", "M:System.Guid.CreateVersion7", "M:System.Guid.CreateVersion7(System.DateTimeOffset)", "T:System.Random",
        "M:System.Net.Http.HttpClient.#ctor", "P:System.Threading.Tasks.Task`1.Result",
        "M:System.Threading.Thread.Sleep(System.Int32)", "M:System.Threading.Thread.Sleep(System.TimeSpan)",
    ];

    /// <summary>Symbols that a list of banned ones forgets.</summary>
    public static IEnumerable<string> Forgotten(string banned)
        => Symbols.Except(banned.Split('\n').Select(line => line.Split(';')[0]), StringComparer.Ordinal);

    /// <summary>Projects that don't hand the list to the analyzer.</summary>
    public static IEnumerable<string> Unwatched(IEnumerable<(string Path, string Text)> projects)
        => projects.Where(p => !p.Text.Contains("<AdditionalFiles Include=\"../BannedSymbols.txt\" />", StringComparison.Ordinal)).Select(p => p.Path);

    /// <summary>Types of the domain that read a clock or throw dice.</summary>
    public static IEnumerable<string> Impure(IEnumerable<Type> types) =>
        from type in types
        from member in Compiled.MembersIn(type)
        where IsImpure(member)
        select $"{type} asks {member.DeclaringType}.{member.Name}";

    private static bool IsImpure(MemberInfo member)
        => member.DeclaringType is { } type
            && (type == typeof(TimeProvider) || type == typeof(Random) || type == typeof(Stopwatch)
                || type == typeof(System.Security.Cryptography.RandomNumberGenerator)
                || (type == typeof(Environment) && member.Name.StartsWith("get_TickCount", StringComparison.Ordinal))
                || (type == typeof(Guid) && member.Name is nameof(Guid.NewGuid) or nameof(Guid.CreateVersion7))
                || ((type == typeof(DateTime) || type == typeof(DateTimeOffset)) && member.Name is "get_Now" or "get_UtcNow" or "get_Today"));
}
