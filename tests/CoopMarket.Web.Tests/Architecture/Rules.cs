using System.Reflection;
using System.Text.RegularExpressions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>The rules of the house. Each takes what it judges, so that a planted violator can show that it bites.</summary>
internal static partial class Rules
{
    private static readonly string[] Guarded = ["Stripe", "MailKit", "MimeKit", "NetVips", "Amazon"];

    /// <summary>A file of an area names nothing of another area but its Contract.</summary>
    public static IEnumerable<string> Walls(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        let area = AreaOf(file.Path)
        where area is not null && !Sources.Reading.Contains(area)
        from Match use in OtherArea().Matches(file.Text)
        let other = use.Groups["area"].Value
        where other != area && Sources.Areas.Contains(other) && use.Groups["part"].Value != "Contract"
        select $"{file.Path}: {use.Value}";

    /// <summary>A writing area's domain is its own: other areas know its events, ids and enumerations, never its entities.</summary>
    public static IEnumerable<string> Tables(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        let area = AreaOf(file.Path)
        where area is not null && !Sources.Reading.Contains(area)
        from Match use in SetOf().Matches(file.Text)
        let entity = use.Groups["entity"].Value
        let owner = OwnerOf(entity)
        where owner is not null && owner != area
        select $"{file.Path}: {use.Value} belongs to {owner}";

    /// <summary>Libraries of the edge are named only in their adapters.</summary>
    public static IEnumerable<string> Edges(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        where !file.Path.Contains("/Adapters/", StringComparison.Ordinal)
        from library in Guarded
        where Regex.IsMatch(file.Text, $@"^using (static )?{library}\b", RegexOptions.Multiline, TimeSpan.FromSeconds(5))
        select $"{file.Path} uses {library}";

    /// <summary>Storefront, Desk and Admin read through MarketReads and can't save.</summary>
    public static IEnumerable<string> Readers(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        where Sources.Reading.Contains(AreaOf(file.Path) ?? "")
        where Regex.IsMatch(file.Text, @"\bMarketDb\b|ExecuteUpdate|ExecuteDelete|SaveChanges", RegexOptions.None, TimeSpan.FromSeconds(5))
        select file.Path;

    /// <summary>Page models know no database; handlers know no HTTP and don't save.</summary>
    public static IEnumerable<string> Slices(IEnumerable<(string Path, string Text)> files) =>
        (from file in files
         where file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) && file.Text.Contains("MarketDb", StringComparison.Ordinal)
         select $"{file.Path} knows MarketDb").Concat(
         from file in files
         where !file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) && file.Text.Contains("IRequestHandler<", StringComparison.Ordinal)
         where Regex.IsMatch(file.Text, @"\bHttpContext\b|\bPageModel\b|SaveChanges|IMediator", RegexOptions.None, TimeSpan.FromSeconds(5))
         select $"{file.Path}: a handler saves, sends or knows HTTP");

    /// <summary>Every request names for whom it is, by exactly one of the five.</summary>
    public static IEnumerable<string> ForWhom(IEnumerable<Type> requests)
    {
        Type[] whom = [typeof(IForAnyone), typeof(IForPerson), typeof(IForGuestOf), typeof(IForCooperative), typeof(IForAdmin)];
        return requests.Where(r => whom.Count(w => w.IsAssignableFrom(r)) != 1).Select(r => r.FullName!);
    }

    /// <summary>Every command has a registered validator.</summary>
    public static IEnumerable<string> Validated(IEnumerable<Type> requests, IEnumerable<Type> all)
    {
        var validated = all.SelectMany(t => t.BaseType is { IsGenericType: true } b && b.GetGenericTypeDefinition() == typeof(AbstractValidator<>) ? b.GetGenericArguments() : []).ToHashSet();
        return requests.Where(r => IsCommand(r) && !validated.Contains(r)).Select(r => r.FullName!);
    }

    /// <summary>All requests of an assembly.</summary>
    public static IEnumerable<Type> Requests(IEnumerable<Type> types)
        => types.Where(t => t is { IsClass: true, IsAbstract: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)));

    /// <summary>No money in fractions, no fractions at all, on anything that is stored.</summary>
    public static IEnumerable<string> Fractions(IEnumerable<Type> entities) =>
        from entity in entities
        from property in entity.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        let type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        where type == typeof(decimal) || type == typeof(double) || type == typeof(float)
        select $"{entity.Name}.{property.Name}";

    /// <summary>Files longer than the house allows.</summary>
    public static IEnumerable<string> Sizes(IEnumerable<(string Path, string Text)> files, IReadOnlySet<string> excused) =>
        from file in files
        where !excused.Contains(file.Path)
        let lines = file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1
        let most = file.Path.EndsWith(".cshtml", StringComparison.Ordinal) ? 120
            : file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? 60
            : file.Text.Contains("IRequestHandler<", StringComparison.Ordinal) ? 150 : 300
        where lines > most
        select $"{file.Path}: {lines} lines, {most} at most";

    private static bool IsCommand(Type request)
        => request.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    private static string? AreaOf(string path) => AreaFolder().Match(path) is { Success: true } m ? m.Groups["area"].Value : null;

    private static string? OwnerOf(string entity)
        => Sources.Domain.GetTypes().FirstOrDefault(t => t.Name == entity && t.IsAssignableTo(typeof(Entity)))?.Namespace?.Split('.')[^1]
           ?? Sources.Web.GetTypes().FirstOrDefault(t => t.Name == entity && t.Namespace?.Contains(".Features.", StringComparison.Ordinal) == true)?.Namespace?.Split('.')[3];

    [GeneratedRegex(@"Features/(?<area>\w+)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AreaFolder();

    [GeneratedRegex(@"CoopMarket\.Web\.Features\.(?<area>\w+)(\.(?<part>\w+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherArea();

    [GeneratedRegex(@"\bSet<(?<entity>\w+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SetOf();
}
