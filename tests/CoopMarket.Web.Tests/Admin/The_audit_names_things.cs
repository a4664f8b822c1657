using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Complaints;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Stories;

namespace CoopMarket.Web.Tests.Admin;

/// <summary>Rows are written down by ids; an admin reads names that lead to the thing.</summary>
public sealed class The_audit_names_things
{
    [Theory, EveryDatabase]
    internal async Task By_the_names_that_people_call_them(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var coop = await market.SellingCoopAsync("Tỏi đen Gia Phù");
        var garlic = await market.LiveProductAsync(seller: coop, name: "Tỏi đen một nhánh");
        var story = await market.LiveStoryAsync(coop, "Sáu mươi ngày bên bếp", garlic.Product);
        var photo = (await market.AddPhotoAsync(coop, new(Domain.Photos.PhotoSubjectKind.Product, garlic.Product.Value))).Value;
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 1));
        (await market.SendAsync(new RecordTransfer.Command(Actor.Job("test"), "FT4711", "1000", "", new(2026, 11, 23)))).IsDone.ShouldBeTrue();
        var money = (await market.RowsAsync<MoneyIn>()).Single(m => m.Reference == "FT4711").Id;
        (await market.SendAsync(new RecordTransfer.Command(Actor.Job("test"), "FT4712", order.Total.Minor.ToString(System.Globalization.CultureInfo.InvariantCulture), order.Code, new(2026, 11, 23)))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.SendAsync(new DeclineLine.Command(Actor.Of(coop.Manager, ""), coop.Id, order.Parts[0].Id, order.Parts[0].Lines[0].Id, 1, "Nứt vỏ."))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        var refund = (await market.RowsAsync<RefundDue>())[0].Id;
        var edit = (await market.RowsAsync<ProductEdit>()).First(e => e.Product == garlic.Product).Id;
        var admin = await market.PersonAsync("Chị Quản Thị Trị", isAdmin: true);
        var (complaint, _) = await market.ComplainAsync(market.Form(garlic.Product));
        var gone = Guid.CreateVersion7();

        (string About, string Text, string? Page)[] expected =
        [
            (order.Id.ToString(), order.Code, "/admin/orders/" + order.Code),
            (order.Parts[0].Id.ToString(), order.Code, "/admin/orders/" + order.Code),
            (order.Parts[0].Lines[0].Id.ToString(), order.Code, "/admin/orders/" + order.Code),
            (garlic.Product.ToString(), "Tỏi đen một nhánh", $"/admin/products/{garlic.Product}"),
            (garlic.Variant.ToString(), "Tỏi đen một nhánh, ", $"/admin/products/{garlic.Product}"),
            (photo.ToString(), "Tỏi đen một nhánh", $"/admin/products/{garlic.Product}"),
            (edit.ToString(), "Tỏi đen một nhánh", $"/admin/products/{garlic.Product}"),
            (story.ToString(), "Sáu mươi ngày bên bếp", "/admin/stories"),
            (coop.Application.ToString(), "Tỏi đen Gia Phù", $"/admin/sellers/{coop.Application}"),
            (coop.Id.ToString(), "Tỏi đen Gia Phù", $"/admin/sellers/{coop.Application}"),
            (admin.ToString(), "Chị Quản Thị Trị", $"/admin/people/{admin}"),
            (money.ToString(), "FT4711", $"/admin/payments/lines/{money}"),
            (refund.ToString(), order.Code, $"/admin/payments/refunds/{refund}"),
            (complaint.Id.ToString(), complaint.Code, $"/admin/complaints/{complaint.Id}"),
            ("FT0815", "FT0815", null),
            (gone.ToString(), gone.ToString(), null),
        ];
        await market.InDbAsync(db =>
        {
            foreach (var (i, (about, _, _)) in expected.Index())
                db.Add(new AuditRow { Id = Guid.CreateVersion7(market.Clock.GetUtcNow().AddSeconds(i)), At = market.Clock.GetUtcNow(), Actor = "test", What = "Test.Named", About = about, Result = AuditResult.Done });
            return db.SaveChangesAsync();
        });

        using var office = await market.ClientFor(admin);
        var rows = (await office.OpenAsync("/admin/audit?what=Test.Named")).QuerySelectorAll("tbody td.first small").Reverse().ToList();
        rows.Count.ShouldBe(expected.Length);
        foreach (var ((about, text, page), row) in expected.Zip(rows))
        {
            row.TextContent.ShouldStartWith(text, customMessage: about);
            row.QuerySelector("a")?.GetAttribute("href").ShouldBe(page, about);
            (row.QuerySelector("a") is not null).ShouldBe(page is not null, about);
            if (page is not null)
                (await office.GetAsync(page)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, page);
        }
    }
}
