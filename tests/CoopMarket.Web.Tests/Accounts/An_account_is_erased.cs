using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Complaints;
using CoopMarket.Web.Features.Photos.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Complaints;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>Trust row 88: an account goes with all that tells of her; orders, ledger and audit stay without her name.</summary>
public sealed class An_account_is_erased
{
    /// <summary>Where words of hers stay, and why; /account/erase and /privacy say the same to her.</summary>
    private static readonly Dictionary<string, string> Stays = new()
    {
        ["audit_rows.address"] = "the record of the desk can't be changed; it has her number and the network address",
        ["complaints_moves.words"] = "what was said stays, for whoever it was about",
        ["payments_money_in.text"] = "the bank's line, a paper of the books",
        ["payments_refund_accounts.holder"] = "goes 90 days after the money, by its own rule",
        ["payments_refund_accounts.number"] = "goes 90 days after the money, by its own rule",
        ["reviews_moves.words"] = "what she said of goods stands, without a name",
        ["reviews_reviews.words"] = "what she said of goods stands, without a name",
    };

    [Theory, EveryDatabase]
    internal async Task Nothing_that_she_ever_typed_is_left_but_what_is_named_with_its_reason(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var life = await ALife.LiveAsync(market);
        var before = await market.PlacesOfAsync(ALife.Marks);
        ALife.Marks.Where(m => !before.Contains(m)).ShouldBeEmpty("planted nowhere: the test would not miss it");

        (await market.SendAsync(new EraseAccount.Command(life.Actor(), true))).ShouldBe(Outcome.Done);
        await market.DeliverAsync();
        market.Clock.Advance(SweepPhotos.Rest + TimeSpan.FromHours(1));
        await market.RoundAsync<SweepPhotos>();

        var after = await market.PlacesOfAsync(ALife.Marks);
        foreach (var (place, reason) in Stays)
            TestContext.Current.TestOutputHelper?.WriteLine($"{place}: {reason}");
        after.SelectMany(places => places).Distinct().Order(StringComparer.Ordinal).ShouldBe(Stays.Keys.Order(StringComparer.Ordinal));
        (await market.RowsAsync<Order>()).Count(o => o.ForgottenAt is not null && o.Buyer is null && o.Address.Country.Length > 0).ShouldBe(2);
        (await market.InDbAsync(db => db.Set<SellerApplication>().CountAsync(a => a.Applicant == life.Person))).ShouldBe(0);
        await market.CheckAsync();

        // The last of it goes by the rule that it stays by.
        market.Clock.Advance(TimeSpan.FromDays(91));
        await market.RoundAsync<Features.Payments.ForgetRefundAccountsDaily>();
        (await market.PlacesOfAsync(ALife.Marks)).SelectMany(places => places).ShouldNotContain("payments_refund_accounts.holder");
    }

    [Theory, EveryDatabase]
    internal async Task A_mail_to_her_old_address_is_the_last_and_the_address_leaves_the_outbox_with_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        const string Email = "mai+cho@thu.test";
        var person = await market.RegisteredAsync(Email);
        var other = await market.RegisteredAsync("xa.mai+cho@thu.test");
        await market.SendAsync(new ForgetPassword.Command(Actor.Guest(""), Email));
        await market.SendAsync(new ForgetPassword.Command(Actor.Guest(""), "xa.mai+cho@thu.test"));
        await market.DeliverAsync();
        var letters = market.Post.Letters.Count;

        await EraseAsync(market, person);
        (await market.RowsAsync<OutboxRow>()).Single(r => r.State == OutboxState.Pending).Event.ShouldBe("accounts.erased");
        await market.DeliverAsync();

        market.Post.Letters.Skip(letters).ShouldHaveSingleItem().To.ShouldBe(Email);
        (await market.RowsAsync<OutboxRow>()).Where(r => r.Payload.Contains("mai", StringComparison.Ordinal)).ShouldHaveSingleItem("another's address that ends alike stays").State.ShouldBe(OutboxState.Done);
        (await market.SendAsync(new ForgetPassword.Command(Actor.Guest(""), Email))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        market.Post.Letters.Count.ShouldBe(letters + 1, "nobody has that address");
        (await market.RegisteredAsync(Email)).ShouldNotBe(person);
        other.ShouldNotBe(person);
    }

    [Theory, EveryDatabase]
    internal async Task A_mail_that_never_arrives_is_given_up_and_leaves_nothing(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        await EraseAsync(market, person);
        market.Post.Fault = new InvalidOperationException("550 no such mailbox");
        for (var i = 0; i <= Deliver.MostAttempts; i++)
        {
            await market.DeliverAsync();
            market.Clock.Advance(TimeSpan.FromHours(2));
        }

        (await market.RowsAsync<OutboxRow>()).ShouldNotContain(r => r.Event == "accounts.erased");
    }

    [Theory, EveryDatabase]
    internal async Task Her_sessions_end_at_once_and_her_phone_and_mail_open_a_new_account(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var phone = AccountsFactory.NewPhone();
        var person = await market.RegisteredAsync(phone);
        using var tab = await market.ClientFor(person);
        using var other = await market.ClientFor(person);

        (await tab.OpenAsync("/account/data")).QuerySelector("main a[href='/account/erase']").ShouldNotBeNull();
        using var unsure = await tab.PostFormAsync("/account/erase", []);
        ((int)unsure.StatusCode).ShouldBe(422);
        using var done = await tab.PostFormAsync("/account/erase", ("Form.IsSure", "true"));
        Browser.Goal(done).ShouldBe("/account/sign-in");
        (await tab.OpenAsync("/account/sign-in")).Body!.TextContent.ShouldContain("không còn biết bạn là ai");

        Browser.Goal(await other.GetAsync("/account")).ShouldStartWith("/account/sign-in");
        (await market.SendAsync(new SignIn.Command(Actor.Guest(""), phone, AccountsFactory.Password, ""))).Refusal.ShouldBeOfType<WrongSignIn>();
        (await market.RegisteredAsync(phone)).ShouldNotBe(person);
        await Should.ThrowAsync<AccessDeniedException>(market.SendAsync(new EraseAccount.Command(Proved(market, person), true)));
        var admin = await market.RegisteredAsync(isAdmin: true);
        (await market.SendAsync(new ReopenAccount.Command(Actor.Of(admin, ""), person))).Refusal.ShouldBeOfType<NotFound>();
    }

    [Theory, EveryDatabase]
    internal async Task It_takes_a_fresh_proof(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        await Should.ThrowAsync<ProofNeededException>(market.SendAsync(new EraseAccount.Command(Actor.Of(person, "", market.Clock.Now() - TimeSpan.FromMinutes(11)), true)));
        await EraseAsync(market, person);
    }

    [Theory, EveryDatabase]
    internal async Task What_is_not_over_stops_it_and_says_where_it_is_brought_to_its_end(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var garlic = await market.LiveProductAsync();
        var person = await market.RegisteredAsync();
        var me = Proved(market, person);
        var placed = (await market.SendAsync(await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), actor: me))).Value;
        await RefusedAsync(market, me, (Unfinished.Order, placed.Code));
        using var browser = await market.ClientFor(person);
        var page = await browser.OpenAsync("/account/erase");
        page.QuerySelector($"main a[href='/orders/{placed.Code}']").ShouldNotBeNull();
        page.QuerySelector("main form button").ShouldBeNull("there is nothing to press yet");

        // Unpaid in time, its late money would still be taken.
        market.Clock.Advance(Order.TimeToPay + TimeSpan.FromMinutes(1));
        await market.RoundAsync<Features.Orders.Jobs.ExpireUnpaidOrders>();
        await RefusedAsync(market, Proved(market, person), (Unfinished.Order, placed.Code));
        market.Clock.Advance(Order.TimeToTakeUpAgain);
        (await market.SendAsync(new Erasing.Query(Proved(market, person)))).ShouldBeEmpty();

        // Money that comes now is owed back.
        await market.ReceiveAsync((await market.OrderAsync(placed.Code)).Total.Minor, placed.Code);
        await RefusedAsync(market, Proved(market, person), (Unfinished.Refund, placed.Code));
        var due = (await market.RowsAsync<Domain.Payments.RefundDue>()).Single();
        (await market.SendAsync(new Features.Payments.PayRefund.Command(Actor.Job("tests"), due.Id, "FT1"))).IsDone.ShouldBeTrue();

        var form = market.Form();
        Languages.Speak("vi");
        var filed = (await market.SendAsync(FileComplaint.Command.Of(Proved(market, person), form))).Value;
        await RefusedAsync(market, Proved(market, person), (Unfinished.Complaint, filed.Code));
        var complaint = await market.ComplaintAsync(filed.Code);
        (await market.SendAsync(new SettleComplaint.Command(Actor.Job("tests"), complaint.Id, "Xong."))).IsDone.ShouldBeTrue();
        await EraseAsync(market, person);
    }

    [Theory, EveryDatabase]
    internal async Task The_only_manager_an_applicant_and_an_admin_are_still_needed(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync("Tỏi đen Gia Phù");
        await RefusedAsync(market, Proved(market, coop.Manager), (Unfinished.Desk, "Tỏi đen Gia Phù"));
        var second = await market.MemberAsync(coop.Id, MemberRole.Manager);
        await EraseAsync(market, coop.Manager);
        (await market.RowsAsync<Membership>()).ShouldHaveSingleItem().Person.ShouldBe(second);
        await RefusedAsync(market, Proved(market, second), (Unfinished.Desk, "Tỏi đen Gia Phù"));

        var applicant = await market.RegisteredAsync();
        await market.HandInAsync(applicant, SellersFactory.Details("Chè Tà Xùa"));
        await RefusedAsync(market, Proved(market, applicant), (Unfinished.Application, ""));
        var admin = await market.RegisteredAsync(isAdmin: true);
        await RefusedAsync(market, Proved(market, admin), (Unfinished.Office, ""));
    }

    internal static Actor Proved(Market market, PersonId person) => Actor.Of(person, "203.0.113.9", market.Clock.Now());

    internal static async Task EraseAsync(Market market, PersonId person)
        => (await market.SendAsync(new EraseAccount.Command(Proved(market, person), true))).ShouldBe(Outcome.Done);

    private static async Task RefusedAsync(Market market, Actor actor, params (Unfinished Kind, string Name)[] because)
    {
        Languages.Speak("vi");
        (await market.SendAsync(new EraseAccount.Command(actor, true))).Refusal.ShouldBeOfType<AccountIsNeeded>();
        (await market.SendAsync(new Erasing.Query(actor))).Select(w => (w.Kind, w.Name)).ShouldBe(because);
        (await market.RowsAsync<Account>()).Single(a => a.Id == actor.Me.Value).ErasedAt.ShouldBeNull();
    }
}
