using System.Globalization;
using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;

namespace CoopMarket.Web.Tests.Desk;

/// <summary>A cooperative takes its own orders home as a spreadsheet, an admin everybody's without the buyers.</summary>
public sealed class Orders_leave_as_files
{
    private const string Month = "from=2026-11-01&to=2026-11-30";

    [Theory, EveryDatabase]
    internal async Task A_cooperative_finds_its_own_parts_and_lines_and_no_others(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(price: 185_075);
        var tea = await market.LiveProductAsync(price: 260_000, name: "Chè Shan tuyết");
        var (order, _) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 3), (tea.Variant, 1));
        var (unpaid, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 1));
        var part = order.Parts.Single(p => p.Cooperative == garlic.Cooperative);
        (await market.SendAsync(new DeclineLine.Command(DeskFactory.Manager(garlic), garlic.Cooperative, part.Id, part.Lines[0].Id, 1, "vỡ"))).IsDone.ShouldBeTrue();
        using var desk = await market.ClientFor(garlic.Manager);

        var orders = await RowsAsync(desk, $"/sell/orders/files?handler=File&sheet=Orders&{Month}");
        orders.Length.ShouldBe(1 + 1, "a head and her part; what is unpaid she never saw");
        orders[1].ShouldStartWith(order.Code);
        orders[1].ShouldContain($",{3 * 185_075},{part.Delivery.Minor},185075,{(2 * 185_075) + part.Delivery.Minor},");
        orders[1].ShouldContain("Nguyễn Thị Hạnh");
        var lines = await RowsAsync(desk, $"/sell/orders/files?handler=File&sheet=Lines&{Month}");
        lines.Where(l => l.Contains("Tỏi đen", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain(",3,1,185075,370150,0");
        string.Concat(orders.Concat(lines)).ShouldNotContain(unpaid.Code);
        string.Concat(lines).ShouldNotContain("Shan tuyết");
        (await RowsAsync(desk, "/sell/orders/files?handler=File&from=2026-10-01&to=2026-10-31")).Length.ShouldBe(1);

        using var admin = await market.ClientFor(await market.RegisteredAsync("admin@thu.test", "Quản trị", isAdmin: true));
        var all = await RowsAsync(admin, $"/admin/orders/files?handler=File&sheet=Orders&{Month}");
        all.Length.ShouldBe(1 + 2);
        string.Concat(all).ShouldNotContain("Nguyễn Thị Hạnh");
        all.Skip(1).Sum(r => long.Parse(r.Split(',')[^2], CultureInfo.InvariantCulture)).ShouldBe(order.Total.Minor - 185_075);
    }

    /// <summary>Row 35 of the catalog of bad input (ASVS 1.2.10).</summary>
    [Fact]
    public async Task A_spreadsheet_takes_nothing_that_a_buyer_typed_for_a_formula()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), PaymentWay.CashOnDelivery);
        (await market.SendAsync(checkout with
        {
            Name = "=HYPERLINK(\"http://x\",\"a\")",
            InvoiceName = "@SUM(A1)",
            InvoiceTaxCode = "0100109106",
            InvoiceAddress = "-1+cmd|' /C calc'!A0",
        })).IsDone.ShouldBeTrue();
        using var desk = await market.ClientFor(garlic.Manager);

        var row = (await RowsAsync(desk, $"/sell/orders/files?handler=File&{Month}"))[1];
        row.ShouldContain("\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\"");
        row.ShouldContain("'@SUM(A1)");
        row.ShouldContain("'-1+cmd");
    }

    [Theory]
    [InlineData("from=2026-11-30&to=2026-11-01")]
    [InlineData("from=2025-01-01&to=2026-11-30")]
    [InlineData("from=x&to=2026-11-30")]
    [InlineData("")]
    public async Task What_is_no_period_is_asked_again(string typed)
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var coop = await market.NewSellerAsync();
        using var desk = await market.ClientFor(coop.Manager);
        using var answer = await desk.GetAsync("/sell/orders/files?handler=File&" + typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("name=\"from\"");
        using var first = await desk.GetAsync("/sell/orders/files?handler=File&from=0001-01-01&to=0001-01-02");
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    private static async Task<string[]> RowsAsync(Browser browser, string address)
    {
        var bytes = await browser.Client.GetByteArrayAsync(address);
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        return System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
