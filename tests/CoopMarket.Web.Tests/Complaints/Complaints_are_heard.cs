using System.Net;
using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Complaints;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Architecture;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Complaints;

/// <summary>Whoever complains gets a reference and a clock, both sides are heard, and the outcome reaches both.</summary>
public sealed class Complaints_are_heard
{
    [Theory, EveryDatabase]
    internal async Task A_suspended_sellers_manager_still_tells_her_side_and_takes_her_data_and_nothing_else(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var coop = await market.SellingCoopAsync();
        var product = await market.LiveProductAsync(seller: coop);
        var packer = Actor.Of(await market.MemberAsync(coop.Id, MemberRole.Packer), "");
        var (complaint, _) = await market.ComplainAsync(market.Form(product.Product));
        (await market.SendAsync(new SuspendSeller.Command(admin, coop.Application, "Kiểm tra"))).IsDone.ShouldBeTrue();
        TellSide.Command side = new(Actor.Of(coop.Manager, ""), coop.Id, complaint.Id, "Hũ nguyên khi gửi.");
        TakeCopy.Command copy = new(await market.ProvedAsync(coop.Manager), coop.Id);

        using var browser = await market.ClientFor(coop.Manager);
        (await browser.OpenAsync("/sell/apply")).QuerySelector($"form[action='/sell/desk'] button[value='{coop.Slug}']").ShouldNotBeNull();
        (await browser.OpenAsync("/sell/data")).QuerySelector("a[href='/sell/complaints']").ShouldNotBeNull();
        (await browser.OpenAsync("/sell/complaints")).Body!.TextContent.ShouldContain("Hũ vỡ nắp khi tới nơi.");
        (await market.SendAsync(side)).IsDone.ShouldBeTrue();
        (await market.SendAsync(copy)).IsDone.ShouldBeTrue();
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(side with { Actor = packer }));
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new Features.Questions.DeskQuestions.Query(side.Actor, coop.Id, false)));

        (await market.SendAsync(new CloseSeller.Command(admin, coop.Application, "Tự xin nghỉ"))).IsDone.ShouldBeTrue();
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(side));
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(copy));
    }

    [Theory, EveryDatabase]
    internal async Task A_full_mailbox_keeps_the_news_from_nobody_else_and_brings_nobody_the_same_twice(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var names = new[] { "mot@thu.test", "hai@thu.test", "ba@thu.test" };
        foreach (var name in names)
            await market.SeatAsync(product.Cooperative, await market.RegisteredAsync(name, "Lường Thị Hom"), MemberRole.Manager);
        await market.DeliverAsync();
        market.Post.Full = names[0];
        await market.ComplainAsync(market.Form(product.Product));

        for (var tries = 0; tries < 3; tries++)
        {
            await market.DeliverAsync();
            To("hanh@thu.test").ShouldBe(1, "a manager's mailbox is not hers");
            names.Select(To).ShouldBe([0, 1, 1]);
            market.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        var row = (await market.RowsAsync<OutboxRow>()).Single(r => r.State != OutboxState.Done);
        (row.Attempts, row.LastError).ShouldBe((3, "IOException: 452 Mailbox full"));
        market.Post.Full = null;
        await market.DeliverAsync();
        (To("hanh@thu.test"), To(names[0]), To(names[1]), To(names[2])).ShouldBe((1, 1, 1, 1));
        (await market.RowsAsync<OutboxRow>()).ShouldAllBe(r => r.State == OutboxState.Done);

        int To(string address) => market.Post.Letters.Count(l => l.To == address && l.Text.Contains("Hũ vỡ nắp khi tới nơi.", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    internal async Task From_a_complaint_to_its_outcome_for_both_sides(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var (manager, admin) = (Actor.Of(product.Manager, ""), Actor.Of(await market.PersonAsync(isAdmin: true), ""));
        var (order, _) = await market.OrderAsync(PaymentWay.CashOnDelivery, (product.Variant, 1));
        var now = market.Clock.GetUtcNow();
        var (complaint, secret) = await market.ComplainAsync(market.Form(order: order.Code.ToLowerInvariant()));
        (complaint.Cooperative, complaint.OrderCode, complaint.State).ShouldBe((product.Cooperative, order.Code, ComplaintState.Received));
        (complaint.AnswerBy - now).ShouldBe(TimeSpan.FromHours(24));
        complaint.DueAt.ShouldBe(complaint.AnswerBy);

        (await market.SendAsync(new TellSide.Command(manager, product.Cooperative, complaint.Id, "Hũ gói hai lớp."))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new AnswerComplaint.Command(admin, complaint.Id, "Chợ đang hỏi hãng vận chuyển."))).IsDone.ShouldBeTrue();
        (await market.ComplaintAsync(complaint.Code)).DueAt.ShouldBe(complaint.SettleBy, "it was answered in time");
        (await market.SendAsync(new SettleComplaint.Command(admin, complaint.Id, "Hợp tác xã gửi hũ khác."))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        var names = (await market.SendAsync(new JudgeComplaint.Query(admin, complaint.Id)))!.Names;
        (names[manager.ToString()], names.Count).ShouldBe(("Lò Thị Pâng", 2), "who did what has a name");

        var settled = await market.ComplaintAsync(complaint.Code);
        (settled.State, settled.DueAt).ShouldBe((ComplaintState.Settled, null));
        settled.Moves.Select(m => (m.Kind, m.By)).ShouldBe(
        [
            (ComplaintMoveKind.Received, Actor.GuestName), (ComplaintMoveKind.SideTold, manager.ToString()), (ComplaintMoveKind.Answered, admin.ToString()), (ComplaintMoveKind.Settled, admin.ToString()),
        ]);
        var hers = market.Post.Letters.Where(l => l.To == "hanh@thu.test" && l.Subject.Contains(complaint.Code, StringComparison.Ordinal)).ToList();
        hers.Count.ShouldBe(3, "received, answered, settled; never what the cooperative said");
        hers[0].Text.ShouldContain($"/complaints/{complaint.Code}/{secret}");
        hers.ShouldContain(l => l.Text.Contains("Hợp tác xã gửi hũ khác.", StringComparison.Ordinal));
        hers.Where(l => l.Text.Contains("Trong 7 ngày, bạn có thể xin xem lại", StringComparison.Ordinal)).ShouldHaveSingleItem("with the outcome, and only there").Text.ShouldContain("Hợp tác xã gửi hũ khác.");
        market.Post.Letters.Where(l => l.To != "hanh@thu.test" && l.Subject.Contains(complaint.Code, StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            l => l.Count().ShouldBe(2, "that somebody complains, and how it ends"), l => l.ShouldAllBe(m => !m.Text.Contains("Hạnh", StringComparison.Ordinal) && !m.Text.Contains(secret, StringComparison.Ordinal)));
        (await market.SendAsync(new AnswerComplaint.Command(admin, complaint.Id, "Thêm"))).Refusal.ShouldBe(new ComplaintSettled());
    }

    [Theory, EveryDatabase]
    internal async Task A_demand_to_take_goods_down_is_due_within_the_hour_and_every_admin_is_written_to(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var (first, second) = (await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true));
        var before = market.Post.Letters.Count;
        var (complaint, _) = await market.ComplainAsync(market.Form(product.Product, kind: ComplaintKind.TakeDown));
        await market.DeliverAsync();

        complaint.DueAt.ShouldBe(market.Clock.GetUtcNow().AddHours(1));
        var office = market.Post.Letters.Skip(before).Where(l => l.Text.Contains($"/admin/complaints/{complaint.Id}", StringComparison.Ordinal)).ToList();
        office.Count.ShouldBe(2);
        office.ShouldAllBe(l => l.Text.Contains(complaint.Code, StringComparison.Ordinal));

        (await market.SendAsync(new TakeDownProduct.Command(Actor.Of(first, ""), product.Product, "Cơ quan yêu cầu, văn bản số 12."))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        using var reader = market.Guest();
        (await reader.GetAsync("/p/" + product.Slug)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await market.SendAsync(new SettleComplaint.Command(Actor.Of(second, ""), complaint.Id, "Đã gỡ theo văn bản số 12."))).IsDone.ShouldBeTrue();
        (await market.ComplaintAsync(complaint.Code)).Moves.Select(m => m.Kind).ShouldBe([ComplaintMoveKind.Received, ComplaintMoveKind.Settled]);
        (await market.RowsAsync<AuditRow>()).ShouldContain(r => r.What == "Catalog.TakeDownProduct");
    }

    [Theory, EveryDatabase]
    internal async Task A_second_look_is_asked_for_once_and_taken_by_another(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (first, second) = (Actor.Of(await market.PersonAsync(isAdmin: true), ""), Actor.Of(await market.PersonAsync(isAdmin: true), ""));
        var (complaint, secret) = await market.ComplainAsync(market.Form(kind: ComplaintKind.RefundMissing));
        AskSecondLook.Command ask = new(OrdersFactory.Guest, complaint.Code, secret, "Tôi chưa nhận được tiền.");
        (await market.SendAsync(ask)).Refusal.ShouldBe(new NoSecondLook(), "it is not settled");
        (await market.SendAsync(new SettleComplaint.Command(first, complaint.Id, "Đã trả."))).IsDone.ShouldBeTrue();
        (await market.SendAsync(ask with { Secret = market.Form().FormKey })).Refusal.ShouldBe(new NotFound(), "whoever has no key");

        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => market.SendAsync(ask)))).Count(o => o.IsDone).ShouldBe(1);
        (await market.SendAsync(new SettleComplaint.Command(first, complaint.Id, "Vẫn vậy."))).Refusal.ShouldBe(new SecondLookByAnother());
        (await market.SendAsync(new SettleComplaint.Command(second, complaint.Id, "Trả lại hôm nay."))).IsDone.ShouldBeTrue();
        (await market.SendAsync(ask)).Refusal.ShouldBe(new NoSecondLook());
        (await market.ComplaintAsync(complaint.Code)).State.ShouldBe(ComplaintState.Closed);

        var (late, key) = await market.ComplainAsync(market.Form(kind: ComplaintKind.RefundMissing));
        (await market.SendAsync(new SettleComplaint.Command(first, late.Id, "Đã trả."))).IsDone.ShouldBeTrue();
        market.Clock.Advance(Complaint.TimeForSecondLook);
        (await market.SendAsync(new AskSecondLook.Command(OrdersFactory.Guest, late.Code, key, "Muộn"))).Refusal.ShouldBe(new NoSecondLook());
    }

    [Theory, EveryDatabase]
    internal async Task A_form_makes_one_complaint_however_often_it_is_sent(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var form = market.Form();
        var filed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => market.SendAsync(FileComplaint.Command.Of(OrdersFactory.Guest, form))));
        filed.Select(f => f.Value).Distinct().Count().ShouldBe(1);
        (await market.RowsAsync<Complaint>()).Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task More_time_is_taken_before_the_time_is_up_or_not_at_all(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var (complaint, _) = await market.ComplainAsync(market.Form(kind: ComplaintKind.MoneyNotShown));
        (await market.SendAsync(new ExtendComplaint.Command(admin, complaint.Id, new(2026, 11, 23), "Sớm hơn"))).Refusal.ShouldBe(new TooLateToExtend());
        (await market.SendAsync(new ExtendComplaint.Command(admin, complaint.Id, new(2027, 11, 23), "Rất lâu"))).Refusal.ShouldBe(new TooFarToExtend());
        (await market.SendAsync(new ExtendComplaint.Command(admin, complaint.Id, new(2026, 12, 5), "Ngân hàng chưa trả lời"))).IsDone.ShouldBeTrue();
        (await market.ComplaintAsync(complaint.Code)).SettleBy.ShouldBe(new DateTimeOffset(2026, 12, 5, 17, 0, 0, TimeSpan.Zero), "the end of the day in Vietnam");
        market.Clock.SetUtcNow(new(2026, 12, 5, 17, 0, 0, TimeSpan.Zero));
        (await market.SendAsync(new ExtendComplaint.Command(admin, complaint.Id, new(2026, 12, 9), "Lâu nữa"))).Refusal.ShouldBe(new TooLateToExtend());
    }

    [Theory, EveryDatabase]
    internal async Task A_cooperative_sees_what_concerns_it_and_never_who_complains(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (product, other) = (await market.LiveProductAsync(), await market.LiveProductAsync());
        var (complaint, _) = await market.ComplainAsync(market.Form(product.Product));
        var (between, _) = await market.ComplainAsync(market.Form(product.Product, kind: ComplaintKind.PersonalData));
        between.HasOtherSide.ShouldBeFalse();

        var seen = await market.SendAsync(new OwnComplaints.Query(Actor.Of(product.Manager, ""), product.Cooperative));
        seen.Rows.Select(r => r.Id).ShouldBe([complaint.Id]);
        (await market.SendAsync(new OwnComplaints.Query(Actor.Of(other.Manager, ""), other.Cooperative))).Rows.ShouldBeEmpty();
        (await market.SendAsync(new TellSide.Command(Actor.Of(other.Manager, ""), other.Cooperative, complaint.Id, "Không phải"))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new TellSide.Command(Actor.Of(product.Manager, ""), product.Cooperative, between.Id, "Gì thế"))).Refusal.ShouldBe(new NotFound());
        using var desk = await market.ClientFor(product.Manager);
        var page = await desk.OpenAsync("/sell/complaints");
        page.Body!.TextContent.ShouldContain("Hũ vỡ nắp");
        page.Body.TextContent.ShouldNotContain("Hạnh");
        page.Body.TextContent.ShouldNotContain("hanh@thu.test");
    }

    [Fact]
    public async Task Bad_input_gets_its_sentence_and_loses_nothing()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        using var browser = market.Guest();
        using var answer = await browser.PostFormAsync("/complain?order=x", ("Form.Words", "Hũ vỡ."), ("Form.OrderCode", "CM0000000"), ("Form.Name", ""), ("Form.Email", "không phải"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ParseAsync(answer);
        foreach (var field in new[] { "Kind", "OrderCode", "Name", "Email" })
            page.QuerySelector($"#{field}-flaw, [id*='{field}'][aria-invalid='true'], [name='Form.{field}']").ShouldNotBeNull(field);
        page.QuerySelector("textarea[name='Form.Words']")!.TextContent.Trim().ShouldBe("Hũ vỡ.");
        // A right e-mail beside it: it is the number that is wrong.
        using var abroad = await browser.PostFormAsync("/fr/complain", ("Form.Kind", "Damaged"), ("Form.Words", "Pot cassé."), ("Form.Name", "Claire"), ("Form.Email", "claire@thu.test"), ("Form.Phone", "06 12 34 56 78"));
        (await Browser.ParseAsync(abroad)).QuerySelector(".errors")!.TextContent.ShouldContain("indicatif du pays");
        (await market.RowsAsync<Complaint>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task Who_comes_from_her_order_types_nothing_that_is_known_and_strangers_read_nothing_of_her(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (product.Variant, 1));
        using var hanh = Visitor.Of(market);
        await hanh.OpenAsync($"/orders/{order.Code}?s={secret}");

        await hanh.OpenAsync("/complain?order=" + order.Code);
        (hanh.Field("Form.Name"), hanh.Field("Form.Phone"), hanh.Field("Form.OrderCode")).ShouldBe((order.To.Name, order.To.Phone, order.Code));
        using var stranger = Visitor.Of(market);
        await stranger.OpenAsync("/complain?order=" + order.Code);
        stranger.Page.ShouldNotContain(order.To.Phone);
        stranger.Field("Form.Name").ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task Of_an_order_of_several_cooperatives_she_says_which_and_all_sides_read_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (garlic, tea) = (await market.LiveProductAsync(name: "Tỏi đen"), await market.LiveProductAsync(name: "Chè Shan"));
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1), (tea.Variant, 1));
        var coops = (await market.RowsAsync<Domain.Sellers.Cooperative>()).ToDictionary(c => c.Id);
        using var hanh = Visitor.Of(market);
        await hanh.OpenAsync($"/orders/{order.Code}?s={secret}");
        await hanh.OpenAsync("/complain?order=" + order.Code);
        foreach (var part in order.Parts)
            hanh.Page.ShouldContain($"value=\"{coops[part.Cooperative].Slug}\"");

        (string, string)[] typed = [("Form.Kind", "Damaged"), ("Form.OrderCode", order.Code), ("Form.Words", "Vỡ nắp."), ("Form.Name", "Hạnh"), ("Form.Phone", "0912345678")];
        await hanh.SubmitAsync("/complain", typed);
        hanh.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        hanh.Page.ShouldContain("nhiều hợp tác xã");
        await hanh.SubmitAsync("/complain", [.. typed, ("Form.Cooperative", coops[tea.Cooperative].Slug)]);
        var complaint = (await market.RowsAsync<Complaint>()).ShouldHaveSingleItem();
        complaint.Cooperative.ShouldBe(tea.Cooperative);

        var name = coops[tea.Cooperative].Name.In("vi");
        WebUtility.HtmlDecode((await hanh.OpenAsync(hanh.Location)).Page).ShouldContain(name);
        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        (await office.OpenAsync($"/admin/complaints/{complaint.Id}")).QuerySelector("main")!.TextContent.ShouldContain(name);
        (await market.SendAsync(new OwnComplaints.Query(Actor.Of(tea.Manager, ""), tea.Cooperative))).Rows.ShouldHaveSingleItem();
        (await market.SendAsync(new OwnComplaints.Query(Actor.Of(garlic.Manager, ""), garlic.Cooperative))).Rows.ShouldBeEmpty();

        await hanh.OpenAsync("/complain?order=" + order.Code);
        await hanh.SubmitAsync("/complain", [.. typed, ("Form.Cooperative", FileComplaint.NoSide)]);
        (await market.RowsAsync<Complaint>()).Count(c => c.Cooperative is null).ShouldBe(1, "the market itself");
        using var stranger = Visitor.Of(market);
        (await stranger.OpenAsync("/complain?order=" + order.Code)).Page.ShouldNotContain(coops[tea.Cooperative].Slug);
    }

    [Theory, EveryDatabase]
    internal async Task An_admin_reads_in_which_language_she_wrote_and_mails_abroad_say_whose_time_it_is(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        Languages.Speak("fr");
        var filed = (await market.SendAsync(FileComplaint.Command.Of(OrdersFactory.Guest, market.Form()))).Value;
        await market.DeliverAsync();

        market.Post.Letters.Single(l => l.To == "hanh@thu.test").Text.ShouldContain("heure du Vietnam");
        (await office.OpenAsync($"/admin/complaints/{(await market.ComplaintAsync(filed.Code)).Id}")).QuerySelector("main .facts span[lang=fr]")!.TextContent.ShouldBe("Français");
    }

    [Theory, EveryDatabase]
    internal async Task New_deadlines_hold_for_what_comes_after_them(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        (await market.SendAsync(new AddComplaintTerm.Command(admin, "Damaged", 6, 2, new(2026, 11, 23)))).Refusal.ShouldBe(new RuleStartsInPast());
        (await market.SendAsync(new AddComplaintTerm.Command(admin, "Damaged", 6, 2, new(2026, 11, 25)))).IsDone.ShouldBeTrue();
        var (before, _) = await market.ComplainAsync(market.Form());
        (before.AnswerBy - before.ReceivedAt).ShouldBe(TimeSpan.FromHours(24));
        market.Clock.SetUtcNow(new(2026, 11, 25, 3, 0, 0, TimeSpan.Zero));
        var (after, _) = await market.ComplainAsync(market.Form());
        (after.AnswerBy - after.ReceivedAt).ShouldBe(TimeSpan.FromHours(6));
        (await market.ComplaintAsync(before.Code)).AnswerBy.ShouldBe(before.AnswerBy);
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    [InlineData("fr")]
    public void The_public_table_says_what_is_counted(string language)
    {
        var rows = Sources.Read($"src/CoopMarket.Web/Resources/Pages/complaints.{language}.md").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(2)
            .Select(l => l.Split('|')).Select(c => (Numbers(c[2]), Numbers(c[3]))).ToList();
        rows.ShouldBe(Enum.GetValues<ComplaintKind>().Select(k => ComplaintTerm.Usual[k]).Select(t => (t.AnswerHours, t.SettleDays)));

        static int Numbers(string cell) => int.Parse(new string([.. cell.Trim().TakeWhile(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture);
    }
}
