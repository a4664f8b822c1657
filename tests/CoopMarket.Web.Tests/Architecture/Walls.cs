using System.Reflection;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>Who may know whom, judged on compiled types.</summary>
internal static class Walls
{
    private static readonly Dictionary<string, string> Guarded = new(StringComparer.Ordinal)
    {
        ["Stripe"] = "Cards",
        ["MailKit"] = "Mail",
        ["MimeKit"] = "Mail",
        ["NetVips"] = "Images",
        ["Amazon"] = "Blobs",
    };

    /// <summary>
    /// An area knows of another its Contract and what its part of the domain publishes: events, ids, enumerations, refusals
    /// and what is listed by name. Reading areas read everything.
    /// </summary>
    public static IEnumerable<string> Between(IEnumerable<Type> types) =>
        from type in types
        let area = Sources.AreaOf(type)
        where area is not null && !Sources.Reading.Contains(area)
        from used in Compiled.TypesIn(type)
        where IsOthersFeature(area, used) || IsOthersDomain(area, used)
        select $"{type} knows {used}";

    /// <summary>A part of the domain knows of another only what it publishes.</summary>
    public static IEnumerable<string> InTheDomain(IEnumerable<Type> types) =>
        from type in types
        let part = Sources.PartOf(type)
        where part is not null
        from used in Compiled.TypesIn(type)
        where IsOthersDomain(part, used)
        select $"{type} knows {used}";

    /// <summary>What all areas stand on knows of them only their Contracts.</summary>
    public static IEnumerable<string> Below(IEnumerable<Type> types) =>
        from type in types
        where Sources.IsBelow(type)
        from used in Compiled.TypesIn(type)
        where IsOthersFeature("", used)
        select $"{type} knows {used}";

    /// <summary>Libraries of the edge are named only in the folder of their adapter.</summary>
    public static IEnumerable<string> Edges(IEnumerable<Type> types) =>
        from type in types
        from used in Compiled.TypesIn(type)
        where Guarded.TryGetValue(used.Namespace?.Split('.')[0] ?? "", out var adapter)
            && Sources.Outermost(type).Namespace != "CoopMarket.Web.Adapters." + adapter
        select $"{type} knows {used}";

    /// <summary>Storefront, Desk and Admin know the database by MarketReads alone, and can't save.</summary>
    public static IEnumerable<string> Readers(IEnumerable<Type> types) =>
        from type in types
        where Sources.Reading.Contains(Sources.AreaOf(type) ?? "")
        where Compiled.TypesIn(type).Any(IsDatabase) || Compiled.MembersIn(type).Any(IsBulk)
        select $"{type} could save";

    /// <summary>A bulk change is made in the area that owns the rows.</summary>
    public static IEnumerable<string> Bulk(IEnumerable<Type> types) =>
        from type in types
        from call in Compiled.MembersIn(type).OfType<MethodInfo>().Where(IsBulk)
        let rows = call.GetGenericArguments()[0]
        where HomeOf(rows) != HomeOf(type)
        select $"{type} changes {rows}";

    /// <summary>Compiled pages know no database and nothing that is stored.</summary>
    /// <param name="types">Pages among others.</param>
    /// <param name="excused">Pages that may show an entity, each with its reason; none may know the database.</param>
    public static IEnumerable<string> Pages(IEnumerable<Type> types, IReadOnlyDictionary<string, string> excused) =>
        from type in types
        where Sources.Outermost(type).IsAssignableTo(typeof(RazorPageBase))
        from used in Compiled.TypesIn(type)
        where IsDatabase(used) || used == typeof(MarketReads)
            || (!excused.ContainsKey(Sources.Outermost(type).Name) && (used.IsAssignableTo(typeof(Entity)) || Sources.Stored.Contains(used)))
        select $"{type} knows {used}";

    /// <summary>Page models know no database.</summary>
    public static IEnumerable<string> PageModels(IEnumerable<Type> types) =>
        from type in types
        where Sources.Outermost(type).IsAssignableTo(typeof(PageModel))
        from used in Compiled.TypesIn(type)
        where IsDatabase(used) || used == typeof(MarketReads)
        select $"{type} knows {used}";

    /// <summary>Whether it is a database context.</summary>
    public static bool IsDatabase(Type type) => type.IsAssignableTo(typeof(DbContext));

    /// <summary>Whether it changes rows at once, past the tracker.</summary>
    public static bool IsBulk(MemberInfo member) => member is MethodInfo { IsGenericMethod: true } && (member.Name.StartsWith("ExecuteUpdate", StringComparison.Ordinal) || member.Name.StartsWith("ExecuteDelete", StringComparison.Ordinal));

    private static bool IsOthersFeature(string area, Type used)
        => Sources.AreaOf(used) is { } other && other != area && Sources.Areas.Contains(other) && !Sources.IsContract(used);

    private static bool IsOthersDomain(string area, Type used)
        => Sources.PartOf(used) is { } other && other != area && other != "Shared" && !Published.Has(Sources.Outermost(used));

    private static string? HomeOf(Type type) => Sources.AreaOf(type) ?? Sources.PartOf(type) ?? Sources.Outermost(type).Namespace;
}
