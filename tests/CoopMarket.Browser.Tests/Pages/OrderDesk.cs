namespace CoopMarket.Browser.Tests.Pages;

/// <summary>The cooperative's orders and its money.</summary>
internal sealed class OrderDesk(Screen screen)
{
    /// <summary>Takes an order from the inbox to the buyer's door.</summary>
    public async Task DeliverAsync(string code, string carrier, string number)
    {
        await AcceptAndPackAsync(code);
        await screen.FollowAsync("desk.order.ship");
        await screen.Page.GetByLabel(carrier, new() { Exact = true }).CheckAsync();
        await screen.FillAsync("desk.ship.number", number);
        await screen.PressAsync("desk.ship.do");
        await screen.SeesAsync("desk.order.title.Shipped");
        await screen.ReadsAsync(number);
        await screen.UnfoldAsync("desk.order.deliver");
        await screen.PressAsync("desk.order.deliver.do");
        await screen.SeesAsync("desk.order.title.Delivered");
        await screen.Market.DeliverAsync();
    }

    /// <summary>What the money page says, as it is read.</summary>
    public async Task<string> MoneyAsync()
    {
        await screen.OpenAsync("/sell/money");
        return await screen.TextAsync();
    }

    private async Task AcceptAndPackAsync(string code)
    {
        await screen.OpenAsync("/sell/orders");
        await screen.FollowNamedAsync(code);
        await screen.PressAsync("desk.order.accept");
        await screen.FollowAsync("desk.order.slip");
        await screen.ReadsAsync(code);
        await screen.Page.GoBackAsync();
        await screen.PressAsync("desk.order.pack");
        await screen.SeesAsync("desk.order.packed");
    }
}
