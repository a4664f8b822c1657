using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>Anybody may open an account with an address that is not hers: what she put into it opens nothing once its owner is an admin.</summary>
    [Theory, EveryDatabase]
    internal async Task What_a_stranger_put_into_an_account_opens_no_office(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var strange = await market.RegisteredAsync("thu@cho.test");
        await market.InDbAsync(db => db.Set<Account>().Where(a => a.Id == strange.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.EmailConfirmed, false).SetProperty(a => a.PhoneNumber, "+84912000999")));
        await market.EnrolAsync(strange);

        (await market.SendAsync(new CreateAdmin.Command(Actor.Job("create-admin"), "thu@cho.test", "núi cao bởi có đất bồi"))).Value.ShouldBe(strange);

        (await market.RowsAsync<Authenticator>()).ShouldBeEmpty();
        (await market.RowsAsync<Account>()).ShouldHaveSingleItem().PhoneNumber.ShouldBeNull();
        var proved = await market.RegisteredAsync("mai@cho.test");
        await market.EnrolAsync(proved);
        (await market.SendAsync(new CreateAdmin.Command(Actor.Job("create-admin"), "mai@cho.test", "núi cao bởi có đất bồi"))).IsDone.ShouldBeTrue();
        (await market.RowsAsync<Authenticator>()).ShouldHaveSingleItem().AccountId.ShouldBe(proved.Value, "her own stays");
    }

    /// <summary>Who leaves the office buys and sells on, and may be forgotten; the market is never without an admin.</summary>
    [Theory, EveryDatabase]
    internal async Task An_admin_takes_the_right_off_another_and_never_off_herself(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (one, two) = (await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true));
        var (first, second) = (await market.ProvedAsync(one), await market.ProvedAsync(two));
        (await market.SendAsync(new DismissAdmin.Command(first, one))).Refusal.ShouldBe(new NotYourself());

        var both = await Task.WhenAll(Task.Run(() => DismissAsync(first, two)), Task.Run(() => DismissAsync(second, one)));

        both.Count(done => done).ShouldBe(1);
        (await market.RowsAsync<Account>()).Count(a => a.IsAdmin).ShouldBe(1);

        // She who is dismissed first is turned away at the door, or behind it.
        async Task<bool> DismissAsync(Actor by, PersonId whom)
        {
            try
            {
                return (await market.SendAsync(new DismissAdmin.Command(by, whom))).IsDone;
            }
            catch (AccessDeniedException)
            {
                return false;
            }
        }
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
