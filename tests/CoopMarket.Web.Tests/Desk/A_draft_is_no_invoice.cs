using System.Globalization;
using System.Net;
using System.Xml.Linq;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;

namespace CoopMarket.Web.Tests.Desk;

/// <summary>A draft of an invoice for the cooperative's own provider: sums to the đồng, and never takes itself for the real thing.</summary>
public sealed class A_draft_is_no_invoice
{
    [Theory, EveryDatabase]
    internal async Task Its_lines_sum_to_what_the_buyer_pays_whatever_was_declined_and_given_back(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(price: 185_075);
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 3)));
        var placed = await market.SendAsync(checkout with { InvoiceName = "Quà <Bản> & Xa", InvoiceTaxCode = "0100109106001", InvoiceAddress = "Số 8" });
        var order = await market.OrderAsync(placed.Value.Code);
        await market.CaptureAsync(order);
        var manager = DeskFactory.Manager(garlic);
        var part = order.Parts[0];
        (await DraftAsync()).ShouldBeNull("nobody accepted it yet");
        (await market.SendAsync(new DeclineLine.Command(manager, garlic.Cooperative, part.Id, part.Lines[0].Id, 1, "vỡ"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new AcceptSellerOrder.Command(manager, garlic.Cooperative, part.Id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ShipParcel.Command(manager, garlic.Cooperative, part.Id, Domain.Shipping.Carrier.Ghn, "GHN7K2P9D"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new MarkDelivered.Command(manager, garlic.Cooperative, part.Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        await SumsToAsync(order.Total.Minor - 185_075, lines: 2);
        foreach (var (what, amount) in new[] { (part.Lines[0].Id.ToString(), 10_001), (RefundSellerOrder.Delivery, (int)part.Delivery.Minor) })
        {
            (await market.SendAsync(new RefundSellerOrder.Command(manager, garlic.Cooperative, part.Id, what, amount.ToString(CultureInfo.InvariantCulture), "vỡ"))).IsDone.ShouldBeTrue();
            await market.DeliverAsync();
        }

        var draft = await SumsToAsync((2 * 185_075) - 10_001, lines: 1);
        draft.Descendants("STCKhau").ShouldHaveSingleItem().Value.ShouldBe("10001");
        draft.Descendants("NMua").Single().Element("Ten")!.Value.ShouldBe("Quà <Bản> & Xa");
        (await market.SendAsync(new RefundSellerOrder.Command(manager, garlic.Cooperative, part.Id, RefundSellerOrder.Everything, "", "vỡ"))).IsDone.ShouldBeTrue();
        (await DraftAsync()).ShouldBeNull("nothing of it is sold");

        async Task<XDocument> SumsToAsync(long dong, int lines)
        {
            var xml = XDocument.Parse(System.Text.Encoding.UTF8.GetString((await DraftAsync())!.Content));
            var sums = xml.Descendants("HHDVu").Select(l => (Whole: Number(l, "SLuong") * Number(l, "DGia"), Less: Number(l, "STCKhau"), Amount: Number(l, "ThTien"))).ToList();
            sums.Count.ShouldBe(lines);
            sums.ShouldAllBe(s => s.Whole - s.Less == s.Amount);
            sums.Sum(s => s.Amount).ShouldBe(dong);
            xml.Descendants("TgTTTBSo").Single().Value.ShouldBe(dong.ToString(CultureInfo.InvariantCulture));
            xml.Descendants("TgTTTBChu").Single().Value.ShouldBe(DongInWords.Of(dong));
            return xml;
        }

        Task<InvoiceDraft.View?> DraftAsync() => market.SendAsync(new InvoiceDraft.Query(manager, garlic.Cooperative, order.Code));

        static long Number(XElement line, string name) => line.Element(name) is { } found ? long.Parse(found.Value, CultureInfo.InvariantCulture) : 0;
    }

    [Fact]
    public async Task It_says_so_in_its_name_its_head_and_its_body_and_has_nothing_that_makes_an_invoice()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        var order = await market.ToPackAsync(garlic);
        using var desk = await market.ClientFor(garlic.Manager);
        (await desk.OpenAsync("/sell/orders/" + order.Code)).QuerySelector($"a[href$='/sell/orders/{order.Code}?handler=Draft']").ShouldNotBeNull();

        using var answer = await desk.GetAsync($"/sell/orders/{order.Code}?handler=Draft");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Content.Headers.ContentDisposition!.ToString().ShouldContain("nhap-khong-phai-hoa-don-" + order.Code);
        var xml = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        xml.Nodes().OfType<XComment>().Single().Value.ShouldContain("NOT A LEGAL INVOICE");
        xml.Descendants("TTKhac").Single().Value.ShouldContain(DraftXml.Warning);
        xml.Descendants("TTKhac").Single().Value.ShouldContain(DraftXml.Whole, Case.Sensitive, "nobody said how it is taxed");
        foreach (var name in new[] { "KHMSHDon", "KHHDon", "SHDon", "DSCKS", "MCCQT", "TSuat" })
            xml.Descendants(name).ShouldBeEmpty();
    }
}
