using CoopMarket.Domain.Income;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Income;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Lots;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Settlement;
using CoopMarket.Web.Tests.Storefront;

namespace CoopMarket.Web.Tests.Income;

/// <summary>Of one product, the women of one hill made this lot and those of another that one.</summary>
public sealed class A_lot_is_shared_in_its_own_way
{
    [Theory, EveryDatabase]
    internal async Task Pieces_are_shared_by_the_rules_of_the_lots_that_they_are_of(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (lots, xuan, nga) = await HillsAsync(market);

        // Five expire sooner and are shared by the product's rule; of the seven, two are of the lot that has its own.
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (lots.Product.Variant, 7));
        await market.PayAsync(order);
        var frozen = await market.RowsAsync<SaleShare>();
        frozen.Where(s => s.Line is not null).GroupBy(s => (s.Lot, s.Pieces)).Select(g => (g.Key.Lot, g.Key.Pieces)).ShouldBe([(lots.Soon, 5), (lots.Late, 2)], ignoreOrder: true);
        frozen.Where(s => s.Line is not null).Sum(s => s.Amount.Minor).ShouldBe(7 * 173_900);
        frozen.Single(s => s.Member == xuan).Amount.Minor.ShouldBe(5 * 173_900);
        frozen.Single(s => s.Member == nga).Amount.Minor.ShouldBe(2 * 173_900);

        // What is written afterwards changes nothing, and what is declined is of the lot that keeps longest.
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await ShareAsync(market, lots, xuan, lots.Late)).IsDone.ShouldBeTrue();
        var (part, line) = (order.Parts[0], order.Parts[0].Lines[0]);
        await market.MoveAsync(order.Id, o => o.Decline(part.Id, line.Id, 1, "vỡ", market.Clock.GetUtcNow()));
        await market.DeliverPartAsync(order, part);
        (await EarnedAsync(market, xuan), await EarnedAsync(market, nga)).ShouldBe((5 * 173_900, 173_900));

        // What is given back is less for all alike.
        await market.MoveAsync(order.Id, o => o.Refund(part.Id, [new(new(Guid.NewGuid()), line.Id, Money.Dong(555_000))], "mốc", market.Clock.GetUtcNow()));
        (await EarnedAsync(market, xuan), await EarnedAsync(market, nga)).ShouldBe((5 * 86_950, 86_950));
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Lots_without_a_rule_of_their_own_are_shared_as_one(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (lots, xuan, _) = await HillsAsync(market, ofLate: false);

        await market.OrderAsync(PaymentWay.CashOnDelivery, (lots.Product.Variant, 7));
        await market.DeliverAsync();

        var share = (await market.RowsAsync<SaleShare>()).Single(s => s.Member == xuan);
        (share.Lot, share.Pieces, share.Amount.Minor).ShouldBe((null, null, 7 * 173_900));
    }

    [Fact]
    public async Task The_products_page_tells_the_rule_of_the_lot_that_is_served_next()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var (lots, _, _) = await HillsAsync(market);
        var slug = (await market.RowsAsync<Domain.Catalog.Product>()).Single(p => p.Id == lots.Product.Product).Slug;
        await market.DeliverAsync();
        using var reader = market.Guest();
        (await reader.OpenAsync("/p/" + slug)).Body!.TextContent.ShouldContain("Lò Thị Xuân");

        await market.OrderAsync(PaymentWay.CashOnDelivery, (lots.Product.Variant, 5));
        await market.DeliverAsync();

        var page = (await reader.OpenAsync($"/p/{slug}".Anew())).Body!.TextContent;
        page.ShouldContain("Cà Thị Nga");
        page.ShouldNotContain("Lò Thị Xuân");
    }

    [Fact]
    public async Task Her_page_says_whose_rule_it_shows_and_no_other_lot_can_be_named()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var (lots, xuan, _) = await HillsAsync(market);
        var other = await market.LiveProductAsync(name: "Chè Tà Xùa");
        var foreign = await market.LotAsync(other, "THEIRS");
        var manager = DeskFactory.Manager(lots.Product);

        (await market.SendAsync(new SharingOfProduct.Query(manager, lots.Product.Cooperative, lots.Product.Product, lots.Late)))!.IsOwn.ShouldBeTrue();
        (await market.SendAsync(new SharingOfProduct.Query(manager, lots.Product.Cooperative, lots.Product.Product, lots.Soon)))!.IsOwn.ShouldBeFalse();
        (await market.SendAsync(new SharingOfProduct.Query(manager, lots.Product.Cooperative, lots.Product.Product, foreign))).ShouldBeNull();
        (await ShareAsync(market, lots, xuan, foreign)).Refusal.ShouldBeOfType<NotFound>();

        using var browser = await market.ClientFor(lots.Product.Manager);
        (await browser.OpenAsync($"/sell/products/{lots.Product.Product}/sharing?lot={lots.Soon}")).Body!.TextContent.ShouldContain("SOON");
        (await browser.PostFormAsync($"/sell/products/{lots.Product.Product}/sharing?lot={lots.Soon}", ("Form.FundParts", "1"))).Headers.Location!.OriginalString.ShouldEndWith("?lot=" + lots.Soon);
        (await market.SendAsync(new SharingOfProduct.Query(manager, lots.Product.Cooperative, lots.Product.Product, lots.Soon)))!.IsOwn.ShouldBeTrue();
    }

    // All of what is left of the product goes to Xuân, and of the lot that keeps longer to Nga.
    private static async Task<(TwoLots Lots, ProducerId Xuan, ProducerId Nga)> HillsAsync(Market market, bool ofLate = true)
    {
        var lots = await Stock_is_kept_by_lot.ShelfAsync(market);
        var (xuan, nga) = (await JoinAsync(market, lots, "Lò Thị Xuân"), await JoinAsync(market, lots, "Cà Thị Nga"));
        (await ShareAsync(market, lots, xuan, null)).IsDone.ShouldBeTrue();
        // In the same instant: rules of different lots don't get in each other's way.
        if (ofLate)
            (await ShareAsync(market, lots, nga, lots.Late)).IsDone.ShouldBeTrue();
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        return (lots, xuan, nga);
    }

    private static async Task<ProducerId> JoinAsync(Market market, TwoLots lots, string name)
        => (await market.SendAsync(new SaveMember.Command(DeskFactory.Manager(lots.Product), lots.Product.Cooperative, null, name, "", new(2026, 11, 1), true, true))).Value;

    private static Task<Outcome> ShareAsync(Market market, TwoLots lots, ProducerId member, LotId? lot)
        => market.SendAsync(new ShareProduct.Command(DeskFactory.Manager(lots.Product), lots.Product.Cooperative, lots.Product.Product, "", "", [new() { Member = member, Parts = "1" }], lot));

    private static async Task<long> EarnedAsync(Market market, ProducerId member) => (await market.RowsAsync<IncomeEntry>()).Where(e => e.Member == member).Sum(e => e.Amount.Minor);
}
