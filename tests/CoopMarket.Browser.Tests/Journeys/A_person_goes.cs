using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Tests.Catalog;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A person takes a copy of her data with her and has her account erased (trust row 88).</summary>
public sealed class A_person_goes
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task With_a_copy_that_she_reads_without_the_market(int width, bool scripts)
    {
        await using var market = await LiveMarket.OpenAsync();
        await market.LiveProductAsync();
        var (person, email) = await market.PersonWithPasswordAsync("Lò Thị Pâng");
        var pang = await Screen.OpenAsync(market, width, scripts);
        await new AccountPages(pang).SignInAsync(email, LiveMarket.Password);

        await pang.OpenAsync("/account/data");
        var download = await pang.Page.RunAndWaitForDownloadAsync(() => pang.Page.Locator("main a[download]").ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".html");
        var copy = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        copy.ShouldContain("Lò Thị Pâng");
        copy.ShouldContain(email);

        // She proved who she is long ago; the market asks again, and the browser sends her form on.
        market.Clock.Advance(TimeSpan.FromMinutes(20));
        await pang.OpenAsync("/account/data");
        await pang.Page.Locator("main a[href$='/account/erase']").ClickAsync();
        await pang.SeesAsync("accounts.erase.stays.1");
        await pang.Page.Locator("#Form_IsSure").CheckAsync();
        await pang.PressAsync("accounts.erase.button");
        await pang.FillAsync("accounts.password", LiveMarket.Password);
        await pang.PressAsync("accounts.prove.on");
        await pang.SeesAsync("accounts.erase.done");

        var account = (await market.RowsAsync<Account>()).Single(a => a.Id == person.Value);
        (account.FullName, account.Email, account.ErasedAt is null).ShouldBe((Account.Nobody, null, false));
        await new AccountPages(pang).SignInAsync(email, LiveMarket.Password);
        await pang.SeesAsync("refusal.WrongSignIn");
    }
}
