using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>Rows 56 to 62 and 64 of the catalog of bad input.</summary>
public sealed class Transfers_find_their_order
{
    [Theory, EveryDatabase]
    internal async Task The_exact_amount_with_the_code_pays_the_order(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000);

        await market.ReceiveAsync(385_000, code);

        (await market.PaymentOfAsync(order)).State.ShouldBe(PaymentState.Paid);
        (await market.RowsAsync<MoneyIn>()).ShouldHaveSingleItem().State.ShouldBe(MoneyInState.Matched);
        (await market.RowsAsync<RefundDue>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task The_code_is_found_whatever_the_bank_did_to_it(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        string[] shapes = ["{0}", "MBVCB.3278907687.{1}.CT tu 0123 toi 4567", "{2}", "chuyển tiền {0} cảm ơn"];
        foreach (var shape in shapes)
        {
            var (order, code) = await market.AwaitAsync(100_000);
            await market.ReceiveAsync(100_000, string.Format(null, shape, code, code.ToLowerInvariant(), string.Join(' ', code.Chunk(4).Select(c => new string(c)))));
            (await market.PaymentOfAsync(order)).State.ShouldBe(PaymentState.Paid, shape);
        }
    }

    [Theory, EveryDatabase]
    internal async Task A_short_amount_leaves_the_exact_rest_open_and_the_rest_pays_it(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000);

        await market.ReceiveAsync(384_999, code);
        var partly = await market.PaymentOfAsync(order);
        (partly.State, partly.Open).ShouldBe((PaymentState.PartlyPaid, Money.Dong(1)));

        await market.ReceiveAsync(1, code);
        (await market.PaymentOfAsync(order)).State.ShouldBe(PaymentState.Paid);
    }

    [Theory, EveryDatabase]
    internal async Task Too_much_pays_the_order_and_the_surplus_is_owed_back(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000);

        await market.ReceiveAsync(400_000, code);

        (await market.PaymentOfAsync(order)).State.ShouldBe(PaymentState.Paid);
        var due = (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem();
        (due.Reason, due.Amount, due.Order).ShouldBe((RefundReason.Surplus, Money.Dong(15_000), order));
    }

    [Theory, EveryDatabase]
    internal async Task A_second_transfer_is_owed_back_whole(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000);

        await market.ReceiveAsync(385_000, code);
        await market.ReceiveAsync(385_000, code);

        (await market.PaymentOfAsync(order)).Paid.ShouldBe(Money.Dong(385_000));
        (await market.RowsAsync<MoneyIn>()).Select(m => m.State).ShouldBe([MoneyInState.Matched, MoneyInState.Second], ignoreOrder: true);
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Amount.ShouldBe(Money.Dong(385_000));
    }

    [Theory, EveryDatabase]
    internal async Task Money_after_the_end_is_owed_back_and_a_part_that_came_before_it_too(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (expired, code) = await market.AwaitAsync(385_000);
        await market.ReceiveAsync(85_000, code);
        (await market.CloseAsync(expired, AwaitedPaymentState.Expired)).ShouldBeTrue();
        await market.ReceiveAsync(300_000, code);

        (await market.PaymentOfAsync(expired)).State.ShouldBe(PaymentState.Expired);
        (await market.RowsAsync<RefundDue>()).Select(r => (r.Reason, r.Amount.Minor)).ShouldBe(
            [(RefundReason.Unfinished, 85_000L), (RefundReason.Late, 300_000L)], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    internal async Task A_paid_order_can_no_longer_expire(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000);
        await market.ReceiveAsync(385_000, code);

        (await market.CloseAsync(order, AwaitedPaymentState.Expired)).ShouldBeFalse();
        (await market.PaymentOfAsync(order)).State.ShouldBe(PaymentState.Paid);
    }

    [Theory, EveryDatabase]
    internal async Task Nothing_is_guessed_from_an_amount_and_two_codes_are_a_question(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (one, oneCode) = await market.AwaitAsync(385_000);
        var (other, otherCode) = await market.AwaitAsync(200_000);

        await market.ReceiveAsync(385_000, "chuyen tien");
        await market.ReceiveAsync(385_000, "");
        await market.ReceiveAsync(585_000, $"{oneCode} {otherCode}");
        await market.ReceiveAsync(385_000, oneCode[..9]);

        (await market.RowsAsync<MoneyIn>()).ShouldAllBe(m => m.State == MoneyInState.Unknown);
        (await market.PaymentOfAsync(one)).State.ShouldBe(PaymentState.Awaiting);
        (await market.PaymentOfAsync(other)).State.ShouldBe(PaymentState.Awaiting);
    }

    [Theory, EveryDatabase]
    internal async Task Outgoing_lines_other_accounts_and_nothing_are_no_income(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000);

        await market.ReceiveAsync(385_000, code, type: "out");
        await market.ReceiveAsync(-385_000, code);
        await market.ReceiveAsync(385_000, code, account: "0123499999");
        await market.ReceiveAsync(0, code);

        (await market.PaymentOfAsync(order)).State.ShouldBe(PaymentState.Awaiting);
        (await market.RowsAsync<MoneyIn>()).Select(m => m.State).ShouldBe(
            [MoneyInState.Outgoing, MoneyInState.Outgoing, MoneyInState.OtherAccount, MoneyInState.Zero], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    internal async Task A_transfer_for_an_order_in_cash_is_owed_back(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000, PaymentWay.CashOnDelivery);

        await market.ReceiveAsync(385_000, code);

        (await market.PaymentOfAsync(order)).State.ShouldBe(PaymentState.CashOnDelivery);
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Amount.ShouldBe(Money.Dong(385_000));
    }

    [Theory, EveryDatabase]
    internal async Task The_same_line_counts_once_and_its_reference_with_another_amount_is_a_question(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000);

        await market.ReceiveAsync(100_000, code, reference: "FT1", id: 900_001);
        await market.ReceiveAsync(100_000, code, reference: "FT1", id: 900_001);
        await market.ReceiveAsync(100_000, code, reference: "ft1", id: 900_002);
        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(1);

        await market.ReceiveAsync(285_000, code, reference: "FT1", id: 900_003);
        (await market.PaymentOfAsync(order)).Paid.ShouldBe(Money.Dong(100_000));
        (await market.RowsAsync<MoneyIn>()).Single(m => m.IsDoubtful).State.ShouldBe(MoneyInState.Unknown);
    }
}
