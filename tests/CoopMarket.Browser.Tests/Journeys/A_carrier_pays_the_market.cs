using System.Text;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A carrier pays the cash of two parcels to the market, of one too little: the office finds out whose it is, and the cooperative reads that hers is here.</summary>
public sealed class A_carrier_pays_the_market(StandingMarket standing) : IClassFixture<StandingMarket>
{
    private const int Kept = 22_000;
    private const int Missing = 10_000;

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task Its_list_says_whose_the_money_is_and_what_is_missing_is_given_up(int width, bool scripts)
    {
        var market = standing.Market;
        await market.AgreeOnCashAsync(Carrier.Ghn);
        var desk = await standing.ManagerAsync(width, scripts);
        var (number, other) = ($"GHN{width}W", $"GHN{width}T");
        var (whole, torn) = (await ArrivedAsync(desk, number), await ArrivedAsync(desk, other));
        var (all, less) = (whole.Total.Minor, torn.Total.Minor - Missing);
        await desk.OpenAsync("/sell/money/cash");
        await desk.ReadsAsync(whole.Code);
        await market.BankTellsAsync(all + less - (2 * Kept), $"GHN doi soat {width}");
        var line = (await market.RowsAsync<MoneyIn>()).Single(m => m.Text.EndsWith($"soat {width}", StringComparison.Ordinal));
        var office = await OfficePages.OpenAsync(market, width, scripts);

        await office.OpenAsync($"/admin/payments/lines/{line.Id.Value}");
        await office.FollowAsync("payments.line.carrier.do");
        await LookAsync(office, Encoding.UTF8.GetBytes("Mã vận đơn;Tiền thu hộ\nGHN;nhiều"));
        await office.SeesAsync("payments.remittance.flaw.Amount", 2, "nhiều");
        await office.ReadsAsync($"GHN doi soat {width}");
        await LookAsync(office, PaymentsFactory.CarriersList((number, all, 0), (other, torn.Total.Minor, 0)));
        await office.SeesAsync("payments.carried.too-much", office.Written(whole.Total + torn.Total), office.Written(line.Amount));
        await office.FollowAsync("payments.carried.another");
        await LookAsync(office, PaymentsFactory.CarriersList((number, all, Kept), (other, less, Kept)));
        await office.SeesAsync("payments.remittance.Full");
        await office.SeesAsync("payments.remittance.Short");
        (await market.RowsAsync<RemittedCash>()).ShouldNotContain(r => r.Money == line.Id);
        await office.GoAsync(() => office.Page.GetByRole(AriaRole.Button, new() { Name = office.Say("payments.carried.take", 2) }).ClickAsync());
        await office.SeesAsync("payments.carried.taken", 2);
        await market.DeliverAsync();

        await office.OpenAsync("/admin/payments/cash");
        await office.FollowNamedAsync(torn.Code);
        await office.PressAsync("payments.carried.give-up.do");
        await office.SeesAsync("payments.carried.note.flaw");
        await office.FillAsync("payments.carried.note", "Hãng đền không đủ");
        await office.PressAsync("payments.carried.give-up.do");
        await office.SeesAsync("payments.carried.given-up");
        await market.DeliverAsync();

        (await market.RowsAsync<CashParcel>()).Where(p => p.Order == whole.Id || p.Order == torn.Id).OrderBy(p => p.State).Select(p => p.State)
            .ShouldBe([CashParcelState.Remitted, CashParcelState.GivenUp]);
        await desk.OpenAsync("/sell/money/cash");
        (await desk.TextAsync()).ShouldNotContain(whole.Code);
        await desk.OpenAsync("/sell/orders/" + whole.Code);
        await desk.SeesAsync("desk.order.title.Delivered");
        await market.CheckAsync();
    }

    private async Task<Order> ArrivedAsync(Screen desk, string number)
    {
        var (order, _) = await standing.Market.OrderAsync(PaymentWay.CashOnDelivery, (standing.Garlic.Variant, 1));
        await standing.Market.DeliverAsync();
        await new OrderDesk(desk).DeliverAsync(order.Code, "Giao Hàng Nhanh (GHN)", number);
        return order;
    }

    private static async Task LookAsync(Screen office, byte[] list)
    {
        await office.Field("payments.carried.file").SetInputFilesAsync(new FilePayload { Name = "doi-soat.csv", MimeType = "text/csv", Buffer = list });
        await office.PressAsync("payments.carried.check");
    }
}
