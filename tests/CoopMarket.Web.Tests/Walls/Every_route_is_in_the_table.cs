using CoopMarket.Web.Tests.House;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>Deny by default, as a table: who adds a way in writes down who may take it, and how it is used (ASVS 8.2.1, gate T5).</summary>
public sealed class Every_route_is_in_the_table
{
    [Fact]
    public async Task The_table_and_the_market_name_the_same_routes()
    {
        await using var market = await Market.OpenAsync();
        Differences(await Route.AllAsync(market.Services)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_route_without_a_row_is_found()
    {
        await using var market = await Market.OpenAsync();
        var planted = market.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Append(new RouteEndpointBuilder(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/back-door"), 0) { Metadata = { new HttpMethodMetadata(["POST"]) } }.Build());
        Differences(await Route.OfAsync(market.Services, planted)).ShouldBe(["without a row: POST /back-door -"]);
    }

    [Fact]
    public async Task A_row_without_a_route_is_found()
    {
        await using var market = await Market.OpenAsync();
        var without = (await Route.AllAsync(market.Services)).Where(r => r.ToString() != "GET /admin -");
        Differences(without).ShouldBe(["without a route: GET /admin -"]);
    }

    [Fact]
    public void Each_row_says_how_its_route_is_used()
        => Table.Rows.Select(r => r.Route.ToString()).ShouldBe(Attempts.All.Keys, ignoreOrder: true);

    private static IEnumerable<string> Differences(IEnumerable<Route> routes)
    {
        var (there, told) = (routes.Select(r => r.ToString()).ToList(), Table.Rows.Select(r => r.Route.ToString()).ToList());
        return [.. there.Except(told).Select(r => "without a row: " + r), .. told.Except(there).Select(r => "without a route: " + r)];
    }
}
