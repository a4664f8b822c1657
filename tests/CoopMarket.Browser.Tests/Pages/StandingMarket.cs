using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Storefront;

namespace CoopMarket.Browser.Tests.Pages;

/// <summary>A market with one cooperative and its goods, for all tests of a class.</summary>
public sealed class StandingMarket : IAsyncLifetime
{
    private string _manager = "";

    internal LiveMarket Market { get; private set; } = null!;

    internal SellingCoop Coop { get; private set; } = null!;

    internal ListedProduct Garlic { get; private set; } = null!;

    internal ListedProduct Wine { get; private set; } = null!;

    /// <summary>A window in which nobody is signed in.</summary>
    internal Task<Screen> GuestAsync(int width = 360, bool scripts = true) => Screen.OpenAsync(Market, width, scripts);

    /// <summary>A window in which the cooperative's manager is signed in.</summary>
    internal Task<Screen> ManagerAsync(int width = 360, bool scripts = true) => SignedInAsync(_manager, width, scripts);

    /// <summary>The cooperative's manager signs in, in a window that is open already.</summary>
    internal Task SignInAsync(Screen screen) => new AccountPages(screen).SignInAsync(_manager, LiveMarket.Password);

    /// <summary>A window in which somebody is signed in.</summary>
    internal async Task<Screen> SignedInAsync(string email, int width = 360, bool scripts = true)
    {
        var screen = await Screen.OpenAsync(Market, width, scripts);
        await new AccountPages(screen).SignInAsync(email, LiveMarket.Password);
        return screen;
    }

    public async ValueTask InitializeAsync()
    {
        Market = await LiveMarket.OpenAsync();
        (var manager, _manager) = await Market.PersonWithPasswordAsync("Lò Thị Pâng");
        Coop = await Market.SellingCoopAsync("Tỏi đen Gia Phù", manager);
        var shelf = await Market.CategoryAsync();
        Garlic = await Market.LiveProductAsync(100, seller: Coop, category: shelf);
        Wine = await Market.LiveProductAsync(100, seller: Coop, category: shelf, name: "Rượu tỏi đen");
        await Market.RebuildSearchAsync();
    }

    public ValueTask DisposeAsync() => Market.DisposeAsync();
}
