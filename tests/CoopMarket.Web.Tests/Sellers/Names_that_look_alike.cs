using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Sellers;

public sealed class Names_that_look_alike
{
    /// <summary>The catalogue of bad input, row 22.</summary>
    [Theory, EveryDatabase]
    internal async Task A_name_that_looks_like_a_sellers_is_refused(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.SellingCoopAsync("Tỏi đen Gia Phù");
        string[] tricks = ["Tоi den Gia Рhu", "Tỏi\u200Bđen Gia Phù", "Tỏi đen Gia Phù".Normalize(System.Text.NormalizationForm.FormD), "HTX T0i den G1a Phu"];
        foreach (var trick in tricks)
        {
            var person = await market.PersonAsync();
            var me = Actor.Of(person, "");
            var typed = new SaveApplication.Form { Name = trick, LegalName = "Hợp tác xã Bản Tọ" };
            (await market.SendAsync(new SaveApplication.Command(me, ApplyStep.Names, typed))).Value.Lacks.ShouldContain(f => f.Key == "refusal.NameLooksTaken", trick);

            await market.FillAsync(person, SellersFactory.Details(trick) with { LegalName = "Hợp tác xã Bản Tọ" });
            (await market.SendAsync(new SubmitApplication.Command(me))).Refusal.ShouldBeOfType<NameLooksTaken>(trick);
        }
    }

    [Theory, EveryDatabase]
    internal async Task Of_twenty_handed_in_at_once_under_one_name_one_has_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        List<PersonId> people = [];
        for (var i = 0; i < 8; i++)
        {
            people.Add(await market.PersonAsync());
            await market.FillAsync(people[^1], SellersFactory.Details());
        }

        var outcomes = await Task.WhenAll(people.Select(p => Task.Run(() => market.SendAsync(new SubmitApplication.Command(Actor.Of(p, ""))))));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusal is NameLooksTaken);
    }

    [Theory, EveryDatabase]
    internal async Task Of_two_that_do_not_see_each_other_both_would_have_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        List<SubmitApplication.Command> both = [];
        for (var i = 0; i < 2; i++)
        {
            var person = await market.PersonAsync();
            await market.FillAsync(person, SellersFactory.Details());
            both.Add(new(Actor.Of(person, "")));
        }

        await using var twin = await BrokenTwin.Heedless(market).WithoutAsync("ix_sellers_names_skeleton");
        (await twin.RaceAsync([.. both])).ShouldAllBe(o => o.IsDone);
    }

    [Theory, EveryDatabase]
    internal async Task A_draft_holds_no_name(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.FillAsync(await market.PersonAsync(), SellersFactory.Details());

        await market.HandInAsync(await market.PersonAsync());
    }

    [Theory, EveryDatabase]
    internal async Task A_name_given_up_while_waiting_is_free_again(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var first = await market.PersonAsync();
        await market.HandInAsync(first);
        await market.SendAsync(new SaveApplication.Command(Actor.Of(first, ""), ApplyStep.Names, new() { Name = "Chè Tà Xùa", LegalName = "Hợp tác xã Chè Tà Xùa" }));

        await market.HandInAsync(await market.PersonAsync());
    }

    /// <summary>The catalogue of bad input, rows 21, 23 and 24.</summary>
    [Theory, EveryDatabase]
    internal async Task Strange_characters_are_said_by_field_on_both_databases(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var me = Actor.Of(await market.PersonAsync(), "");
        foreach (var name in new[] { "Tỏi\u202Eđen", "Tỏi\0đen", "Tỏi\uD800đen", "Tỏi\nđen", "Tỏi" + new string('\u0301', 1_000) })
        {
            var outcome = await market.SendAsync(new SaveApplication.Command(me, ApplyStep.Names, new() { Name = name, LegalName = "x" }));

            outcome.Kind.ShouldBe(OutcomeKind.Invalid);
            outcome.Flaws.ShouldHaveSingleItem().Path.ShouldBe("Name");
        }

        (await market.RowsAsync<SellerApplication>()).ShouldBeEmpty();
    }

    /// <summary>The catalogue of bad input, row 21.</summary>
    [Fact]
    public async Task A_name_that_can_not_be_seen_is_no_name()
    {
        await using var market = await Market.OpenAsync();
        var me = Actor.Of(await market.PersonAsync(), "");

        var saved = await market.SendAsync(new SaveApplication.Command(me, ApplyStep.Names, new() { Name = "\u200B\u2060 \u3164", LegalName = "Hợp tác xã" }));

        saved.Value.Lacks.ShouldContain(f => f.Path == "Name" && f.Key == "sellers.flaw.name");
    }

    /// <summary>The catalogue of bad input, row 25.</summary>
    [Fact]
    public async Task A_megabyte_in_a_name_is_too_long_at_once()
    {
        await using var market = await Market.OpenAsync();
        var me = Actor.Of(await market.PersonAsync(), "");

        var outcome = await market.SendAsync(new SaveApplication.Command(me, ApplyStep.Names, new() { Name = new string('a', 1 << 20), LegalName = "x" }));

        outcome.Flaws.ShouldHaveSingleItem().Key.ShouldBe("sellers.flaw.too-long");
    }
}
