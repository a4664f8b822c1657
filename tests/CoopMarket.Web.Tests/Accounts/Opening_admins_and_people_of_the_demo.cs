using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Accounts;

public sealed class Opening_admins_and_people_of_the_demo
{
    [Theory, EveryDatabase]
    internal async Task The_command_line_makes_an_admin_of_a_new_or_a_known_person_and_refuses_a_weak_password(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var job = Actor.Job("create-admin");
        (await market.SendAsync(new CreateAdmin.Command(job, "sep@cho.test", "matkhau123"))).Flaws.ShouldHaveSingleItem().Key.ShouldBe("accounts.password.common");
        var person = (await market.SendAsync(new CreateAdmin.Command(job, "sep@cho.test", "núi cao bởi có đất bồi"))).Value;
        (await market.WithAsync<People, bool>(p => p.IsAdminAsync(person, default))).ShouldBeTrue();

        var known = await market.RegisteredAsync("quen@cho.test");
        using var open = await market.ClientFor(known);
        (await market.SendAsync(new CreateAdmin.Command(job, "Quen@cho.test", "núi chê đất thấp"))).Value.ShouldBe(known);
        Browser.Goal(await open.GetAsync("/account")).ShouldStartWith("/account/sign-in", Case.Sensitive, "sessions from before are over");
        await Should.ThrowAsync<AccessDeniedException>(market.SendAsync(new CreateAdmin.Command(Actor.Guest(""), "x@y.test", "núi chê đất thấp")));
    }

    [Theory, EveryDatabase]
    internal async Task A_person_of_the_demo_signs_in_by_either_and_no_mail_is_written(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var hash = await market.WithAsync<Passwords, string>(p => Task.FromResult(p.Hash("coop-market-demo")));
        var made = await market.SendAsync(new SeedPerson.Command(Actor.Job("seed"), "Lò Thị Pâng", "toiden@demo.test", "0912000999", hash));
        made.IsDone.ShouldBeTrue();
        using var browser = market.Guest();
        Browser.Goal(await browser.SignInAsync("0912000999", "coop-market-demo")).ShouldBe("/");
        Browser.Goal(await browser.SignInAsync("toiden@demo.test", "coop-market-demo")).ShouldBe("/");
        await market.DeliverAsync();
        market.Post.Letters.ShouldBeEmpty();
        var admin = await market.RegisteredAsync(isAdmin: true);
        (await market.SendAsync(new SeedPerson.Command(Actor.Of(admin, ""), "Mai", "mai@demo.test", null, hash))).IsDone.ShouldBeFalse("only the market itself");
    }
}
