using System.Globalization;
using System.Text;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Tests.Orders;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>Of a thousand lines that an admin takes in from the bank's file, one pays an order and the rest is there to be seen.</summary>
public sealed class A_statement_of_a_thousand_lines(StandingMarket standing) : IClassFixture<StandingMarket>
{
    private const int Lines = 1_000;

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task Is_shown_first_then_taken_in_while_she_looks_on(int width, bool scripts)
    {
        var market = standing.Market;
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (standing.Garlic.Variant, 1));
        var before = (await market.RowsAsync<MoneyIn>()).Count;
        var office = await OfficePages.OpenAsync(market, width, scripts);

        await office.OpenAsync("/admin/payments");
        await office.FollowAsync("payments.statement.title");
        await office.Field("payments.statement.file").SetInputFilesAsync(new FilePayload { Name = "sao-ke.csv", MimeType = "text/csv", Buffer = File(order, width) });
        await office.PressAsync("payments.statement.look");
        await office.SeesAsync("payments.statement.adds-up", Lines);
        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(before);

        await office.GoAsync(() => office.Page.GetByRole(AriaRole.Button, new() { Name = office.Say("payments.statement.import", "1.000") }).ClickAsync());
        await office.SeesAsync("payments.statement.going", 0, Lines);
        await market.DeliverAsync();
        if (!scripts)
            await office.FollowAsync("payments.statement.again");
        await office.SeesAsync("payments.statement.done", Lines, 0);
        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(before + Lines);
        (await market.RowsAsync<Payment>()).Single(p => p.Order == order.Id).State.ShouldBe(PaymentState.Paid);
        await office.FollowAsync("payments.statement.queue");
        await office.SeesAsync("payments.admin.decide.more", 100, (await market.RowsAsync<MoneyIn>()).Count(m => m.NeedsDecision));
    }

    // In the middle the order's money, at the end a fee that went out; the rest names no order.
    private static byte[] File(Order order, int run)
    {
        StringBuilder text = new("Ngày GD;Số CT;Ghi nợ;Ghi có;Số dư;Nội dung\n");
        var balance = 19_077_000L;
        for (var i = 0; i < Lines; i++)
        {
            var dong = i == Lines - 1 ? -11_000 : i == Lines / 2 ? order.Total.Minor : 1_000 + i;
            balance += dong;
            var said = dong < 0 ? "Phí chuyển tiền" : i == Lines / 2 ? $"MBVCB.{order.Code}.CT tu" : "tien la";
            text.Append(CultureInfo.InvariantCulture, $"{1 + (i / 50):00}/11/2026;ST{run}X{i};{(dong < 0 ? -dong : "")};{(dong > 0 ? dong : "")};{balance};{said}\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
