using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Complaints;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Settlement.Payouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>How the admins' pages are used.</summary>
internal static class OfficeAttempts
{
    private const string Line = "/admin/payments/lines/{id}";
    private const string SentBack = "/admin/orders/{code}/returns/{id}";
    private const string Run = "/admin/payouts/{code}";
    private const string Payout = "/admin/payouts/{code}/{position:int}";
    private const string Person = "/admin/people/{person:guid}";
    private const string Product = "/admin/products/{id:guid}";
    private const string Certificate = "/admin/certificates/{id:guid}";
    private const string Complaint = "/admin/complaints/{id:guid}";
    private const string Seller = "/admin/sellers/{id}";

    public static IEnumerable<(string Route, Attempt Attempt)> All => [.. Reading, .. Money, .. People, .. Goods, .. Sellers];

    private static IEnumerable<(string, Attempt)> Reading =>
    [
        .. new[] { "/admin", "/admin/audit", "/admin/certificates", "/admin/complaints", "/admin/ledger", "/admin/ledger/journal", "/admin/orders", "/admin/outbox", "/admin/payments", "/admin/payments/cash", "/admin/payments/exchanges", "/admin/payments/record", "/admin/payments/statements", "/admin/payouts", "/admin/people", "/admin/people/new", "/admin/products", "/admin/rates", "/admin/reviews", "/admin/rules", "/admin/rules/block", "/admin/rules/cash", "/admin/rules/categories", "/admin/rules/delivery", "/admin/rules/fee", "/admin/rules/keeping", "/admin/rules/vat", "/admin/rules/withholding", "/admin/rules/words", "/admin/sellers", "/admin/stories", "/admin/taxes" }
            .Select(a => ($"GET {a} -", new Attempt(a))),
        ("GET /admin/lots -", new("/admin/lots")),
        ("GET /admin/lots/{id:guid} -", new(side => "/admin/lots/" + side.Lot)),
        ("POST /admin/lots/{id:guid} -", new(side => "/admin/lots/" + side.Bad) { Typed = (_, _) => [("Form.Reason", "Nắp không kín")] }),
        ("GET /admin/orders/{code} -", new(side => "/admin/orders/" + side.Shipped.Code)),
        ("GET /admin/orders/{code}/address -", new(side => $"/admin/orders/{side.Stale.Code}/address")),
        ($"GET {SentBack} -", new(side => $"/admin/orders/{side.Delivered.Code}/returns/{side.Returning}")),
        ("GET /admin/orders/files -", new("/admin/orders/files")),
        ("GET /admin/orders/files File", new("/admin/orders/files?from=2026-11-01&to=2026-11-30")),
        ("GET /admin/taxes File", new("/admin/taxes?month=2026-11")),
        ("GET /admin/ledger File", new("/admin/ledger")),
        ("GET /admin/ledger/journal File", new("/admin/ledger/journal")),
        ("GET /admin/payments/cards/{id} -", new((_, _) => "/admin/payments/cards/" + World.OddMessage)),
        ("GET /admin/payments/moves/{name} -", new((_, _) => "/admin/payments/moves/" + World.OddMove)),
        ($"GET {Line} -", new((world, _) => "/admin/payments/lines/" + world.Money)),
        ($"GET {Line}/carrier -", new((world, _) => $"/admin/payments/lines/{world.Money}/carrier")),
        ("GET /admin/payments/cash/{part:guid} -", new(side => "/admin/payments/cash/" + side.Shipped.Part) { Before = CarriedAsync }),
        ("GET /admin/payments/refunds/{id} -", new((world, _) => "/admin/payments/refunds/" + world.Refund)),
        ("GET /admin/payments/statements/{id} -", new((world, _) => "/admin/payments/statements/" + world.Statement)),
        ($"GET {Run} -", new((world, _) => "/admin/payouts/" + world.SentRun)),
        ($"GET {Run} File", new((world, _) => "/admin/payouts/" + world.SentRun)),
        ($"GET {Payout} -", new((world, _) => $"/admin/payouts/{world.SentRun}/1")),
        ($"GET {Payout}/back -", new((world, _) => $"/admin/payouts/{world.TransferredRun}/1/back")),
        ($"GET {Person} -", new((world, _) => "/admin/people/" + world.Somebody)),
        ($"GET {Certificate} -", new(side => "/admin/certificates/" + side.Certificate)),
        ($"GET {Certificate}/paper -", new(side => $"/admin/certificates/{side.Certificate}/paper")),
        ($"GET {Product} -", new(side => "/admin/products/" + side.InReview)),
        ("GET /admin/reviews/photos/{photo} -", new(side => "/admin/reviews/photos/" + side.ReviewPhoto) { Before = KeepMasterAsync }),
        ($"GET {Seller} -", new(side => "/admin/sellers/" + side.Waiting)),
        ($"GET {Seller}/papers/{{paper:guid}} -", new(side => $"/admin/sellers/{side.Waiting}/papers/{side.WaitingPaper}")),
    ];

    private static IEnumerable<(string, Attempt)> Money =>
    [
        ("POST /admin/outbox -", new("/admin/outbox") { Typed = (world, _) => [("message", world.ParkedMessage.ToString())] }),
        ("POST /admin/payments/cards/{id} -", new((_, _) => "/admin/payments/cards/" + World.OddMessage) { Typed = (_, _) => [("Form.Note", "Đã đối chiếu")] }),
        ("POST /admin/payments/moves/{name} -", new((_, _) => "/admin/payments/moves/" + World.OddMove) { Typed = (_, _) => [("Form.Note", "Bán ở hội chợ")] }),
        ("POST /admin/payments/exchanges -", new("/admin/payments/exchanges") { Before = ChargedAbroadAsync, Typed = (_, _) => [("Form.Currency", "EUR"), ("Form.Amount", "5,00"), ("Form.Dong", "140.000")] }),
        ("POST /admin/rates -", new("/admin/rates") { Typed = (_, _) => [("Form.Currency", "EUR"), ("Form.Day", "2026-11-23"), ("Form.Rate", "29.876,54")] }),
        ("POST /admin/rates Margin", new("/admin/rates") { Typed = (_, _) => [("Percent", "2,5")] }),
        ($"POST {Line} Assign", new((world, _) => "/admin/payments/lines/" + world.Money) { Typed = (_, side) => [("Form.Code", side.Unpaid.Code)] }),
        ($"POST {Line} Cards", new((world, _) => "/admin/payments/lines/" + world.Money) { Before = ChargedAsync, Typed = (_, _) => [("Form.Kept", "0")] }),
        ($"POST {Line} Explain", new((world, _) => "/admin/payments/lines/" + world.Outgoing) { Typed = (_, _) => [("Form.Note", "Phí ngân hàng")] }),
        ($"POST {Line} Payout", new((world, _) => "/admin/payments/lines/" + world.PaidRun.Line) { Typed = (world, _) => [("Form.Run", world.PaidRun.Code), ("Form.Position", "1")] }),
        ($"POST {Line} Return", new((world, _) => "/admin/payments/lines/" + world.Money)),
        ($"POST {Line} Same", new((world, _) => "/admin/payments/lines/" + world.Money) { Typed = (world, _) => [("Form.Same", world.Alike.ToString())] }),
        ($"POST {Line} TakeBack", new((world, _) => "/admin/payments/lines/" + world.Outgoing) { Typed = (_, _) => [("Form.Reference", "FT4")] }),
        ($"POST {Line} Tax", new((world, _) => "/admin/payments/lines/" + world.Outgoing) { Before = WithheldAsync, Typed = (_, _) => [("Form.TaxMonth", "2026-11")] }),
        ($"POST {Line}/carrier Look", new((world, _) => $"/admin/payments/lines/{world.Money}/carrier") { Before = CarriedAsync, Files = () => [new("Upload", "doi-soat.csv", [.. "tracking,cod,fee,net\nX1,1000,100,900"u8], "text/csv")], Answer = 200, Changes = false }),
        ($"POST {Line}/carrier Take", new((world, _) => $"/admin/payments/lines/{world.Money}/carrier") { Before = CarriedAsync, Typed = (_, side) => [("List", $"tracking\tcod\tfee\tnet\n{side.Shipped.Code}\t1000\t100\t900")] }),
        ("POST /admin/payments/cash/{part:guid} -", new(side => "/admin/payments/cash/" + side.Shipped.Part) { Before = CarriedAsync, Typed = (_, _) => [("Note", "Hãng từ chối")] }),
        ("POST /admin/payments/record -", new("/admin/payments/record") { Typed = (_, side) => [("Form.Reference", "FT9"), ("Form.Amount", "370.000"), ("Form.Text", side.Unpaid.Code), ("Form.Day", "2026-11-23")] }),
        ("POST /admin/payments/refunds/{id} -", new((world, _) => "/admin/payments/refunds/" + world.Refund) { Typed = (_, _) => [("Form.Reference", "TRA1")] }),
        ("POST /admin/payments/refunds/{id} Agree", new((world, _) => "/admin/payments/refunds/" + world.Refund) { Before = (world, _) => RefundAsync(world, set => set.SetProperty(r => r.Amount.Minor, 9_000_000)) }),
        ("POST /admin/payments/refunds/{id} Retry", new((world, _) => "/admin/payments/refunds/" + world.Refund) { Before = (world, _) => RefundAsync(world, set => set.SetProperty(r => r.RefusedFor, "charge_disputed")) }),
        ("POST /admin/payments/statements -", new("/admin/payments/statements") { Files = () => [new("Upload", "sao-ke.csv", [.. World.StatementFile], "text/csv")] }),
        ("POST /admin/payments/statements/{id} Import", new((world, _) => "/admin/payments/statements/" + world.Statement)),
        ("POST /admin/payments/statements/{id} Discard", new((world, _) => "/admin/payments/statements/" + world.Statement)),
        ("POST /admin/payouts -", new("/admin/payouts")),
        ($"POST {Run} Approve", new((world, _) => "/admin/payouts/" + world.DraftedRun)),
        ($"POST {Run} LeaveOut", new((world, _) => "/admin/payouts/" + world.DraftedRun)),
        ($"POST {Run} Paid", new((world, _) => "/admin/payouts/" + world.SentRun) { Typed = (_, _) => [("Form.Reference", "FT70")] }),
        ($"POST {Payout} Paid", new((world, _) => $"/admin/payouts/{world.SentRun}/1") { Typed = (_, _) => [("Form.Reference", "FT71")] }),
        ($"POST {Payout} Failed", new((world, _) => $"/admin/payouts/{world.SentRun}/1") { Typed = (_, _) => [("Form.Reason", "Sai số tài khoản")] }),
        ($"POST {Payout}/back -", new((world, _) => $"/admin/payouts/{world.TransferredRun}/1/back") { Typed = (_, _) => [("Form.Amount", "10.000"), ("Form.Reason", "Khách trả hàng")] }),
        ($"POST {Payout}/back Agree", new((world, _) => $"/admin/payouts/{world.TransferredRun}/1/back") { Before = ProposedAsync }),
        ($"POST {Payout}/back Drop", new((world, _) => $"/admin/payouts/{world.TransferredRun}/1/back") { Before = ProposedAsync }),
        ("POST /admin/rules/fee -", new("/admin/rules/fee") { Typed = (_, _) => [("Form.Percent", "5"), ("Form.From", "2027-01-01")] }),
        ("POST /admin/rules/delivery -", new("/admin/rules/delivery") { Typed = (_, _) => [("Form.From", "2027-01-01")] }),
        ("POST /admin/rules/block -", new("/admin/rules/block") { Typed = (world, _) => [("Form.Category", world.CategorySlug), ("Form.Place", "FR"), ("Form.ReasonVi", "Cần giấy kiểm dịch"), ("Form.ReasonEn", "Needs a certificate"), ("Form.From", "2027-01-01")] }),
        ("POST /admin/rules/cash -", new("/admin/rules/cash") { Typed = (_, _) => [("Form.Carrier", "Ghn"), ("Form.PaysMarket", "true"), ("Form.From", "2027-01-01")] }),
        ("POST /admin/rules/keeping -", new("/admin/rules/keeping") { Typed = (_, _) => [("Form.Months", "24"), ("Form.From", "2027-01-01")] }),
        ("POST /admin/rules/vat -", new("/admin/rules/vat") { Typed = (_, _) => [("Form.Class", "Most"), ("Form.Percent", "9"), ("Form.From", "2027-06-01")] }),
        ("POST /admin/rules/withholding -", new("/admin/rules/withholding") { Typed = (_, _) => [("Form.Kind", "Goods"), ("Form.Vat", "1"), ("Form.Income", "0,5"), ("Form.From", "2027-06-01")] }),
        ("POST /admin/orders/{code}/address -", new(side => $"/admin/orders/{side.Stale.Code}/address") { Typed = (_, _) => ShopAttempts.Elsewhere }),
        ("POST /admin/orders/{code} Arrived", new(side => "/admin/orders/" + side.Shipped.Code) { Before = MissedAsync, Typed = (_, side) => [("part", side.Shipped.Part)] }),
        ("POST /admin/orders/{code} CallOff", new((world, _) => "/admin/orders/" + world.Halted.Code) { Typed = (world, _) => [("part", world.Halted.Parts[0].Id.ToString()), ("reason", "Hợp tác xã tạm dừng bán")] }),
        ("POST /admin/orders/{code} Link", new(side => "/admin/orders/" + side.Shipped.Code) { Changes = false }),
        ("POST /admin/orders/{code} Lost", new(side => "/admin/orders/" + side.Shipped.Code) { Before = MissedAsync, Typed = (_, side) => [("part", side.Shipped.Part)] }),
        ("POST /admin/orders/{code} Taken", new(side => "/admin/orders/" + side.Shipped.Code) { Before = RefusedAsync, Typed = (_, side) => [("part", side.Shipped.Part)] }),
        ($"POST {SentBack} Settle", new(side => $"/admin/orders/{side.Delivered.Code}/returns/{side.Returning}") { Before = LateAsync, Typed = (_, _) => [("Form.Amount", "1000"), ("Form.Why", "Hợp tác xã không trả lời")] }),
        ($"POST {SentBack} Lost", new(side => $"/admin/orders/{side.Delivered.Code}/returns/{side.Returning}") { Before = LateAsync, Typed = (_, _) => [("Form.Amount", "0"), ("Form.Why", "Bưu cục làm mất")] }),
        ("POST /admin/rules/categories -", new("/admin/rules/categories") { Typed = (_, _) => [("Form.NameVi", "Mật ong"), ("Form.NameEn", "Honey")] }),
    ];

    private static IEnumerable<(string, Attempt)> People =>
    [
        ("POST /admin/people/new -", new("/admin/people/new") { Typed = (_, _) => [("Form.FullName", "Cà Thị Ún"), ("Form.Who", "0987000111")], Answer = 200 }),
        ($"POST {Person} Code", new((world, _) => "/admin/people/" + world.Phoned) { Answer = 200 }),
        ($"POST {Person} Reopen", new((world, _) => "/admin/people/" + world.Suspended)),
        ($"POST {Person} Dismiss", new((world, _) => "/admin/people/" + world.LeavingAdmin)),
        ($"POST {Person} Suspend", new((world, _) => "/admin/people/" + world.Somebody) { Typed = (_, _) => [("Form.Reason", "Gian lận")] }),
    ];

    private static IEnumerable<(string, Attempt)> Goods =>
    [
        ("POST /admin/products Seen", new("/admin/products") { Before = EditAsync }),
        ($"POST {Product} Approve", new(side => "/admin/products/" + side.InReview)),
        ($"POST {Certificate} Confirm", new(side => "/admin/certificates/" + side.Certificate)),
        ($"POST {Certificate} Refuse", new(side => "/admin/certificates/" + side.Certificate) { Typed = (_, _) => [("Form.Reason", "Ảnh mờ")] }),
        ($"POST {Product} AllowHeld", new(side => "/admin/products/" + side.Live) { Before = PraiseAsync }),
        ($"POST {Product} RefuseHeld", new(side => "/admin/products/" + side.Live) { Before = PraiseAsync, Typed = (_, _) => [("Form.Reason", "Bỏ tên bệnh")] }),
        ("POST /admin/rules/words -", new("/admin/rules/words") { Typed = (_, _) => [("Form.Words", "trường thọ"), ("Form.Language", "vi")] }),
        ("POST /admin/stories Let", new("/admin/stories") { Before = TellAsync, Typed = (_, side) => [("story", side.LiveStory.ToString())] }),
        ($"POST {Product} Refuse", new(side => "/admin/products/" + side.InReview) { Typed = (_, _) => [("Form.Reason", "Thiếu ảnh rõ")] }),
        ($"POST {Product} TakeDown", new(side => "/admin/products/" + side.Live) { Typed = (_, _) => [("Form.Reason", "Nhãn sai")] }),
        ($"GET {Complaint} -", new(side => "/admin/complaints/" + side.Complaint)),
        ($"POST {Complaint} Answer", new(side => "/admin/complaints/" + side.Complaint) { Before = WaitsAsync, Typed = (_, _) => [("Form.Words", "Chợ đang hỏi")] }),
        ($"POST {Complaint} Extend", new(side => "/admin/complaints/" + side.Complaint) { Before = WaitsAsync, Typed = (_, _) => [("Form.Words", "Cần thêm ngày"), ("Form.Until", "2027-01-10")] }),
        ($"POST {Complaint} Settle", new(side => "/admin/complaints/" + side.Complaint) { Before = WaitsAsync, Typed = (_, _) => [("Form.Words", "Đã xem")] }),
        ("GET /admin/rules/complaints -", new("/admin/rules/complaints")),
        ("POST /admin/rules/complaints -", new("/admin/rules/complaints") { Typed = (_, _) => [("Form.Kind", "Other"), ("Form.Hours", "40"), ("Form.Days", "12"), ("Form.From", "2027-01-01")] }),
        ("POST /admin/reviews Hide", new("/admin/reviews") { Typed = (_, side) => [("review", side.Review.ToString()), ("reason", "Quảng cáo")] }),
        ("POST /admin/reviews Keep", new("/admin/reviews") { Before = ReportAsync, Typed = (_, side) => [("review", side.Review.ToString()), ("reason", "Lời chê thật")] }),
        ("POST /admin/stories -", new("/admin/stories") { Typed = (_, side) => [("story", side.LiveStory.ToString()), ("reason", "Sai sự thật")] }),
        ("POST /admin/stories Allow", new("/admin/stories") { Before = ForbidAsync, Typed = (_, side) => [("story", side.LiveStory.ToString())] }),
    ];

    private static IEnumerable<(string, Attempt)> Sellers =>
    [
        ($"POST {Seller} Approve", new(side => "/admin/sellers/" + side.Waiting)),
        ($"POST {Seller} Ask", new(side => "/admin/sellers/" + side.Waiting) { Typed = (_, _) => [("Reason", "Chụp lại giấy")] }),
        ($"POST {Seller} Reject", new(side => "/admin/sellers/" + side.Waiting) { Typed = (_, _) => [("Reason", "Không phải hợp tác xã")] }),
        ($"POST {Seller} Suspend", new(side => "/admin/sellers/" + side.Coop.Application) { Typed = (_, _) => [("Reason", "Kiểm tra")] }),
        ($"POST {Seller} Close", new(side => "/admin/sellers/" + side.Coop.Application) { Before = EndedAsync, Typed = (_, _) => [("Reason", "Giải thể")] }),
        ($"POST {Seller} Reopen", new((world, _) => "/admin/sellers/" + world.SuspendedCoop.Application) { Typed = (_, _) => [("Reason", "Đã rõ")] }),
    ];

    private static async Task<(string, string)[]> MissedAsync(World world, Side side)
    {
        var missed = new BuyerNotArrived.Command(Actor.Of(side.Buyer, ""), side.Shipped.Code, null, SellerOrderId.From(Guid.Parse(side.Shipped.Part)));
        (await world.Market.SendAsync(missed)).IsDone.ShouldBeTrue();
        return [];
    }

    private static async Task<(string, string)[]> RefusedAsync(World world, Side side)
    {
        var refused = new RefuseParcel.Command(Actor.Of(side.Coop.Manager, ""), side.Coop.Id, SellerOrderId.From(Guid.Parse(side.Shipped.Part)));
        (await world.Market.SendAsync(refused)).IsDone.ShouldBeTrue();
        return [];
    }

    // Nobody leaves while buyers wait.
    private static async Task<(string, string)[]> EndedAsync(World world, Side side)
    {
        DateTimeOffset? now = world.Market.Clock.Now();
        await world.Market.InDbAsync(db => db.Set<SellerOrder>().Where(p => p.Cooperative == side.Coop.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.EndedAt, now)));
        return [];
    }

    // Set, not sent: where the world is not made anew between the attempts, another may have settled it already.
    private static async Task<(string, string)[]> LateAsync(World world, Side side)
    {
        var asked = world.Market.Clock.Now() - Return.SettledWithin;
        await world.Market.InDbAsync(db => db.Set<Return>().Where(r => r.Id == side.Returning)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReturnState.Agreed).SetProperty(r => r.AskedAt, asked).SetProperty(r => r.EndedAt, (DateTimeOffset?)null)));
        return [];
    }

    // What is on sale is praised as medicine: the words wait.
    private static async Task<(string, string)[]> PraiseAsync(World world, Side side)
    {
        await world.Market.InDbAsync(async db =>
        {
            var product = await db.Set<Domain.Catalog.Product>().SingleAsync(p => p.Id == side.Live);
            // Of a product one wording waits: of an attempt that came to nothing it still does.
            if (!await db.Set<Domain.Catalog.HeldTexts>().AnyAsync(h => h.Product == side.Live))
                db.Add(Domain.Catalog.HeldTexts.Hold(product, product.Telling, ["chữa bệnh"], side.Coop.Manager, world.Market.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        return [];
    }

    private static async Task<(string, string)[]> TellAsync(World world, Side side)
    {
        await world.Market.InDbAsync(async db =>
        {
            (await db.Set<Domain.Stories.Story>().SingleAsync(s => s.Id == side.LiveStory)).Hold(["chữa bệnh"], world.Market.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        return [];
    }

    // The parcel's carrier has its cash, and is to pay the market.
    private static async Task<(string, string)[]> CarriedAsync(World world, Side side)
    {
        var part = SellerOrderId.From(Guid.Parse(side.Shipped.Part));
        await world.Market.InDbAsync(db => db.Set<CashParcel>().Where(p => p.SellerOrder == part).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.IsForMarket, true).SetProperty(p => p.State, CashParcelState.Collected).SetProperty(p => p.CollectedAt, world.Market.Clock.GetUtcNow())));
        await world.Market.InDbAsync(db => db.Set<SellerOrder>().Where(p => p.Id == part).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, SellerOrderState.Delivered)));
        return [];
    }

    // As much was withheld as the line may have paid.
    private static async Task<(string, string)[]> WithheldAsync(World world, Side side)
    {
        var now = world.Market.Clock.GetUtcNow();
        TaxChange much = new(SupplyKind.Goods, Domain.Shared.Money.Dong(900_000_000), 100, Domain.Shared.Money.Dong(9_000_000), 50, Domain.Shared.Money.Dong(4_500_000));
        await world.Market.InDbAsync(db =>
        {
            db.Add(WithheldTax.Write(new(Guid.CreateVersion7()), Guid.CreateVersion7(), new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), side.Coop.Id, much, now, now));
            return db.SaveChangesAsync();
        });
        return [];
    }

    // The card gateway holds what it pays out.
    private static async Task<(string, string)[]> ChargedAsync(World world, Side side)
    {
        await world.Market.ChargeAsync(200_000);
        return [];
    }

    private static async Task<(string, string)[]> ChargedAbroadAsync(World world, Side side)
    {
        await world.Market.ChargeAsync(200_000, new(700, Currency.EUR));
        return [];
    }

    // Where the world is not made anew between the attempts another may have decided it.
    private static async Task<(string, string)[]> ProposedAsync(World world, Side side)
    {
        await world.Market.InDbAsync(db => db.Set<TransferReversal>().ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReversalState.Proposed).SetProperty(r => r.EndedAt, (DateTimeOffset?)null)));
        return [];
    }

    private static async Task<(string, string)[]> RefundAsync(World world, Action<UpdateSettersBuilder<RefundDue>> changed)
    {
        await world.Market.InDbAsync(db => db.Set<RefundDue>().Where(r => r.Id == world.Refund).ExecuteUpdateAsync(changed));
        return [];
    }

    private static async Task<(string, string)[]> EditAsync(World world, Side side)
    {
        (await new DeskOf(world.Market, side.Coop).DescribeAsync(side.Live, "Tên mới", CategoryId.From(Guid.Parse(world.Category)))).IsDone.ShouldBeTrue();
        return [];
    }

    private static async Task<(string, string)[]> ReportAsync(World world, Side side)
    {
        // Where an attempt before this one hid it, it can be kept without.
        await world.Market.SendAsync(new ReportReview.Command(OrdersFactory.Guest, side.Review, "Untrue", ""));
        return [];
    }

    private static async Task<(string, string)[]> KeepMasterAsync(World world, Side side)
    {
        var photo = (await world.Market.RowsAsync<Photo>()).Single(p => p.Id == side.ReviewPhoto);
        using var jpeg = new MemoryStream(PhotosFactory.Jpeg());
        await world.Market.Services.GetRequiredService<IBlobs>().Put(Variants.MasterKey(photo.Hash), jpeg, "image/jpeg", CancellationToken.None);
        return [];
    }

    private static async Task<(string, string)[]> ForbidAsync(World world, Side side)
    {
        (await world.Market.SendAsync(new ForbidStory.Command(world.AdminActor, side.LiveStory, "Sai"))).IsDone.ShouldBeTrue();
        return [];
    }

    private static async Task<(string, string)[]> WaitsAsync(World world, Side side)
    {
        await world.Market.PutBackAsync(side.Complaint, ComplaintState.Received);
        return [];
    }
}
