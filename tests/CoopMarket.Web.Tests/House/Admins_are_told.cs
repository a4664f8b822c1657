using CoopMarket.Web.Adapters.Mail;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.House;

/// <summary>What an admin must hear of comes to her by mail, once a day for each kind.</summary>
public sealed class Admins_are_told
{
    [Theory, EveryDatabase]
    internal async Task A_parked_message_and_a_full_disk_are_told_once_a_day(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider, ("Market:LeastFreeMegabytes", "999999"));
        (new DriveInfo(Path.GetTempPath()).AvailableFreeSpace >> 20).ShouldBeLessThan(999_999);
        await market.RegisteredAsync("admin@thu.test", isAdmin: true);
        await market.RegisteredAsync("khach@thu.test");
        await market.DeliverAsync();
        await market.InDbAsync(db => db.Set<OutboxRow>().ExecuteUpdateAsync(set => set.SetProperty(r => r.State, OutboxState.Parked)));
        var before = market.Post.Letters.Count;

        await market.RoundAsync<Watch>();
        await market.RoundAsync<Watch>();
        var told = market.Post.Letters.Skip(before).ToList();
        told.Count.ShouldBe(2, "one for each kind");
        told.ShouldAllBe(l => l.To == "admin@thu.test");

        market.Clock.Advance(TimeSpan.FromDays(1));
        await market.RoundAsync<Watch>();
        market.Post.Letters.Count.ShouldBe(before + 4);
    }

    [Theory, EveryDatabase]
    internal async Task Where_all_is_well_nobody_hears_anything(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider, ("Market:LeastFreeMegabytes", "1"));
        await market.RegisteredAsync(isAdmin: true);
        await market.DeliverAsync();
        var before = market.Post.Letters.Count;

        await market.RoundAsync<Watch>();

        market.Post.Letters.Count.ShouldBe(before);
        (await market.RowsAsync<AlertRow>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task Backups_that_no_longer_come_are_told(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider, ("Market:LeastFreeMegabytes", "1"));
        await market.RegisteredAsync(isAdmin: true);
        await market.DeliverAsync();
        LastBackup.Note(market.Services.GetRequiredService<MarketSettings>(), market.Clock.GetUtcNow());
        market.Clock.Advance(TimeSpan.FromHours(35));
        await market.RoundAsync<Watch>();
        (await market.RowsAsync<AlertRow>()).ShouldBeEmpty();
        var before = market.Post.Letters.Count;

        market.Clock.Advance(TimeSpan.FromHours(2));
        await market.RoundAsync<Watch>();

        (await market.RowsAsync<AlertRow>()).ShouldHaveSingleItem().Kind.ShouldBe(AlertKind.BackupOld);
        market.Post.Letters.Skip(before).ShouldHaveSingleItem().Text.ShouldContain("coopmarket-backup");
    }

    [Theory, EveryDatabase]
    internal async Task An_alert_that_could_not_be_sent_is_tried_again(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider, ("Market:LeastFreeMegabytes", "999999"));
        await market.RegisteredAsync(isAdmin: true);
        await market.DeliverAsync();
        var before = market.Post.Letters.Count;
        market.Post.Fault = new IOException("the mail server is away");
        await Should.ThrowAsync<IOException>(() => market.RoundAsync<Watch>());

        market.Post.Fault = null;
        await market.RoundAsync<Watch>();
        market.Post.Letters.Count.ShouldBe(before + 1);
    }

    /// <summary>The mail server refuses the address of one of them: the others hear of it all the same, and once.</summary>
    [Theory, EveryDatabase]
    internal async Task An_admin_who_cannot_be_reached_keeps_it_from_nobody_else(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider, ("Market:LeastFreeMegabytes", "999999"));
        string[] admins = ["mot@thu.test", "hai@thu.test", "ba@thu.test"];
        foreach (var admin in admins)
            await market.RegisteredAsync(admin, isAdmin: true);
        await market.DeliverAsync();
        var before = market.Post.Letters.Count;

        market.Post.Refuses = "hai@thu.test";
        await market.RoundAsync<Watch>();
        await market.RoundAsync<Watch>();

        market.Post.Letters.Skip(before).Select(l => l.To).ShouldBe(["mot@thu.test", "ba@thu.test"], ignoreOrder: true);
    }

    /// <summary>To try a refused address again would write to everybody else of the same news again.</summary>
    [Theory, EveryDatabase]
    internal async Task A_mail_to_an_address_that_is_refused_for_good_is_not_tried_again(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        market.Post.Refuses = "go-sai@thu.test";
        await market.RegisteredAsync("go-sai@thu.test");
        (await market.SendAsync(new ForgetPassword.Command(Actor.Guest(""), "go-sai@thu.test"))).IsDone.ShouldBeTrue();

        await market.DeliverAsync();

        market.Post.Letters.ShouldNotContain(l => l.To == "go-sai@thu.test");
        (await market.RowsAsync<OutboxRow>()).ShouldAllBe(r => r.State == OutboxState.Done && r.Attempts <= 1);
    }

    /// <summary>Where the first can't be written to just now, the others are, and the next round does not write to them again.</summary>
    [Theory, EveryDatabase]
    internal async Task An_admin_whose_mail_fails_just_now_keeps_it_from_nobody_after_her(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider, ("Market:LeastFreeMegabytes", "999999"));
        foreach (var admin in new[] { "mot@thu.test", "hai@thu.test" })
            await market.RegisteredAsync(admin, isAdmin: true);
        await market.DeliverAsync();
        var before = market.Post.Letters.Count;

        market.Post.FailsOnce = true;
        await market.RoundAsync<Watch>();
        await market.RoundAsync<Watch>();

        market.Post.Letters.Skip(before).ShouldHaveSingleItem();
    }

    /// <summary>A server that passes nothing on for the market refuses every address: those mails are not lost as if nobody lived there.</summary>
    [Theory]
    [InlineData(SmtpStatusCode.MailboxUnavailable, "5.1.1 No such user here", true)]
    [InlineData(SmtpStatusCode.MailboxNameNotAllowed, "Bad address", true)]
    [InlineData(SmtpStatusCode.MailboxUnavailable, "5.7.1 Not authorized", false)]
    [InlineData(SmtpStatusCode.MailboxUnavailable, "Relaying denied", false)]
    [InlineData(SmtpStatusCode.TransactionFailed, "Relay access denied", false)]
    [InlineData(SmtpStatusCode.MailboxBusy, "Greylisted, try again", false)]
    public void Only_a_mailbox_that_is_not_there_is_given_up(SmtpStatusCode status, string says, bool isGivenUp)
        => SmtpPost.IsNoSuchMailbox(new(SmtpErrorCode.RecipientNotAccepted, status, says)).ShouldBe(isGivenUp);
}
