using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Desk;

/// <summary>A product says how it is taxed; the order keeps class and rate of its day, and paper splits the price by them, to the đồng.</summary>
public sealed class Drafts_and_receipts_split_the_tax
{
    private static readonly Actor Job = Actor.Job("tests");

    [Theory, EveryDatabase]
    internal async Task A_draft_has_each_lines_rate_and_sums_by_rate_that_come_to_what_the_buyer_pays(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var seller = await market.NewSellerAsync();
        var (garlic, fruit, tea) = (await market.LiveProductAsync(price: 185_075, seller: seller), await market.LiveProductAsync(price: 129_000, seller: seller), await market.LiveProductAsync(price: 31_111, seller: seller));
        await TellAsync(market, garlic, VatClass.Most);
        await TellAsync(market, fruit, VatClass.OwnProduce);
        await TellAsync(market, tea, VatClass.FarmTrade);
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 3), (fruit.Variant, 1), (tea.Variant, 7));
        await market.CaptureAsync(order);
        var part = order.Parts[0];
        List<OrderLine> lines = [.. part.Lines.OrderBy(l => l.Position)];
        lines.Select(l => (l.Vat, l.VatBasisPoints)).ShouldBe([(VatClass.Most, 800), (VatClass.OwnProduce, null), (VatClass.FarmTrade, 500)]);
        part.DeliveryVatBasisPoints.ShouldBe(800);
        var manager = DeskFactory.Manager(garlic);
        (await market.SendAsync(new DeclineLine.Command(manager, seller.Id, part.Id, lines[0].Id, 1, "vỡ"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new AcceptSellerOrder.Command(manager, seller.Id, part.Id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ShipParcel.Command(manager, seller.Id, part.Id, Carrier.Ghn, "GHN7K2P9D"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new MarkDelivered.Command(manager, seller.Id, part.Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.SendAsync(new RefundSellerOrder.Command(manager, seller.Id, part.Id, lines[2].Id.ToString(), "10.001", "vỡ"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        // What the seller says later, and what the law says later, changes no order that was placed.
        await TellAsync(market, garlic, VatClass.NeverLowered);
        market.Clock.Advance(TimeSpan.FromDays(60));
        var xml = await DraftAsync(market, garlic, order);
        xml.Descendants("HHDVu").Select(l => l.Element("TSuat")!.Value).ShouldBe(["8%", "KCT", "5%", "8%"]);
        var total = (2 * 185_075) + 129_000 + (7 * 31_111) - 10_001 + part.Delivery.Minor;
        var sums = xml.Descendants("LTSuat").Select(r => (Rate: r.Element("TSuat")!.Value, Net: Number(r, "ThTien"), Tax: Number(r, "TThue"))).ToList();
        sums.Select(s => s.Rate).ShouldBe(["8%", "5%", "KCT"]);
        sums.ShouldAllBe(s => s.Net == xml.Descendants("HHDVu").Where(l => l.Element("TSuat")!.Value == s.Rate).Sum(l => Number(l, "ThTien")));
        sums.Single(s => s.Rate == "KCT").ShouldBe(("KCT", 129_000, 0));
        sums.Single(s => s.Rate == "5%").Tax.ShouldBe(VatInside.Of(Money.Dong((7 * 31_111) - 10_001), 500).Minor);
        Number(xml.Root!, "TgTCThue").ShouldBe(sums.Sum(s => s.Net));
        Number(xml.Root!, "TgTThue").ShouldBe(sums.Sum(s => s.Tax));
        Number(xml.Root!, "TgTTTBSo").ShouldBe(total);
        (sums.Sum(s => s.Net) + sums.Sum(s => s.Tax)).ShouldBe(total);
        xml.Descendants("TTKhac").Single().Value.ShouldContain(DraftXml.Split);
        foreach (var name in new[] { "KHMSHDon", "KHHDon", "SHDon", "DSCKS", "MCCQT" })
            xml.Descendants(name).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task As_long_as_one_thing_is_untold_the_whole_draft_keeps_prices_with_tax(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var seller = await market.NewSellerAsync();
        var (told, untold) = (await market.LiveProductAsync(price: 108_000, seller: seller), await market.LiveProductAsync(price: 50_000, seller: seller));
        await TellAsync(market, told, VatClass.Most);
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (told.Variant, 1), (untold.Variant, 1));
        (await market.SendAsync(new AcceptSellerOrder.Command(DeskFactory.Manager(told), seller.Id, order.Parts[0].Id))).IsDone.ShouldBeTrue();

        var xml = await DraftAsync(market, told, order);
        xml.Descendants("TSuat").ShouldBeEmpty();
        xml.Descendants("ThTien").Sum(t => long.Parse(t.Value, CultureInfo.InvariantCulture)).ShouldBe(order.Total.Minor);
        var receipt = (await market.SendAsync(new Receipt.Query(OrdersFactory.Guest, order.Code, secret, 1)))!;
        receipt.Vat.ShouldHaveSingleItem().BasisPoints.ShouldBe(800, "of the other thing nothing is said");
    }

    [Theory, EveryDatabase]
    internal async Task A_receipt_says_how_much_tax_is_inside_as_the_day_of_the_order_had_it(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var garlic = await market.LiveProductAsync(price: 108_000);
        await TellAsync(market, garlic, VatClass.Most);
        market.Clock.Advance(new DateTimeOffset(2026, 12, 31, 16, 59, 0, TimeSpan.Zero) - market.Clock.GetUtcNow());
        var before = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));

        // The lower rate ends with the year, in Vietnam.
        before.Order.Parts[0].Lines[0].VatBasisPoints.ShouldBe(800);
        after.Order.Parts[0].Lines[0].VatBasisPoints.ShouldBe(1_000);
        using var hanh = Visitor.Of(market);
        await hanh.OpenAsync($"/orders/{before.Order.Code}?s={before.Secret}");
        await hanh.OpenAsync($"/orders/{before.Order.Code}/receipt/1");
        hanh.Page.ShouldContain("Thuế GTGT 8");
        hanh.Page.ShouldContain("không phải hóa đơn GTGT");
        await hanh.OpenAsync($"/orders/{after.Order.Code}?s={after.Secret}");
        (await hanh.OpenAsync($"/en/orders/{after.Order.Code}/receipt/1")).Page.ShouldContain("VAT of 10");
    }

    [Theory, EveryDatabase]
    internal async Task Of_households_and_of_what_leaves_the_country_nothing_is_said(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        await TellAsync(market, garlic, VatClass.Most);
        var abroad = await DeskFactory.ShippedAsync(market, garlic, "FR");
        (abroad.Parts[0].Lines[0].Vat, abroad.Parts[0].DeliveryVatBasisPoints).ShouldBe((null, null));

        await market.InDbAsync(db => db.Set<Cooperative>().ExecuteUpdateAsync(s => s.SetProperty(c => c.Kind, SellerKind.Individual)));
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        (order.Parts[0].Lines[0].Vat, order.Parts[0].Lines[0].VatBasisPoints, order.Parts[0].DeliveryVatBasisPoints).ShouldBe((null, null, null));
        (await market.SendAsync(new Receipt.Query(OrdersFactory.Guest, order.Code, secret, 1)))!.Vat.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task A_new_product_begins_with_its_categorys_class_and_its_cooperative_puts_it_right(DatabaseProvider provider)
    {
        await using var market = await OpenAsync(provider);
        var seller = await market.NewSellerAsync();
        var manager = Actor.Of(seller.Manager, "");
        var id = (await market.SendAsync(new StartProduct.Command(manager, seller.Id, "Khăn quả trám", null, await market.CategoryAsync("Khăn")))).Value;
        (await VatAsync(id)).ShouldBe(VatClass.Most);

        using var desk = await market.ClientFor(seller.Manager);
        (await desk.OpenAsync($"/sell/products/{id}/sizes")).QuerySelector($"a[href$='/sell/products/{id}/vat']").ShouldNotBeNull();
        var page = (await desk.OpenAsync($"/sell/products/{id}/vat")).QuerySelector("main")!.TextContent;
        page.ShouldContain("8\u00a0%");
        Browser.Goal(await desk.PostFormAsync($"/sell/products/{id}/vat", ("Form.Vat", "FarmTrade"))).ShouldBe($"/sell/products/{id}/sizes");
        (await VatAsync(id)).ShouldBe(VatClass.FarmTrade);
        (await desk.PostFormAsync($"/sell/products/{id}/vat", ("Form.Vat", "Nothing"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        (await VatAsync(id)).ShouldBe(VatClass.FarmTrade);

        // Of what is on sale an admin sees the change.
        var live = await market.LiveProductAsync(seller: seller);
        await TellAsync(market, live, VatClass.OwnProduce);
        (await market.RowsAsync<ProductEdit>()).Single(e => e.Product == live.Product).Changes.ShouldHaveSingleItem().Field.ShouldBe("vat");

        async Task<VatClass?> VatAsync(ProductId product) => (await market.RowsAsync<Product>()).Single(p => p.Id == product).Vat;
    }

    [Fact]
    public void What_grows_and_is_sold_as_it_grew_is_proposed_as_outside_the_tax()
    {
        VatProposal.Of(["trai-cay-tuoi", "trai-cay"]).ShouldBe(VatClass.OwnProduce);
        VatProposal.Of(["trai-cay-say", "trai-cay"]).ShouldBe(VatClass.Most);
    }

    private static async Task<Market> OpenAsync(DatabaseProvider provider)
    {
        var market = await OrdersFactory.OpenAsync(provider);
        (await market.SendAsync(new EnsureTaxRates.Command(Job))).IsDone.ShouldBeTrue();
        return market;
    }

    private static async Task TellAsync(Market market, ListedProduct product, VatClass vat)
        => (await market.SendAsync(new TellVat.Command(DeskFactory.Manager(product), product.Cooperative, product.Product, vat))).IsDone.ShouldBeTrue();

    private static async Task<XDocument> DraftAsync(Market market, ListedProduct product, Order order)
        => XDocument.Parse(Encoding.UTF8.GetString((await market.SendAsync(new InvoiceDraft.Query(DeskFactory.Manager(product), product.Cooperative, order.Code)))!.Content));

    private static long Number(XElement of, string name) => long.Parse(of.DescendantsAndSelf().Elements(name).First().Value, CultureInfo.InvariantCulture);
}
