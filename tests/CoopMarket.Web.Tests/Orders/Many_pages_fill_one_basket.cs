using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>Who opens ten things side by side and presses each button gets all ten, and is told of none that it was changed by somebody else.</summary>
public sealed class Many_pages_fill_one_basket
{
    private const int Pages = 8;
    private const int Presses = 4;

    [Theory, EveryDatabase]
    internal async Task Of_a_guest(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = (await market.LiveProductAsync(onHand: 90)).Variant;
        await PressAsync(market, Actor.Guest("203.0.113.7"), await market.BasketAsync((garlic, 1)), garlic);
    }

    [Theory, EveryDatabase]
    internal async Task Of_a_person(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = (await market.LiveProductAsync(onHand: 90)).Variant;
        var hanh = Actor.Of(await market.PersonAsync("Nguyễn Thị Hạnh"), "203.0.113.7");
        (await market.SendAsync(new AddToBasket.Command(hanh, null, garlic, 1))).IsDone.ShouldBeTrue();
        await PressAsync(market, hanh, null, garlic);
    }

    private static async Task PressAsync(Market market, Actor buyer, string? key, VariantId thing)
    {
        await Task.WhenAll(Enumerable.Range(0, Pages).Select(async _ =>
        {
            for (var i = 0; i < Presses; i++)
                (await market.SendAsync(new AddToBasket.Command(buyer, key, thing, 1))).IsDone.ShouldBeTrue();
        }));
        (await market.RowsAsync<Basket>()).ShouldHaveSingleItem().Lines.ShouldHaveSingleItem().Quantity.ShouldBe(1 + (Pages * Presses));
    }
}
