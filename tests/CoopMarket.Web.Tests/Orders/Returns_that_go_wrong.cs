using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>Goods that come back opened, cooperatives that settle nothing, and parcels lost on their way back: each return has an end.</summary>
public sealed class Returns_that_go_wrong
{
    [Theory, EveryDatabase]
    internal async Task What_came_back_opened_is_settled_at_nothing_with_a_reason_and_its_share_is_free(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var sold = await SoldAsync(market, pieces: 2);
        var back = await sold.AgreedAsync(2);

        (await sold.TakeBackAsync(back, "0")).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Reason");
        (await sold.TakeBackAsync(back, "0", "Đã mở", restock: true)).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Restock", "goods and money are not kept both");
        (await sold.TakeBackAsync(back, "0", "Hai hũ đã mở và ăn dở")).Value.ShouldBe(Money.Dong(0));
        await market.DeliverAsync();

        (await market.RowsAsync<Return>()).ShouldHaveSingleItem().State.ShouldBe(ReturnState.Unpaid);
        (await market.RowsAsync<RefundDue>()).ShouldBeEmpty();
        (await market.OnHandAsync(sold.Variant)).ShouldBe(8);
        market.Post.Letters.ShouldContain(l => l.Text.Contains("Hai hũ đã mở và ăn dở") && l.Text.Contains("khiếu nại"));
        using (var guest = market.Guest())
        {
            (await guest.GetAsync($"/orders/{sold.Order.Code}?s={sold.Secret}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
            (await guest.OpenAsync($"/orders/{sold.Order.Code}")).Body!.TextContent.ShouldContain("Hai hũ đã mở và ăn dở");
        }

        (await sold.AskAsync(1)).Refusal.ShouldBe(new NothingToReturn(), "it was sent back once");
        market.Clock.Advance(TimeSpan.FromDays(4));
        await market.RoundAsync<ReleaseHolds>();
        var part = sold.Order.Parts[0];
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(-(part.Total - part.Fee).Minor);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_withdrawal_of_opened_food_is_reduced_to_nothing_and_never_refused(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var (sold, back) = await WithdrawnAsync(market);

        (await market.SendAsync(new AnswerReturn.Command(sold.Manager, sold.Cooperative, back, false, "Không nhận"))).Refusal.ShouldBe(new WrongStep());
        (await sold.TakeBackAsync(back, "0", "Opened and half eaten")).Value.ShouldBe(Money.Dong(0));
        await market.DeliverAsync();

        (await market.RowsAsync<Return>()).ShouldHaveSingleItem().State.ShouldBe(ReturnState.Unpaid);
        market.Post.Letters.Count(l => l.Text.Contains("Opened and half eaten")).ShouldBe(1);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Who_is_late_is_settled_for_by_an_admin_who_proved_who_she_is(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var sold = await SoldAsync(market, pieces: 2);
        var back = await sold.AgreedAsync(2);
        var admin = await market.PersonAsync(isAdmin: true);

        (await SettleAsync(market, admin, sold, back, "100000")).Refusal.ShouldBe(new WrongStep(), "it is not late yet");
        market.Clock.Advance(Return.SettledWithin);
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(0);
        await Should.ThrowAsync<ProofNeededException>(() => market.SendAsync(new SettleReturn.Command(Actor.Of(admin, ""), sold.Order.Code, back, "0", "vì")));
        (await SettleAsync(market, admin, sold, back, "")).Kind.ShouldBe(OutcomeKind.Invalid);
        (await SettleAsync(market, admin, sold, back, "1", why: " ")).Kind.ShouldBe(OutcomeKind.Invalid);
        (await SettleAsync(market, admin, sold, back, "9.000.000")).Refusal.ShouldBe(new MoreThanPaid(sold.Order.Total.Minor));
        await market.SeatAsync(sold.Cooperative, admin, Domain.Sellers.MemberRole.Packer);
        (await SettleAsync(market, admin, sold, back, "300.000")).Refusal.ShouldBe(new OwnAffair());

        (await SettleAsync(market, await market.PersonAsync(isAdmin: true), sold, back, "300.000")).Value.ShouldBe(Money.Dong(300_000));
        await market.DeliverAsync();

        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Amount.ShouldBe(Money.Dong(300_000));
        (await market.RowsAsync<Return>()).ShouldHaveSingleItem().State.ShouldBe(ReturnState.Done);
        market.Post.Letters.ShouldContain(l => l.Text.Contains("Hợp tác xã không trả lời"), "the buyer");
        market.Post.Letters.ShouldContain(l => l.Subject.Contains("Chợ đã quyết định"), "the cooperative");
        (await market.RowsAsync<AuditRow>()).ShouldContain(r => r.What == "Orders.SettleReturn" && r.About == sold.Order.Code && r.Result == AuditResult.Done);
        market.Clock.Advance(TimeSpan.FromDays(4));
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBeLessThan(0);
        (await sold.TakeBackAsync(back)).Refusal.ShouldBe(new WrongStep());
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_withdrawal_is_late_from_the_day_on_which_the_law_wants_its_money_back(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var (sold, back) = await WithdrawnAsync(market);
        var admin = await market.PersonAsync(isAdmin: true);

        market.Clock.Advance(Withdrawal.TimeToRefund - TimeSpan.FromMinutes(1));
        (await SettleAsync(market, admin, sold, back, "0")).Refusal.ShouldBe(new WrongStep());
        (await market.InDbAsync(db => db.Set<Return>().CountAsync(Return.Late(market.Clock.Now())))).ShouldBe(0);
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await market.InDbAsync(db => db.Set<Return>().CountAsync(Return.Late(market.Clock.Now())))).ShouldBe(1);
        (await SettleAsync(market, admin, sold, back, $"{sold.Order.Total.Minor}")).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Amount.ShouldBe(sold.Order.Total);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_was_lost_on_its_way_back_is_paid_back_as_an_admin_says_and_both_sides_read_it(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var admin = await market.PersonAsync(isAdmin: true);
        var (shown, unproven) = (await SoldAsync(market, pieces: 1), await SoldAsync(market, pieces: 1));
        foreach (var (sold, amount) in new[] { (shown, shown.Order.Total.Minor), (unproven, 0) })
        {
            (await sold.AskAsync(1)).IsDone.ShouldBeTrue();
            var back = (await market.RowsAsync<Return>()).Single(r => r.Order == sold.Order.Id).Id;
            var lose = new LoseReturn.Command(await market.ProvedAsync(admin), sold.Order.Code, back, $"{amount}", $"Bưu cục làm mất {amount}");
            (await market.SendAsync(lose)).Refusal.ShouldBe(new WrongStep(), "nobody asked her to send it");
            (await market.SendAsync(new AnswerReturn.Command(sold.Manager, sold.Cooperative, back, true, ""))).IsDone.ShouldBeTrue();
            (await market.SendAsync(new SendReturn.Command(OrdersFactory.Guest, sold.Order.Code, sold.Secret, back, "VTP12345"))).IsDone.ShouldBeTrue();
            (await market.SendAsync(lose)).Value.ShouldBe(Money.Dong(amount));
            await market.DeliverAsync();
            market.Post.Letters.ShouldContain(l => l.Text.Contains($"Bưu cục làm mất {amount}"));
            (await sold.AskAsync(1)).Refusal.ShouldBe(new NothingToReturn());
        }

        market.Post.Letters.Count(l => l.Subject.Contains("thất lạc")).ShouldBe(2, "the cooperatives");
        (await market.RowsAsync<Return>()).ShouldAllBe(r => r.State == ReturnState.Lost);
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Order.ShouldBe(shown.Order.Id);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Cooperative_and_admin_at_once_settle_it_once(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var (sold, settle, take) = await LateAsync(market);

        var all = await Task.WhenAll(market.SendAsync(settle), market.SendAsync(take), market.SendAsync(settle), market.SendAsync(take));
        await market.DeliverAsync();

        all.Count(o => o.IsDone).ShouldBe(1);
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Amount.ShouldBe(sold.Order.Total);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Cooperative_and_admin_who_do_not_see_each_other_would_settle_it_twice(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var (_, settle, take) = await LateAsync(market);

        await using var twin = BrokenTwin.Heedless(market);
        (await twin.RaceAsync<Outcome<Money>>(settle, take)).ShouldAllBe(o => o.IsDone);
    }

    private static Task<Market> OpenAsync(DatabaseProvider provider) => OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));

    // With an address to write to.
    private static async Task<What_comes_back.Sold> SoldAsync(Market market, int pieces)
    {
        var sold = await What_comes_back.SoldAsync(market, PaymentWay.BankTransfer, pieces);
        await market.InDbAsync(db => db.Set<Order>().Where(o => o.Id == sold.Order.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.To.Email, "hanh@thu.test")));
        return sold;
    }

    private static async Task<Outcome<Money>> SettleAsync(Market market, PersonId admin, What_comes_back.Sold sold, ReturnId back, string amount, string why = "Hợp tác xã không trả lời")
        => await market.SendAsync(new SettleReturn.Command(await market.ProvedAsync(admin), sold.Order.Code, back, amount, why));

    private static async Task<(What_comes_back.Sold Sold, SettleReturn.Command Settle, TakeReturnBack.Command Take)> LateAsync(Market market)
    {
        var sold = await SoldAsync(market, pieces: 1);
        var back = await sold.AgreedAsync(1);
        market.Clock.Advance(Return.SettledWithin);
        var admin = await market.ProvedAsync(await market.PersonAsync(isAdmin: true));
        return (sold, new(admin, sold.Order.Code, back, $"{sold.Order.Total.Minor}", "vì"), sold.TakeBack(back));
    }

    // Sold at home, told to be abroad: only the country decides who may withdraw.
    private static async Task<(What_comes_back.Sold Sold, ReturnId Back)> WithdrawnAsync(Market market)
    {
        var sold = await SoldAsync(market, pieces: 1);
        await market.InDbAsync(db => db.Set<Order>().Where(o => o.Id == sold.Order.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Address.Country, "FR").SetProperty(o => o.Language, "en")));
        var pieces = new Dictionary<string, string> { [sold.Order.Parts[0].Lines[0].Id.ToString()] = "1" };
        (await market.SendAsync(new WithdrawOrder.Command(OrdersFactory.Guest, sold.Order.Code, sold.Secret, "Claire Martin", pieces, true))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        return (sold, (await market.RowsAsync<Return>()).Single().Id);
    }
}
