using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Hosting;

/// <summary>What a page for everybody reads from the query of its address. It never sees anything else, see <see cref="StrangeQuery"/>.</summary>
/// <param name="names">Names as they stand in addresses; of an enum's type, all its names in small letters.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReadsAttribute(params object[] names) : Attribute
{
    public IReadOnlySet<string> Names { get; } = names
        .SelectMany(n => n is Type values ? Enum.GetNames(values).Select(v => v.ToLowerInvariant()) : [(string)n])
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>
/// Where a link was passed on, others write into it what no page asked for, such as fbclid, another at every click. A page for everybody
/// is the same without: so it is kept once for all of them, and nothing of whom a link came through stands in what others are shown.
/// </summary>
internal static class StrangeQuery
{
    // What every page reads, its own names left aside.
    private static readonly HashSet<string> Everywhere = new(StringComparer.OrdinalIgnoreCase) { ReaderCurrency.InAddress };

    public static IApplicationBuilder UseStrangeQuery(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request is { QueryString.HasValue: true } request && context.GetEndpoint()?.Metadata is { } page && page.GetMetadata<OutputCacheAttribute>()?.PolicyName == PublicCache.Policy)
        {
            var own = page.GetMetadata<ReadsAttribute>()?.Names;
            bool IsRead(string name) => Everywhere.Contains(name) || own?.Contains(name) == true;
            if (request.Query.Any(q => !IsRead(q.Key)))
                request.QueryString = QueryString.Create(request.Query.Where(q => IsRead(q.Key)));
        }

        return next(context);
    });
}
