using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Architecture;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Orders.Mails;

public sealed class Mails_say_what_happened
{
    private const string Buyer = "hanh@thu.test";

    /// <summary>Subject and text of every situation in every language that it is written in, as last agreed to; delete the file to write it anew.</summary>
    [Fact]
    internal async Task Every_situation_reads_as_it_was_agreed()
    {
        await using var market = await Market.OpenAsync();
        List<string> written = [];
        foreach (var language in Languages.All)
        {
            foreach (var situation in OrderMailSituations.All.Where(s => s.Model is not DeskMail || Languages.OfDesks.Contains(language)))
            {
                var letter = await market.WithAsync<Mailroom, Adapters.Mail.Letter>(
                    room => room.WriteAsync(Guid.Empty, Buyer, language, situation.Template, situation.Model));
                written.Add($"== {language} · {situation.Name}\n{letter.Subject}\n\n{letter.Text}");
            }
        }

        var now = string.Join('\n', written);
        var file = Path.Combine(Sources.Root, "tests/CoopMarket.Web.Tests/Orders/Mails/mails.txt");
        if (!File.Exists(file))
            await File.WriteAllTextAsync(file, now);
        now.ShouldBe(await File.ReadAllTextAsync(file));
    }

    /// <summary>A mail is read where nothing can be fetched, by day and by night: it brings its few styles along and asks for nothing else.</summary>
    [Fact]
    internal async Task Every_situation_has_the_shops_look_in_both_schemes_and_fetches_nothing()
    {
        await using var market = await Market.OpenAsync();
        foreach (var situation in market.Services.GetRequiredService<IEnumerable<EmailSituation>>())
        {
            var letter = await market.WithAsync<Mailroom, Adapters.Mail.Letter>(room => room.WriteAsync(Guid.Empty, Buyer, "vi", situation.Template, situation.Model));
            letter.Html.ShouldContain("<meta name=\"color-scheme\" content=\"light dark\">", customMessage: situation.Name);
            letter.Html.ShouldContain("@media (prefers-color-scheme: dark)", customMessage: situation.Name);
            letter.Html.ShouldNotContain("url(", customMessage: situation.Name);
            letter.Html.ShouldNotContain("<img", customMessage: situation.Name);
            letter.Html.ShouldNotContain(" src=", customMessage: situation.Name);
            letter.Text.ShouldNotContain("prefers-color-scheme", customMessage: situation.Name);
        }
    }

    [Theory, EveryDatabase]
    internal async Task A_buyer_is_told_at_every_step_in_her_language_with_a_link_that_opens(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 2)));
        var placed = (await market.SendAsync(checkout with { Email = Buyer, Language = "en" })).Value;
        var order = await market.OrderAsync(placed.Code);
        await market.DeliverAsync();
        await market.CaptureAsync(order);
        var (part, manager) = (order.Parts[0], DeskFactory.Manager(garlic));
        await market.SendAsync(new AcceptSellerOrder.Command(manager, garlic.Cooperative, part.Id));
        await market.SendAsync(new DeclineLine.Command(manager, garlic.Cooperative, part.Id, part.Lines[0].Id, 1, "One jar broke"));
        await market.DeliverAsync();
        await market.SendAsync(new ShipParcel.Command(manager, garlic.Cooperative, part.Id, Carrier.Ghn, "GHN7K2P9D"));
        await market.DeliverAsync();
        await market.SendAsync(new MarkDelivered.Command(manager, garlic.Cooperative, part.Id));
        await market.DeliverAsync();

        var letters = market.Post.Letters.Where(l => l.To == Buyer).ToList();
        letters.Select(l => l.Subject).ShouldBe(
        [
            $"We have your order {order.Code}", $"Your money for order {order.Code} came in", $"Something in order {order.Code} can’t be sent",
            $"A parcel of order {order.Code} is on its way", $"A parcel of order {order.Code} has arrived",
        ]);
        letters.ShouldAllBe(l => l.Text.Contains($"/en/orders/{order.Code}?s=", StringComparison.Ordinal));
        letters[2].Text.ShouldContain("One jar broke");
        letters[2].Text.ShouldContain("₫185,000");
        letters[3].Text.ShouldContain("GHN7K2P9D");
        using var guest = market.CreateClient();
        var link = System.Text.RegularExpressions.Regex.Match(letters[0].Text, $@"\((https://coopmarket\.test(/en/orders/{order.Code}\?s=[^)]+))\)").Groups[2].Value;
        (await guest.GetAsync(link)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }

    [Theory, EveryDatabase]
    internal async Task Whoever_fetches_is_told_when_and_where_and_reads_that_she_fetched_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var manager = DeskFactory.Manager(garlic);
        (await market.SendAsync(new Features.Shipping.OfferPickUp.Command(manager, garlic.Cooperative, true))).IsDone.ShouldBeTrue();
        var key = await market.BasketAsync((garlic.Variant, 1));
        Dictionary<Domain.Shared.CooperativeId, DeliveryWay> fetched = new() { [garlic.Cooperative] = DeliveryWay.PickUp };
        var shown = await market.SendAsync(new CheckoutPage.Query(OrdersFactory.Guest, key, new("VN", "01"), fetched, ""));
        var checkout = await market.CheckoutAsync(key, PaymentWay.CashOnDelivery);
        var placed = (await market.SendAsync(checkout with { Email = Buyer, Delivery = fetched, Seen = Shown.Of(shown.Offer) })).Value;
        var part = (await market.OrderAsync(placed.Code)).Parts[0];
        await market.SendAsync(new AcceptSellerOrder.Command(manager, garlic.Cooperative, part.Id));
        (await market.SendAsync(new PackSellerOrder.Command(manager, garlic.Cooperative, part.Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        market.Post.Letters.Where(l => l.To == Buyer && l.Subject == $"Hàng của đơn {placed.Code} chờ bạn đến lấy").ShouldHaveSingleItem().Text.ShouldContain("bạn gọi 0");

        using var buyer = Visitor.Of(market);
        await buyer.OpenAsync($"/orders/{placed.Code}?s={placed.Secret}");
        (await buyer.OpenAsync("/orders/" + placed.Code)).Page.ShouldContain("Bạn đã lấy");
        await market.SendAsync(new MarkDelivered.Command(manager, garlic.Cooperative, part.Id));
        await market.DeliverAsync();
        (await buyer.OpenAsync("/orders/" + placed.Code)).Page.ShouldNotContain("Đến nơi");
        market.Post.Letters.Last(l => l.To == Buyer).Subject.ShouldBe($"Bạn đã lấy hàng của đơn {placed.Code}");
    }

    [Theory, EveryDatabase]
    internal async Task Who_calls_off_an_unpaid_order_reads_that_it_is_off(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)));
        var placed = (await market.SendAsync(checkout with { Email = Buyer })).Value;
        (await market.SendAsync(new CancelOrder.Command(OrdersFactory.Guest, placed.Code, placed.Secret))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        market.Post.Letters.Where(l => l.To == Buyer).Select(l => l.Subject).ShouldContain($"Đơn {placed.Code} đã hủy");
    }

    [Theory, EveryDatabase]
    internal async Task The_cooperative_hears_of_what_its_buyer_misses_and_calls_who_has_no_mail(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        var (part, manager) = (order.Parts[0].Id, DeskFactory.Manager(garlic));
        await market.SendAsync(new AcceptSellerOrder.Command(manager, garlic.Cooperative, part));
        using var desk = await market.ClientFor(garlic.Manager);
        (await desk.OpenAsync($"/sell/orders/{order.Code}/ship")).QuerySelector("main")!.TextContent.ShouldContain("gọi 0912 345 678");
        using var sent = await desk.PostFormAsync($"/sell/orders/{order.Code}/ship", ("Form.Carrier", "Ghn"), ("Form.Number", "GHN7K2P9D"));
        (await desk.OpenAsync($"/sell/orders/{order.Code}")).Body!.TextContent.ShouldContain("Người mua không có e-mail: chị gọi 0912 345 678");

        market.Clock.Advance(TimeSpan.FromDays(10));
        (await market.SendAsync(new BuyerNotArrived.Command(OrdersFactory.Guest, order.Code, secret, part))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        market.Post.Letters.ShouldContain(l => l.Subject == $"Người mua chưa nhận được hàng, đơn {order.Code}");
    }

    [Theory, EveryDatabase]
    internal async Task Each_cooperative_hears_of_its_own_part_only(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(name: "Tỏi đen");
        var tea = await market.LiveProductAsync(name: "Chè Shan");
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 1), (tea.Variant, 1));
        await market.DeliverAsync();
        market.Post.Letters.ShouldBeEmpty("nobody packs what is not paid, and the guest left no e-mail");

        await market.CaptureAsync(order);

        var letters = market.Post.Letters;
        letters.Count.ShouldBe(2);
        letters.Count(l => l.Text.Contains("Tỏi đen", StringComparison.Ordinal)).ShouldBe(1);
        letters.Count(l => l.Text.Contains("Chè Shan", StringComparison.Ordinal)).ShouldBe(1);
        letters.ShouldAllBe(l => l.Text.Contains($"/sell/orders/{order.Code}", StringComparison.Ordinal));
        letters.Select(l => l.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    internal async Task What_strangers_type_stays_text()
    {
        await using var market = await Market.OpenAsync();
        var hostile = OrderMailSituations.All.Single(s => s.Name == "a hostile name");
        var letter = await market.WithAsync<Mailroom, Adapters.Mail.Letter>(room => room.WriteAsync(Guid.Empty, Buyer, "vi", hostile.Template, hostile.Model));

        letter.Html.ShouldNotContain("<svg");
        letter.Html.ShouldContain("&lt;svg/onload=alert(1)&gt; {{7*7}}");
        letter.Text.ShouldContain("<svg/onload=alert(1)> {{7*7}}");
        letter.Subject.ShouldNotContain("\n");
        using var mime = Adapters.Mail.Mime.Of(letter, new() { PublicUrl = Market.Address }, new(), market.Clock.GetUtcNow());
        mime.To.Count.ShouldBe(1);
        mime.Bcc.ShouldBeEmpty();
        mime.Headers.Select(h => h.Field).ShouldNotContain("Bcc");
    }
}
