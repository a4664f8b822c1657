using System.Net;
using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Accounts;

public sealed class The_address_book
{
    [Theory, EveryDatabase]
    internal async Task A_person_keeps_addresses_at_home_and_abroad_and_one_of_them_comes_first(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        using var browser = await market.ClientFor(person);
        using var home = await browser.PostFormAsync(
            "/account/addresses/new", ("Form.Name", "Lò Thị Mai"), ("Form.Phone", "0912345678"), ("Form.Province", Places.SonLa), ("Form.Commune", "Xã Gia Phù"), ("Form.Street", "Bản Tọ"));
        Browser.Goal(home).ShouldBe("/account/addresses");
        using var abroad = await browser.PostFormAsync(
            "/account/addresses/new?abroad=true", ("Form.Name", "Ann"), ("Form.Phone", "+49 30 901820"), ("Form.Country", "DE"), ("Form.Commune", "Berlin"), ("Form.Street", "Unter den Linden 1"),
            ("Form.Postcode", "10117"), ("Form.IsFirst", "true"));
        Browser.Goal(abroad).ShouldBe("/account/addresses");

        var book = await market.WithAsync<AddressBook, IReadOnlyList<KeptAddress>>(b => b.OfAsync(person, default));
        book.Select(a => (a.Name, a.Country, a.Commune, a.IsFirst)).ShouldBe([("Ann", "DE", "Berlin", true), ("Lò Thị Mai", "VN", "Xã Gia Phù", false)]);
        using var removed = await browser.PostFormAsync("/account/addresses", ("address", book[0].Id.ToString()));
        (await market.WithAsync<AddressBook, IReadOnlyList<KeptAddress>>(b => b.OfAsync(person, default))).ShouldHaveSingleItem().IsFirst.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Abroad_a_number_is_read_as_it_is_dialed_there_and_may_be_left_out(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        using var browser = await market.ClientFor(person);
        (await browser.OpenAsync("/account/addresses/new")).QuerySelector("main a[href$='abroad=true']")!.TextContent.ShouldNotBeEmpty();
        foreach (var (name, phone) in new[] { ("Claire", "06 12 34 56 78"), ("Jean", "") })
        {
            using var saved = await browser.PostFormAsync(
                "/account/addresses/new?abroad=true", ("Form.Name", name), ("Form.Phone", phone), ("Form.Country", "FR"), ("Form.Commune", "Lyon"), ("Form.Street", "3 rue Mercière"), ("Form.Postcode", "69002"));
            Browser.Goal(saved).ShouldBe("/account/addresses", name);
        }

        (await market.WithAsync<AddressBook, IReadOnlyList<KeptAddress>>(b => b.OfAsync(person, default))).Select(a => a.Phone).ShouldBe(["+33612345678", ""]);
        using var wrong = await browser.PostFormAsync("/account/addresses/new?abroad=true", ("Form.Name", "Ann"), ("Form.Phone", "12"), ("Form.Country", "DE"), ("Form.Commune", "Berlin"), ("Form.Street", "Unter den Linden 1"));
        (await Browser.ParseAsync(wrong)).QuerySelector("#Form_Phone-flaw")!.TextContent.ShouldContain("+49");
    }

    [Theory, EveryDatabase]
    internal async Task What_is_wrong_is_said_and_what_was_typed_stays(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var browser = await market.ClientFor(await market.RegisteredAsync());
        using var wrong = await browser.PostFormAsync("/account/addresses/new", ("Form.Name", "Mai <b>"), ("Form.Phone", "12"), ("Form.Province", "99"), ("Form.Commune", ""), ("Form.Street", "Bản\u0001Tọ"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ParseAsync(wrong);
        page.QuerySelectorAll(".field .err").Length.ShouldBe(4);
        page.QuerySelector("#Form_Name")!.GetAttribute("value").ShouldBe("Mai <b>");
        page.QuerySelector("#Form_Phone")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await market.RowsAsync<AddressEntry>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task An_address_abroad_is_kept_with_a_postcode_of_its_country_only(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = Actor.Of(await market.RegisteredAsync(), "");
        var berlin = new SaveAddress.Command(person, null, "Ann", "+49 30 901820", "DE", "", "Berlin", "Unter den Linden 1", "10117", true);

        foreach (var typed in new[] { null, "1011", "SW1A 1AA" })
            (await market.SendAsync(berlin with { Postcode = typed })).Flaws.ShouldHaveSingleItem().Key.ShouldBe("shared.postcode.shape");
        (await market.SendAsync(berlin)).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Another_persons_address_is_not_there_for_her(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (one, other) = (await market.RegisteredAsync(), await market.RegisteredAsync());
        (await SaveAsync(market, one, null)).ShouldBeNull();
        var id = (await market.RowsAsync<AddressEntry>())[0].Id;
        (await SaveAsync(market, other, id)).ShouldBeOfType<NotFound>();
        (await market.SendAsync(new RemoveAddress.Command(Actor.Of(other, ""), id))).Refusal.ShouldBeOfType<NotFound>();
        using var browser = await market.ClientFor(other);
        (await browser.GetAsync($"/account/addresses/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await market.RowsAsync<AddressEntry>()).ShouldHaveSingleItem().Person.ShouldBe(one);
    }

    [Theory, EveryDatabase]
    internal async Task The_book_holds_twenty(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        for (var i = 0; i < AddressEntry.Most; i++)
            (await SaveAsync(market, person, null)).ShouldBeNull();
        (await SaveAsync(market, person, null)).ShouldBeOfType<AddressBookFull>();
    }

    private static async Task<Refusal?> SaveAsync(Market market, PersonId person, AddressId? id)
        => (await market.SendAsync(new SaveAddress.Command(Actor.Of(person, ""), id, "Mai", "0912345678", "VN", "14", "Xã Gia Phù", "Bản Tọ", "", IsFirst: true))).Refusal;
}
