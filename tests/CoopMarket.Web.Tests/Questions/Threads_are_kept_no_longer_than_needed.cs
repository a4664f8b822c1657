using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Questions;
using CoopMarket.Web.Features.Questions.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Questions;

/// <summary>When what was said is forgotten, what then remains, and that readers are told so.</summary>
public sealed class Threads_are_kept_no_longer_than_needed
{
    [Theory, EveryDatabase]
    internal async Task About_goods_a_year_and_about_orders_three_and_what_was_reported_until_an_admin_has_seen_to_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (product, admin) = (await market.LiveProductAsync(), Actor.Of(await market.PersonAsync(isAdmin: true), ""));
        var (goods, secret) = await market.AskAsync(product.Product);
        var (reported, key) = await market.AskAsync(product.Product, "Sao lâu thế?");
        var order = await AskAboutOrderAsync(market, product);
        (await market.SendAsync(new WriteToCooperative.Command(OrdersFactory.Guest, goods.Code, secret, market.Key(), "Ảnh đây ạ.", false, await market.KeptAsync()))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ReportYourQuestion.Command(OrdersFactory.Guest, reported.Code, key, "Không ai trả lời"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ReadQuestion.Command(admin, goods.Id, "Thử"))).IsDone.ShouldBeTrue();
        var said = market.Clock.GetUtcNow();
        async Task<string[]> KeptAtAsync(DateTimeOffset then)
        {
            market.Clock.Advance(then - market.Clock.GetUtcNow());
            await market.RoundAsync<ForgetQuestions>();
            return [.. (await market.RowsAsync<Question>()).Where(q => q.ForgottenAt is null).Select(q => q.Code).Order(StringComparer.Ordinal)];
        }

        (await KeptAtAsync(said.AddMonths(12).AddDays(-1))).Length.ShouldBe(3);
        (await KeptAtAsync(said.AddMonths(12).AddDays(1))).ShouldBe([.. new[] { reported.Code, order.Code }.Order(StringComparer.Ordinal)]);
        var gone = await market.QuestionAsync(goods.Code);
        (gone.Name, gone.Email, gone.SecretHash, gone.SealedSecret, gone.State, gone.Messages.Count).ShouldBe(("", "", "", "", QuestionState.Closed, 0));
        gone.Readings.ShouldHaveSingleItem().Reason.ShouldBe("Thử", "who read it stays known");
        (await market.RowsAsync<QuestionMessage>()).ShouldAllBe(m => m.Question != goods.Id);
        (await market.RowsAsync<Photo>()).Single(p => p.SubjectKind == PhotoSubjectKind.Message).RemovedAt.ShouldNotBeNull();

        (await market.SendAsync(new SeeToQuestion.Command(admin, reported.Id))).IsDone.ShouldBeTrue();
        (await KeptAtAsync(said.AddMonths(36).AddDays(-1))).ShouldBe([order.Code]);
        (await KeptAtAsync(said.AddMonths(36).AddDays(1))).ShouldBeEmpty();
        (await market.QuestionAsync(goods.Code)).ForgottenAt.ShouldBe(gone.ForgottenAt, "once is enough");
        (await market.RowsAsync<QuestionMessage>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_forgotten_nobody_opens_and_the_office_sees_that_it_was(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (product, admin) = (await market.LiveProductAsync(), await market.PersonAsync(isAdmin: true));
        var (question, secret) = await market.AskAsync(product.Product);
        market.Clock.Advance(TimeSpan.FromDays(400));
        await market.RoundAsync<ForgetQuestions>();

        using var guest = market.Guest();
        using var desk = await market.ClientFor(product.Manager);
        using var office = await market.ClientFor(admin);
        foreach (var (browser, page) in new[] { (guest, $"/questions/{question.Code}/{secret}"), (guest, $"/questions/{question.Code}"), (desk, "/sell/questions/" + question.Id) })
        {
            using var refused = await browser.GetAsync(page);
            refused.StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }

        (await market.SendAsync(new DeskQuestions.Query(Actor.Of(product.Manager, ""), product.Cooperative, Answered: true))).Rows.ShouldBeEmpty();
        var seen = await office.OpenAsync("/admin/questions/" + question.Id);
        seen.QuerySelector("main form").ShouldBeNull("there is nothing to read");
        seen.Body!.TextContent.ShouldContain("Lời trao đổi ở đây đã xóa ngày");
        seen.Body.TextContent.ShouldNotContain("Hạnh");
        (await market.SendAsync(new ReadQuestion.Command(Actor.Of(admin, ""), question.Id, "Thử"))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new ForgetQuestion.Command(Actor.Job("test"), question.Id))).Refusal.ShouldBe(new NotFound());
    }

    [Theory, EveryDatabase]
    internal async Task Whoever_leaves_takes_what_she_asked_about_goods_with_her_and_her_name_out_of_what_she_asked_about_orders(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var (mai, other) = (await market.RegisteredAsync(), await market.RegisteredAsync());
        var (goods, _) = await market.AskAsync(product.Product, actor: Actor.Of(mai, ""), email: "");
        var (others, _) = await market.AskAsync(product.Product, actor: Actor.Of(other, ""), email: "");
        var order = await AskAboutOrderAsync(market, product, Actor.Of(mai, ""));
        (await market.SendAsync(new AnswerQuestion.Command(Actor.Of(product.Manager, ""), product.Cooperative, order.Id, market.Key(), "Mai gói chị ạ.", false, []))).IsDone.ShouldBeTrue();
        await using (var scope = market.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetServices<IKnowPersons>().OfType<PersonsOfQuestions>().Single().ForgetAsync(mai, default);
            await scope.ServiceProvider.GetRequiredService<MarketDb>().SaveChangesAsync();
        }

        (await market.QuestionAsync(goods.Code)).ForgottenAt.ShouldNotBeNull();
        var left = await market.QuestionAsync(order.Code);
        (left.Name, left.Email, left.Person, left.SecretHash, left.State, left.ForgottenAt).ShouldBe(("", "", null, "", QuestionState.Closed, null));
        left.Messages.Select(m => (m.Words, m.By)).ShouldBe([("Bao giờ gửi?", ""), ("Mai gói chị ạ.", product.Manager.ToString())]);
        (await market.QuestionAsync(others.Code)).Person.ShouldBe(other);
        using var desk = await market.ClientFor(product.Manager);
        foreach (var page in new[] { "/sell/questions?answered=true", "/sell/questions/" + order.Id })
            (await desk.OpenAsync(page)).Body!.TextContent.ShouldContain("Người mua (đã xóa tên)");
        await market.DeliverAsync();
        market.Post.Letters.ShouldAllBe(l => !l.Text.Contains("Mai gói chị ạ.", StringComparison.Ordinal), "what was still to be told her is not");
    }

    [Theory]
    [InlineData("", "3 năm từ tin cuối", "1 năm nếu hỏi về sản phẩm")]
    [InlineData("/en", "3 years from the last message about an order", "1 year about goods")]
    [InlineData("/fr", "3 ans après le dernier message", "1 an s’il s’agit d’un produit")]
    public async Task The_market_says_how_long(string language, string orders, string goods)
    {
        (Question.MonthsAboutOrders, Question.MonthsAboutGoods).ShouldBe((36, 12), "the page says so");
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        using var guest = market.Guest();
        var text = (await guest.OpenAsync(language + "/privacy")).QuerySelector("main")!.TextContent;
        text.ShouldContain(orders);
        text.ShouldContain(goods);
    }

    private static async Task<Question> AskAboutOrderAsync(Market market, ListedProduct product, Actor? actor = null)
    {
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (product.Variant, 1));
        var asked = await market.SendAsync(market.Asking(product.Product, "Bao giờ gửi?", actor) with { Product = null, Order = order.Code, OrderSecret = secret });
        return await market.QuestionAsync(asked.Value.Code);
    }
}
