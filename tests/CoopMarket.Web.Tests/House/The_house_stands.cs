using System.Net;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Tests.House;

public sealed class The_house_stands
{
    [Theory, EveryDatabase]
    internal async Task The_home_page_answers_in_both_languages(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var client = market.CreateClient();

        (await client.GetStringAsync("/")).ShouldContain("lang=\"vi\"");
        (await client.GetStringAsync("/en")).ShouldContain("lang=\"en\"");
        (await client.GetAsync("/nowhere")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EveryDatabase]
    internal async Task It_says_whether_it_lives_and_whether_it_can_serve(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var client = market.CreateClient();
        (await AskAsync(client, "/healthz")).ShouldBe((HttpStatusCode.OK, "alive"));
        (await AskAsync(client, "/readyz")).ShouldBe((HttpStatusCode.OK, "ready"));

        await TestDatabases.LoseAsync(provider, market.Connection);

        (await AskAsync(client, "/readyz")).ShouldBe((HttpStatusCode.ServiceUnavailable, "not ready"));
        (await AskAsync(client, "/healthz")).ShouldBe((HttpStatusCode.OK, "alive"));
        market.Log.Lines.ShouldContain(l => l.Contains("Not ready"));
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
