using System.Net;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Storefront;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>What somebody types into names and stories is shown as it was typed, and does nothing.</summary>
public sealed class Nothing_typed_runs(StandingMarket standing) : IClassFixture<StandingMarket>
{
    private const string Name = "<svg/onload=alert(1)>";

    private const string Body = """
        <img src=x onerror
        =alert(1)> <svg onfocus=alert(1) autofocus tabindex=0> <a href="&#106;avascript:alert(1)">a</a> [b](javascript:alert(1)) [c](JaVaScRiPt:alert(1))

        <style>@import 'data:text/css,*{color:red}'</style> <form action="javascript:alert(1)"><button>d</button></form> <math><mtext><script>alert(1)</script></mtext></math>

        <noscript><p title="</noscript><img src=x onerror=alert(1)>"> <svg><![CDATA[><img src=x onerror=alert(1)>]]></svg> <iframe srcdoc="<script>alert(1)</script>"></iframe>

        <details open ontoggle=alert(1)> <video><source onerror=alert(1)></video> <body onload=alert(1)> "><script>alert(1)</script> {{constructor.constructor('alert(1)')()}}
        """;

    [Fact]
    public async Task In_shop_desk_office_and_mails()
    {
        var market = standing.Market;
        var (product, story, order) = await TypeAsync();
        var (_, admin) = await market.AdminAsync(Name);
        var guest = await standing.GuestAsync();
        var link = (await market.WithAsync<OrderSecrets, string>(s => s.LinkAsync(order.Id, default)))[market.Url.Length..];
        await SilentAsync(guest, ["/", "/products", "/search?q=%3Csvg%2Fonload%3Dalert(1)%3E", "/p/" + product.Slug, "/stories", "/stories/" + story.Slug, "/cooperatives/" + standing.Coop.Slug, link]);
        await SilentAsync(await standing.ManagerAsync(),
            ["/sell", "/sell/products", $"/sell/products/{product.Product}", $"/sell/products/{product.Product}/edit", "/sell/stories", $"/sell/stories/{story.Id}", "/sell/orders", "/sell/orders/" + order.Code, $"/sell/orders/{order.Code}/decline"]);
        await SilentAsync(await standing.SignedInAsync(admin),
            ["/account", "/admin", "/admin/products", $"/admin/products/{product.Product}", "/admin/stories", "/admin/orders", "/admin/orders/" + order.Code, "/admin/people?q=svg", "/admin/audit", "/dev/mail", "/dev/emails"]);
        var mails = market.Post.Letters.Where(l => l.Html.Contains("onload", StringComparison.Ordinal)).ToList();
        mails.ShouldNotBeEmpty();
        await SilentAsync(guest, [.. mails.Select(m => "data:text/html;charset=utf-8," + Uri.EscapeDataString(m.Html))]);
    }

    private async Task<(ListedProduct Product, (StoryId Id, string Slug) Story, Order Order)> TypeAsync()
    {
        var market = standing.Market;
        var manager = Actor.Of(standing.Coop.Manager, "");
        var product = await market.LiveProductAsync(seller: standing.Coop, name: Name, category: standing.Garlic.Category);
        (await new DeskOf(market, standing.Coop).DescribeAsync(product.Product, Name, standing.Garlic.Category, Name)).IsDone.ShouldBeTrue();
        var story = (await market.SendAsync(new BeginStory.Command(manager, standing.Coop.Id))).Value;
        (await market.SendAsync(new WriteStory.Command(manager, standing.Coop.Id, story, new(Name, Name), new(Name), new(Body, Body), null, [product.Product]))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PublishStory.Command(manager, standing.Coop.Id, story))).IsDone.ShouldBeTrue();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((product.Variant, 1)), PaymentWay.CashOnDelivery);
        var placed = await market.SendAsync(checkout with { Name = Name, Note = Name, Street = Name, Email = "hanh@thu.test" });
        placed.IsDone.ShouldBeTrue(placed.Refusal?.ToString());
        await market.DeliverAsync();
        await market.RebuildSearchAsync();
        var slug = (await market.RowsAsync<Domain.Stories.Story>()).Single(s => s.Id == story).Slug;
        return (product, (story, slug), await market.OrderAsync(placed.Value.Code));
    }

    private static async Task SilentAsync(Screen screen, string[] paths)
    {
        List<string> heard = [];
        screen.Page.Dialog += async (_, dialog) =>
        {
            heard.Add($"{screen.Page.Url}: {dialog.Message}");
            await dialog.DismissAsync();
        };
        // An inline script that the policy stopped is a hole as well.
        screen.Page.Console += (_, said) =>
        {
            if (said.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                heard.Add($"{screen.Page.Url}: {said.Text}");
        };
        foreach (var path in paths)
        {
            var answer = await screen.Page.GotoAsync(path);
            if (answer is not null)
                answer.Status.ShouldBe((int)HttpStatusCode.OK, path);
            await screen.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => { d.open = true; })");
            foreach (var bait in await screen.Page.Locator("main [onerror], main [onload], main [onfocus], main [ontoggle], main iframe:not([sandbox]), main a[href^='javascript' i]").AllAsync())
                heard.Add($"{path}: {await bait.EvaluateAsync<string>("e => e.outerHTML")}");
        }

        heard.ShouldBeEmpty();
    }
}
