using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Browser.Tests.Sweep;

/// <summary>Every page of the market, as its reader sees it.</summary>
[Collection(SweptMarket.Name)]
public sealed class Every_page_is_sound(FullMarket full)
{
    public static TheoryData<string, int, string> Rows(string part)
    {
        var rows = new TheoryData<string, int, string>();
        for (var i = 0; i < Visits.Of[part].Length; i++)
            rows.Add(part, i, $"{Visits.Of[part][i].Template} as {Visits.Of[part][i].Who}");
        return rows;
    }

    [Fact]
    public void Every_page_is_visited()
    {
        var pages = full.Market.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(p => !p.StartsWith("/dev/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        pages.ShouldBe(Visits.Of.Values.SelectMany(v => v).Select(v => v.Template).Concat(Visits.NoPages).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rows), "shop")]
    public Task The_shop_can_be_read_by_everybody(string part, int row, string page) => IsSoundAsync(part, row, page);

    [Theory]
    [MemberData(nameof(Rows), "account")]
    public Task Accounts_and_applications_can_be_read_by_everybody(string part, int row, string page) => IsSoundAsync(part, row, page);

    [Theory]
    [MemberData(nameof(Rows), "desk")]
    public Task The_desk_can_be_read_by_everybody(string part, int row, string page) => IsSoundAsync(part, row, page);

    [Theory]
    [MemberData(nameof(Rows), "office")]
    public Task The_office_can_be_read_by_everybody(string part, int row, string page) => IsSoundAsync(part, row, page);

    [Fact]
    public async Task A_page_with_everything_wrong_is_found_out()
    {
        const string Wrong = """
            <!doctype html><html lang="en"><title>Wrong</title><main><h1>Wrong</h1><p style="color:#ccc;background:#fff">pale</p><button style="height:20px">low</button>
            <div style="width:2000px">wide</div><p>Spoken by no resource</p><a href="/en/products">elsewhere</a><a href="/sell/~/sell/apply">nowhere</a><img src="/en/assets/x.png" alt=""><script>throw new Error('broken')</script></main></html>
            """;
        await full[As.Guest].Page.Context.RouteAsync(url => url.Contains("/wrong", StringComparison.Ordinal), route => route.FulfillAsync(new() { Body = Wrong, ContentType = "text/html" }));
        var faults = string.Join('\n', await new PageCheck(full, new("/wrong", As.Guest)).FaultsAsync());
        foreach (var fault in new[] { "vi: says it speaks en", "is no address", "leaves the language", "an asset under a language", "px wide", "only 20 px high", "color-contrast", "a script broke", "the console says", "not out of the resources: Spoken by no resource", "mirrored, 360 px: the page is" })
            faults.ShouldContain(fault);
    }

    private async Task IsSoundAsync(string part, int row, string page)
        => (await new PageCheck(full, Visits.Of[part][row]).FaultsAsync()).ShouldBeEmpty(page);
}

/// <summary>One market for all that looks at every page.</summary>
[CollectionDefinition(Name)]
public sealed class SweptMarket : ICollectionFixture<FullMarket>
{
    /// <summary>Begins as the longest of its classes is called: by that the longest are begun first.</summary>
    public const string Name = "CoopMarket.Browser.Tests.Sweep.Every_page_is_sound and valid HTML";
}
