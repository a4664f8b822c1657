using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Tests.Catalog;

public sealed class ProductTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly VariantId Jar = new(Guid.Parse("0193f0a0-0000-7000-8000-000000000002"));
    private static readonly VariantTerms Terms = new(new("hũ 250 g"), NetKind.Mass, 250, Money.Dong(185_000), new(420, 90, 90, 110));

    [Fact]
    public void A_draft_names_what_it_lacks_in_the_order_of_the_steps()
    {
        var product = Product.Start(new(Guid.Empty), new(Guid.Empty), "toi-den", Now);

        product.Gaps(hasPhoto: false).ShouldBe([Gap.Line, Gap.Description, Gap.Category, Gap.Photo, Gap.Size, Gap.Commune]);
        product.Submit(hasPhoto: false, isKnown: true, Now).ShouldBe(new ProductIncomplete(Gap.Line));
        product.State.ShouldBe(ProductState.Draft);
    }

    [Fact]
    public void A_new_cooperatives_product_waits_for_an_admin_and_a_known_ones_does_not()
    {
        var first = Whole();
        first.Submit(hasPhoto: true, isKnown: false, Now).ShouldBeNull();
        first.State.ShouldBe(ProductState.InReview);
        first.TakeEvents().ShouldBeEmpty();

        var later = Whole();
        later.Submit(hasPhoto: true, isKnown: true, Now).ShouldBeNull();
        later.State.ShouldBe(ProductState.Live);
        later.TakeEvents().ShouldBe([new ProductWentLive(later.Id)]);
    }

    [Fact]
    public void An_approval_of_something_else_than_what_was_seen_is_refused()
    {
        var product = Whole();
        product.Submit(hasPhoto: true, isKnown: false, Now);
        var seen = ProductFacts.Hash(ProductFacts.Of(product));
        product.ChangeSize(Jar, Terms with { Price = Money.Dong(1_850_000) });

        product.Approve(seen, ProductFacts.Hash(ProductFacts.Of(product)), Now).ShouldBe(new ChangedSinceSeen());
        product.State.ShouldBe(ProductState.InReview);
    }

    [Fact]
    public void What_the_market_took_down_only_an_admins_look_brings_back()
    {
        var product = Whole();
        product.Submit(hasPhoto: true, isKnown: true, Now);
        product.TakeDown("Ảnh không đúng").ShouldBeNull();

        product.PutBack(hasPhoto: true, Now).ShouldBe(new TakenDownByMarket());
        product.Submit(hasPhoto: true, isKnown: true, Now).ShouldBeNull();
        product.State.ShouldBe(ProductState.InReview);
    }

    [Fact]
    public void What_never_was_on_sale_cannot_be_taken_off()
    {
        var product = Whole();
        product.Submit(hasPhoto: true, isKnown: false, Now);
        product.TakeDown("Ảnh không đúng").ShouldBe(new NotInThisState());
        product.State.ShouldBe(ProductState.InReview);

        product.Withdraw();
        product.TakeDown("Ảnh không đúng").ShouldBe(new NotInThisState());
    }

    [Fact]
    public void No_detour_brings_back_what_the_market_took_down()
    {
        var product = Whole();
        product.Submit(hasPhoto: true, isKnown: true, Now);
        product.TakeDown("Ảnh không đúng");

        // Sent for another look, taken off, put back.
        product.Submit(hasPhoto: true, isKnown: true, Now);
        product.Withdraw();
        product.PutBack(hasPhoto: true, Now).ShouldBeNull();
        product.State.ShouldBe(ProductState.Draft);

        // Sent again, refused, and sent once more.
        product.Submit(hasPhoto: true, isKnown: true, Now);
        product.Refuse("Vẫn chưa đúng");
        product.Submit(hasPhoto: true, isKnown: true, Now);
        product.State.ShouldBe(ProductState.InReview);

        var seen = ProductFacts.Hash(ProductFacts.Of(product));
        product.Approve(seen, seen, Now).ShouldBeNull();
        (product.State, product.NeedsLook).ShouldBe((ProductState.Live, false));
    }

    [Fact]
    public void What_its_cooperative_took_off_comes_back_as_it_was()
    {
        var product = Whole();
        product.Withdraw().ShouldBeNull();
        product.PutBack(hasPhoto: true, Now).ShouldBeNull();
        product.State.ShouldBe(ProductState.Draft);

        product.Submit(hasPhoto: true, isKnown: true, Now);
        product.Withdraw();
        product.PutBack(hasPhoto: true, Now).ShouldBeNull();
        product.State.ShouldBe(ProductState.Live);
        product.FirstLiveAt.ShouldBe(Now);
    }

    [Fact]
    public void A_product_on_sale_stays_whole()
    {
        var product = Whole();
        product.Submit(hasPhoto: true, isKnown: true, Now);

        product.Locate("", "", null, 0).ShouldBe(new ProductIncomplete(Gap.Commune));
        product.OfferSize(Jar, offered: false).ShouldBe(new LastSize());
    }

    [Fact]
    public void Changes_are_listed_field_by_field_and_what_comes_back_is_none()
    {
        var product = Whole();
        var first = ProductFacts.Of(product);
        product.ChangeSize(Jar, Terms with { Price = Money.Dong(190_000) });
        var second = ProductFacts.Of(product);
        product.ChangeSize(Jar, Terms with { Name = new("lọ 250 g") });
        var third = ProductFacts.Of(product);

        var dearer = ProductFacts.Compare(first, second);
        dearer.ShouldBe([new("price", Jar.ToString(), "hũ 250 g", "185000", "190000")]);
        ProductFacts.Join(dearer, ProductFacts.Compare(second, third)).ShouldHaveSingleItem().Field.ShouldBe("size.vi");
        ProductFacts.Hash(first).ShouldNotBe(ProductFacts.Hash(second));
    }

    private static Product Whole()
    {
        var product = Product.Start(new(Guid.Parse("0193f0a0-0000-7000-8000-000000000001")), new(Guid.Empty), "toi-den", Now);
        product.Describe(
            new(new("Tỏi đen"), new("Ủ 30 ngày."), new("Tỏi trồng trên nương."), LocalizedText.Empty, LocalizedText.Empty, LocalizedText.Empty), new CategoryId(Guid.Empty));
        product.Locate("bản Tọ", "03922", null, 0);
        product.AddSize(Jar, Terms).ShouldBeNull();
        return product;
    }
}
