using System.Globalization;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>Who transferred too little learns it while the goods are still kept for her.</summary>
public sealed class What_is_missing_is_told
{
    [Theory, EveryDatabase]
    internal async Task By_mail_at_once_and_on_the_orders_page(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var buyer = await market.PersonAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), Domain.Orders.PaymentWay.BankTransfer);
        var code = (await market.SendAsync(checkout with { Actor = Actor.Of(buyer, ""), Email = "mai@buyer.test" })).Value.Code;
        var total = (await market.OrderAsync(code)).Total;
        await market.DeliverAsync();
        var before = market.Post.Letters.Count;

        await PayAsync("ft1", total - Money.Dong(10_000));
        await market.DeliverAsync();
        market.Post.Letters.Skip(before).ShouldHaveSingleItem().Subject.ShouldBe($"Còn thiếu 10.000 ₫ cho đơn {code}");
        using var hers = await market.ClientFor(buyer);
        (await hers.OpenAsync("/orders/" + code)).QuerySelector(".note")!.TextContent.ShouldContain("Còn thiếu 10.000 ₫");

        using var office = await market.ClientFor(await market.PersonAsync("Chị Quản", isAdmin: true));
        (await office.OpenAsync("/admin/audit?what=" + code)).QuerySelector("main")!.TextContent.ShouldContain("FT1", customMessage: "the order's trail says who typed its money in");

        await PayAsync("FT2", Money.Dong(10_000));
        await market.DeliverAsync();
        market.Post.Letters.Count(l => l.Subject.StartsWith("Còn thiếu", StringComparison.Ordinal)).ShouldBe(1, "the rest came");

        async Task PayAsync(string reference, Money amount)
            => (await market.SendAsync(new RecordTransfer.Command(Actor.Job("test"), reference, amount.Minor.ToString(CultureInfo.InvariantCulture), code, VietnamDay.Of(market.Clock.GetUtcNow())))).IsDone.ShouldBeTrue();
    }
}
