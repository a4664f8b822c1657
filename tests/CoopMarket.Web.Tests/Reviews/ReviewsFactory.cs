using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Photos;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Reviews;

/// <summary>Goods that arrived and what is said of them, by the real commands.</summary>
internal static class ReviewsFactory
{
    /// <summary>A guest's order of one piece that has arrived, or is on its way.</summary>
    public static async Task<Received> ReceiveAsync(this Market market, ListedProduct product, bool hasArrived = true)
    {
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (product.Variant, 1));
        await market.DeliverAsync();
        var (manager, part) = (Actor.Of(product.Manager, "127.0.0.1"), order.Parts[0].Id);
        (await market.SendAsync(new AcceptSellerOrder.Command(manager, product.Cooperative, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ShipParcel.Command(manager, product.Cooperative, part, Carrier.Other, ""))).IsDone.ShouldBeTrue();
        if (hasArrived)
            (await market.SendAsync(new BuyerReceived.Command(OrdersFactory.Guest, order.Code, secret, part))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        return new(market, order, secret, manager);
    }

    /// <summary>A product with so many reviews, of these stars.</summary>
    public static async Task<ListedProduct> ReviewedAsync(this Market market, params int[] stars)
    {
        var product = await market.LiveProductAsync(onHand: 50);
        foreach (var given in stars)
        {
            (await (await market.ReceiveAsync(product)).WriteAsync(given, $"Lời {given} sao")).IsDone.ShouldBeTrue();
            market.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await market.DeliverAsync();
        return product;
    }

    /// <summary>A review with its trail.</summary>
    public static Task<Review> ReviewAsync(this Market market, ReviewId id) => market.InDbAsync(db => db.Set<Review>().AsNoTracking().Include(r => r.Moves.OrderBy(m => m.Number)).SingleAsync(r => r.Id == id));
}

/// <summary>A line that arrived, with what its buyer can do.</summary>
internal sealed record Received(Market Market, Order Order, string Secret, Actor Manager)
{
    public OrderLineId Line => Order.Parts[0].Lines[0].Id;

    public string Path => $"/orders/{Order.Code}/review/{Line}";

    public WriteReview.Command Write(int stars = 5, string words = "Ngon", string name = "Hạnh") => new(OrdersFactory.Guest, Order.Code, Secret, Line, $"{stars}", words, name);

    public Task<Outcome<ReviewId>> WriteAsync(int stars = 5, string words = "Ngon", string name = "Hạnh") => Market.SendAsync(Write(stars, words, name));

    /// <summary>Sends a photo along with a review, through both commands.</summary>
    public async Task<Outcome<PhotoId>> ShowAsync(ReviewId review, byte[]? file = null)
    {
        using var pictures = new Pictures();
        var taken = await Market.SendAsync(new TakeInReviewPhoto.Command(OrdersFactory.Guest, Order.Code, Secret, review, pictures.File(file ?? PhotosFactory.Jpeg())));
        return taken.IsDone ? await Market.SendAsync(new AddReviewPhoto.Command(OrdersFactory.Guest, Order.Code, Secret, review, taken.Value)) : taken.Refusal!;
    }
}
