using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Questions;
using CoopMarket.Web.Features.Questions.Jobs;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Questions;

/// <summary>A buyer asks, the cooperative answers, each hears of the other, and neither learns more of the other than she needs.</summary>
public sealed class Questions_are_answered
{
    [Theory, EveryDatabase]
    internal async Task From_a_question_to_its_answer_and_a_word_of_thanks(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var (packer, storyteller) = (await market.MemberAsync(product.Cooperative, MemberRole.Packer), await market.MemberAsync(product.Cooperative, MemberRole.Storyteller));
        var (question, secret) = await market.AskAsync(product.Product);
        (question.Cooperative, question.Product, question.State, question.MessageCount).ShouldBe((product.Cooperative, product.Product, QuestionState.Open, 1));
        await market.DeliverAsync();
        market.Post.Letters.ShouldContain(l => l.Text.Contains($"/sell/questions/{question.Id}", StringComparison.Ordinal) && l.Text.Contains("Hũ này để được bao lâu?", StringComparison.Ordinal));
        CloseQuestion.Command close = new(Actor.Of(storyteller, ""), product.Cooperative, question.Id);
        (await market.SendAsync(close)).Refusal.ShouldBe(new NotAnsweredYet(), "she would never hear of it");
        using (var desk = await market.ClientFor(packer))
            (await desk.OpenAsync($"/sell/questions/{question.Id}")).QuerySelector("form[action*='Close'], button[formaction*='Close']").ShouldBeNull();
        market.Post.Letters.ShouldAllBe(l => !l.Text.Contains("hanh@thu.test", StringComparison.Ordinal) && !l.Text.Contains(secret, StringComparison.Ordinal));

        (await market.SendAsync(new AnswerQuestion.Command(Actor.Of(packer, ""), product.Cooperative, question.Id, market.Key(), "Sáu tháng chị nhé.", false, []))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        var hers = market.Post.Letters.Where(l => l.To == "hanh@thu.test").ShouldHaveSingleItem();
        hers.Text.ShouldContain($"/questions/{question.Code}/{secret}");
        hers.Text.ShouldContain("Sáu tháng chị nhé.");
        hers.Text.ShouldNotContain("Lò Thị Pâng", Case.Sensitive, "no member's own name");
        (await market.QuestionAsync(question.Code)).State.ShouldBe(QuestionState.Answered);

        WriteToCooperative.Command thanks = new(OrdersFactory.Guest, question.Code, secret, market.Key(), "Cảm ơn chị!", false, []);
        (await market.SendAsync(thanks with { Secret = market.Key() })).Refusal.ShouldBe(new NotFound(), "whoever has no key");
        (await market.SendAsync(thanks)).IsDone.ShouldBeTrue();
        (await market.SendAsync(close)).IsDone.ShouldBeTrue();
        (await market.SendAsync(thanks with { FormKey = market.Key() })).Refusal.ShouldBe(new QuestionIsClosed());
        (await market.QuestionAsync(question.Code)).Messages.Select(m => (m.Number, m.Side, m.By)).ShouldBe(
            [(1, QuestionSide.Buyer, Actor.GuestName), (2, QuestionSide.Cooperative, packer.ToString()), (3, QuestionSide.Buyer, Actor.GuestName)]);
    }

    [Theory, EveryDatabase]
    internal async Task Mails_do_not_flood_and_none_is_lost(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var manager = Actor.Of(product.Manager, "");
        var (question, _) = await market.AskAsync(product.Product);
        Task<Outcome> AnswerAsync(string words) => market.SendAsync(new AnswerQuestion.Command(manager, product.Cooperative, question.Id, market.Key(), words, false, []));
        async Task<string[]> HersAsync()
        {
            await market.DeliverAsync();
            return [.. market.Post.Letters.Where(l => l.To == "hanh@thu.test").Select(l => l.Text)];
        }

        (await AnswerAsync("Sáu tháng.")).IsDone.ShouldBeTrue();
        (await HersAsync()).Length.ShouldBe(1);
        (await AnswerAsync("À, ở nơi mát.")).IsDone.ShouldBeTrue();
        (await AnswerAsync("Tránh nắng nữa.")).IsDone.ShouldBeTrue();
        await market.RoundAsync<TellOfMessages>();
        (await HersAsync()).Length.ShouldBe(1, "she was written to a moment ago");
        market.Clock.Advance(Question.Quiet);
        await market.RoundAsync<TellOfMessages>();
        await market.RoundAsync<TellOfMessages>();
        var later = await HersAsync();
        later.Length.ShouldBe(2, "one mail for both");
        later[1].ShouldContain("Tránh nắng nữa.");
    }

    [Theory, EveryDatabase]
    internal async Task One_form_is_one_thread_and_one_message_however_often_it_is_sent(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var ask = market.Asking(product.Product);
        (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => market.SendAsync(ask)))).Select(o => o.Value).Distinct().Count().ShouldBe(1);
        var question = (await market.RowsAsync<Question>()).ShouldHaveSingleItem();
        AnswerQuestion.Command answer = new(Actor.Of(product.Manager, ""), product.Cooperative, question.Id, market.Key(), "Sáu tháng.", false, []);
        (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => market.SendAsync(answer)))).ShouldAllBe(o => o.IsDone);
        (await market.RowsAsync<QuestionMessage>()).Count.ShouldBe(2);

        await using var twin = await BrokenTwin.Heedless(market).WithoutAsync("ix_questions_messages_form_key", "ix_questions_messages_question_number");
        var again = answer with { FormKey = market.Key() };
        await twin.RaceAsync(again, again);
        (await market.RowsAsync<QuestionMessage>()).Count.ShouldBe(4, "without its unique key one form makes two");
    }

    [Theory, EveryDatabase]
    internal async Task A_buyer_asks_about_a_part_of_her_order_and_nobody_else_does(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (product, other) = (await market.LiveProductAsync(), await market.LiveProductAsync());
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (product.Variant, 1), (other.Variant, 1));
        var part = order.Parts.Single(p => p.Cooperative == other.Cooperative);
        var ask = market.Asking(product.Product) with { Product = null, Order = order.Code, OrderSecret = secret, Part = part.Id.Value, Email = "" };
        (await market.SendAsync(ask with { OrderSecret = null })).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(ask with { Part = null })).Refusal.ShouldBe(new NotFound(), "of two parts one has to be named");
        var asked = (await market.SendAsync(ask)).Value;
        var question = await market.QuestionAsync(asked.Code);
        (question.Cooperative, question.OrderCode, question.Product).ShouldBe((other.Cooperative, order.Code, null));
        (await market.SendAsync(new DeskQuestion.Query(Actor.Of(product.Manager, ""), product.Cooperative, question.Id))).ShouldBeNull("the other cooperative of the order");
        using var guest = market.Guest();
        (await guest.GetAsync($"/orders/{order.Code}?s={secret}")).Dispose();
        (await guest.OpenAsync($"/orders/{order.Code}")).QuerySelectorAll($"a[href*='/ask?order={order.Code}']").Length.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task Each_cooperative_sees_its_own_and_never_how_the_buyer_is_reached(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (product, other) = (await market.LiveProductAsync(), await market.LiveProductAsync());
        var (question, _) = await market.AskAsync(product.Product);
        using var stranger = await market.ClientFor(other.Manager);
        using var refused = await stranger.GetAsync($"/sell/questions/{question.Id}");
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.OpenAsync("/sell/questions")).Body!.TextContent.ShouldNotContain("Hũ này");
        using var desk = await market.ClientFor(product.Manager);
        var today = await desk.OpenAsync("/sell");
        today.QuerySelector("main a[href='/sell/questions']").ShouldNotBeNull();
        foreach (var page in new[] { "/sell/questions", $"/sell/questions/{question.Id}" })
        {
            var seen = (await desk.OpenAsync(page)).DocumentElement.OuterHtml;
            seen.ShouldContain("Hũ này để được bao lâu?");
            seen.ShouldNotContain("hanh@thu.test");
        }
    }

    [Theory, EveryDatabase]
    internal async Task A_signed_in_buyer_finds_her_threads_and_her_copy_holds_them(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var (mai, other) = (await market.RegisteredAsync(), await market.RegisteredAsync());
        var (question, secret) = await market.AskAsync(product.Product, actor: Actor.Of(mai, ""), email: "");
        (await market.SendAsync(new AnswerQuestion.Command(Actor.Of(product.Manager, ""), product.Cooperative, question.Id, market.Key(), "Sáu tháng.", false, []))).IsDone.ShouldBeTrue();
        using var browser = await market.ClientFor(mai);
        (await browser.OpenAsync("/account")).QuerySelector("main a[href='/account/questions']").ShouldNotBeNull();
        (await browser.OpenAsync("/account/questions")).QuerySelector($"main a[href='/questions/{question.Code}']").ShouldNotBeNull();
        (await browser.OpenAsync($"/questions/{question.Code}")).Body!.TextContent.ShouldContain("Sáu tháng.");
        using var stranger = await market.ClientFor(other);
        using var refused = await stranger.GetAsync($"/questions/{question.Code}");
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var file = await browser.GetAsync("/account/data?handler=File");
        var text = await file.Content.ReadAsStringAsync();
        A_person_reads_what_is_kept_of_her.CopyIn(text).GetProperty("questions").EnumerateArray().Single().GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("words").GetString())
            .ShouldBe(["Hũ này để được bao lâu?", "Sáu tháng."]);
        text.ShouldNotContain(secret);
    }

    [Theory, EveryDatabase]
    internal async Task What_is_withdrawn_keeps_its_threads_and_who_is_away_is_not_asked(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var (product, still) = (await market.LiveProductAsync(seller: coop), await market.LiveProductAsync(seller: coop));
        var manager = Actor.Of(product.Manager, "");
        var (question, secret) = await market.AskAsync(product.Product);
        (await market.SendAsync(new WithdrawProduct.Command(manager, product.Cooperative, product.Product))).IsDone.ShouldBeTrue();
        (await market.SendAsync(market.Asking(product.Product))).Refusal.ShouldBe(new NotFound());
        WriteToCooperative.Command more = new(OrdersFactory.Guest, question.Code, secret, market.Key(), "Vậy còn không?", false, []);
        (await market.SendAsync(more)).IsDone.ShouldBeTrue();

        (await market.SendAsync(new SuspendSeller.Command(Actor.Job("test"), coop.Application, "Chờ giấy"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(more with { FormKey = market.Key() })).Refusal.ShouldBe(new CooperativeIsAway());
        (await market.SendAsync(market.Asking(still.Product))).Refusal.ShouldBe(new CooperativeIsAway());
        using var guest = market.Guest();
        var page = await guest.OpenAsync("/ask?product=" + still.Product);
        page.QuerySelector("main form").ShouldBeNull();
        page.Body!.TextContent.ShouldContain("hiện không bán ở chợ");
        (await guest.OpenAsync($"/questions/{question.Code}/{secret}")).Body!.TextContent.ShouldContain("Hũ này để được bao lâu?");
    }

    [Fact]
    public async Task Bad_input_gets_its_sentence_and_loses_nothing()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var product = await market.LiveProductAsync();
        using var browser = market.Guest();
        var address = "/ask?product=" + product.Product;
        using var nothing = await browser.PostFormAsync(address, ("Form.Words", "  "), ("Form.Name", "Hạnh"), ("Form.Email", "không phải"));
        nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ParseAsync(nothing);
        page.QuerySelector("#Form_Words-flaw").ShouldNotBeNull();
        page.QuerySelector("#Form_Email-flaw").ShouldNotBeNull();
        page.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldBe("Hạnh");
        using var longer = await browser.PostFormAsync(address, ("Form.Words", new string('x', Question.MostWords + 1)), ("Form.Name", "Hạnh"), ("Form.Email", "hanh@thu.test"));
        longer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var absent = await browser.GetAsync("/ask?product=018f0000-0000-7000-8000-000000000000");
        absent.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await market.RowsAsync<Question>()).ShouldBeEmpty();

        using var script = await browser.PostFormAsync(address, ("Form.Words", "<script>alert(1)</script> & <b>x</b>"), ("Form.Name", "<i>Hạnh</i>"), ("Form.Email", "hanh@thu.test"));
        script.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var shown = await browser.OpenAsync(Browser.Goal(script)!);
        shown.QuerySelector(".thread script, .thread b + b, .thread i").ShouldBeNull();
        shown.QuerySelector(".thread .words")!.TextContent.ShouldBe("<script>alert(1)</script> & <b>x</b>");
    }
}
