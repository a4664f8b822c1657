namespace CoopMarket.Browser.Tests.Pages;

/// <summary>Where those who look after the market decide.</summary>
internal sealed class OfficePages(Screen screen)
{
    public async Task ApproveSellerAsync(string name)
    {
        await screen.OpenAsync("/admin/sellers");
        await screen.FollowNamedAsync(name);
        await screen.PressAsync("sellers.file.approve");
        await screen.SeesAsync("sellers.file.decided");
    }

    public async Task ApproveProductAsync(string name)
    {
        await screen.OpenAsync("/admin/products");
        await screen.FollowNamedAsync(name);
        await screen.PressAsync("catalog.admin.approve");
        await screen.SeesAsync("catalog.admin.approved");
    }
}
