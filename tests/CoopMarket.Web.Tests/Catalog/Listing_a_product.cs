using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Catalog;

public sealed class Listing_a_product
{
    [Theory, EveryDatabase]
    internal async Task A_product_goes_from_its_name_to_the_shelf(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var desk = new DeskOf(market, await market.NewSellerAsync());
        await desk.BeKnownAsync();
        var product = await desk.WholeAsync();
        var jar = (await desk.SeeAsync(product)).Sizes.ShouldHaveSingleItem();
        jar.Price.ShouldBe(Money.Dong(185_000));
        jar.UnitPrice.PriceDong.ShouldBe(74_000);

        (await desk.SubmitAsync(product)).Value.ShouldBe(ProductState.Live);
        (await desk.StockAsync(product, jar.Id, StockCause.Received, "1.200", null)).IsDone.ShouldBeTrue();

        var item = (await market.WithAsync<Shelf, IReadOnlyList<ShelfItem>>(s => s.ManyAsync([jar.Id], CancellationToken.None))).ShouldHaveSingleItem();
        (item.Available, item.IsLive, item.Price.Minor, item.Slug).ShouldBe((1_200, true, 185_000L, "toi-den-mot-nhanh"));
    }

    [Theory, EveryDatabase]
    internal async Task A_product_without_a_photo_is_not_put_on_the_market(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.DraftAsync();

        (await desk.SubmitAsync(product)).Refusal.ShouldBe(new ProductIncomplete(Gap.Photo));
        (await desk.SeeAsync(product)).State.ShouldBe(ProductState.Draft);
    }

    // The catalogue of bad input, rows 19 and 20.
    [Theory]
    [InlineData("1.000", 1_000)]
    [InlineData("1 000", 1_000)]
    [InlineData("１８５．０００", 185_000)]
    [InlineData("185k", 185_000)]
    public async Task A_price_typed_the_vietnamese_way_is_what_she_meant(string typed, long dong)
    {
        await using var market = await Market.OpenAsync();
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.DraftAsync();
        var form = DeskOf.Jar;
        form.Price = typed;

        (await desk.SaveAsync(product, form)).IsDone.ShouldBeTrue();

        (await desk.SeeAsync(product)).Sizes[^1].Price.Minor.ShouldBe(dong);
    }

    [Theory]
    [InlineData("1,5", "catalog.flaw.price.fraction")]
    [InlineData("-1", "catalog.flaw.price.small")]
    [InlineData("0", "catalog.flaw.price.small")]
    [InlineData("1e30", "catalog.flaw.price.strange")]
    [InlineData("NaN", "catalog.flaw.price.strange")]
    [InlineData("99999999999999999999999999999999999999", "catalog.flaw.price.large")]
    [InlineData("1.000.000.000", "catalog.flaw.price.large")]
    [InlineData("", "catalog.flaw.price.empty")]
    public async Task A_price_that_is_none_is_refused_with_its_own_sentence(string typed, string sentence)
    {
        await using var market = await Market.OpenAsync();
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.DraftAsync();
        var form = DeskOf.Jar;
        form.Price = typed;

        var flaw = (await desk.SaveAsync(product, form)).Flaws.ShouldHaveSingleItem();

        (flaw.Path, flaw.Key).ShouldBe(("Price", sentence));
        market.Services.GetRequiredService<Words>().Of(flaw).ShouldNotBeEmpty();
        (await desk.SeeAsync(product)).Sizes.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("12", 120)]
    [InlineData("8,5", 85)]
    [InlineData("8.5 cm", 85)]
    public async Task A_box_is_measured_in_centimeters(string typed, int millimeters)
    {
        await using var market = await Market.OpenAsync();
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.DraftAsync();
        var form = DeskOf.Jar;
        form.Length = typed;

        (await desk.SaveAsync(product, form)).IsDone.ShouldBeTrue();

        var size = (await desk.SeeAsync(product)).Sizes[^1];
        size.Length.ShouldBe(millimeters);
        (await desk.SaveAsync(product, size.AsTyped(), size.Id)).IsDone.ShouldBeTrue("what is shown can be sent as it stands");
    }

    [Theory]
    [InlineData("20", "12", "12", "800", null)]
    [InlineData("2", "1,2", "1,2", "800", "catalog.flaw.parcel-small")]
    [InlineData("200", "120", "120", "800", "catalog.flaw.parcel-large")]
    public async Task A_box_that_cannot_weigh_as_much_or_as_little_is_measured_again(string length, string width, string height, string grams, string? sentence)
    {
        await using var market = await Market.OpenAsync();
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.DraftAsync();
        var form = DeskOf.Jar;
        (form.Length, form.Width, form.Height, form.Grams) = (length, width, height, grams);

        string[] asked = sentence is null ? [] : [sentence];
        (await desk.SaveAsync(product, form)).Flaws.Select(f => f.Key).ShouldBe(asked);
    }

    [Theory, EveryDatabase]
    internal async Task The_line_under_the_photo_is_short_and_an_older_long_one_stays_until_it_is_written_anew(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        var product = await desk.DraftAsync();
        var category = (await desk.SeeAsync(product)).Category!.Value;
        var old = new string('a', 200);
        await market.InDbAsync(async db =>
        {
            var kept = await db.Set<Product>().Include(p => p.Variants).SingleAsync(p => p.Id == product);
            kept.Describe(kept.Telling.Texts with { Line = new(old) }, category);
            return await db.SaveChangesAsync();
        });

        (await desk.DescribeAsync(product, "Tỏi đen", category, old)).IsDone.ShouldBeTrue();
        var flaw = (await desk.DescribeAsync(product, "Tỏi đen", category, old + "b")).Flaws.ShouldHaveSingleItem();
        (flaw.Path, flaw.Key).ShouldBe(("LineVi", "catalog.flaw.line"));
        (await desk.DescribeAsync(product, "Tỏi đen", category, new string('a', 900))).Flaws.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Key.ShouldBe("catalog.flaw.line"), f => f.Args.ShouldBe([120]));
        (await desk.DescribeAsync(product, "Tỏi đen", category, new string('a', 120))).IsDone.ShouldBeTrue();
        using var page = await market.ClientFor(coop.Manager);
        int.Parse((await page.OpenAsync($"/sell/products/{product}/edit")).QuerySelector("[name='Form.LineVi']")!.GetAttribute("maxlength")!).ShouldBeGreaterThan(900, "the browser cuts nothing off in silence");
    }

    [Theory, EveryDatabase]
    internal async Task What_leads_out_of_the_market_is_pointed_out_to_its_desk_and_to_an_admin(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.DraftAsync();
        var category = (await desk.SeeAsync(product)).Category!.Value;
        (await desk.SeeAsync(product)).LeadsOutside.ShouldBeFalse();

        await desk.DescribeAsync(product, "Tỏi đen", category, "Xem thêm ở http://facebook.com/toiden");

        (await desk.SeeAsync(product)).LeadsOutside.ShouldBeTrue();
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        (await market.SendAsync(new ReviewProduct.Query(admin, product)))!.Product.LeadsOutside.ShouldBeTrue();
    }

    // The catalogue of bad input, row 17.
    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("2147483647")]
    [InlineData("1.55")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("")]
    public async Task A_number_that_is_none_is_refused_wherever_it_is_typed(string typed)
    {
        await using var market = await Market.OpenAsync();
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.DraftAsync();
        var form = new SaveSize.Form { NameVi = "hũ", Kind = NetKind.Mass, Price = "185.000", Net = typed, Grams = typed, Length = typed, Width = typed, Height = typed };

        (await desk.SaveAsync(product, form)).Flaws.Select(f => f.Path).ShouldBe(["Net", "Grams", "Length", "Width", "Height"]);

        var jar = (await desk.SeeAsync(product)).Sizes.ShouldHaveSingleItem();
        (await desk.StockAsync(product, jar.Id, StockCause.Received, typed)).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Quantity");
        (await market.OnHandAsync(jar.Id)).ShouldBe(0);
    }

    // The catalogue of bad input, rows 21, 23, 24 and 25.
    [Theory, EveryDatabase]
    internal async Task Texts_that_cannot_be_kept_are_refused_on_both_databases(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.DraftAsync();
        var category = (await desk.SeeAsync(product)).Category!.Value;
        string[] names = ["Tỏi\0 đen", "Tỏi\u202E đen", "\u200B\u200B", "   ", "Tỏi\uD800 đen", "a" + new string('\u0301', 1_000), new string('a', 1_000_000)];

        foreach (var name in names)
            (await desk.DescribeAsync(product, name, category)).Flaws.ShouldHaveSingleItem().Path.ShouldBe("NameVi");
        (await desk.DescribeAsync(product, "Tỏi đen", category, new string('a', 1_000_000))).Flaws.ShouldHaveSingleItem().Key.ShouldBe("catalog.flaw.line");

        (await desk.SeeAsync(product)).Name.Vi.ShouldBe("Tỏi đen một nhánh");
    }

    // The catalogue of bad input, row 28.
    [Theory, EveryDatabase]
    internal async Task Another_cooperatives_product_is_not_there(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var theirs = await market.LiveProductAsync(onHand: 5);
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var (actor, coop, id) = (desk.Actor, desk.Cooperative, theirs.Product);
        var own = await desk.DraftAsync();

        (await desk.DescribeAsync(id, "Của tôi", theirs.Category)).Refusal.ShouldBe(new NotFound());
        (await desk.SaveAsync(id, DeskOf.Jar)).Refusal.ShouldBe(new NotFound());
        (await desk.SaveAsync(own, DeskOf.Jar, theirs.Variant)).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new OfferSize.Command(actor, coop, own, theirs.Variant, Offered: false))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new MakeToOrder.Command(actor, coop, id, ToOrder: true, "3"))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new TellOrigin.Command(actor, coop, id, "", "03922", null, []))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new WithdrawProduct.Command(actor, coop, id))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new PutBackProduct.Command(actor, coop, id))).Refusal.ShouldBe(new NotFound());
        (await desk.SubmitAsync(id)).Refusal.ShouldBe(new NotFound());
        (await desk.StockAsync(id, theirs.Variant, StockCause.Received, "5")).Refusal.ShouldBe(new NotFound());
        (await desk.StockAsync(own, theirs.Variant, StockCause.Received, "5")).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new OwnProduct.Query(actor, coop, id))).ShouldBeNull();
        (await market.SendAsync(new StockBook.Query(actor, coop, id))).Lines.ShouldBeEmpty();
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new WithdrawProduct.Command(actor, theirs.Cooperative, id)));

        (await market.OnHandAsync(theirs.Variant)).ShouldBe(5);
        (await market.RowsAsync<Product>()).Single(p => p.Id == id).Version.ShouldBe(0);
    }

    [Theory, EveryDatabase]
    internal async Task An_old_address_leads_to_the_product_and_nobody_else_gets_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var desk = new DeskOf(market, await market.NewSellerAsync());
        await desk.BeKnownAsync();
        var first = await desk.WholeAsync("Mật ong nhãn");
        await desk.SubmitAsync(first);
        (await desk.SeeAsync(first)).Slug.ShouldBe("mat-ong-nhan");

        await desk.DescribeAsync(first, "Mật ong hoa nhãn", (await desk.SeeAsync(first)).Category!.Value);
        var second = await desk.DraftAsync("Mật ong nhãn");

        (await desk.SeeAsync(first)).Slug.ShouldBe("mat-ong-hoa-nhan");
        (await desk.SeeAsync(second)).Slug.ShouldBe("mat-ong-nhan-2");
        (await market.RowsAsync<ProductAddress>()).Single(a => a.Slug == "mat-ong-nhan").Product.ShouldBe(first);
        await desk.DescribeAsync(first, "Mật ong nhãn", (await desk.SeeAsync(first)).Category!.Value);
        (await desk.SeeAsync(first)).Slug.ShouldBe("mat-ong-nhan");
    }

    [Theory, EveryDatabase]
    internal async Task A_draft_that_changes_its_name_leaves_no_address_behind(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.DraftAsync("Tỏi đe");

        await desk.DescribeAsync(product, "Tỏi đen", (await desk.SeeAsync(product)).Category!.Value);

        (await market.RowsAsync<ProductAddress>()).ShouldHaveSingleItem().Slug.ShouldBe("toi-den");
    }
}
