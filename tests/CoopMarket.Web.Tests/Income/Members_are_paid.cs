using System.Net;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Income;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Income;

/// <summary>A cooperative pays its members; each of them says herself, or a second manager does, that she got it.</summary>
public sealed class Members_are_paid
{
    [Theory, EveryDatabase]
    internal async Task She_confirms_with_the_code_of_her_own_page_and_it_works_once(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        await income.ArriveAsync();
        (await income.PayAsync("44k")).Refusal.ShouldBe(new MoreThanOwed(43_000));
        var payment = (await income.PayAsync("43 nghìn")).Value;
        (await income.OwedAsync(income.Xuan)).ShouldBe(0);
        (await income.PayAsync("1")).Refusal.ShouldBe(new MoreThanOwed(0));

        using var reader = income.Market.CreateClient();
        var code = await income.CodeAsync(payment);
        (await reader.GetStringAsync("/income/" + await income.SecretAsync(income.Xuan))).ShouldContain($"{code[..3]} {code[3..]}");
        var wrong = code == "000000" ? "111111" : "000000";
        (await income.ConfirmAsync(payment, wrong)).Refusal.ShouldBe(new WrongIncomeCode(4));
        (await income.ConfirmAsync(payment, $" {code[..3]} {code[3..]}")).IsDone.ShouldBeTrue();
        (await income.ConfirmAsync(payment, code)).Refusal.ShouldBe(new PaymentDecided());
        (await income.Market.SendAsync(new WithdrawPayment.Command(income.First, income.Coop.Id, payment))).Refusal.ShouldBe(new PaymentDecided());
        await income.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Wrong_codes_are_counted_and_then_only_another_manager_helps(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        var payment = (await income.PayAsync("100.000", isAdvance: true)).Value;
        var code = await income.CodeAsync(payment);
        var wrong = code == "000000" ? "111111" : "000000";
        for (var i = 0; i < MemberPayment.MostTries; i++)
            (await income.ConfirmAsync(payment, wrong)).IsDone.ShouldBeFalse();
        (await income.ConfirmAsync(payment, code)).Refusal.ShouldBe(new CodeUsedUp());

        (await income.Market.SendAsync(new WitnessPayment.Command(income.First, income.Coop.Id, payment))).Refusal.ShouldBe(new NeedsSecondManager());
        (await income.Market.SendAsync(new WitnessPayment.Command(income.Second, income.Coop.Id, payment))).IsDone.ShouldBeTrue();
        (await income.Market.RowsAsync<MemberPayment>()).Single().WitnessedBy.ShouldBe(income.Second.Person);
        (await income.OwedAsync(income.Xuan)).ShouldBe(-100_000);
    }

    [Theory, EveryDatabase]
    internal async Task What_was_written_down_by_mistake_is_owed_again(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        await income.ArriveAsync();
        var payment = (await income.PayAsync("40.000")).Value;
        (await income.Market.SendAsync(new WithdrawPayment.Command(income.First, income.Coop.Id, payment))).IsDone.ShouldBeTrue();
        (await income.OwedAsync(income.Xuan)).ShouldBe(43_000);
        (await income.ConfirmAsync(payment, await income.CodeAsync(payment))).Refusal.ShouldBe(new PaymentDecided());
        await income.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_waits_for_her_word_is_shown_however_many_came_after_it(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        var waits = (await income.PayAsync("1.000", isAdvance: true)).Value;
        for (var i = 0; i < 25; i++)
        {
            income.Market.Clock.Advance(TimeSpan.FromMinutes(1));
            var later = (await income.PayAsync("1.000", isAdvance: true)).Value;
            (await income.Market.SendAsync(new WithdrawPayment.Command(income.First, income.Coop.Id, later))).IsDone.ShouldBeTrue();
        }

        var book = (await income.Market.SendAsync(new MemberBook.Query(income.First, income.Coop.Id, income.Xuan)))!;

        book.Payments.Count.ShouldBe(25);
        book.Payments[^1].Id.ShouldBe(waits);
        book.Waiting.ShouldBe(Money.Dong(1_000));
    }

    [Theory, EveryDatabase]
    internal async Task What_nobody_confirmed_is_not_called_received(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        await income.ArriveAsync();
        var payment = (await income.PayAsync("40.000")).Value;
        using var reader = income.Market.CreateClient();
        var page = "/income/" + await income.SecretAsync(income.Xuan);

        (await BookAsync()).ShouldBe((43_000, 0, 40_000, 3_000));
        (await reader.GetStringAsync(page)).ShouldContain("Ghi là đã trả, chờ chị xác nhận");
        (await income.ConfirmAsync(payment, await income.CodeAsync(payment))).IsDone.ShouldBeTrue();
        (await BookAsync()).ShouldBe((43_000, 40_000, 0, 3_000));
        (await reader.GetStringAsync(page)).ShouldNotContain("Ghi là đã trả, chờ chị xác nhận");

        async Task<(long Earned, long Got, long Waiting, long Owed)> BookAsync()
        {
            var book = (await income.Market.SendAsync(new MemberBook.Query(income.First, income.Coop.Id, income.Xuan)))!;
            return (book.Earned.Minor, book.Got.Minor, book.Waiting.Minor, book.Owed.Minor);
        }
    }

    [Theory, EveryDatabase]
    internal async Task Two_who_pay_at_once_pay_once(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        await income.ArriveAsync();
        var paid = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => income.PayAsync("43.000", by: i % 2 == 0 ? income.First : income.Second))));
        paid.Count(p => p.IsDone).ShouldBe(1);
        (await income.OwedAsync(income.Xuan)).ShouldBe(0);
        await income.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Two_who_confirm_at_once_confirm_once(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        var payment = (await income.PayAsync("43.000", isAdvance: true)).Value;
        var code = await income.CodeAsync(payment);
        var confirmed = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => i % 2 == 0
            ? income.ConfirmAsync(payment, code) : income.Market.SendAsync(new WitnessPayment.Command(income.Second, income.Coop.Id, payment)))));
        confirmed.Count(c => c.IsDone).ShouldBe(1);
        confirmed.Where(c => !c.IsDone).ShouldAllBe(c => c.Refusal is PaymentDecided || c.Refusal is ChangedMeanwhile);
    }

    /// <summary>The broken twin: looks whether it waits, and then writes, and no version tells that another did so too.</summary>
    [Theory, EveryDatabase]
    internal async Task Looked_at_before_it_is_written_both_would_confirm(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        var payment = (await income.PayAsync("43.000", isAdvance: true)).Value;
        using var both = new Barrier(2);
        var confirmed = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => income.Market.InDbAsync(async db =>
        {
            var state = await db.Set<MemberPayment>().Where(p => p.Id == payment).Select(p => p.State).SingleAsync();
            both.SignalAndWait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
            return state == MemberPaymentState.Waiting ? await db.Set<MemberPayment>().Where(p => p.Id == payment).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, MemberPaymentState.Confirmed)) : 0;
        }))));
        confirmed.Sum().ShouldBe(2);
    }

    [Fact]
    public async Task Her_page_opens_by_her_link_alone_until_it_is_made_anew()
    {
        await using var income = await IncomeMarket.OpenAsync();
        await income.ArriveAsync();
        using var reader = income.Market.CreateClient();
        var secret = await income.SecretAsync(income.Xuan);
        secret.Length.ShouldBe(22);
        (await income.Market.RowsAsync<Producer>()).ShouldAllBe(p => !p.LinkHash.Contains(secret, StringComparison.Ordinal) && !p.SealedLink.Contains(secret, StringComparison.Ordinal));

        using var answer = await reader.GetAsync("/income/" + secret);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("Lò Thị Xuân");
        page.ShouldContain("43.000");
        page.ShouldNotContain("Cà Thị Nga");
        page.ShouldNotContain("23.000");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.GetValues("X-Robots-Tag").Single().ShouldContain("noindex");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await reader.GetStringAsync("/en/income/" + secret)).ShouldContain("The cooperative still owes you");

        (await income.Market.SendAsync(new RenewLink.Command(income.Second, income.Coop.Id, income.Xuan))).IsDone.ShouldBeTrue();
        (await reader.GetAsync("/income/" + secret)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync("/income/" + await income.SecretAsync(income.Xuan) + "?month=2026-11")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.GetAsync("/income/" + await income.SecretAsync(income.Xuan) + "?month=2026-12")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync("/income/" + new string('A', 22))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_month_that_is_over_stays_as_it_was_and_the_next_begins_where_it_ended()
    {
        await using var income = await IncomeMarket.OpenAsync();
        var order = await income.ArriveAsync();
        await income.PayAsync("43.000");
        var secret = await income.SecretAsync(income.Xuan);
        var november = await SeeAsync(new(2026, 11, 1));
        income.Market.Clock.Advance(TimeSpan.FromDays(10));
        await income.Market.MoveAsync(order.Id, o => o.Refund(order.Parts[0].Id, [new(new(Guid.NewGuid()), order.Parts[0].Lines[0].Id, Money.Dong(100_000))], "vỡ", income.Market.Clock.GetUtcNow()));

        var over = await SeeAsync(new(2026, 11, 1));
        (over.Opening, over.Closing, over.IsOver).ShouldBe((november.Opening, november.Closing, true));
        var december = await SeeAsync(null);
        (december.Opening, december.Closing).ShouldBe((november.Closing, Money.Dong(-43_000)));
        december.Earned.ShouldHaveSingleItem().TakenBack.ShouldBe(Money.Dong(-43_000));

        async Task<MemberStatement.View> SeeAsync(DateOnly? month) => (await income.Market.SendAsync(new MemberStatement.Query(Actor.Guest(""), secret, month))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_managers_see_members_and_nobody_another_cooperatives()
    {
        await using var income = await IncomeMarket.OpenAsync();
        await income.ArriveAsync();
        var packer = await income.Market.MemberAsync(income.Coop.Id, MemberRole.Packer);
        using var packs = await income.Market.ClientFor(packer);
        (await packs.GetAsync("/sell/income")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var money = await (await packs.GetAsync("/sell/money")).Content.ReadAsStringAsync();
        money.ShouldNotContain("Lò Thị Xuân");
        using var manages = await income.Market.ClientFor(income.Coop.Manager);
        (await (await manages.GetAsync("/sell/money")).Content.ReadAsStringAsync()).ShouldContain("Lò Thị Xuân");
        (await (await manages.GetAsync($"/sell/income/{income.Xuan}/slip")).Content.ReadAsStringAsync()).ShouldContain("/income/" + await income.SecretAsync(income.Xuan));

        var other = await income.Market.SellingCoopAsync("Chè Tà Xùa");
        using var stranger = await income.Market.ClientFor(other.Manager);
        (await stranger.GetAsync($"/sell/income/{income.Xuan}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A button pressed twice: the second press saw an amount that is not owed any more.</summary>
    [Theory, EveryDatabase]
    internal async Task A_payment_that_is_sent_twice_is_written_down_once(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        await income.ArriveAsync();
        var seen = await income.OwedAsync(income.Xuan);
        var pay = new PayMember.Command(income.First, income.Coop.Id, income.Xuan, "10.000", MemberPaymentWay.Cash, IsAdvance: false, seen);

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => income.Market.SendAsync(pay))));

        both.Count(p => p.IsDone).ShouldBe(1);
        both.Where(p => !p.IsDone).ShouldAllBe(p => p.Refusal!.Equals(new OwedMoved(seen - 10_000)));
        (await income.OwedAsync(income.Xuan)).ShouldBe(seen - 10_000);
        (await income.Market.SendAsync(pay with { Seen = seen - 10_000 })).IsDone.ShouldBeTrue();
    }
}
