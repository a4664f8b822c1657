using System.Globalization;
using System.Text.RegularExpressions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Pages;

/// <summary>
/// A window of the browser as a person works it: she finds a field by its label, a button or link by its words, in the language
/// that the page speaks.
/// </summary>
internal sealed class Screen(LiveMarket market, IPage page, bool scripts)
{
    private const float Patience = 30_000;
    private const int MostText = 2_000;

    private readonly Words _words = market.Services.GetRequiredService<Words>();

    private string Language => Languages.All.FirstOrDefault(l => new Uri(page.Url).AbsolutePath.Split('/').ElementAtOrDefault(1) == l) ?? "vi";

    public LiveMarket Market => market;

    public IPage Page => page;

    /// <summary>Whether pages may run scripts here.</summary>
    public bool Scripts => scripts;

    /// <param name="host">Another name of the machine; null: as the market's own links have it.</param>
    /// <param name="keeps">Whether the market may keep pages in the browser.</param>
    public static async Task<Screen> OpenAsync(LiveMarket market, int width, bool scripts, string? host = null, bool keeps = false)
        => new(market, await Chromium.WindowAsync(market.Url, width, scripts, host, keeps), scripts);

    /// <summary>Another window of the same person: the same cookies.</summary>
    public async Task<Screen> AnotherAsync() => new(market, await page.Context.NewPageAsync(), scripts);

    /// <summary>A sentence in the language of the page.</summary>
    public string Say(string key, params object[] args) => _words.In(Language, key, args);

    /// <summary>An amount as the page writes it, whatever language this machine speaks.</summary>
    public string Written(Money amount)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            Languages.Speak(Language);
            return Show.Money(amount);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }

    /// <summary>Opens an address that answers 200.</summary>
    public async Task OpenAsync(string path) => (await page.GotoAsync(path))!.Status.ShouldBe(200, path);

    public ILocator Field(string key) => page.GetByLabel(Say(key), new() { Exact = true });

    // A button that no key reaches is there for the Enter key alone.
    public ILocator Button(string key) => page.GetByRole(AriaRole.Button, new() { Name = Say(key), Exact = true }).And(page.Locator(":not([tabindex='-1'])"));

    public ILocator Link(string key) => page.GetByRole(AriaRole.Link, new() { Name = Say(key), Exact = true });

    public Task FillAsync(string key, string value) => TryAsync(() => Field(key).FillAsync(value));

    /// <summary>Chooses in a list.</summary>
    public Task ChooseAsync(string key, string value) => TryAsync(() => Field(key).SelectOptionAsync(new SelectOptionValue { Label = value }));

    /// <summary>Ticks the box or dot whose words begin so.</summary>
    public Task PickAsync(string key)
    {
        var begins = new Regex("^\\s*" + Regex.Replace(Say(key), @"[.*+?^${}()|\[\]]", @"\$0"));
        return TryAsync(() => page.GetByLabel(begins).First.CheckAsync());
    }

    /// <summary>Presses a button that leads to the next page.</summary>
    public Task PressAsync(string key) => GoAsync(() => Button(key).First.ClickAsync());

    /// <summary>Unfolds what stands under these words, which works without scripts.</summary>
    public Task UnfoldAsync(string key) => TryAsync(() => page.Locator("summary").Filter(new() { HasText = Say(key) }).ClickAsync());

    /// <summary>Follows the link of these words.</summary>
    public Task FollowAsync(string key) => GoAsync(() => Link(key).First.ClickAsync());

    /// <summary>Follows the link that says such a thing's name.</summary>
    public Task FollowNamedAsync(string name) => GoAsync(() => page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync());

    /// <summary>Does what opens a page, and waits until its modules have run; pictures may take their time.</summary>
    public async Task GoAsync(Func<Task> act)
    {
        // Listened for before the act: to ask afterwards whether the page has come can fall between its coming and the asking, and waits in vain.
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage opened) => arrived.TrySetResult();
        page.DOMContentLoaded += Arrive;
        try
        {
            await TryAsync(async () =>
            {
                await act();
                await arrived.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience));
            });
        }
        finally
        {
            page.DOMContentLoaded -= Arrive;
        }
    }

    /// <summary>
    /// Waits until the window is at an address; a star stands for anything between two slashes. Only the address is looked at: to wait
    /// for a page to load that has loaded just before waits in vain.
    /// </summary>
    public Task ArrivesAsync(string address) => TryAsync(() => Assertions.Expect(page).ToHaveURLAsync(
        new Regex($"^{Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$", RegexOptions.None, TimeSpan.FromSeconds(1)),
        new() { Timeout = Patience }));

    /// <summary>Waits until the page says so.</summary>
    public Task SeesAsync(string key, params object[] args) => ReadsAsync(Say(key, args));

    /// <summary>Waits until these words can be read.</summary>
    public Task ReadsAsync(string words)
        => TryAsync(() => Assertions.Expect(page.GetByText(words).Filter(new() { Visible = true }).First).ToBeVisibleAsync(new() { Timeout = Patience }));

    /// <summary>All that can be read in the page, with plain spaces.</summary>
    public async Task<string> TextAsync() => Regex.Replace(await page.Locator("main").InnerTextAsync(), "[ \u00a0\u202f]+", " ");

    // What fails in a browser is understood only with what stood there.
    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception fault) when (fault is PlaywrightException or TimeoutException)
        {
            var text = await page.Locator("main").InnerTextAsync();
            throw new PlaywrightException($"{fault.Message}\nat {page.Url}:\n{(text.Length < MostText ? text : text[..MostText] + "…")}", fault);
        }
    }
}
