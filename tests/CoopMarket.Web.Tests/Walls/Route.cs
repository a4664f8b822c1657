using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>One way into the market: a verb, an address and, on pages with several buttons, which of them.</summary>
/// <param name="Handler">The handler's name; «-» where it has none.</param>
internal sealed record Route(string Verb, string Template, string Handler)
{
    private const string Unnamed = "-";

    public override string ToString() => $"{Verb} {Template} {Handler}";

    /// <summary>Every way into a running market, out of its own list of endpoints: page handlers and minimal endpoints alike.</summary>
    public static async Task<IReadOnlyList<Route>> AllAsync(IServiceProvider services)
        => await OfAsync(services, services.GetRequiredService<EndpointDataSource>().Endpoints);

    /// <summary>The ways into some endpoints.</summary>
    public static async Task<IReadOnlyList<Route>> OfAsync(IServiceProvider services, IEnumerable<Microsoft.AspNetCore.Http.Endpoint> endpoints)
    {
        var loader = services.GetRequiredService<PageLoader>();
        HashSet<Route> routes = [];
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>())
        {
            var template = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                foreach (var handler in (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods)
                    routes.Add(new(handler.HttpMethod.ToUpperInvariant(), template, handler.Name ?? Unnamed));
            else
                foreach (var verb in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"])
                    routes.Add(new(verb, template, Unnamed));
        }

        return [.. routes.OrderBy(r => r.Template, StringComparer.Ordinal).ThenBy(r => r.Verb, StringComparer.Ordinal).ThenBy(r => r.Handler, StringComparer.Ordinal)];
    }
}
