using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Sellers;

public sealed class Days_off_and_makers
{
    [Theory, EveryDatabase]
    internal async Task A_cooperative_closes_for_tet_and_opens_again_by_itself_or_earlier(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var manager = Actor.Of(coop.Manager, "");
        var today = VietnamDay.Of(market.Clock.GetUtcNow());

        (await market.SendAsync(new CloseForDays.Command(manager, coop.Id, today, today.AddDays(6)))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new CloseForDays.Command(manager, coop.Id, today.AddDays(5), today.AddDays(8)))).Refusal.ShouldBeOfType<ClosedAlready>();
        (await OpensAsync()).ShouldBe(today.AddDays(7));

        market.Clock.Advance(TimeSpan.FromDays(7));
        (await OpensAsync()).ShouldBeNull();

        (await market.SendAsync(new CloseForDays.Command(manager, coop.Id, today.AddDays(7), today.AddDays(9)))).IsDone.ShouldBeTrue();
        var planned = (await market.SendAsync(new ClosedDays.Query(manager, coop.Id))).ShouldHaveSingleItem();
        (await market.SendAsync(new CancelClosing.Command(manager, coop.Id, planned.Id))).IsDone.ShouldBeTrue();
        (await OpensAsync()).ShouldBeNull();

        async Task<DateOnly?> OpensAsync() => (await market.WithAsync((Cooperatives c) => c.OneAsync(coop.Id, CancellationToken.None)))!.OpensOn;
    }

    [Theory]
    [InlineData(null, 3, "From")]
    [InlineData(3, null, "To")]
    [InlineData(3, 2, "To")]
    [InlineData(-3, -1, "From")]
    [InlineData(-29, 3, "From")]
    [InlineData(0, 400, "To")]
    public async Task Days_that_can_not_be_are_said_by_field(int? from, int? to, string field)
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.SellingCoopAsync();
        var today = VietnamDay.Of(market.Clock.GetUtcNow());

        var outcome = await market.SendAsync(new CloseForDays.Command(
            Actor.Of(coop.Manager, ""), coop.Id, from is { } f ? today.AddDays(f) : null, to is { } t ? today.AddDays(t) : null));

        outcome.Flaws.ShouldHaveSingleItem().Path.ShouldBe(field);
    }

    [Theory, EveryDatabase]
    internal async Task A_maker_is_named_with_her_consent_by_her_own_cooperative_only(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, other) = (await market.SellingCoopAsync("Chè Tà Xùa"), await market.SellingCoopAsync("Thổ cẩm Tường Hạ"));
        var teller = Actor.Of(await market.MemberAsync(coop.Id, MemberRole.Storyteller), "");
        var typed = new IntroduceMaker.Form { Name = "Lò Thị Pâng", Village = "bản Tọ", About = "Ủ tỏi từ năm 2019", AboutFr = "Affine l’ail depuis 2019", Agreed = true };

        (await market.SendAsync(new IntroduceMaker.Command(teller, coop.Id, typed with { Agreed = false }))).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Agreed");
        var maker = (await market.SendAsync(new IntroduceMaker.Command(teller, coop.Id, typed))).Value;
        (await market.SendAsync(new IntroduceMaker.Command(Actor.Of(other.Manager, ""), other.Id, typed with { Maker = maker }))).Refusal.ShouldBeOfType<NotFound>();
        (await market.SendAsync(new TakeMakerOff.Command(Actor.Of(other.Manager, ""), other.Id, maker))).Refusal.ShouldBeOfType<NotFound>();

        var named = (await market.WithAsync((Makers m) => m.OfAsync(coop.Id, CancellationToken.None))).ShouldHaveSingleItem();
        (named.Name, named.About.In("fr"), named.About.Has("en")).ShouldBe(("Lò Thị Pâng", "Affine l’ail depuis 2019", false));
        using var desk = await market.ClientFor(teller.Person!.Value);
        (await desk.OpenAsync("/sell/makers?maker=" + maker)).QuerySelector("textarea[name='Form.AboutFr']")!.TextContent.ShouldBe("Affine l’ail depuis 2019");
        (await market.SendAsync(new TakeMakerOff.Command(teller, coop.Id, maker))).IsDone.ShouldBeTrue();
        (await market.WithAsync((Makers m) => m.OfAsync(coop.Id, CancellationToken.None))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task A_packer_does_not_write_the_profile_and_a_storyteller_does(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var packer = Actor.Of(await market.MemberAsync(coop.Id, MemberRole.Packer), "");
        var teller = Actor.Of(await market.MemberAsync(coop.Id, MemberRole.Storyteller), "");
        var typed = new TellOfCooperative.Form { Line = "Tỏi đen ủ 60 ngày", LineEn = "Black garlic", Village = "bản Tọ", Phone = "0912345678" };

        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new TellOfCooperative.Command(packer, coop.Id, typed)));
        (await market.SendAsync(new TellOfCooperative.Command(teller, coop.Id, typed with { Phone = "12" }))).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Phone");
        (await market.SendAsync(new TellOfCooperative.Command(teller, coop.Id, typed))).IsDone.ShouldBeTrue();

        var told = (await market.RowsAsync<Cooperative>()).Single();
        (told.Line.In("en"), told.About.Vi, told.BankAccount).ShouldBe(("Black garlic", "", "7900205123456"));
    }
}
