using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Shipping;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Complaints;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Stories;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>How a cooperative's desk is used.</summary>
internal static class DeskAttempts
{
    public static IEnumerable<(string Route, Attempt Attempt)> All => [.. Reading, .. Orders, .. Products, .. Telling, .. Cooperative, .. Income, .. Lots];

    private static IEnumerable<(string, Attempt)> Reading =>
    [
        .. new[] { "/sell", "/sell/certificates", "/sell/certificates/new", "/sell/closing", "/sell/complaints", "/sell/consents", "/sell/data", "/sell/delivery", "/sell/lots", "/sell/makers", "/sell/members", "/sell/money", "/sell/money/cash", "/sell/poster", "/sell/money/stripe", "/sell/more", "/sell/orders", "/sell/orders/slips", "/sell/products", "/sell/products/new", "/sell/profile", "/sell/profile/change", "/sell/stories" }
            .Select(a => ($"GET {a} -", new Attempt(a))),
        ($"GET {Month} -", new(Statement)),
        ($"GET {Month} File", new(Statement)),
        ($"GET {Month}/fees -", new(Statement + "/fees")),
        ($"GET {Order} Draft", new(side => $"/sell/orders/{side.Packed.Code}")),
        ("GET /sell/orders/files -", new("/sell/orders/files")),
        ("GET /sell/orders/files File", new("/sell/orders/files?from=2026-11-01&to=2026-11-30")),
        ("GET /sell/money/stripe Back", new("/sell/money/stripe?handler=Back") { Answer = 302 }),
        ("GET /sell/desk -", new("/sell/desk") { Answer = 302 }),
        .. new[] { "", "/decline", "/ship", "/slip" }.Select(a => ($"GET {Order}{a} -", new Attempt(side => $"/sell/orders/{side.ToPack.Code}{a}"))),
        .. new[] { "", "/ahead", "/contents", "/edit", "/origin", "/sizes", "/stock", "/vat" }.Select(a => ($"GET {Product}{a} -", new Attempt(side => $"/sell/products/{side.Live}{a}"))),
        ($"GET {Product}/sizes/{{size}} -", new(side => $"/sell/products/{side.Live}/sizes/{side.LiveSize}")),
        ("GET /sell/certificates/{id:guid} -", new(side => "/sell/certificates/" + side.Certificate)),
        ("GET /sell/certificates/{id:guid}/paper -", new(side => $"/sell/certificates/{side.Certificate}/paper")),
        ("GET /sell/photos/{id:guid} -", new(side => $"/sell/photos/{side.Photo}")),
        ($"GET {Product}/{In} -", new(side => $"/sell/products/{side.Live}/languages/fr")),
        ("GET /sell/stories/{id:guid}/" + In + " -", new(side => $"/sell/stories/{side.StoryDraft}/languages/fr")),
        ("GET /sell/profile/" + In + " -", new("/sell/profile/languages/fr")),
        ($"GET {Photos} -", new(side => $"/sell/products/{side.Live}/photos")),
        ("GET /sell/stories/{id:guid} -", new(side => $"/sell/stories/{side.StoryDraft}")),
        .. new[] { "preview", "preview/page", "text" }.Select(a => ($"GET {Story}/{a} -", new Attempt(side => $"/sell/stories/{side.StoryDraft}/{a}"))),
        ($"GET {Story}/blocks/{Place} -", new(side => $"/sell/stories/{side.StoryDraft}/blocks/0")),
        ($"GET {Story}/pictures/{Place} -", new(side => $"/sell/stories/{side.StoryDraft}/pictures/1")),
        ("GET /sell/stories/{id:guid}/voices -", new(side => $"/sell/stories/{side.LiveStory}/voices")),
        ("GET /sell/stories/{id:guid}/consents -", new(side => $"/sell/stories/{side.LiveStory}/consents")),
        ("GET /sell/voices/{id:guid} -", new(side => $"/sell/voices/{side.Voice}")),
        ("GET /sell/voices/{id:guid} Sound", new(side => $"/sell/voices/{side.Voice}?handler=Sound")),
    ];

    private static (string, string)[] Certificate(Side side) =>
    [
        ("Form.Kind", "VietGap"), ("Form.NameVi", "VietGAP"), ("Form.Number", "7/GCN"), ("Form.IssuerVi", "Sở Nông nghiệp"), ("Form.Issued", "2026-02-01"), ("Form.Expires", "2028-01-31"), ("Form.Stars", ""),
        ("Form.Products", side.Live.ToString()),
    ];

    private const string Story = "/sell/stories/{id:guid}";
    private const string Place = "{place:int:min(0)}";
    private const string Month = "/sell/money/{month:length(7)}";
    private const string In = "languages/{language:length(2)}";
    private const string Statement = "/sell/money/2026-11";
    private const string Member = "/sell/income/{id:guid}";
    private const string Further = "GHN7K2PB4";
    private const string Order = "/sell/orders/{code:length(1,40)}";
    private const string Product = "/sell/products/{id:guid}";
    private const string Photos = "/sell/{kind:regex(^(products|stories|makers|cooperatives|lots)$)}/{id:guid}/photos";

    private static IEnumerable<(string, Attempt)> Orders =>
    [
        ("POST /sell/money/cash Look", new("/sell/money/cash") { Answer = 200, Files = () => [new("Upload", "doi-soat.csv", [.. "Mã vận đơn,Tiền thu hộ,Phí,Thực nhận\nGHN7K2P9D,1000,100,900"u8], "text/csv")], Changes = false }),
        ("POST /sell/money/cash Call", new("/sell/money/cash") { Typed = (_, _) => [("calls", "true")] }),
        ("POST /sell/money/cash Take", new("/sell/money/cash") { Typed = (_, side) => [("List", $"tracking\tcod\tfee\tnet\n{side.Shipped.Code}\t1000\t100\t900")] }),
        // Nobody listens where the card gateway should be: whoever goes there learns that it can't be reached.
        ("POST /sell/money/stripe -", new("/sell/money/stripe") { Before = (world, side) => StandsAsync(world, side, ConnectState.Refused) }),
        ("POST /sell/money/stripe End", new("/sell/money/stripe") { Before = (world, side) => StandsAsync(world, side, ConnectState.Open) }),
        ("POST /sell -", new("/sell") { Typed = (_, side) => [("done", side.ToPack.Part)] }),
        ("POST /sell Undo", new("/sell") { Typed = (_, side) => [("part", side.Packed.Part)] }),
        ("POST /sell/desk -", new("/sell/desk") { Page = (_, _) => "/sell", Typed = (_, side) => [("desk", side.Coop.Slug)], Changes = false }),
        ($"POST {Order} Accept", new(side => "/sell/orders/" + side.ToAccept.Code)),
        ($"POST {Order} Pack", new(side => "/sell/orders/" + side.ToPack.Code)),
        ($"POST {Order} Unpack", new(side => "/sell/orders/" + side.Packed.Code)),
        ($"POST {Order} Deliver", new(side => "/sell/orders/" + side.Shipped.Code)),
        ($"POST {Order} Refuse", new(side => "/sell/orders/" + side.Shipped.Code)),
        ($"POST {Order} TakeOff", new(side => "/sell/orders/" + side.Shipped.Code) { Before = FurtherAsync, Typed = (_, _) => [("number", Further)] }),
        ($"POST {Order}/ship -", new(side => $"/sell/orders/{side.Packed.Code}/ship") { Typed = (_, _) => [("Form.Carrier", "Ghn"), ("Form.Number", "GHN7K2P9D")] }),
        ($"GET {Order}/refund -", new(side => $"/sell/orders/{side.Delivered.Code}/refund")),
        ($"POST {Order}/refund -", new(side => $"/sell/orders/{side.Delivered.Code}/refund") { Typed = (_, side) => [("Form.What", side.Delivered.Line), ("Form.Amount", "1.000"), ("Form.Sure", "1000"), ("Form.Reason", "Một hũ bị vỡ")] }),
        ($"POST {Order} Lost", new(side => "/sell/orders/" + side.Shipped.Code)),
        ($"GET {Order}/returns/{{id}} -", new(side => $"/sell/orders/{side.Delivered.Code}/returns/{side.Returning}")),
        ($"POST {Order}/returns/{{id}} Agree", new(side => $"/sell/orders/{side.Delivered.Code}/returns/{side.Returning}")),
        ($"POST {Order}/returns/{{id}} Refuse", new(side => $"/sell/orders/{side.Delivered.Code}/returns/{side.Returning}") { Typed = (_, _) => [("Form.Words", "Hũ đã mở")] }),
        ($"POST {Order}/returns/{{id}} Back", new(side => $"/sell/orders/{side.Delivered.Code}/returns/{side.Returning}") { Before = AgreeAsync }),
        ($"POST {Order}/decline -", new(side => $"/sell/orders/{side.ToPack.Code}/decline") { Typed = (_, side) => [("Form.Line", side.ToPack.Line), ("Form.Quantity", "1"), ("Form.Sure", "185000"), ("Form.Reason", "Một hũ bị vỡ")] }),
    ];

    // Where the world is not made anew between the attempts it is there already.
    private static async Task<(string, string)[]> FurtherAsync(World world, Side side)
    {
        await world.Market.SendAsync(new SendFurtherParcel.Command(Actor.Of(side.Coop.Manager, ""), side.Coop.Id, SellerOrderId.From(Guid.Parse(side.Shipped.Part)), Carrier.Ghn, Further, []));
        return [];
    }

    private static async Task<(string, string)[]> AheadAsync(World world, Side side)
    {
        await world.Market.SendAsync(new SellAhead.Command(
            Actor.Of(side.Coop.Manager, ""), side.Coop.Id, side.Live, new Dictionary<string, string?> { [side.LiveSize.ToString()] = "5" }, AheadFactory.June.From, AheadFactory.June.To, AheadFactory.Until));
        return [];
    }

    private static async Task<(string, string)[]> StandsAsync(World world, Side side, ConnectState state)
    {
        await world.Market.InDbAsync(db => db.Set<ConnectedAccount>().Where(a => a.Cooperative == side.Coop.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.State, state).SetProperty(a => a.Account, state == ConnectState.Open ? "acct_" + side.Mark : "")));
        return [];
    }

    private static async Task<(string, string)[]> AgreeAsync(World world, Side side)
    {
        // Set, not sent: where the world is not made anew between the attempts, another may have answered already.
        await world.Market.InDbAsync(db => db.Set<Return>().Where(r => r.Id == side.Returning).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReturnState.Agreed).SetProperty(r => r.EndedAt, (DateTimeOffset?)null)));
        return [];
    }

    private static IEnumerable<(string, Attempt)> Products =>
    [
        ("POST /sell/products/new -", new("/sell/products/new") { Typed = (world, _) => [("Form.NameVi", "Mật ong rừng"), ("Form.Category", world.Category)] }),
        ($"POST {Product} Abroad", new(side => "/sell/products/" + side.Draft) { Typed = (_, _) => [("abroad", "true")], Changes = false }),
        ($"POST {Product} Submit", new(side => "/sell/products/" + side.Draft)),
        ($"POST {Product} Withdraw", new(side => "/sell/products/" + side.Live)),
        ($"POST {Product} PutBack", new(side => "/sell/products/" + side.Withdrawn)),
        ($"POST {Product}/edit -", new(side => $"/sell/products/{side.Live}/edit") { Typed = (_, _) => [("Form.LineVi", "Ủ 45 ngày.")] }),
        ($"POST {Product}/edit Keep", new(side => $"/sell/products/{side.Draft}/edit") { Typed = (_, _) => [("Form.LineVi", "Ủ 45 ngày.")], Answer = 200 }),
        ($"POST {Product}/origin -", new(side => $"/sell/products/{side.Live}/origin") { Typed = (_, side) => [("Form.Maker", side.Maker.ToString()), ("Form.Village", "Bản Bẹ")] }),
        ($"POST {Product}/origin Keep", new(side => $"/sell/products/{side.Draft}/origin") { Typed = (_, side) => [("Form.Maker", side.Maker.ToString()), ("Form.Village", "Bản Bẹ")], Answer = 200 }),
        ("POST /sell/certificates/new -", new("/sell/certificates/new") { Typed = (_, side) => Certificate(side), Files = () => [new("Form.Paper", "giay.pdf", [.. "%PDF-1.7"u8], "application/pdf")] }),
        ("POST /sell/certificates/{id:guid} -", new(side => "/sell/certificates/" + side.Certificate) { Typed = (_, side) => Certificate(side), Files = () => [new("Form.Paper", "giay.pdf", [.. "%PDF-1.7"u8], "application/pdf")] }),
        ("POST /sell/certificates/{id:guid} Withdraw", new(side => "/sell/certificates/" + side.Certificate)),
        ($"POST {Product}/contents -", new(side => $"/sell/products/{side.Live}/contents") { Typed = (_, _) => [("Form.IngredientsVi", "Tỏi, vừng"), ("Form.Allergens", "Sesame"), ("Form.NoAllergens", "false")] }),
        ($"POST {Product}/vat -", new(side => $"/sell/products/{side.Live}/vat") { Typed = (_, _) => [("Form.Vat", "Most")] }),
        ($"POST {Product}/{In} -", new(side => $"/sell/products/{side.Live}/languages/fr") { Typed = (_, _) => [("Form.Name", "Ail noir"), ("Form.Origin", "Checked")] }),
        ($"POST {Product}/sizes -", new(side => $"/sell/products/{side.Live}/sizes") { Typed = (_, _) => [("Form.ToOrder", "true"), ("Form.Days", "5")] }),
        ($"POST {Product}/sizes Offer", new(side => $"/sell/products/{side.Draft}/sizes") { Before = SecondSizeAsync, Typed = (_, side) => [("size", side.DraftSize.ToString()), ("offered", "false")] }),
        ($"POST {Product}/sizes/{{size}} -", new(side => $"/sell/products/{side.Live}/sizes/{side.LiveSize}") { Typed = (_, _) => [("Form.Price", "199.000")] }),
        ($"POST {Product}/ahead -", new(side => $"/sell/products/{side.Live}/ahead") { Typed = (_, side) => [($"Form.Quota[{side.LiveSize}]", "5"), ("Form.From", "2027-06-05"), ("Form.To", "2027-06-20"), ("Form.Until", "2027-05-31")] }),
        ($"POST {Product}/ahead End", new(side => $"/sell/products/{side.Live}/ahead") { Before = AheadAsync }),
        ($"POST {Product}/stock -", new(side => $"/sell/products/{side.Live}/stock") { Typed = (_, side) => [("Form.Variant", side.LiveSize.ToString()), ("Form.Cause", "Received"), ("Form.Quantity", "5"), ("Form.Reason", "mẻ mới")] }),
    ];

    private static IEnumerable<(string, Attempt)> Telling =>
    [
        ("POST /sell/photos/{id:guid} -", new(side => $"/sell/photos/{side.Photo}") { Typed = (_, _) => [("Form.Vi", "Củ tỏi trên mẹt")] }),
        ("POST /sell/photos/{id:guid} Focus", new(side => $"/sell/photos/{side.Photo}") { Typed = (_, _) => [("spot", "17,83")] }),
        ("POST /sell/photos/{id:guid} Move", new(side => $"/sell/photos/{side.Photo}") { Typed = (_, _) => [("places", "1")] }),
        ("POST /sell/photos/{id:guid} Remove", new(side => $"/sell/photos/{side.Photo}")),
        ("POST /sell/photos/{id:guid} PutBack", new(side => $"/sell/photos/{side.RemovedPhoto}") { Page = (_, side) => $"/sell/products/{side.Live}/photos" }),
        ($"POST {Photos} -", new(side => $"/sell/products/{side.Live}/photos") { Files = () => [new("Form.Files", "toi.jpg", PhotosFactory.Jpeg(), "image/jpeg")] }),
        ("GET /sell/reviews -", new("/sell/reviews")),
        ("POST /sell/reviews Answer", new("/sell/reviews") { Typed = (_, side) => [("Form.Review", side.Review.ToString()), ("Form.Words", "Cảm ơn")] }),
        ("POST /sell/reviews Translate", new("/sell/reviews") { Typed = (_, side) => [("Form.Review", side.Review.ToString()), ("Form.Language", "en"), ("Form.Words", "Tasty")] }),
        ("POST /sell/reviews Report", new("/sell/reviews") { Typed = (_, side) => [("Form.Review", side.Review.ToString()), ("Form.Reason", "Untrue"), ("Form.Words", "Không phải")] }),
        ("POST /sell/stories -", new("/sell/stories")),
        ("POST /sell/stories/{id:guid} -", new(side => $"/sell/stories/{side.StoryDraft}") { Typed = (_, side) => [("Form.TitleVi", "Tên khác"), ("Form.Products", side.Live.ToString()), ("Form.Maker", side.Maker.ToString())] }),
        ("POST /sell/stories/{id:guid} Keep", new(side => $"/sell/stories/{side.StoryDraft}") { Typed = (_, side) => [("Form.TitleVi", "Tên khác"), ("Form.Products", side.Live.ToString())], Answer = 200 }),
        ($"POST {Story} Arrange", new(side => $"/sell/stories/{side.StoryDraft}") { Typed = (_, _) => [("Form.Change", "Add-Text")] }),
        ($"POST {Story}/text -", new(side => $"/sell/stories/{side.StoryDraft}/text") { Typed = (_, _) => [("Form.BodyVi", "Bài khác")] }),
        ($"POST {Story}/text Keep", new(side => $"/sell/stories/{side.StoryDraft}/text") { Typed = (_, _) => [("Form.BodyVi", "Bài khác nữa")], Answer = 200 }),
        ($"POST {Story}/blocks/{Place} -", new(side => $"/sell/stories/{side.StoryDraft}/blocks/0") { Typed = (_, _) => [("Form.Words", "Chữ khác")] }),
        ($"POST {Story}/blocks/{Place} Keep", new(side => $"/sell/stories/{side.StoryDraft}/blocks/0") { Typed = (_, _) => [("Form.Words", "Chữ khác nữa")], Answer = 200 }),
        ($"POST {Story}/pictures/{Place} -", new(side => $"/sell/stories/{side.StoryDraft}/pictures/1")
        {
            Typed = (_, _) => [("Form.Caption", "Bên bếp")], Files = () => [new("Form.File", "toi.jpg", PhotosFactory.Jpeg(), "image/jpeg")],
        }),
        ($"POST {Story}/pictures/{Place} Keep", new(side => $"/sell/stories/{side.StoryDraft}/pictures/1") { Typed = (_, _) => [("Form.Caption", "Bên bếp lửa")], Answer = 200 }),
        ("POST /sell/stories/{id:guid}/voices -", new(side => $"/sell/stories/{side.StoryDraft}/voices") { Files = () => [new("Form.File", "voice.webm", Sounds.Read("hum.webm"), "audio/webm")] }),
        ("POST /sell/stories/{id:guid}/consents -", new(side => $"/sell/stories/{side.LiveStory}/consents")
        {
            Typed = (_, side) => [("Form.About", side.LiveStory.ToString()), ("Form.Who", "Bản Phụ Mẫu"), ("Form.WhatFor", "Chị em trong bản"), ("Form.Way", "BySpeech"), ("Form.GivenOn", "2026-11-01")],
        }),
        ("POST /sell/stories/{id:guid}/consents Withdraw", new(side => $"/sell/stories/{side.LiveStory}/consents") { Typed = (_, side) => [("consent", side.Consent.ToString())] }),
        ("POST /sell/consents Withdraw", new(side => $"/sell/consents?id={side.LiveStory}") { Typed = (_, side) => [("consent", side.Consent.ToString())] }),
        ("POST /sell/voices/{id:guid} -", new(side => $"/sell/voices/{side.Voice}") { Typed = (_, _) => [("Form.Who", "Bà Inh"), ("Form.Language", "mtq"), ("Form.Lines", "00:00.000 --> 00:01.000\nMột câu")] }),
        ("POST /sell/voices/{id:guid} Remove", new(side => $"/sell/voices/{side.Voice}")),
        ("POST /sell/stories/{id:guid} Publish", new(side => $"/sell/stories/{side.StoryDraft}")),
        ("POST /sell/stories Delete", new("/sell/stories") { Page = (_, side) => $"/sell/stories/{side.StoryDraft}", Typed = (_, side) => [("id", side.StoryDraft.ToString())] }),
        ("POST /sell/stories/{id:guid} Withdraw", new(side => $"/sell/stories/{side.LiveStory}")),
        ("POST /sell/stories/{id:guid}/" + In + " -", new(side => $"/sell/stories/{side.StoryDraft}/languages/fr") { Typed = (_, _) => [("Form.Title", "Trois semaines"), ("Form.Origin", "Written")] }),
        ("POST /sell/profile/" + In + " -", new("/sell/profile/languages/fr") { Typed = (_, _) => [("Form.Line", "Ail noir"), ("Form.Origin", "MachineDraft")] }),
        ("POST /sell/makers -", new("/sell/makers") { Page = (_, side) => "/sell/makers?maker=" + side.Maker, Typed = (_, _) => [("Form.Village", "Bản Bẹ"), ("Form.Agreed", "true")] }),
        ("POST /sell/makers Off", new("/sell/makers") { Typed = (_, side) => [("maker", side.Maker.ToString())] }),
        ("POST /sell/profile -", new("/sell/profile") { Typed = (_, _) => [("Form.Line", "Tỏi đen ủ tay")] }),
    ];

    private static IEnumerable<(string, Attempt)> Cooperative =>
    [
        ("POST /sell/members Invite", new("/sell/members") { Typed = (_, side) => [("Form.Contact", $"nua-{side.Mark.ToLowerInvariant()}@thu.test"), ("Form.Role", "Packer")] }),
        ("POST /sell/members Withdraw", new("/sell/members") { Typed = (_, side) => [("invitation", side.Invitation.ToString())] }),
        ("POST /sell/members Role", new("/sell/members") { Typed = (_, side) => [("member", side.Packer.ToString()), ("role", "Storyteller")] }),
        ("POST /sell/members Remove", new("/sell/members") { Typed = (_, side) => [("member", side.Packer.ToString())] }),
        ("POST /sell/members Leave", new("/sell/members") { Owner = (_, side) => side.Packer }),
        ("POST /sell/closing -", new("/sell/closing") { Typed = (_, _) => [("Form.From", "2027-04-01"), ("Form.To", "2027-04-03")] }),
        ("GET /sell/delivery/{zone} -", new("/sell/delivery/vietnam")),
        ("POST /sell/delivery/{zone} -", new("/sell/delivery/vietnam") { Typed = (_, _) => [("Form.DaysMax", "9")] }),
        ("POST /sell/delivery PickUp", new("/sell/delivery") { Before = PickUpAsync, Typed = (_, _) => [("offer", "false")] }),
        ("POST /sell/delivery Choose", new("/sell/delivery") { Before = OwnPricesAsync, Typed = (_, _) => [("own", "false")] }),
        ("POST /sell/complaints Side", new("/sell/complaints") { Before = WaitsAsync, Typed = (_, side) => [("Form.Complaint", side.Complaint.ToString()), ("Form.Words", "Hũ gói hai lớp")] }),
        ("POST /sell/data -", new("/sell/data") { Answer = 200, Changes = false }),
        ("POST /sell/closing Cancel", new("/sell/closing") { Typed = (_, side) => [("closure", side.Closure.ToString())] }),
        ("POST /sell/profile/change -", new("/sell/profile/change") { Typed = (_, _) => [("Form.BankAccount", "7900205999999")] }),
    ];

    private static IEnumerable<(string, Attempt)> Income =>
    [
        ("GET /sell/income -", new("/sell/income")),
        ($"GET {Member} -", new(side => $"/sell/income/{side.Member}")),
        ($"GET {Member}/slip -", new(side => $"/sell/income/{side.Member}/slip")),
        ("GET /sell/income/member/{id:guid?} -", new(side => $"/sell/income/member/{side.Member}")),
        ("POST /sell/income/member/{id:guid?} -", new(side => $"/sell/income/member/{side.Member}") { Typed = (_, _) => [("Form.Name", "Lò Thị Nghiên")] }),
        ($"POST {Member} Pay", new(side => $"/sell/income/{side.Member}") { Typed = (_, _) => [("Form.Amount", "20.000"), ("Form.Way", "Cash"), ("Form.IsAdvance", "true")] }),
        ($"POST {Member} Confirm", new(side => $"/sell/income/{side.Member}") { Typed = (_, side) => [("payment", side.Payment.ToString()), ("Word", side.PaymentCode)] }),
        ($"POST {Member} Witness", new(side => $"/sell/income/{side.Member}") { Typed = (_, side) => [("payment", side.Payment.ToString())] }),
        ($"POST {Member} Withdraw", new(side => $"/sell/income/{side.Member}") { Typed = (_, side) => [("payment", side.Payment.ToString())] }),
        ($"POST {Member} Pause", new(side => $"/sell/income/{side.Member}") { Typed = (_, _) => [("back", "false")] }),
        ($"POST {Member}/slip -", new(side => $"/sell/income/{side.Member}/slip")),
        ($"GET {Product}/sharing -", new(side => $"/sell/products/{side.Live}/sharing")),
        ($"POST {Product}/sharing -", new(side => $"/sell/products/{side.Live}/sharing") { Typed = (_, side) => [("Form.Rows[0].Member", side.Member.ToString()), ("Form.Rows[0].Parts", "4")] }),
    ];

    // Where the world is not made anew between the attempts it may be so already.
    private static async Task<(string, string)[]> KeepAsync(World world, Side side, bool keep)
    {
        var manager = Actor.Of(side.Coop.Manager, "");
        await world.Market.SendAsync(keep ? new KeepByLot.Command(manager, side.Coop.Id, side.Lot) : (ICommand)new StopKeepingByLot.Command(manager, side.Coop.Id, side.Lot));
        return [];
    }

    private const string Lot = "/sell/lots/{id:guid}";

    private static IEnumerable<(string, Attempt)> Lots =>
    [
        ("GET /sell/lots/new/{product:guid?} -", new(side => $"/sell/lots/new/{side.Live}")),
        ("POST /sell/lots/new/{product:guid?} -", new(side => $"/sell/lots/new/{side.Live}") { Typed = (_, _) => [("Form.Amount", "40 kg")] }),
        .. new[] { "", "/edit" }.Select(a => ($"GET {Lot}{a} -", new Attempt(side => $"/sell/lots/{side.Lot}{a}"))),
        ($"POST {Lot}/edit -", new(side => $"/sell/lots/{side.Lot}/edit") { Typed = (_, side) => [("Form.Amount", "41 kg"), ("Form.Maker", side.Maker.ToString())] }),
        .. new[] { "/buyers", "/labels", "/recall" }.Select(a => ($"GET {Lot}{a} -", new Attempt(side => $"/sell/lots/{side.Lot}{a}"))),
        ($"GET {Lot}/buyers File", new(side => $"/sell/lots/{side.Lot}/buyers?handler=file")),
        ($"POST {Lot}/recall -", new(side => $"/sell/lots/{side.Bad}/recall") { Typed = (_, _) => [("Form.Reason", "Nắp không kín")] }),
        ($"POST {Lot} Close", new(side => $"/sell/lots/{side.Lot}")),
        ($"POST {Lot} Reopen", new(side => $"/sell/lots/{side.UsedUp}")),
        ($"POST {Lot} Keep", new(side => $"/sell/lots/{side.Lot}") { Before = (world, side) => KeepAsync(world, side, false) }),
        ($"POST {Lot} StopKeeping", new(side => $"/sell/lots/{side.Lot}") { Before = (world, side) => KeepAsync(world, side, true) }),
        ($"POST {Lot} Stock", new(side => $"/sell/lots/{side.Lot}") { Before = (world, side) => KeepAsync(world, side, true), Typed = (_, _) => [("Form.Quantity", "3")] }),
        ($"GET {Order}/lots -", new(side => $"/sell/orders/{side.ToPack.Code}/lots")),
        ($"POST {Order}/lots -", new(side => $"/sell/orders/{side.ToPack.Code}/lots") { Typed = (_, side) => [($"Form.Pieces[{side.ToPack.Line}:{side.Lot}]", "1")] }),
    ];

    private static async Task<(string, string)[]> PickUpAsync(World world, Side side)
    {
        (await world.Market.SendAsync(new OfferPickUp.Command(Actor.Of(side.Coop.Manager, ""), side.Coop.Id, true))).IsDone.ShouldBeTrue();
        return [];
    }

    private static async Task<(string, string)[]> OwnPricesAsync(World world, Side side)
    {
        var own = new SetDeliveryPrices.Command(Actor.Of(side.Coop.Manager, ""), side.Coop.Id, Zone.Vietnam, [new() { UpTo = "1000", Price = "30000" }], "2", "4", Stop: false);
        (await world.Market.SendAsync(own)).IsDone.ShouldBeTrue();
        return [];
    }

    private static async Task<(string, string)[]> SecondSizeAsync(World world, Side side)
    {
        var form = DeskOf.Jar;
        form.NameVi = "hũ 500 g";
        form.Net = "500";
        (await new DeskOf(world.Market, side.Coop).SaveAsync(side.Draft, form)).IsDone.ShouldBeTrue();
        return [];
    }

    private static async Task<(string, string)[]> WaitsAsync(World world, Side side)
    {
        await world.Market.PutBackAsync(side.Complaint, ComplaintState.Received);
        return [];
    }
}
