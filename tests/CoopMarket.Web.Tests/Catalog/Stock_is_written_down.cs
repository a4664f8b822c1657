using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Catalog;

public sealed class Stock_is_written_down
{
    [Theory, EveryDatabase]
    internal async Task What_is_received_counted_and_spoiled_adds_up_with_reason_and_person(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        var listed = await market.LiveProductAsync(seller: coop, onHand: 10);

        (await desk.StockAsync(listed.Product, listed.Variant, StockCause.Received, "20", null)).IsDone.ShouldBeTrue();
        (await desk.StockAsync(listed.Product, listed.Variant, StockCause.Spoiled, "3", "vỡ hũ")).IsDone.ShouldBeTrue();
        (await desk.StockAsync(listed.Product, listed.Variant, StockCause.Counted, "26", "đếm cuối tháng", seen: 27)).IsDone.ShouldBeTrue();

        (await market.OnHandAsync(listed.Variant)).ShouldBe(26);
        (await market.RowsAsync<StockMove>()).Sum(m => m.Change).ShouldBe(26);
        var book = (await market.SendAsync(new StockBook.Query(desk.Actor, coop.Id, listed.Product))).Lines;
        book.ShouldContain(l => l.Cause == StockCause.Spoiled && l.Change == -3 && l.Reason == "vỡ hũ" && l.Who == "Lò Thị Pâng");
    }

    [Theory, EveryDatabase]
    internal async Task A_count_made_before_a_sale_does_not_undo_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        var listed = await market.LiveProductAsync(seller: coop, onHand: 10);
        await market.WithAsync<Shelf, object?>(async s => await s.TakeAsync([(listed.Variant, 1)], CancellationToken.None));

        (await desk.StockAsync(listed.Product, listed.Variant, StockCause.Counted, "10", seen: 10)).Refusal.ShouldBe(new StockMoved(9));
        (await desk.StockAsync(listed.Product, listed.Variant, StockCause.Spoiled, "10")).Refusal.ShouldBe(new StockMoved(9));
        (await market.OnHandAsync(listed.Variant)).ShouldBe(9);
    }

    [Theory, EveryDatabase]
    internal async Task What_leaves_the_stock_needs_a_reason_and_orders_causes_are_not_hers_to_write(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        var listed = await market.LiveProductAsync(seller: coop, onHand: 10);

        (await desk.StockAsync(listed.Product, listed.Variant, StockCause.Spoiled, "1", "")).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Reason");
        (await desk.StockAsync(listed.Product, listed.Variant, StockCause.Sold, "1")).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Cause");
        (await market.OnHandAsync(listed.Variant)).ShouldBe(10);
    }

    [Fact]
    public async Task What_runs_out_comes_first_on_the_desk()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        await market.LiveProductAsync(seller: coop, onHand: 100, name: "A");
        await market.LiveProductAsync(seller: coop, onHand: 2, name: "Z");

        var rows = await market.SendAsync(new OwnProducts.Query(Actor.Of(coop.Manager, ""), coop.Id));

        rows.Select(r => (r.Name.Vi, r.IsLow)).ShouldBe([("Z", true), ("A", false)]);
    }

    [Fact]
    public async Task A_packer_counts_but_does_not_set_prices()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var listed = await market.LiveProductAsync(seller: coop, onHand: 1);
        var packer = Actor.Of(await market.MemberAsync(coop.Id, Domain.Sellers.MemberRole.Packer), "");

        (await market.SendAsync(new ChangeStock.Command(packer, coop.Id, listed.Product, listed.Variant, StockCause.Received, "1", null, 0))).IsDone.ShouldBeTrue();
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(SaveSize.Command.Of(packer, coop.Id, listed.Product, listed.Variant, DeskOf.Jar)));
    }
}
