using System.Reflection;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>The rules of the house about requests and files. Each takes what it judges, so that a planted violator can show that it bites.</summary>
internal static class Rules
{
    /// <summary>Every request names for whom it is, by exactly one of the five.</summary>
    public static IEnumerable<string> ForWhom(IEnumerable<Type> requests)
    {
        Type[] whom = [typeof(IForAnyone), typeof(IForPerson), typeof(IForGuestOf), typeof(IForCooperative), typeof(IForAdmin)];
        return requests.Where(r => whom.Count(w => w.IsAssignableFrom(r)) != 1).Select(r => r.FullName!);
    }

    /// <summary>Every request has exactly one handler.</summary>
    public static IEnumerable<string> Handled(IEnumerable<Type> types)
    {
        var all = types.ToList();
        var handled = all.Where(IsHandler).SelectMany(h => h.GetInterfaces().Where(IsHandling).Select(i => i.GetGenericArguments()[0])).ToLookup(r => r);
        return Requests(all).Where(r => handled[r].Count() != 1).Select(r => $"{r} has {handled[r].Count()} handlers");
    }

    /// <summary>Every command has exactly one validator.</summary>
    /// <param name="requests">All requests.</param>
    /// <param name="registered">How many validators the market registers for one.</param>
    public static IEnumerable<string> Validated(IEnumerable<Type> requests, Func<Type, int> registered)
        => requests.Where(r => IsCommand(r) && registered(r) != 1).Select(r => r.FullName!);

    /// <summary>All requests among types.</summary>
    public static IEnumerable<Type> Requests(IEnumerable<Type> types)
        => types.Where(t => t is { IsClass: true, IsAbstract: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)));

    /// <summary>Handlers know no HTTP and no page, don't save and don't send.</summary>
    /// <param name="types">All types.</param>
    /// <param name="senders">The use cases that ask the outside while a person waits, each with its reason: begin, call, record.</param>
    public static IEnumerable<string> Handlers(IEnumerable<Type> types, IReadOnlyDictionary<Type, string> senders) =>
        from handler in types.Where(IsHandler)
        from part in Compiled.Whole(handler)
        from wrong in Compiled.TypesIn(part).Where(t => t.IsAssignableTo(typeof(HttpContext)) || t == typeof(IHttpContextAccessor) || t.IsAssignableTo(typeof(PageModel)) || (t == typeof(IMediator) && !senders.ContainsKey(Sources.Outermost(handler)))).Select(t => t.Name)
            .Concat(Compiled.MembersIn(part).Where(IsSave).Select(m => m.Name))
        select $"{handler} knows {wrong}";

    /// <summary>A reaction that writes calls nothing outside, and one that calls out writes nothing, as far as its calls reach.</summary>
    public static IEnumerable<string> Reactions(IEnumerable<Subscription> subscriptions) =>
        from reaction in subscriptions.DistinctBy(s => (s.Handler, s.Kind))
        let wrong = Compiled.Reached(reaction.Handler).FirstOrDefault(reaction.Kind == ReactionKind.Writes ? IsOutside : IsWrite)
        where wrong is not null
        select $"{reaction.Handler} ({reaction.Kind}) reaches {wrong.DeclaringType}.{wrong.Name}";

    /// <summary>Who asks is told by the session in page models and by jobs, nowhere else.</summary>
    public static IEnumerable<string> Actors(IEnumerable<Type> types, IReadOnlyDictionary<Type, string> excused) =>
        from type in types
        let outer = Sources.Outermost(type)
        where outer != typeof(Actor) && outer != typeof(MarketPage) && !excused.ContainsKey(outer)
        from made in Compiled.MembersIn(type).OfType<MethodInfo>()
        where made.DeclaringType == typeof(Actor) && made.IsStatic && made.ReturnType == typeof(Actor)
        where made.Name != nameof(Actor.Job) || !IsJob(outer)
        select $"{type} makes Actor.{made.Name}";

    /// <summary>Files longer than the house allows.</summary>
    /// <param name="files">Path and text.</param>
    /// <param name="excused">Paths that may be longer, each with its reason.</param>
    public static IEnumerable<string> Sizes(IEnumerable<(string Path, string Text)> files, IReadOnlyDictionary<string, string> excused) =>
        from file in files
        where !excused.ContainsKey(file.Path)
        let lines = file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1
        let most = file.Path.EndsWith(".cshtml", StringComparison.Ordinal) ? 120
            : file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) || file.Path.EndsWith("/Program.cs", StringComparison.Ordinal) ? 60
            : file.Text.Contains("IRequestHandler<", StringComparison.Ordinal) ? 150 : 300
        where lines > most
        select $"{file.Path}: {lines} lines, {most} at most";

    private static bool IsCommand(Type request)
        => request.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    private static bool IsHandler(Type type) => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(IsHandling);

    private static bool IsHandling(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>);

    private static bool IsJob(Type type) => type.IsAssignableTo(typeof(IScheduled)) || type.IsAssignableTo(typeof(IVerb)) || type.IsAssignableTo(typeof(IHostedService));

    private static bool IsSave(MemberInfo member) => member.Name.StartsWith("SaveChanges", StringComparison.Ordinal);

    private static bool IsOutside(MemberInfo member)
        => member.DeclaringType is { } type && (type.IsAssignableTo(typeof(HttpClient)) || type.Namespace is "CoopMarket.Web.Adapters.Mail" or "CoopMarket.Web.Adapters.Blobs" && type.IsInterface);

    private static bool IsWrite(MemberInfo member)
        => IsSave(member) || Walls.IsBulk(member) || (member.DeclaringType == typeof(Outbox) && member.Name == nameof(Outbox.Raise))
            || (member is MethodInfo { DeclaringType: { } type } && (Walls.IsDatabase(type) || IsSet(type))
                && (member.Name.StartsWith("Add", StringComparison.Ordinal) || member.Name.StartsWith("Remove", StringComparison.Ordinal)
                    || member.Name.StartsWith("Update", StringComparison.Ordinal) || member.Name.StartsWith("Attach", StringComparison.Ordinal)));

    private static bool IsSet(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DbSet<>);
}
