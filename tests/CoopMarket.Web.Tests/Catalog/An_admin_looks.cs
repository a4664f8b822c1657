using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Catalog;

public sealed class An_admin_looks
{
    [Theory, EveryDatabase]
    internal async Task The_first_three_products_wait_and_the_fourth_does_not(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        for (var i = 1; i <= 3; i++)
        {
            var product = await desk.WholeAsync("Món " + i);
            (await desk.SubmitAsync(product)).Value.ShouldBe(ProductState.InReview);
            await ApproveAsync(market, admin, product);
        }

        (await desk.SubmitAsync(await desk.WholeAsync("Món 4"))).Value.ShouldBe(ProductState.Live);
        await market.DeliverAsync();
        market.Post.Letters.Count.ShouldBe(3);
        market.Post.Letters.ShouldContain(l => l.Subject.Contains("Món 1"));
    }

    [Theory, EveryDatabase]
    internal async Task An_approval_binds_to_what_the_admin_saw_photos_included(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var product = await desk.WholeAsync();
        await desk.SubmitAsync(product);
        var before = (await market.SendAsync(new ReviewProduct.Query(admin, product)))!.Hash;

        await desk.PhotoAsync(product, 'b');
        (await market.SendAsync(new ApproveProduct.Command(admin, product, before))).Refusal.ShouldBe(new ChangedSinceSeen());
        var size = (await desk.SeeAsync(product)).Sizes[0];
        var form = DeskOf.Jar;
        form.Price = "1.850.000";
        before = (await market.SendAsync(new ReviewProduct.Query(admin, product)))!.Hash;
        await desk.SaveAsync(product, form, size.Id);
        (await market.SendAsync(new ApproveProduct.Command(admin, product, before))).Refusal.ShouldBe(new ChangedSinceSeen());

        await ApproveAsync(market, admin, product);
        (await desk.SeeAsync(product)).State.ShouldBe(ProductState.Live);
    }

    [Theory, EveryDatabase]
    internal async Task What_changes_while_a_product_is_off_and_photos_that_come_or_go_are_listed_for_an_after_look(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        await desk.BeKnownAsync();
        var product = await desk.WholeAsync();
        await desk.SubmitAsync(product);
        await market.DeliverAsync();
        var only = (await market.RowsAsync<Photo>()).ShouldHaveSingleItem();
        (await market.SendAsync(new RemovePhoto.Command(Actor.Of(coop.Manager, ""), coop.Id, only.Id))).Refusal.ShouldBe(new LastPhoto());

        await market.SendAsync(new WithdrawProduct.Command(Actor.Of(coop.Manager, ""), coop.Id, product));
        await desk.DescribeAsync(product, "Tỏi đen chữa bách bệnh", await market.CategoryAsync());
        await market.AddPhotoAsync(coop, new(PhotoSubjectKind.Product, product.Value));
        (await market.SendAsync(new PutBackProduct.Command(Actor.Of(coop.Manager, ""), coop.Id, product))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new RemovePhoto.Command(Actor.Of(coop.Manager, ""), coop.Id, only.Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        var changes = (await market.RowsAsync<ProductEdit>()).Single(e => e.Product == product && e.SeenAt == null).Changes;
        changes.ShouldContain(c => c.Field == "name.vi" && c.After == "Tỏi đen chữa bách bệnh");
        changes.Count(c => c.Field == "photo" && c.Before == null).ShouldBe(1);
        changes.ShouldContain(c => c.Field == "photo" && c.Before == only.Hash && c.After == null);
    }

    [Theory, EveryDatabase]
    internal async Task A_refused_product_is_a_draft_with_a_note_and_its_desk_gets_a_mail(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var product = await desk.WholeAsync();
        await desk.SubmitAsync(product);

        (await market.SendAsync(new RefuseProduct.Command(admin, product, " "))).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Reason");
        (await market.SendAsync(new RefuseProduct.Command(admin, product, "Ảnh mờ <b>quá</b>, nhờ chụp lại."))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        var view = await desk.SeeAsync(product);
        (view.State, view.AdminNote).ShouldBe((ProductState.Draft, "Ảnh mờ <b>quá</b>, nhờ chụp lại."));
        var letter = market.Post.Letters.ShouldHaveSingleItem();
        letter.Html.ShouldContain("Ảnh mờ &lt;b&gt;quá");
        letter.Html.ShouldContain($"{Market.Address}/sell/products/{product}");
    }

    [Theory, EveryDatabase]
    internal async Task What_changes_on_sale_is_listed_field_by_field_until_an_admin_has_seen_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var listed = await market.LiveProductAsync(seller: coop);
        var form = DeskOf.Jar;
        form.Price = "190.000";
        await desk.SaveAsync(listed.Product, form, listed.Variant);
        await desk.DescribeAsync(listed.Product, "Tỏi đen một nhánh", listed.Category, "Ủ 40 ngày.");

        var edited = (await market.SendAsync(new ProductQueue.Query(admin))).Edited.ShouldHaveSingleItem();
        edited.Changes.Select(c => (c.Field, c.Before, c.After)).ShouldContain(("price", "185000", "190000"));
        edited.Changes.Select(c => (c.Field, c.Before, c.After)).ShouldContain(("line.vi", "Ủ 30 ngày trong nồi đất.", "Ủ 40 ngày."));
        (await desk.SeeAsync(listed.Product)).Sizes[0].Price.Minor.ShouldBe(190_000);

        market.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.DescribeAsync(listed.Product, "Tỏi đen một nhánh", listed.Category, "Ủ 50 ngày.");
        (await market.SendAsync(new LookAtEdit.Command(admin, edited.Id, edited.At))).Refusal.ShouldBe(new ChangedSinceSeen());
        var again = (await market.SendAsync(new ProductQueue.Query(admin))).Edited.ShouldHaveSingleItem();
        (await market.SendAsync(new LookAtEdit.Command(admin, again.Id, again.At))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ProductQueue.Query(admin))).Edited.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task A_price_that_changes_while_she_lets_it_go_on_sale_is_one_she_sees(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.WholeAsync();
        await desk.SubmitAsync(product);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var seen = (await market.SendAsync(new ReviewProduct.Query(admin, product)))!;
        var dear = DeskOf.Jar;
        dear.Price = "390.000";

        using var held = await HeldReading.OfAsync(market, "catalog_variants");
        var approving = Task.Run(() => market.SendAsync(new ApproveProduct.Command(admin, product, seen.Hash)));
        await held.HasReadAsync();
        var saving = Task.Run(() => desk.SaveAsync(product, dear, seen.Product.Sizes[0].Id));
        // On SQLite it waits for its turn.
        if (provider == DatabaseProvider.Postgres)
            (await saving).IsDone.ShouldBeTrue();
        held.GoOn();

        var approved = await approving;
        (await saving).IsDone.ShouldBeTrue();
        if (provider == DatabaseProvider.Postgres)
            approved.Refusal.ShouldBe(new ChangedSinceSeen());
        else
            (await market.SendAsync(new ProductQueue.Query(admin))).Edited.ShouldHaveSingleItem().Changes.ShouldContain(c => c.Field == "price");
    }

    [Theory, EveryDatabase]
    internal async Task What_an_admin_takes_down_is_off_the_shelf_its_pages_are_cleared_and_its_desk_reads_why(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var listed = await market.LiveProductAsync(seller: coop);
        var kept = market.Services.GetRequiredService<IOutputCacheStore>();
        await kept.SetAsync("a page", [1], [PublicCache.Policy], TimeSpan.FromHours(1), CancellationToken.None);

        (await market.SendAsync(new TakeDownProduct.Command(admin, listed.Product, "Ảnh của người khác"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await kept.GetAsync("a page", CancellationToken.None)).ShouldBeNull();
        market.Post.Letters.ShouldHaveSingleItem().Html.ShouldContain("Ảnh của người khác");
        (await market.SendAsync(new PutBackProduct.Command(desk.Actor, coop.Id, listed.Product))).Refusal.ShouldBe(new TakenDownByMarket());
        (await market.SendAsync(new WithdrawProduct.Command(desk.Actor, coop.Id, listed.Product))).Refusal.ShouldBe(new NotInThisState());
    }

    [Fact]
    public async Task Nobody_but_an_admin_decides()
    {
        await using var market = await Market.OpenAsync();
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.WholeAsync();
        await desk.SubmitAsync(product);

        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new ApproveProduct.Command(desk.Actor, product, "")));
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new TakeDownProduct.Command(desk.Actor, product, "x")));
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new ProductQueue.Query(desk.Actor)));
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new ReviewProduct.Query(desk.Actor, product)));
    }

    private static async Task ApproveAsync(Market market, Actor admin, ProductId product)
    {
        var seen = (await market.SendAsync(new ReviewProduct.Query(admin, product)))!;
        (await market.SendAsync(new ApproveProduct.Command(admin, product, seen.Hash))).IsDone.ShouldBeTrue();
    }
}
