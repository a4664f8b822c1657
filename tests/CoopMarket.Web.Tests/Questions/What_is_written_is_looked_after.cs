using System.Net;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Questions;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Questions;

/// <summary>What leads out of the market is warned about, photos are for the two alone, and what an admin reads is written down.</summary>
public sealed class What_is_written_is_looked_after
{
    [Theory, EveryDatabase]
    internal async Task Who_asks_for_money_elsewhere_is_warned_once_and_her_reader_always(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var (question, secret) = await market.AskAsync(product.Product);
        await market.DeliverAsync();
        using var desk = await market.ClientFor(product.Manager);
        var page = "/sell/questions/" + question.Id;
        using var warned = await desk.PostFormAsync(page, [("Form.Words", "Chị chuyển khoản vào stk 19034567890123 nhé")], null, new FormFile("files", "hu.jpg", PhotosFactory.Jpeg(), "image/jpeg"));
        warned.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await Browser.ParseAsync(warned);
        again.QuerySelector("textarea[name='Form.Words']")!.TextContent.Trim().ShouldBe("Chị chuyển khoản vào stk 19034567890123 nhé");
        again.QuerySelectorAll("input[name='Form.Kept']").Length.ShouldBe(1, "the photo is not lost either");
        again.Body!.TextContent.ShouldContain("Tin này như muốn đi ra ngoài chợ.");
        (await market.RowsAsync<QuestionMessage>()).Count.ShouldBe(1);

        var form = (AngleSharp.Html.Dom.IHtmlFormElement)again.QuerySelector("form[enctype]")!;
        using var sent = await desk.SendAsync(page, Browser.Filled(form, []), []);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await market.QuestionAsync(question.Code);
        (after.IsWarned, after.Messages[1].Signs).ShouldBe((true, OutsideSigns.Payment));
        (await market.RowsAsync<Photo>()).Count(p => p.SubjectKind == PhotoSubjectKind.Message).ShouldBe(1);
        await market.DeliverAsync();
        var letter = market.Post.Letters.Where(l => l.To == "hanh@thu.test").ShouldHaveSingleItem();
        letter.Text.ShouldContain("Chỉ trả tiền ở chợ");
        letter.Text.ShouldNotContain("19034567890123", Case.Sensitive, "it is read beside its warning");
        using var guest = market.Guest();
        (await guest.OpenAsync($"/questions/{question.Code}/{secret}")).QuerySelector(".thread .note")!.TextContent.ShouldContain("Chỉ trả tiền ở chợ");
        (await desk.OpenAsync(page)).QuerySelector(".thread .note").ShouldBeNull("she wrote it herself");
    }

    [Theory, EveryDatabase]
    internal async Task Photos_are_for_the_two_sides_alone(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (product, other) = (await market.LiveProductAsync(), await market.LiveProductAsync());
        using var guest = market.Guest();
        var ask = "/ask?product=" + product.Product;
        (string, string)[] typed = [("Form.Words", "Hũ có phải loại này không?"), ("Form.Name", "Hạnh"), ("Form.Email", "hanh@thu.test")];
        using var paper = await guest.PostFormAsync(ask, typed, null, new FormFile("files", "a.jpg", [.. "%PDF-1.7 x"u8], "image/jpeg"));
        paper.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ParseAsync(paper)).QuerySelector(".errors")!.TextContent.ShouldContain("PDF");
        var five = Enumerable.Range(0, 5).Select(i => new FormFile("files", $"{i}.jpg", PhotosFactory.Jpeg(), "image/jpeg")).ToArray();
        using var many = await guest.PostFormAsync(ask, typed, null, five);
        many.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await market.RowsAsync<Question>()).ShouldBeEmpty();

        using var sent = await guest.PostFormAsync(ask, typed, null, new FormFile("files", "a.jpg", PhotosFactory.Jpeg(800, 600), "image/jpeg"));
        var thread = Browser.Goal(sent)!;
        var picture = (await guest.OpenAsync(thread)).QuerySelector(".thread a[href*='/photos/']")!.GetAttribute("href")!;
        using var hers = await guest.GetAsync(picture);
        (hers.StatusCode, hers.Content.Headers.ContentType!.MediaType, hers.Headers.CacheControl!.NoStore).ShouldBe((HttpStatusCode.OK, "image/jpeg", true));
        using var keyless = await guest.GetAsync(picture[..picture.IndexOf('?', StringComparison.Ordinal)]);
        keyless.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var (question, photo) = ((await market.RowsAsync<Question>()).Single(), (await market.RowsAsync<Photo>()).Single(p => p.SubjectKind == PhotoSubjectKind.Message));
        using var desk = await market.ClientFor(product.Manager);
        var shown = (await desk.OpenAsync("/sell/questions/" + question.Id)).QuerySelector(".thread img")!.GetAttribute("src");
        shown.ShouldBe($"/sell/questions/{question.Id}/photos/{photo.Id}?small=true");
        using var theirs = await desk.GetAsync(shown!);
        theirs.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var stranger = await market.ClientFor(other.Manager);
        using var refused = await stranger.GetAsync($"/sell/questions/{question.Id}/photos/{photo.Id}");
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await market.DevelopAsync();
        foreach (var file in new[] { "160.jpg", "640.avif", "320-light.webp", "private-320.jpg", "private-1280.jpg", "master.jpg" })
        {
            using var open = await guest.GetAsync($"/media/{photo.Hash}/{file}");
            open.StatusCode.ShouldBe(HttpStatusCode.NotFound, file);
        }

        (await market.WithAsync<IEnumerable<IInvariant>, Finding>(all => all.OfType<PhotosHaveFiles>().Single().FindAsync(CancellationToken.None))).Holds.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task An_admin_reads_for_a_reason_for_an_hour_and_both_sides_see_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var (admin, second) = (await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true));
        var (question, secret) = await market.AskAsync(product.Product);
        using var office = await market.ClientFor(admin);
        var page = "/admin/questions/" + question.Id;
        (await office.OpenAsync("/admin/questions")).Body!.TextContent.ShouldNotContain(question.Code, Case.Sensitive, "nobody reported it");
        (await office.OpenAsync("/admin/questions?code=" + question.Code.ToLowerInvariant())).QuerySelector($"main a[href='{page}']").ShouldNotBeNull();
        (await market.SendAsync(new ReportYourQuestion.Command(OrdersFactory.Guest, question.Code, secret, "Đòi tiền trước"))).IsDone.ShouldBeTrue();
        (await office.OpenAsync("/admin/questions")).QuerySelector($"main a[href='{page}']").ShouldNotBeNull();
        (await office.OpenAsync(page)).Body!.TextContent.ShouldNotContain("Hũ này để được bao lâu?");

        using var silent = await office.PostFormAsync(page, ("Reason", " "));
        silent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var read = await office.PostFormAsync(page, ("Reason", "Người mua báo đòi tiền"));
        read.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.OpenAsync(page)).Body!.TextContent.ShouldContain("Hũ này để được bao lâu?");
        (await market.SendAsync(new AdminQuestion.Query(Actor.Of(second, ""), question.Id)))!.Thread.ShouldBeNull("another admin has her own reason");
        (await market.RowsAsync<AuditRow>()).ShouldContain(r => r.What == "Questions.ReadQuestion" && r.Actor == admin.ToString() && r.About == question.Id.ToString() && r.Result == AuditResult.Done);
        var reading = (await market.RowsAsync<QuestionReading>()).ShouldHaveSingleItem();
        (reading.By, reading.Reason).ShouldBe((admin.ToString(), "Người mua báo đòi tiền"));
        using var guest = market.Guest();
        using var desk = await market.ClientFor(product.Manager);
        foreach (var seen in new[] { await guest.OpenAsync($"/questions/{question.Code}/{secret}"), await desk.OpenAsync("/sell/questions/" + question.Id) })
        {
            seen.Body!.TextContent.ShouldContain("Chợ đã đọc cuộc trao đổi này lúc");
            seen.Body.TextContent.ShouldNotContain("Người mua báo đòi tiền");
        }

        market.Clock.Advance(Question.ReadingLasts);
        (await market.SendAsync(new AdminQuestion.Query(Actor.Of(admin, ""), question.Id)))!.Thread.ShouldBeNull("the hour is over");
        (await market.SendAsync(new SeeToQuestion.Command(Actor.Of(admin, ""), question.Id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new AdminQuestions.Query(Actor.Of(admin, ""), null, false))).Rows.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task An_admin_sees_to_no_thread_of_her_own_cooperative_and_none_that_she_began(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (product, admin, apart) = (await market.LiveProductAsync(), await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true));
        var (hers, _) = await market.AskAsync(product.Product, actor: Actor.Of(admin, ""), email: "");
        (await market.SendAsync(new SeeToQuestion.Command(Actor.Of(admin, ""), hers.Id))).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(new SeeToQuestion.Command(Actor.Of(apart, ""), hers.Id))).IsDone.ShouldBeTrue();
        var sits = await market.PersonAsync(isAdmin: true);
        await market.SeatAsync(product.Cooperative, sits, MemberRole.Packer);
        var (question, _) = await market.AskAsync(product.Product);
        (await market.SendAsync(new SeeToQuestion.Command(Actor.Of(sits, ""), question.Id))).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(new SeeToQuestion.Command(Actor.Of(admin, ""), question.Id))).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Who_asked_in_French_is_written_to_in_French_and_led_to_her_page_in_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var (question, secret) = await market.AskAsync(product.Product, "Se garde-t-il longtemps ?", language: "fr");
        AnswerQuestion.Command answer = new(Actor.Of(product.Manager, ""), product.Cooperative, question.Id, market.Key(), "Six mois.", false, []);
        (await market.SendAsync(answer)).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        var mail = market.Post.Letters.Where(l => l.To == "hanh@thu.test").ShouldHaveSingleItem();
        mail.Subject.ShouldContain("vous a écrit\u00A0:");
        foreach (var part in new[] { "vous écrit au sujet de", "Six mois.", "Lire et répondre", $"/fr/questions/{question.Code}/{secret}", "Personne ne lit les réponses à cet e-mail." })
            mail.Text.ShouldContain(part);

        market.Clock.Advance(Question.Quiet);
        (await market.SendAsync(answer with { FormKey = market.Key(), Words = "Mon numéro est le 0912345678", Sure = true })).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        var warned = market.Post.Letters.Last(l => l.To == "hanh@thu.test");
        warned.Text.ShouldContain("Ne payez qu’ici");
        warned.Text.ShouldNotContain("0912345678");
        using var guest = market.Guest();
        (await guest.OpenAsync($"/fr/questions/{question.Code}/{secret}")).DocumentElement.GetAttribute("lang").ShouldBe("fr");
    }
}
