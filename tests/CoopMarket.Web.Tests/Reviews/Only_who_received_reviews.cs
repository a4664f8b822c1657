using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Reviews;

/// <summary>Whoever received a line says how it was: once, by the link of her order.</summary>
public sealed class Only_who_received_reviews
{
    [Theory, EveryDatabase]
    internal async Task What_has_not_arrived_is_not_reviewed_nor_after_a_year(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        (await (await market.ReceiveAsync(product, hasArrived: false)).WriteAsync()).Refusal.ShouldBe(new NotReceived());
        var received = await market.ReceiveAsync(product);
        market.Clock.Advance(Review.TimeToWrite);
        (await received.WriteAsync()).Refusal.ShouldBe(new TooLateToReview());
        (await market.RowsAsync<Review>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task Whoever_has_not_the_link_writes_nothing_and_another_orders_line_is_not_there(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var (mine, hers) = (await market.ReceiveAsync(product), await market.ReceiveAsync(product));
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(mine.Write() with { OrderSecret = hers.Secret }));
        (await market.SendAsync(mine.Write() with { Line = hers.Line })).Refusal.ShouldBe(new NotFound());
        (await market.RowsAsync<Review>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task Who_belongs_to_the_cooperative_does_not_review_its_goods(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var received = await market.ReceiveAsync(product);
        (await market.SendAsync(received.Write() with { Actor = Actor.Of(product.Manager, "127.0.0.1") })).Refusal.ShouldBe(new OwnGoods());
    }

    [Theory, EveryDatabase]
    internal async Task A_name_with_a_number_in_it_and_six_stars_are_flaws(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var received = await market.ReceiveAsync(await market.LiveProductAsync());
        (await received.WriteAsync(6)).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Stars");
        (await received.WriteAsync(name: "Hạnh 0912345678")).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Name");
        (await received.WriteAsync(name: "hanh@thu.test")).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Name");
        (await received.WriteAsync(words: new string('a', Review.MostWords + 1))).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Words");
        (await received.WriteAsync(1, "", "")).IsDone.ShouldBeTrue("stars alone are enough");
    }

    [Theory, EveryDatabase]
    internal async Task Words_that_lead_out_of_the_market_are_kept_only_when_she_means_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var received = await market.ReceiveAsync(await market.LiveProductAsync());
        using var hanh = Visitor.Of(market);
        await hanh.OpenAsync($"/orders/{received.Order.Code}?s={received.Secret}");
        (string, string)[] typed = [("Form.Stars", "5"), ("Form.Words", "Gọi 0912 345 678 mua rẻ hơn"), ("Form.Name", "")];

        await hanh.OpenAsync(received.Path);
        await hanh.SubmitAsync(received.Path, typed);
        hanh.Page.ShouldContain("Vẫn đăng như vậy");
        (await market.RowsAsync<Review>()).ShouldBeEmpty();
        await hanh.SubmitAsync(received.Path, ("Form.Stars", "6"), ("Form.Words", "Ngon"), ("Form.Name", ""));
        hanh.Page.ShouldNotContain("Vẫn đăng như vậy", customMessage: "what she was warned of is gone");
        await hanh.SubmitAsync(received.Path, typed);
        await hanh.SubmitAsync(received.Path, typed);
        hanh.Location.ShouldBe(received.Path);
        (await market.RowsAsync<Review>()).ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    internal async Task Pressed_six_times_at_once_it_is_one_review_of_one_step(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var received = await market.ReceiveAsync(await market.LiveProductAsync());
        var pressed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => received.WriteAsync()));
        pressed.ShouldAllBe(p => p.IsDone);
        var review = (await market.RowsAsync<Review>()).ShouldHaveSingleItem();
        (await market.ReviewAsync(review.Id)).Moves.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task Two_who_do_not_see_each_other_would_write_two_without_the_index(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var received = await market.ReceiveAsync(await market.LiveProductAsync());
        await using var twin = await BrokenTwin.Heedless(market).WithoutAsync("ix_reviews_reviews_line");
        (await twin.RaceAsync(received.Write(), received.Write())).ShouldAllBe(p => p.IsDone);
        (await market.RowsAsync<Review>()).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task She_changes_it_for_a_while_and_takes_it_back_and_writes_again(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var received = await market.ReceiveAsync(await market.LiveProductAsync());
        var id = (await received.WriteAsync(2, "Vỡ nắp")).Value;
        market.Clock.Advance(TimeSpan.FromDays(1));
        (await received.WriteAsync(5, "Đã đổi hũ khác, ngon")).Value.ShouldBe(id);
        (await market.SendAsync(new TakeBackReview.Command(OrdersFactory.Guest, received.Order.Code, received.Secret, received.Line))).IsDone.ShouldBeTrue();
        (await market.ReviewAsync(id)).State.ShouldBe(ReviewState.TakenBack);
        (await received.WriteAsync(4, "Ngon")).Value.ShouldBe(id);

        market.Clock.Advance(Review.TimeToChange);
        (await received.WriteAsync(1, "Dở")).Refusal.ShouldBe(new TooLateToChange());
        var review = await market.ReviewAsync(id);
        (review.State, review.Stars).ShouldBe((ReviewState.Shown, 4));
        review.Moves.Select(m => (m.Kind, m.Stars, m.Words)).ShouldBe(
            [(ReviewMoveKind.Written, 2, "Vỡ nắp"), (ReviewMoveKind.Changed, 5, "Đã đổi hũ khác, ngon"), (ReviewMoveKind.TakenBack, 5, ""), (ReviewMoveKind.Changed, 4, "Ngon")]);
    }

    [Theory, EveryDatabase]
    internal async Task Its_photos_go_the_way_of_all_photos_three_at_most_and_go_with_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var (received, other) = (await market.ReceiveAsync(product), await market.ReceiveAsync(product));
        var id = (await received.WriteAsync()).Value;
        for (var sent = 0; sent < Photo.MostOfReview; sent++)
            (await received.ShowAsync(id)).IsDone.ShouldBeTrue();
        (await received.ShowAsync(id)).Refusal.ShouldBe(new TooManyPhotos(Photo.MostOfReview));
        (await other.ShowAsync(id)).Refusal.ShouldBe(new NotFound(), "it is not of her order");
        var photos = (await market.RowsAsync<Photo>()).Where(p => p.SubjectKind == PhotoSubjectKind.Review).ToList();
        photos.ShouldAllBe(p => p.Cooperative == null && p.SubjectId == id.Value);
        (await market.SendAsync(new RemoveReviewPhoto.Command(OrdersFactory.Guest, other.Order.Code, other.Secret, other.Line, photos[0].Id))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new RemoveReviewPhoto.Command(OrdersFactory.Guest, received.Order.Code, received.Secret, received.Line, photos[0].Id))).IsDone.ShouldBeTrue();

        (await market.SendAsync(new TakeBackReview.Command(OrdersFactory.Guest, received.Order.Code, received.Secret, received.Line))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.RowsAsync<Photo>()).Where(p => p.SubjectKind == PhotoSubjectKind.Review).ShouldAllBe(p => p.RemovedAt != null);
        await market.CheckAsync();
    }
}
