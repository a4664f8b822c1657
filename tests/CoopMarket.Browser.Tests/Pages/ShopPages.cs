using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Pages;

/// <summary>Searching, the basket, ordering and paying.</summary>
internal sealed class ShopPages(Screen screen)
{
    /// <summary>Types into the search, opens what is found and lays some of it into the basket.</summary>
    public async Task FindAndAddAsync(string words, string name, int quantity)
    {
        await screen.OpenAsync("/search");
        // With scripts it suggests, and is called a combobox.
        var box = screen.Page.Locator("main input[type=search]");
        await box.FillAsync(words);
        await screen.GoAsync(() => box.PressAsync("Enter"));
        await screen.FollowNamedAsync(name);
        await screen.Field("storefront.product.quantity").SelectOptionAsync(quantity.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await screen.PressAsync("storefront.product.add");
        await screen.SeesAsync("orders.cart.added");
    }

    /// <summary>Goes from the basket to the order's form and says where to.</summary>
    public async Task ToCheckoutAsync(string recipient, string province, string? email = null)
    {
        await screen.OpenAsync("/cart");
        await screen.PressAsync("orders.cart.go");
        await screen.FillAsync("orders.field.name", recipient);
        await screen.FillAsync("orders.field.phone", "0987 654 321");
        await screen.ChooseAsync("orders.field.province", province);
        await screen.FillAsync("orders.field.commune", "Phường Cầu Giấy");
        await screen.FillAsync("orders.field.street", "Số 12 ngõ 165 Xuân Thủy");
        await screen.FillAsync("orders.field.email", email ?? "");
        // With scripts delivery is priced as soon as the province is chosen.
        if (!screen.Scripts)
            await screen.PressAsync("orders.checkout.update");
        await Assertions.Expect(screen.Page.Locator(".bill .all").Last).Not.ToHaveTextAsync("—");
    }

    /// <summary>Chooses how to pay and orders; answers the order's code.</summary>
    public async Task<string> OrderAsync(string way)
    {
        await screen.PickAsync("orders.way." + way);
        await screen.PressAsync("orders.checkout.place");
        await screen.SeesAsync("orders.placed");
        await screen.Market.DeliverAsync();
        return screen.Page.Url.Split('/')[^1];
    }

    /// <summary>What the order's form says is to be paid.</summary>
    public async Task<string> ToPayAsync() => (await screen.Page.Locator(".bill dd.all").InnerTextAsync()).Replace('\u00a0', ' ');
}
