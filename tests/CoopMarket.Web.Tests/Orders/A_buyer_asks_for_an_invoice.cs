using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>Whom a VAT invoice is made out to is told at checkout, kept with the order, and passed on to its sellers.</summary>
public sealed class A_buyer_asks_for_an_invoice
{
    private static readonly InvoiceWish Firm = new("Công ty TNHH Quà Bản Xa", "0100109106-001", "Số 8 đường Tô Hiệu, Sơn La", "ketoan@quabanxa.test");

    [Theory, EveryDatabase]
    internal async Task It_is_kept_as_typed_and_read_by_the_buyer_and_the_seller(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), PaymentWay.CashOnDelivery);
        var placed = await market.SendAsync(checkout with
        {
            InvoiceName = "  Công ty TNHH Quà Bản Xa ",
            InvoiceTaxCode = " 0100109106001",
            InvoiceAddress = Firm.Address,
            InvoiceEmail = Firm.Email,
        });

        placed.IsDone.ShouldBeTrue(string.Join(", ", placed.Flaws));
        (await market.OrderAsync(placed.Value.Code)).Invoice.ShouldBe(Firm);
        (await market.SendAsync(new OrderAtDesk.Query(DeskFactory.Manager(garlic), garlic.Cooperative, placed.Value.Code)))!.Invoice.ShouldBe(Firm);
        using var hanh = Visitor.Of(market);
        var page = (await hanh.OpenAsync((await hanh.OpenAsync($"/orders/{placed.Value.Code}?s={placed.Value.Secret}")).Location)).Page;
        page.ShouldContain("0100109106-001");
        using var desk = await market.ClientFor(garlic.Manager);
        (await desk.Client.GetStringAsync("/sell/orders/" + placed.Value.Code)).ShouldContain("0100109106-001");
    }

    [Fact]
    public async Task Who_asks_for_none_types_nothing()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        var (order, _) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        order.Invoice.ShouldBe(InvoiceWish.None);
        order.Invoice.IsAsked.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Quà Bản Xa", "", "Sơn La", "", "InvoiceTaxCode")]
    [InlineData("Quà Bản Xa", "0100109107", "Sơn La", "", "InvoiceTaxCode")]
    [InlineData("", "0100109106", "", "", "InvoiceName InvoiceAddress")]
    [InlineData("", "", "", "ketoan@quabanxa.test", "InvoiceName InvoiceTaxCode InvoiceAddress")]
    [InlineData("Quà Bản Xa", "0100109106", "Sơn La", "ketoan", "InvoiceEmail")]
    [InlineData("Quà\u202eBản", "0100109106", "Sơn La", "", "InvoiceName")]
    public async Task Half_an_invoice_is_told_what_it_lacks(string name, string code, string address, string email, string lacks)
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), PaymentWay.CashOnDelivery);

        var outcome = await market.SendAsync(checkout with { InvoiceName = name, InvoiceTaxCode = code, InvoiceAddress = address, InvoiceEmail = email });

        outcome.Flaws.Select(f => f.Path).ShouldBe(lacks.Split(' '));
        (await market.RowsAsync<Order>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_typed_is_lost_when_the_form_comes_back()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        using var hanh = Visitor.Of(market);
        await hanh.SendAsync("/cart/add", ("variant", garlic.Variant.ToString()), ("quantity", "1"));
        await hanh.OpenAsync("/checkout");
        hanh.Page.ShouldNotContain("<details class=\"asked\" open");
        (string, string)[] typed =
        [
            ("Form.Name", "Nguyễn Thị Hạnh"), ("Form.Phone", "0912 345 678"), ("Form.Country", "VN"), ("Form.Province", "01"), ("Form.Commune", "Phường Cầu Giấy"), ("Form.Street", "Số 12"),
            ("Form.InvoiceName", Firm.Name), ("Form.InvoiceTaxCode", "0100109107"), ("Form.InvoiceAddress", Firm.Address), ("Form.InvoiceEmail", Firm.Email), ("Form.Way", "CashOnDelivery"),
        ];

        foreach (var (path, status) in new[] { ("/checkout/delivery", HttpStatusCode.OK), ("/checkout", HttpStatusCode.UnprocessableEntity) })
        {
            (await hanh.SubmitAsync(path, typed)).Status.ShouldBe(status);
            hanh.Page.ShouldContain("<details class=\"asked\" open");
            (hanh.Field("Form.InvoiceName"), hanh.Field("Form.InvoiceTaxCode"), hanh.Field("Form.InvoiceAddress"), hanh.Field("Form.InvoiceEmail"))
                .ShouldBe((Firm.Name, "0100109107", Firm.Address, Firm.Email));
        }
    }
}
