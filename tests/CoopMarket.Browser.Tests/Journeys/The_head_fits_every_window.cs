using CoopMarket.Browser.Tests.Pages;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>The head of each page of the shop at every width between a small phone and a desktop, in the languages whose words are longest.</summary>
public sealed class The_head_fits_every_window
{
    private const int Narrowest = 320;
    private const int Widest = 1440;
    private const int Step = 16;
    private const int Height = 800;

    private const string Outside = """
        () => [...document.querySelectorAll('.top a, .top button, .top input')]
          .filter((thing) => thing.offsetParent && thing.getBoundingClientRect().right > document.documentElement.clientWidth + .5)
          .map((thing) => thing.textContent.trim() || thing.name)
        """;

    [Theory]
    [InlineData("/fr/cart")]
    [InlineData("/cart")]
    public async Task Nothing_of_it_lies_outside(string path)
    {
        await using var market = await LiveMarket.OpenAsync();
        var window = await Screen.OpenAsync(market, Narrowest, scripts: false);
        await window.OpenAsync(path);
        List<string> outside = [];
        for (var width = Narrowest; width <= Widest; width += Step)
        {
            await window.Page.SetViewportSizeAsync(width, Height);
            outside.AddRange((await window.Page.EvaluateAsync<string[]>(Outside)).Select(thing => $"{thing} at {width}"));
        }

        outside.ShouldBeEmpty();
    }
}
