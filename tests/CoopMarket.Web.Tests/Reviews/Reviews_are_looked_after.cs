using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Reviews;

/// <summary>Cooperatives answer, readers report, admins decide, and all of it is written down.</summary>
public sealed class Reviews_are_looked_after
{
    [Theory, EveryDatabase]
    internal async Task A_cooperative_answers_once_and_only_of_its_own_goods(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (product, other) = (await market.LiveProductAsync(), await market.LiveProductAsync());
        var received = await market.ReceiveAsync(product);
        var id = (await received.WriteAsync()).Value;
        var stranger = Actor.Of(other.Manager, "127.0.0.1");
        (await market.SendAsync(new AnswerReview.Command(stranger, other.Cooperative, id, "Cảm ơn"))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new TranslateReview.Command(stranger, other.Cooperative, id, "en", "Tasty"))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new ContestReview.Command(stranger, other.Cooperative, id, "Untrue", "Không đúng"))).Refusal.ShouldBe(new NotFound());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => market.SendAsync(Answer(i))));
        answers.Count(a => a.IsDone).ShouldBe(1);
        answers.Where(a => !a.IsDone).ShouldAllBe(a => a.Refusal == new AnsweredAlready());
        (await market.ReviewAsync(id)).Moves.Count(m => m.Kind == ReviewMoveKind.Answered).ShouldBe(1);

        AnswerReview.Command Answer(int i) => new(received.Manager, product.Cooperative, id, "Cảm ơn " + i);
    }

    [Theory, EveryDatabase]
    internal async Task Answered_by_two_who_do_not_see_each_other_one_answer_would_be_lost(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var received = await market.ReceiveAsync(product);
        var id = (await received.WriteAsync()).Value;
        await market.LetChangeAsync("reviews_moves");
        await using var twin = BrokenTwin.Heedless(market, BrokenTwin.Overwrites("reviews_moves", "review", "number"));
        (await twin.RaceAsync<Outcome>(new AnswerReview.Command(received.Manager, product.Cooperative, id, "Một"), new AnswerReview.Command(received.Manager, product.Cooperative, id, "Hai")))
            .ShouldAllBe(a => a.IsDone);
        (await market.ReviewAsync(id)).Moves.Count(m => m.Kind == ReviewMoveKind.Answered).ShouldBe(1, "both were told that it stands");
    }

    [Theory, EveryDatabase]
    internal async Task A_reported_review_stands_until_an_admin_hides_it_and_both_are_told_why(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var received = await market.ReceiveAsync(product);
        var id = (await received.WriteAsync(1, "Mua ở web khác rẻ hơn")).Value;
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        (await market.SendAsync(new ReportReview.Command(OrdersFactory.Guest, id, "Advertising", ""))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ContestReview.Command(received.Manager, product.Cooperative, id, "Advertising", "Không nói gì về tỏi"))).IsDone.ShouldBeTrue();
        (await market.ReviewAsync(id)).ShouldSatisfyAllConditions(r => r.State.ShouldBe(ReviewState.Shown), r => r.OpenReports.ShouldBe(2));

        (await market.SendAsync(new HideReview.Command(admin, id, "Quảng cáo cho nơi khác"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new KeepReview.Command(admin, id, "Đọc lại: không phải quảng cáo"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new KeepReview.Command(admin, id, "Lần nữa"))).Refusal.ShouldBe(new NotFound(), "nothing is to be decided");

        var review = await market.ReviewAsync(id);
        (review.State, review.OpenReports).ShouldBe((ReviewState.Shown, 0));
        review.Moves.Select(m => (m.Kind, m.By, m.Words)).ShouldBe(
        [
            (ReviewMoveKind.Written, Actor.GuestName, "Mua ở web khác rẻ hơn"), (ReviewMoveKind.Reported, Actor.GuestName, ""), (ReviewMoveKind.Contested, received.Manager.ToString(), "Không nói gì về tỏi"),
            (ReviewMoveKind.Hidden, admin.ToString(), "Quảng cáo cho nơi khác"), (ReviewMoveKind.Kept, admin.ToString(), "Đọc lại: không phải quảng cáo"),
        ]);
        review.Moves.ShouldAllBe(m => m.At != default);
    }

    [Theory, EveryDatabase]
    internal async Task Without_a_reason_an_admin_decides_nothing_and_others_decide_never(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var received = await market.ReceiveAsync(await market.LiveProductAsync());
        var id = (await received.WriteAsync()).Value;
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        (await market.SendAsync(new HideReview.Command(admin, id, " "))).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Reason");
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new HideReview.Command(received.Manager, id, "Chê chúng tôi")));
        (await market.ReviewAsync(id)).State.ShouldBe(ReviewState.Shown);
    }

    [Theory, EveryDatabase]
    internal async Task The_desk_and_the_writer_get_mails_in_their_languages(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var manager = await market.RegisteredAsync("chi-lan@thu.test", "Lò Thị Lan");
        var product = await market.LiveProductAsync(seller: await market.SellingCoopAsync(manager: manager));
        var received = await market.ReceiveAsync(product);
        await market.InDbAsync(async db =>
        {
            var order = db.Set<Domain.Orders.Order>().Single(o => o.Code == received.Order.Code);
            db.Entry(order).ComplexProperty(o => o.To).Property(t => t.Email).CurrentValue = "claire@thu.test";
            db.Entry(order).Property(o => o.Language).CurrentValue = "fr";
            return await db.SaveChangesAsync();
        });
        var id = (await received.WriteAsync(2, "<b>Dở</b>")).Value;
        await market.DeliverAsync();
        market.Post.Letters.ShouldContain(l => l.To == "chi-lan@thu.test" && l.Subject.Contains("Có đánh giá mới", StringComparison.Ordinal) && l.Html.Contains("&lt;b&gt;D", StringComparison.Ordinal));

        (await market.SendAsync(new AnswerReview.Command(received.Manager, product.Cooperative, id, "Xin lỗi"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        market.Post.Letters.ShouldContain(l => l.To == "claire@thu.test" && l.Subject.StartsWith("La coopérative répond", StringComparison.Ordinal));

        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        (await market.SendAsync(new HideReview.Command(admin, id, "Xúc phạm"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        market.Post.Letters.ShouldContain(l => l.To == "claire@thu.test" && l.Subject.StartsWith("Le marché a masqué", StringComparison.Ordinal) && l.Text.Contains("Xúc phạm", StringComparison.Ordinal));
        market.Post.Letters.ShouldContain(l => l.To == "chi-lan@thu.test" && l.Subject.StartsWith("Chợ đã ẩn một đánh giá", StringComparison.Ordinal));

        (await market.SendAsync(new KeepReview.Command(admin, id, "Chê hàng thôi"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        market.Post.Letters.ShouldContain(l => l.To == "claire@thu.test" && l.Subject.StartsWith("Votre avis est de nouveau visible", StringComparison.Ordinal) && l.Text.Contains("Chê hàng thôi", StringComparison.Ordinal));
        market.Post.Letters.ShouldContain(l => l.To == "chi-lan@thu.test" && l.Subject.StartsWith("Chợ để nguyên một đánh giá", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    internal async Task A_cooperative_that_contested_a_review_hears_that_it_stands_and_why(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var manager = await market.RegisteredAsync("chi-lan@thu.test", "Lò Thị Lan");
        var product = await market.LiveProductAsync(seller: await market.SellingCoopAsync(manager: manager));
        var received = await market.ReceiveAsync(product);
        var id = (await received.WriteAsync(2)).Value;
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        await market.DeliverAsync();
        using var desk = await market.ClientFor(manager);

        // A reader's word alone is nothing that the desk waits for.
        (await market.SendAsync(new ReportReview.Command(OrdersFactory.Guest, id, "Advertising", ""))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new KeepReview.Command(admin, id, "Không phải quảng cáo"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        Told().ShouldBe(0);

        (await market.SendAsync(new ContestReview.Command(received.Manager, product.Cooperative, id, "Untrue", "Không đúng"))).IsDone.ShouldBeTrue();
        (await desk.OpenAsync("/sell/reviews")).QuerySelector(".note").ShouldNotBeNull();
        (await market.SendAsync(new KeepReview.Command(admin, id, "Người mua có ảnh"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        Told().ShouldBe(1);
        var page = await desk.OpenAsync("/sell/reviews");
        page.QuerySelector(".note").ShouldBeNull();
        page.Body!.TextContent.ShouldContain("Người mua có ảnh");

        int Told() => market.Post.Letters.Count(l => l.To == "chi-lan@thu.test" && l.Subject.StartsWith("Chợ để nguyên một đánh giá", StringComparison.Ordinal));
    }
}
