using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Certificates;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Lots;

public sealed class Lots_are_written_down
{
    [Theory, EveryDatabase]
    internal async Task A_lot_keeps_what_was_said_of_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var typed = CertificatesFactory.Stars(garlic.Product);
        (typed.Kind, typed.NameVi, typed.NameEn, typed.Number, typed.Expires) = (CertificateKind.VietGap, "VietGAP", null, "7/GCN", new(2028, 1, 31));
        await market.CertificateAsync(garlic, typed);

        var lot = (await market.RecordAsync(garlic, new()
        {
            Number = " TĐ-07 ",
            MadeOn = LotsFactory.Made,
            BestBefore = new(2027, 11, 1),
            Village = "Bản Tọ",
            CommuneCode = "03922",
            MadeBy = "Pâng, Xuân",
            Amount = "40 kg tươi",
            Notes = "Trời mưa.\nỦ thêm hai ngày.",
            Papers = ["7/GCN", "8/GCN"],
        })).Value;

        var kept = await market.LotAsync(lot);
        (kept.Number, kept.MadeOn, kept.BestBefore, kept.Village, kept.MadeBy, kept.Amount, kept.State).ShouldBe(("TĐ-07", LotsFactory.Made, new DateOnly(2027, 11, 1), "Bản Tọ", "Pâng, Xuân", "40 kg tươi", LotState.Open));
        kept.Papers.ShouldBe([new(new("VietGAP"), "7/GCN")], "only what the product has");
        kept.RecordedBy.ShouldBe(garlic.Manager);
        (await market.RowsAsync<AuditRow>()).ShouldContain(r => r.What == "Lots.RecordLot");
    }

    [Theory, EveryDatabase]
    internal async Task The_market_gives_a_number_where_none_is_typed_and_no_number_twice(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();

        var (first, second) = (await market.LotAsync(garlic), await market.LotAsync(garlic));

        (await market.LotAsync(first)).Number.ShouldBe("261101-1");
        (await market.LotAsync(second)).Number.ShouldBe("261101-2");
        await market.LotAsync(garlic, "Lô Đầu");
        (await market.RecordAsync(garlic, new() { Number = "lo dau", MadeOn = LotsFactory.Made })).Refusal.ShouldBe(new LotNumberTaken());
        (await market.SendAsync(new EditLot.Command(DeskFactory.Manager(garlic), garlic.Cooperative, second, new() { Number = "261101-1", MadeOn = LotsFactory.Made }))).Refusal.ShouldBe(new LotNumberTaken());
        var other = await market.LiveProductAsync();
        (await market.LotAsync(await market.LotAsync(other, "Lô Đầu"))).Number.ShouldBe("Lô Đầu", "another cooperative's numbers are its own");
    }

    [Theory, EveryDatabase]
    internal async Task Two_at_once_are_given_two_numbers(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => market.LotAsync(garlic))));

        (await market.RowsAsync<Lot>()).Select(l => l.Number).Order(StringComparer.Ordinal).ShouldBe(["261101-1", "261101-2"]);
    }

    [Fact]
    public async Task What_can_not_be_is_said_beside_its_field()
    {
        await using var market = await Market.OpenAsync();
        var garlic = await market.LiveProductAsync();

        (await market.RecordAsync(garlic, new() { MadeOn = null })).Flaws.ShouldHaveSingleItem().Path.ShouldBe("MadeOn");
        (await market.RecordAsync(garlic, new() { MadeOn = new(2027, 1, 1) })).Flaws.ShouldHaveSingleItem().Path.ShouldBe("MadeOn");
        (await market.RecordAsync(garlic, new() { MadeOn = LotsFactory.Made, BestBefore = LotsFactory.Made.AddDays(-1) })).Flaws.ShouldHaveSingleItem().Path.ShouldBe("BestBefore");
        (await market.RecordAsync(garlic, new() { MadeOn = LotsFactory.Made, Number = new('7', Lot.MostNumber + 1) })).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Number");
        (await market.RecordAsync(garlic, new() { MadeOn = LotsFactory.Made, CommuneCode = "99999" })).Flaws.ShouldHaveSingleItem().Path.ShouldBe("CommuneCode");
    }

    [Theory, EveryDatabase]
    internal async Task Another_cooperative_neither_reads_nor_writes_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (garlic, tea) = (await market.LiveProductAsync(), await market.LiveProductAsync(name: "Chè"));
        var lot = await market.LotAsync(garlic);
        var (stranger, strangers) = (DeskFactory.Manager(tea), tea.Cooperative);

        (await market.SendAsync(new OwnLot.Query(stranger, strangers, lot))).ShouldBeNull();
        (await market.SendAsync(new OwnLots.Query(stranger, strangers, garlic.Product))).Lots.ShouldBeEmpty();
        (await market.SendAsync(new EditLot.Command(stranger, strangers, lot, new() { MadeOn = LotsFactory.Made }))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new CloseLot.Command(stranger, strangers, lot, false))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new RecordLot.Command(stranger, strangers, garlic.Product, new() { MadeOn = LotsFactory.Made }))).Refusal.ShouldBe(new NotFound());
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new EditLot.Command(stranger, garlic.Cooperative, lot, new() { MadeOn = LotsFactory.Made })));
    }

    [Theory, EveryDatabase]
    internal async Task What_is_used_up_is_closed_and_opened_again(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var lot = await market.LotAsync(garlic);
        var packer = Actor.Of(await market.MemberAsync(garlic.Cooperative, MemberRole.Packer), "");

        (await market.SendAsync(new CloseLot.Command(packer, garlic.Cooperative, lot, Again: false))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new CloseLot.Command(packer, garlic.Cooperative, lot, Again: false))).Refusal.ShouldBe(new NotWithThisLot());
        (await market.LotAsync(lot)).State.ShouldBe(LotState.Closed);
        (await market.SendAsync(new CloseLot.Command(packer, garlic.Cooperative, lot, Again: true))).IsDone.ShouldBeTrue();
        (await market.LotAsync(lot)).State.ShouldBe(LotState.Open);
    }

    [Theory, EveryDatabase]
    internal async Task It_has_four_photos_at_most(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var garlic = await market.LiveProductAsync(seller: coop);
        var lot = await market.LotAsync(garlic);

        for (var i = 0; i < Photo.MostOfLot; i++)
            (await market.AddPhotoAsync(coop, lot, PhotosFactory.Jpeg())).IsDone.ShouldBeTrue();
        (await market.AddPhotoAsync(coop, lot, PhotosFactory.Jpeg())).Refusal.ShouldBe(new TooManyPhotos(Photo.MostOfLot));
        (await market.AddPhotoAsync(await market.NewSellerAsync(), lot)).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new OwnLot.Query(Actor.Of(coop.Manager, ""), coop.Id, lot)))!.Photos.Count.ShouldBe(Photo.MostOfLot);
    }

    [Fact]
    public async Task A_manager_writes_one_down_in_her_browser_and_changes_it()
    {
        await using var market = await Market.OpenAsync();
        var garlic = await market.LiveProductAsync();
        using var browser = await market.ClientFor(garlic.Manager);

        (await browser.OpenAsync("/sell/lots/new")).Body!.TextContent.ShouldContain("Tỏi đen một nhánh");
        var made = await browser.PostFormAsync($"/sell/lots/new/{garlic.Product}", ("Form.MadeOn", "2026-11-01"), ("Form.Amount", "120 hũ"));
        made.StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        var lot = (await market.RowsAsync<Lot>()).Single();
        (lot.Village, lot.CommuneCode, lot.Amount).ShouldBe(("bản Tọ", "03922", "120 hũ"), "the product's place is proposed");
        (await browser.PostFormAsync($"/sell/lots/{lot.Id}/edit", ("Form.Number", "TĐ-08"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        (await browser.OpenAsync($"/sell/lots?product={garlic.Product}")).Body!.TextContent.ShouldContain("TĐ-08");
        (await browser.PostFormAsync($"/sell/lots/{lot.Id}/edit", ("Form.MadeOn", "2030-01-01"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
    }
}
