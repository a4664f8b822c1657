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
}
