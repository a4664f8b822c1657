using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Income;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Certificates;
using CoopMarket.Web.Tests.Complaints;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Income;
using CoopMarket.Web.Tests.Lots;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Questions;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using CoopMarket.Web.Tests.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>Builds a <see cref="Side"/> by the market's own commands, in two goes with some days between them.</summary>
internal sealed class SideFactory(Market market, string mark, PersonId admin)
{
    private readonly string _mark = mark;
    private SellingCoop _coop = null!;
    private ListedProduct _live = null!;
    private PersonId _buyer;
    private PlacedOrder _stale = null!;

    private Actor Manager => Actor.Of(_coop.Manager, "203.0.113.9");

    private Actor Admin => Actor.Of(admin, "203.0.113.1");

    /// <summary>A cooperative, a buyer, and an order that nobody will accept in time.</summary>
    public async Task BeginAsync()
    {
        _coop = await market.SellingCoopAsync("Hợp tác xã bên " + _mark);
        _live = await market.LiveProductAsync(onHand: 100, seller: _coop, name: "Tỏi bên " + _mark.ToLowerInvariant());
        _buyer = await market.RegisteredAsync("nguoi-mua-" + _mark.ToLowerInvariant() + "@thu.test", "Người mua " + _mark);
        _stale = await OrderAsync(PaymentWay.CashOnDelivery);
    }

    /// <summary>All the rest.</summary>
    public async Task<Side> FinishAsync()
    {
        var desk = new DeskOf(market, _coop);
        var draft = await desk.WholeAsync("Nháp " + _mark);
        var inReview = await desk.WholeAsync("Chờ duyệt " + _mark);
        (await desk.SubmitAsync(inReview)).Value.ShouldBe(ProductState.InReview);
        var withdrawn = (await market.LiveProductAsync(seller: _coop, name: "Gỡ xuống " + _mark)).Product;
        (await market.SendAsync(new WithdrawProduct.Command(Manager, _coop.Id, withdrawn))).IsDone.ShouldBeTrue();
        var maker = (await market.SendAsync(new IntroduceMaker.Command(Manager, _coop.Id, new() { Name = "Lò Thị Xuân", Village = "Bản Tọ", About = "Chị ủ tỏi.", AboutEn = "", Agreed = true }))).Value;
        (await market.SendAsync(new InviteMember.Command(market.Proved(_coop.Manager), _coop.Id, $"moi-{_mark.ToLowerInvariant()}@thu.test", MemberRole.Packer))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new CloseForDays.Command(Manager, _coop.Id, new(2027, 2, 1), new(2027, 2, 10)))).IsDone.ShouldBeTrue();
        var member = await market.JoinAsync(_coop, "Thành viên " + _mark, mayBeNamed: true);
        (await market.SendAsync(new ShareProduct.Command(Manager, _coop.Id, _live.Product, "5.000", "1", [new() { Member = member, Parts = "3" }]))).IsDone.ShouldBeTrue();
        var payment = (await market.SendAsync(new PayMember.Command(Actor.Job("test"), _coop.Id, member, "50.000", MemberPaymentWay.Cash, true))).Value;
        var (lot, usedUp, bad) = (await market.LotAsync(_live), await market.LotAsync(_live), await market.LotAsync(_live));
        (await market.SendAsync(new CloseLot.Command(Manager, _coop.Id, usedUp, Again: false))).IsDone.ShouldBeTrue();
        var (applicant, paper) = await ApplicantAsync("Nháp đơn " + _mark);
        var (waiting, waitingPaper) = await ApplicantAsync("Đơn chờ " + _mark);
        (await market.SendAsync(new SubmitApplication.Command(Actor.Of(waiting, "")))).IsDone.ShouldBeTrue();
        var rejected = await market.PersonAsync();
        var no = await market.HandInAsync(rejected, Details("Đơn bị từ chối " + _mark));
        (await market.SendAsync(new RejectSeller.Command(Admin, no, "Chưa đủ giấy tờ"))).IsDone.ShouldBeTrue();
        var delivered = await DeliveredAsync();
        // Whatever language this machine speaks.
        Languages.Speak("vi");
        var review = (await market.SendAsync(new WriteReview.Command(Actor.Of(_buyer, ""), delivered.Code, null, new(Guid.Parse(delivered.Line)), "5", "Lời bên " + _mark, ""))).Value;
        var story = await market.LiveStoryAsync(_coop, "Chuyện bên " + _mark);
        // Each side's own sound: a file of two sides would belong to both.
        var voice = await market.HeardAsync(_coop, story, "hum.mp3", cut: _mark[^1] - 'A');
        var consent = (await market.RowsAsync<Consent>()).Single(c => c.Story == story).Id;
        var storyteller = await market.MemberAsync(_coop.Id, MemberRole.Storyteller);
        (await market.SendAsync(new GiveConsent.Command(Manager, _coop.Id, story, Sounds.Agreed(story.Value, of: storyteller)))).IsDone.ShouldBeTrue();
        var (complaint, key) = await market.ComplainAsync(ComplaintForm());
        var (question, opens) = await market.AskAsync(_live.Product, "Lời hỏi bên " + _mark);
        return new()
        {
            Mark = _mark,
            Complaint = complaint.Id,
            ComplaintPath = $"{complaint.Code}/{key}",
            Question = question.Id,
            QuestionPath = $"{question.Code}/{opens}",
            QuestionPhoto = await PhotoAsync('5', of: question.Messages[0].Id),
            ComplaintPhoto = await PhotoAsync('6', of: complaint.Id),
            Coop = _coop,
            Packer = await market.MemberAsync(_coop.Id, MemberRole.Packer),
            Storyteller = storyteller,
            Buyer = _buyer,
            Applicant = applicant,
            Paper = paper,
            Rejected = rejected,
            Waiting = (await market.RowsAsync<SellerApplication>()).Single(a => a.OpenFor == waiting).Id,
            WaitingPaper = waitingPaper,
            Live = _live.Product,
            LiveSlug = _live.Slug,
            LiveSize = _live.Variant,
            Certificate = await CertificateAsync(),
            Draft = draft,
            DraftSize = (await desk.SeeAsync(draft)).Sizes[0].Id,
            Withdrawn = withdrawn,
            InReview = inReview,
            Photo = await PhotoAsync('1'),
            SecondPhoto = await PhotoAsync('2'),
            RemovedPhoto = await PhotoAsync('3', removed: true),
            StoryDraft = await DraftedStoryAsync(),
            LiveStory = story,
            Voice = voice,
            Consent = consent,
            OwnConsent = (await market.RowsAsync<Consent>()).Single(c => c.Person == storyteller).Id,
            VoiceFile = (await market.RowsAsync<Recording>()).Single(r => r.Id == voice).Hash + ".mp3",
            Maker = maker,
            Invitation = (await market.RowsAsync<Invitation>()).Single(i => i.Cooperative == _coop.Id).Id,
            Lot = lot,
            Bad = bad,
            LotCode = (await market.LotAsync(lot)).Code,
            UsedUp = usedUp,
            Member = member,
            MemberSecret = await market.SecretOfAsync(member),
            Payment = payment,
            PaymentCode = await market.CodeOfAsync(payment),
            Closure = (await market.RowsAsync<Closure>()).Single(c => c.Cooperative == _coop.Id).Id,
            Address = await AddressAsync(),
            OtherSession = await SessionAsync(),
            ToAccept = await OrderAsync(PaymentWay.CashOnDelivery),
            ToPack = await MovedAsync(0),
            Packed = await MovedAsync(1),
            Shipped = await MovedAsync(2),
            Delivered = delivered,
            Review = review,
            ReviewPhoto = await PhotoAsync('4', of: review),
            Returning = (await market.RowsAsync<Return>()).Single(r => r.Cooperative == _coop.Id).Id,
            Unpaid = await OrderAsync(PaymentWay.BankTransfer),
            ByCard = await OrderAsync(PaymentWay.Card),
            Stale = _stale,
        };
    }

    private Features.Complaints.FileComplaint.Form ComplaintForm()
    {
        var form = market.Form(_live.Product);
        form.Words = "Lời khiếu nại bên " + _mark;
        return form;
    }

    // No two of an application's numbers may be another's.
    private SellerDetails Details(string name) => SellersFactory.Details(name) with { BankAccountName = "HTX " + _mark, TaxCode = "5500" + Random(6) };

    private static string Random(int digits) => string.Concat(Enumerable.Range(0, digits).Select(_ => (char)('0' + System.Security.Cryptography.RandomNumberGenerator.GetInt32(10))));

    private async Task<(PersonId Person, Guid Paper)> ApplicantAsync(string name)
    {
        var person = await market.PersonAsync(name);
        await using var scope = market.Services.CreateAsyncScope();
        using var file = new MemoryStream([.. "%PDF-1.4 "u8, .. Guid.NewGuid().ToByteArray()]);
        var paper = (await scope.ServiceProvider.GetRequiredService<Papers>().KeepAsync(file, default)).Value;
        await market.FillAsync(person, Details(name) with { Papers = [paper] });
        return (person, paper.Id);
    }

    private async Task<CertificateId> CertificateAsync()
    {
        var form = CertificatesFactory.Stars(_live.Product);
        form.Number = "12/QĐ " + _mark;
        return await market.CertificateAsync(_live, form);
    }

    private Task<PhotoId> PhotoAsync(char hash, bool removed = false, PhotoSubject? of = null) => market.InDbAsync(async db =>
    {
        var subject = of ?? _live.Product;
        var others = await db.Set<Photo>().AsNoTracking().Where(p => p.SubjectId == subject.Id && p.RemovedAt == null).ToListAsync();
        var photo = Photo.Add(
            market.Services.GetRequiredService<Ids>().New<PhotoId>(), of is null ? _coop.Id : null, subject, new(new string(hash, 32), 1200, 1200, string.Concat(Enumerable.Repeat("efe5d0", 12))),
            new("Ảnh " + _mark), others, standing: true, market.Clock.Now());
        if (removed)
            photo.Remove(market.Clock.Now());
        db.Add(photo);
        await db.SaveChangesAsync();
        return photo.Id;
    });

    private async Task<AddressId> AddressAsync()
    {
        var kept = await market.SendAsync(new SaveAddress.Command(Actor.Of(_buyer, ""), null, "Nhà " + _mark, "0912345678", "VN", "01", "Phường Cầu Giấy", "Số 12", "", true));
        kept.IsDone.ShouldBeTrue();
        return (await market.RowsAsync<AddressEntry>()).Single(a => a.Person == _buyer).Id;
    }

    private async Task<Guid> SessionAsync()
    {
        await market.SessionFor(_buyer);
        return (await market.RowsAsync<AccountSession>()).Single(s => s.AccountId == _buyer.Value).Id;
    }

    private async Task<PlacedOrder> MovedAsync(int moves)
    {
        var order = await OrderAsync(PaymentWay.CashOnDelivery);
        var part = SellerOrderId.From(Guid.Parse(order.Part));
        (await market.SendAsync(new AcceptSellerOrder.Command(Manager, _coop.Id, part))).IsDone.ShouldBeTrue();
        if (moves > 0)
            (await market.SendAsync(new PackSellerOrder.Command(Manager, _coop.Id, part))).IsDone.ShouldBeTrue();
        if (moves > 1)
            (await market.SendAsync(new ShipParcel.Command(Manager, _coop.Id, part, Carrier.Ghn, "GHN7K2P9D"))).IsDone.ShouldBeTrue();
        return order;
    }

    private async Task<PlacedOrder> DeliveredAsync()
    {
        var order = await OrderAsync(PaymentWay.BankTransfer);
        var placed = await market.OrderAsync(order.Code);
        await market.ReceiveAsync(placed.Total.Minor, order.Code);
        await market.DeliverAsync();
        await market.DeliverPartAsync(placed, placed.Parts[0]);
        var one = new Dictionary<string, string> { [order.Line] = "1" };
        var ask = new AskReturn.Command(Actor.Of(_buyer, ""), order.Code, null, placed.Parts[0].Id, one, nameof(ReturnReason.Damaged), "Vỡ nắp " + _mark, false);
        (await market.SendAsync(ask)).IsDone.ShouldBeTrue();
        return order;
    }

    private async Task<PlacedOrder> OrderAsync(PaymentWay way)
    {
        var buyer = Actor.Of(_buyer, "203.0.113.7");
        (await market.SendAsync(new AddToBasket.Command(buyer, null, _live.Variant, 2))).IsDone.ShouldBeTrue();
        var placed = await market.SendAsync(await market.CheckoutAsync(null, way, buyer) with { Name = "Người nhận " + _mark });
        placed.IsDone.ShouldBeTrue(placed.Refusal?.ToString() ?? string.Join(", ", placed.Flaws));
        var order = await market.OrderAsync(placed.Value.Code);
        return new(order.Code, order.Parts[0].Id.ToString(), order.Parts[0].Lines[0].Id.ToString());
    }

    // A text and a place for a photo.
    private async Task<StoryId> DraftedStoryAsync()
    {
        var story = await market.StoryDraftAsync(_coop, "Chuyện nháp " + _mark);
        (await market.SendAsync(new ArrangeBlocks.Command(Actor.Of(_coop.Manager, ""), _coop.Id, story, new(BlockMove.Add, Kind: BlockKind.Photo)))).IsDone.ShouldBeTrue();
        return story;
    }
}
