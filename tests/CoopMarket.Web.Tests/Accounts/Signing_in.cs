using System.Net;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Accounts;

public sealed class Signing_in
{
    [Theory, EveryDatabase]
    internal async Task A_person_registers_by_phone_signs_in_as_people_write_numbers_and_signs_out(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var browser = market.Guest();

        var registered = await browser.PostFormAsync("/account/register", ("Form.FullName", "Lò Thị Mai"), ("Form.Who", "0912 345 678"), ("Form.Password", AccountsFactory.Password));
        registered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Browser.Goal(registered).ShouldStartWith("/account/sign-in");
        (await market.RowsAsync<Account>()).ShouldHaveSingleItem().PhoneNumber.ShouldBe("+84912345678");

        var signedIn = await browser.PostFormAsync("/account/sign-in?returnUrl=/cart", ("Form.Who", "+84 912.345.678"), ("Form.Password", AccountsFactory.Password));
        Browser.Goal(signedIn).ShouldBe("/cart");
        var session = (await market.RowsAsync<AccountSession>()).ShouldHaveSingleItem();
        session.EndedAt.ShouldBeNull();

        var out_ = await browser.PostAsync("/account/sign-out");
        out_.StatusCode.ShouldBe(HttpStatusCode.BadRequest, "without its token");
    }

    [Theory, EveryDatabase]
    internal async Task A_browser_of_a_person_is_signed_in(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        using var browser = await market.ClientFor(person);
        using var response = await browser.GetAsync("/account/sign-out");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse("the session stands");
    }
}
