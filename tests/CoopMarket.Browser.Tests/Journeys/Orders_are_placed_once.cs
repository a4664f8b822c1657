using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Orders;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>Impatient fingers, back buttons, two tabs and two visitors.</summary>
public sealed class Orders_are_placed_once(StandingMarket standing) : IClassFixture<StandingMarket>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_is_one_order(bool scripts)
    {
        var (hanh, _) = await AtCheckoutAsync(scripts);
        var before = await CountAsync();
        await hanh.PickAsync("orders.way.CashOnDelivery");
        await hanh.GoAsync(() => hanh.Button("orders.checkout.place").DblClickAsync());
        await hanh.ArrivesAsync("**/orders/CM*");
        await hanh.SeesAsync("orders.state.Placed");
        (await CountAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Going_back_and_ordering_again_is_the_same_order()
    {
        var (hanh, shop) = await AtCheckoutAsync(scripts: true);
        var before = await CountAsync();
        var code = await shop.OrderAsync("CashOnDelivery");
        await hanh.Page.GoBackAsync();
        // The browser shows the form as it stood, or asks the market, whose basket is empty now.
        if (await hanh.Button("orders.checkout.place").CountAsync() > 0)
        {
            await hanh.PressAsync("orders.checkout.place");
            hanh.Page.Url.ShouldEndWith(code);
        }
        else
            await hanh.SeesAsync("orders.cart.empty");
        (await CountAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Two_tabs_fill_one_basket()
    {
        var hanh = await standing.GuestAsync();
        await hanh.OpenAsync("/p/" + standing.Garlic.Slug);
        await hanh.PressAsync("storefront.product.add");
        var other = await hanh.AnotherAsync();
        await hanh.OpenAsync("/p/" + standing.Garlic.Slug);
        await other.OpenAsync("/p/" + standing.Wine.Slug);
        await other.PressAsync("storefront.product.add");
        await hanh.PressAsync("storefront.product.add");
        foreach (var (name, quantity) in new[] { ("Tỏi đen một nhánh", "2"), ("Rượu tỏi đen", "1") })
            await Assertions.Expect(hanh.Page.GetByLabel(hanh.Say("orders.cart.quantity", name))).ToHaveValueAsync(quantity);
    }

    [Fact]
    public async Task The_plus_button_counts_without_loading_the_page()
    {
        var hanh = await standing.GuestAsync();
        await hanh.OpenAsync("/p/" + standing.Garlic.Slug);
        await hanh.PressAsync("storefront.product.add");
        await hanh.Page.EvaluateAsync("window.stays = true");
        for (var pressed = 2; pressed <= 3; pressed++)
        {
            await hanh.Page.Locator("button.more").ClickAsync();
            await Assertions.Expect(hanh.Page.Locator("input[inputmode=numeric]")).ToHaveValueAsync(pressed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        (await hanh.TextAsync()).ShouldContain("555.000 ₫");
        (await hanh.Page.Locator("p[role=status]").Last.InnerTextAsync()).ShouldContain("555.000\u00a0₫", Case.Sensitive, "it is read out as well");
        (await hanh.Page.EvaluateAsync<bool>("window.stays === true")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_visitors_take_the_same_kept_page_and_each_fills_her_own_basket(bool scripts)
    {
        var visitors = new[] { await standing.GuestAsync(scripts: scripts), await standing.GuestAsync(scripts: scripts) };
        foreach (var visitor in visitors)
            await visitor.OpenAsync("/p/" + standing.Wine.Slug);
        foreach (var visitor in visitors)
        {
            await visitor.PressAsync("storefront.product.add");
            await visitor.SeesAsync("orders.cart.added");
            (await visitor.Page.Locator("input[inputmode=numeric]").InputValueAsync()).ShouldBe("1");
        }
    }

    [Fact]
    public async Task What_is_typed_while_delivery_is_priced_stays()
    {
        var hanh = await standing.GuestAsync();
        await hanh.OpenAsync("/p/" + standing.Garlic.Slug);
        await hanh.PressAsync("storefront.product.add");
        await hanh.OpenAsync("/checkout");
        var typed = new TaskCompletionSource();
        await hanh.Page.RouteAsync("**/checkout/delivery", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await hanh.ChooseAsync("orders.field.province", "Hà Nội");
        await hanh.FillAsync("orders.field.commune", "Phường Cầu Giấy");
        await hanh.PickAsync("orders.way.CashOnDelivery");
        await hanh.FillAsync("orders.field.note", "Gọi trước khi giao");
        typed.SetResult();
        await Assertions.Expect(hanh.Page.Locator(".bill dd.all")).Not.ToHaveTextAsync("—");
        await Assertions.Expect(hanh.Field("orders.field.commune")).ToHaveValueAsync("Phường Cầu Giấy");
        await Assertions.Expect(hanh.Field("orders.field.note")).ToHaveValueAsync("Gọi trước khi giao");
        await Assertions.Expect(hanh.Field("orders.field.note")).ToBeFocusedAsync();
        await Assertions.Expect(hanh.Page.Locator("input[value=CashOnDelivery]")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task The_page_that_waits_for_money_asks_in_few_bytes()
    {
        var (hanh, shop) = await AtCheckoutAsync(scripts: true);
        var code = await shop.OrderAsync("BankTransfer");
        var asked = hanh.Page.WaitForResponseAsync(r => r.Url.EndsWith("/paid", StringComparison.Ordinal));
        await hanh.OpenAsync($"/orders/{code}/pay");
        var answer = await asked;
        answer.Status.ShouldBe(200);
        (await answer.BodyAsync()).Length.ShouldBeLessThanOrEqualTo(300);
    }

    private async Task<(Screen Screen, ShopPages Shop)> AtCheckoutAsync(bool scripts)
    {
        var hanh = await standing.GuestAsync(scripts: scripts);
        await hanh.OpenAsync("/p/" + standing.Garlic.Slug);
        await hanh.PressAsync("storefront.product.add");
        var shop = new ShopPages(hanh);
        await shop.ToCheckoutAsync("Nguyễn Thị Hạnh", "Hà Nội");
        return (hanh, shop);
    }

    private async Task<int> CountAsync() => (await standing.Market.RowsAsync<Order>()).Count;
}
