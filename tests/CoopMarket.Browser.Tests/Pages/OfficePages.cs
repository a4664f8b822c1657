using CoopMarket.Web.Tests.Accounts;

namespace CoopMarket.Browser.Tests.Pages;

/// <summary>Where those who look after the market decide.</summary>
internal sealed class OfficePages(Screen screen)
{
    /// <summary>A window in which a new admin is signed in, by two steps.</summary>
    public static async Task<Screen> OpenAsync(LiveMarket market, int width, bool scripts)
    {
        var screen = await Screen.OpenAsync(market, width, scripts);
        var (admin, email) = await market.AdminAsync();
        await market.EnrolAsync(admin);
        await new AccountPages(screen).SignInAsync(email, LiveMarket.Password);
        await new AccountPages(screen).GiveCodeAsync();
        return screen;
    }

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

    /// <summary>Drafts a run of payouts; answers its code.</summary>
    public async Task<string> DraftPayoutsAsync()
    {
        await screen.OpenAsync("/admin/payouts");
        await screen.PressAsync("settlement.payouts.draft");
        await screen.SeesAsync("settlement.payouts.drafted");
        return screen.Page.Url.Split('/')[^1];
    }

    /// <summary>Opens what is asked before a run goes to the bank, reads the sum there and says yes.</summary>
    public async Task ApprovePayoutsAsync(string run, string amount)
    {
        await screen.Page.GotoAsync("/admin/payouts/" + run);
        await screen.Page.Locator("summary").Filter(new() { HasText = screen.Say("settlement.payouts.approve", amount) }).ClickAsync();
        await screen.Page.Locator("details[open] form p").Filter(new() { HasText = amount }).WaitForAsync();
        await screen.PressAsync("settlement.payouts.approve.do");
    }

    /// <summary>Copies what the bank's statement says of a run's first payout.</summary>
    public async Task RecordPayoutAsync(string run, string reference)
    {
        await screen.OpenAsync($"/admin/payouts/{run}/1");
        await screen.FillAsync("payments.record.reference", reference);
        await screen.PressAsync("settlement.payout.paid.do");
        await screen.SeesAsync("settlement.payouts.paid.done");
    }
}
