using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Admin;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Admin;

public sealed class The_office_finds_things
{
    [Theory, EveryDatabase]
    internal async Task A_parked_message_is_shown_with_its_error_and_sent_again(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        market.Post.Fault = new IOException("the mail server is down");
        await market.NewOrderAsync(garlic);
        for (var i = 0; i <= Deliver.MostAttempts; i++)
        {
            await market.DeliverAsync();
            market.Clock.Advance(TimeSpan.FromHours(2));
        }

        using var office = await market.ClientFor(await market.PersonAsync("Chị Quản", isAdmin: true));
        var page = await office.OpenAsync("/admin/outbox");
        page.QuerySelector(".ledger")!.TextContent.ShouldContain("the mail server is down");
        (await office.OpenAsync("/admin")).QuerySelector("a[href='/admin/outbox'] b").ShouldNotBeNull();
        market.Post.Fault = null;
        var id = page.QuerySelector("button[name=message]")!.GetAttribute("value")!;
        Browser.Goal(await office.PostFormAsync("/admin/outbox", ("message", id))).ShouldBe("/admin/outbox");
        await market.DeliverAsync();

        (await market.RowsAsync<OutboxRow>()).Single(r => r.Id == Guid.Parse(id)).State.ShouldBe(OutboxState.Done);
        market.Post.Letters.ShouldNotBeEmpty();
        (await market.SendAsync(new RetryMessage.Command(Actor.Job("test"), Guid.Parse(id)))).Refusal.ShouldBe(new MessageNotParked());
    }

    /// <summary>Who answers the telephone types a name as she hears it.</summary>
    [Theory, EveryDatabase]
    internal async Task A_person_is_found_by_her_name_without_its_marks_and_by_her_number_however_it_is_written(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.PersonAsync("Lường Thị Thoa");
        await market.RegisteredAsync("0987 654 321", "Đinh Thị Bưởi");
        var admin = Actor.Of(await market.PersonAsync("Chị Quản", isAdmin: true), "");

        foreach (var (asked, name) in new[]
        {
            ("luong thi thoa", "Lường Thị Thoa"), ("THOA", "Lường Thị Thoa"), ("Dinh", "Đinh Thị Bưởi"), ("bưởi", "Đinh Thị Bưởi"), (" đinh  thị ", "Đinh Thị Bưởi"),
            ("0987654321", "Đinh Thị Bưởi"), ("0987.654.321", "Đinh Thị Bưởi"), ("+84 987 654 321", "Đinh Thị Bưởi"), ("84987654321", "Đinh Thị Bưởi"),
        })
            (await market.SendAsync(new PeoplePage.Query(admin, asked))).Rows.ShouldHaveSingleItem(asked).Name.ShouldBe(name, asked);
        (await market.SendAsync(new PeoplePage.Query(admin, "thoang"))).Rows.ShouldBeEmpty();
        (await market.SendAsync(new PeoplePage.Query(admin, "thị"))).Rows.Select(r => r.Name).ShouldBe(["Lường Thị Thoa", "Đinh Thị Bưởi"], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    internal async Task Nothing_of_a_long_list_is_left_out_without_a_word(DatabaseProvider provider)
    {
        const int all = 51;
        await using var market = await PaymentsFactory.OpenAsync(provider);
        for (var i = 0; i < all; i++)
        {
            await market.PlaceAsync(PaymentWay.CashOnDelivery, new Part(0, (1_000, 1)));
            (await market.SendAsync(new RecordTransfer.Command(Actor.Job("test"), "FT" + i, "1000", "", new(2026, 11, 23), IsAnother: true))).IsDone.ShouldBeTrue();
        }

        await market.InDbAsync(db => db.Set<OutboxRow>().Where(r => r.Event == "orders.order-placed")
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, OutboxState.Parked).SetProperty(r => r.LastError, "")));
        for (var i = 0; i < all - 1; i++)
            await market.PersonAsync($"Lò Thị {i}");
        using var office = await market.ClientFor(await market.PersonAsync("Chị Quản", isAdmin: true));
        foreach (var (list, rows) in new[] { ("/admin/orders?list=Latest", ".table tbody tr"), ("/admin/people", ".rows li"), ("/admin/outbox", ".ledger li"), ("/admin/payments", "section:last-of-type .rows li") })
        {
            var (first, onward) = (await office.OpenAsync(list), list + (list.Contains('?') ? "&" : "?") + "p=2");
            first.QuerySelectorAll("main " + rows).Length.ShouldBe(all - 1, list);
            first.QuerySelector($"main a[href='{onward}']").ShouldNotBeNull(list);
            var second = await office.OpenAsync(onward);
            second.QuerySelectorAll("main " + rows).Length.ShouldBe(1, onward);
            second.QuerySelector("main a[href$='p=1']").ShouldNotBeNull(onward);
        }
    }

    [Theory, EveryDatabase]
    internal async Task An_order_is_found_by_code_phone_and_mail_and_by_nothing_else(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), PaymentWay.CashOnDelivery);
        var code = (await market.SendAsync(checkout with { Email = "hanh@thu.test" })).Value.Code;
        using var office = await market.ClientFor(await market.PersonAsync("Chị Quản", isAdmin: true));

        foreach (var find in new[] { code, code.ToLowerInvariant(), "0912 345 678", "+84912345678", "Hanh@Thu.test" })
            (await office.OpenAsync($"/admin/orders?q={Uri.EscapeDataString(find)}")).QuerySelectorAll(".table tbody tr").Length.ShouldBe(1, find);
        foreach (var find in new[] { "CM0000000", "0999 999 999", "nobody@thu.test", "'; drop table orders --", "%", new string('a', 3_000), "a\0b" })
            (await office.OpenAsync($"/admin/orders?q={Uri.EscapeDataString(find)}")).QuerySelectorAll(".table tbody tr").ShouldBeEmpty(find);
        (await office.OpenAsync($"/admin/orders/{code}")).QuerySelector("main")!.TextContent.ShouldContain("Tỏi đen một nhánh");
        (await office.GetAsync("/admin/orders/CM0000000")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EveryDatabase]
    internal async Task Late_and_missed_parcels_are_on_lists_of_their_own(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var late = await market.NewOrderAsync(garlic);
        using var office = await market.ClientFor(await market.PersonAsync("Chị Quản", isAdmin: true));
        (await office.OpenAsync("/admin/orders?list=Overdue")).QuerySelector(".table").ShouldBeNull();

        market.Clock.Advance(TimeSpan.FromDays(5));
        using var again = await market.ClientFor(await market.PersonAsync("Chị Quản", isAdmin: true));
        (await again.OpenAsync("/admin/orders?list=Overdue")).QuerySelector(".table")!.TextContent.ShouldContain(late.Code);
        (await again.OpenAsync("/admin/orders?list=NotArrived")).QuerySelector(".table").ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task The_audit_is_searched_by_person_cooperative_deed_and_day(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await market.ToPackAsync(garlic);
        var admin = await market.PersonAsync("Chị Quản", isAdmin: true);
        using var office = await market.ClientFor(admin);

        foreach (var search in new[] { $"what={order.Code}", "what=AcceptSellerOrder", "who=Lò Thị Pâng&what=Accept", "coop=suoi to&what=Accept", "from=2026-11-23&to=2026-11-23&what=Accept", "what=nhan đơn", "what=accepted" })
            (await office.OpenAsync($"/admin/audit?{search}")).QuerySelector(".table")!.TextContent.ShouldContain("Nhận đơn", customMessage: search);
        (await office.OpenAsync("/en/admin/audit?what=Accept")).QuerySelector(".table")!.TextContent.ShouldContain("Accepted an order");
        foreach (var search in new[] { "what=Nothing", "who=Nobody At All", "coop=nowhere", "from=2026-11-24", "to=2026-11-22" })
            (await office.OpenAsync($"/admin/audit?{search}")).QuerySelector(".table").ShouldBeNull(search);
    }

    [Theory, EveryDatabase]
    internal async Task Older_rows_of_the_audit_are_a_page_further(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.InDbAsync(async db =>
        {
            for (var i = 0; i < 60; i++)
            {
                db.Add(new AuditRow { Id = Guid.CreateVersion7(market.Clock.GetUtcNow().AddSeconds(i)), At = market.Clock.Now().AddSeconds(i), Actor = "job", What = $"Test.Deed{i:D2}", Result = AuditResult.Done });
            }

            return await db.SaveChangesAsync();
        });
        using var office = await market.ClientFor(await market.PersonAsync("Chị Quản", isAdmin: true));

        var first = await office.OpenAsync("/admin/audit?what=Test");
        first.QuerySelector("tbody td b")!.TextContent.ShouldBe("Test.Deed59");
        first.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        var second = await office.OpenAsync(first.QuerySelector("main a.go")!.GetAttribute("href")!);
        second.QuerySelectorAll("tbody td b").Select(c => c.TextContent).ShouldBe(Enumerable.Range(0, 10).Select(i => $"Test.Deed{9 - i:D2}"));
        second.QuerySelector("main a.go").ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_but_admins_gets_in(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await market.NewOrderAsync(garlic);
        using var seller = await market.ClientFor(garlic.Manager);

        foreach (var page in new[] { "/admin", "/admin/orders", $"/admin/orders/{order.Code}", "/admin/outbox", "/admin/audit" })
            (await seller.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new RetryMessage.Command(Actor.Of(garlic.Manager, ""), null)));
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new DeliverByClock.Command(Actor.Of(garlic.Manager, ""), order.Parts[0].Id)));
    }
}
