using System.Collections.Concurrent;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Complaints;
using CoopMarket.Web.Features.Income;
using CoopMarket.Web.Features.Links.Jobs;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Questions;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Certificates;
using CoopMarket.Web.Tests.Complaints;
using CoopMarket.Web.Tests.Income;
using CoopMarket.Web.Tests.Lots;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Questions;
using CoopMarket.Web.Tests.Reviews;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement.Payouts;
using CoopMarket.Web.Tests.Storefront;
using CoopMarket.Web.Tests.Stories;
using Deque.AxeCore.Commons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Sweep;

/// <summary>
/// A market with one of everything, so that no page is empty, and with what strains a page: long names, large prices, goods
/// without a photo. Windows of the kinds of people who open its pages stand ready.
/// </summary>
public sealed class FullMarket : IAsyncLifetime
{
    /// <summary>An admin with a second factor.</summary>
    public const string AdminEmail = "quan-tri@thu.test";

    private static readonly Actor Guest = Actor.Guest("127.0.0.1");

    private readonly Dictionary<As, Screen> _screens = [];
    private readonly ConcurrentDictionary<(As, string), Task<IPage>> _pages = [];
    private readonly Lazy<Task<KnownNames>> _names;

    public FullMarket() => _names = new(() => KnownNames.OfAsync(Market));

    internal LiveMarket Market { get; private set; } = null!;

    internal SellingCoop Coop { get; private set; } = null!;

    internal ListedProduct Cloth { get; private set; } = null!;

    /// <summary>Three are left.</summary>
    internal ListedProduct Scarce { get; private set; } = null!;

    /// <summary>Of a cooperative that is closed for some days.</summary>
    internal ListedProduct Closed { get; private set; } = null!;

    internal string CategorySlug { get; private set; } = "";

    internal ProductId Draft { get; private set; }

    internal ProductId InReview { get; private set; }

    internal PhotoId Photo { get; private set; }

    internal StoryId Story { get; private set; }

    internal RecordingId Voice { get; private set; }

    /// <summary>A story of all six kinds of blocks: text, photo, quote, product, video, voice.</summary>
    internal StoryId Blocks { get; private set; }

    internal string StorySlug { get; private set; } = "";

    /// <summary>A lot of the cloth.</summary>
    internal LotId Lot { get; private set; }

    /// <summary>The code on its labels.</summary>
    internal string LotCode { get; private set; } = "";

    /// <summary>A lot by which the stock of a product is kept.</summary>
    internal LotId KeptLot { get; private set; }

    /// <summary>Waits for an admin; another one is shown.</summary>
    internal CertificateId Certificate { get; private set; }

    /// <summary>A member in the book of income, whom a payment waits for.</summary>
    internal ProducerId Member { get; private set; }

    /// <summary>The secret in her link.</summary>
    internal string MemberSecret { get; private set; } = "";

    internal AddressId Address { get; private set; }

    internal SellerApplicationId Application { get; private set; }

    internal PersonId Buyer { get; private set; }

    /// <summary>The buyer's.</summary>
    internal Guid Passkey { get; private set; }

    internal MoneyInId Money { get; private set; }

    /// <summary>The part whose cash its carrier has for the market.</summary>
    internal SellerOrderId Carried => Orders["done"].Parts[0].Id;

    internal ReturnId Return { get; private set; }

    /// <summary>The code of a run that went by transfer, and of which something is to be taken back.</summary>
    internal string Transferred { get; private set; } = "";

    /// <summary>Of the cloth, which has four; with photos, an answer and a translation.</summary>
    internal ReviewId Review { get; private set; }

    /// <summary>Waits for an admin; its cooperative has told its side.</summary>
    internal ComplaintId Complaint { get; private set; }

    /// <summary>A thread with a photo, a warning, a report and a reading.</summary>
    internal QuestionId Question { get; private set; }

    /// <summary>Its reference and its key.</summary>
    internal string QuestionPath { get; private set; } = "";

    /// <summary>Reference and key of one that is settled, so that a second look may be asked for.</summary>
    internal string ComplaintPath { get; private set; } = "";

    internal RefundDueId Refund { get; private set; }

    /// <summary>Shown, and not taken in.</summary>
    internal StatementId Statement { get; private set; }

    /// <summary>The code of a run of payouts that waits for the admin, and of one that is on its way.</summary>
    internal (string Drafted, string Sent) Runs { get; private set; }

    /// <summary>Orders by what a cooperative has to do with them next.</summary>
    internal Dictionary<string, Order> Orders { get; } = new(StringComparer.Ordinal);

    internal string ConfirmLink { get; private set; } = "";

    internal string ResetLink { get; private set; } = "";

    internal Screen this[As who] => _screens[who];

    /// <summary>The tab in which somebody reads one language in one scheme of colors; one for all pages, as opening it takes longer than most of them do.</summary>
    internal Task<IPage> PageOfAsync(As who, string language, ColorScheme scheme) => _pages.GetOrAdd((who, language), _ => TabAsync(who, language, scheme));

    /// <summary>What the market's people, goods and orders are called, and what is written alike in every language.</summary>
    internal Task<KnownNames> NamesAsync() => _names.Value;

    public async ValueTask InitializeAsync()
    {
        Market = await LiveMarket.OpenAsync(("Stripe:SecretKey", "sk_test_of_the_sweep"), ("Stripe:WebhookSecret", "whsec_of_the_sweep"), ("Stripe:ApiBase", "http://127.0.0.1:9"), ("Stripe:Connect", "true"), ("CashOnDelivery:MostDong", "100000000"));
        var (manager, managerEmail) = await Market.PersonWithPasswordAsync("Hà Thị Nhung Nguyễn Lường");
        var (packer, packerEmail) = await Market.PersonWithPasswordAsync("Lường Thị Bun");
        var (admin, adminEmail) = await Market.AdminAsync(known: AdminEmail);
        await Market.EnrolAsync(admin);
        var (buyer, buyerEmail) = await Market.PersonWithPasswordAsync("Nguyễn Thị Hạnh");
        var (applicant, applicantEmail) = await Market.PersonWithPasswordAsync("Mùa Thị Thảo");
        Buyer = buyer;
        Coop = await Market.SellingCoopAsync("Dệt thổ cẩm Tường Hạ, bản Chiềng Xôm Nghiêng", manager);
        await Market.SeatAsync(Coop.Id, packer, MemberRole.Packer);
        await FillShelvesAsync();
        await ShareAsync();
        await FillOrdersAsync(Actor.Of(admin, "", Market.Clock.GetUtcNow()));
        await FillReviewsAsync();
        await FillComplaintsAsync();
        await FillQuestionsAsync();
        await FillDeskAsync();
        await FillAccountsAsync(buyerEmail, applicant);
        await PayOutAsync(admin, packer);
        await Market.DeliverAsync();
        await Market.RoundAsync<GiveMissingLinksHourly>();
        (await Market.SendAsync(new PayMember.Command(Actor.Of(Coop.Manager, ""), Coop.Id, Member, "1.500.000", MemberPaymentWay.Cash, IsAdvance: true))).IsDone.ShouldBeTrue();
        ConfirmLink = Market.LinkIn(applicantEmail, "/account/link/");
        ResetLink = Market.LinkIn(buyerEmail, "/account/link/");
        await Market.RebuildSearchAsync();
        await SeatAsync((As.Manager, managerEmail), (As.Packer, packerEmail), (As.Admin, adminEmail), (As.Buyer, buyerEmail), (As.Applicant, applicantEmail));
        Passkey = await Market.PlantAsync(Buyer, Device());
        await Market.PlantAsync(admin, Device());

        SoftKey Device() => new() { Site = "localhost", Origin = Market.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var screen in _screens.Values)
            await screen.Page.Context.CloseAsync();
        await Market.DisposeAsync();
    }

    // axe is half a megabyte: the browser keeps it for the tab and runs it in each page before the page's own scripts.
    private async Task<IPage> TabAsync(As who, string language, ColorScheme scheme)
    {
        var page = await _screens[who].Page.Context.NewPageAsync();
        if (language == StrangeWords.Language)
            await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { [StrangeWords.Header] = "1" });
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());
        return page;
    }

    private async Task FillShelvesAsync()
    {
        var desk = new DeskOf(Market, Coop);
        InReview = await desk.DraftAsync("Khăn piêu thêu tay hai mặt");
        (await Market.AddPhotoAsync(Coop, new(PhotoSubjectKind.Product, InReview.Value))).IsDone.ShouldBeTrue();
        (await desk.SubmitAsync(InReview)).Value.ShouldBe(ProductState.InReview);
        Draft = await desk.DraftAsync("Túi chàm đang may dở");
        var cloth = await Market.CategoryAsync("Thổ cẩm");
        var shelf = await Market.CategoryAsync("Khăn và túi", cloth);
        Cloth = await Market.LiveProductAsync(500, 12_500_000, Coop, shelf, "Bộ chăn gối cưới thổ cẩm dệt tay nhuộm chàm của người Thái đen");
        Scarce = await Market.LiveProductAsync(3, 185_000, Coop, shelf, "Khăn");
        await Market.LiveProductAsync(0, 96_500, Coop, shelf, "Túi thổ cẩm làm theo đơn", madeToOrderDays: 12);
        (await desk.DescribeAsync(Cloth.Product, "Bộ chăn gối cưới thổ cẩm dệt tay nhuộm chàm", shelf, "Ba tháng một bộ.")).IsDone.ShouldBeTrue();
        var closed = await Market.NewSellerAsync();
        Closed = await Market.LiveProductAsync(seller: closed, category: await Market.CategoryAsync("Chè"), name: "Chè Shan tuyết");
        await Market.CloseAsync(closed.Id, new(2026, 11, 20), new(2026, 12, 1));
        Photo = (await Market.AddPhotoAsync(Coop, new(PhotoSubjectKind.Product, Cloth.Product.Value))).Value;
        await Market.AddPhotoAsync(Coop, new(PhotoSubjectKind.Product, Cloth.Product.Value));
        Lot = (await Market.RecordAsync(Cloth, new()
        {
            Number = "Lô chăn cưới số 12 mùa lúa mới",
            MadeOn = new(2026, 11, 1),
            Village = "bản Phụ Mẫu",
            MadeBy = "Hoàng Thị Ngọc Phương, Nguyễn Lường",
            Amount = "12 bộ",
            Notes = "Chàm nhuộm bốn lần.",
        })).Value;
        await Market.AddPhotoAsync(Coop, Lot);
        LotCode = (await Market.LotAsync(Lot)).Code;
        await Market.ShownAsync(Cloth);
        Certificate = await Market.CertificateAsync(Cloth);
        await Market.DevelopAsync();
        Story = await Market.LiveStoryAsync(Coop, "Ba mươi ngày bên khung cửi của bà nội", Cloth.Product);
        Voice = await Market.HeardAsync(Coop, Story);
        await AgreeAsync();
        Blocks = await Market.StoryOfBlocksAsync(Coop, "Một ngày bên khung cửi", Cloth.Product);
        await Market.StoryDraftAsync(Coop, "");
        CategorySlug = (await Market.RowsAsync<CategoryEntry>()).Single(c => c.Category == shelf).Slug;
        StorySlug = (await Market.RowsAsync<Domain.Stories.Story>()).Single(s => s.Id == Story).Slug;
    }

    // Her own face, voice and motif; one ends soon, one is taken back, one was given before there were words.
    private async Task AgreeAsync()
    {
        var me = Actor.Of(Coop.Manager, "");
        var face = (await Market.AddPhotoAsync(Coop, Story)).Value.Value;
        await Market.DevelopAsync();
        foreach (var (about, until, given) in new (Guid, DateOnly?, DateOnly)[] { (face, new(2026, 12, 5), new(2026, 11, 1)), (Voice.Value, null, new(2026, 10, 1)), (Story.Value, null, new(2026, 11, 1)) })
        {
            var form = Sounds.Agreed(about, until, Coop.Manager, "Hoàng Thị Ngọc Phương Nguyễn Lường");
            form.GivenOn = given;
            (await Market.SendAsync(new GiveConsent.Command(me, Coop.Id, Story, form))).IsDone.ShouldBeTrue();
        }

        var motif = (await Market.RowsAsync<Domain.Stories.Consent>()).Single(c => c.About == Story.Value).Id;
        (await Market.SendAsync(new WithdrawOwnConsent.Command(me, motif))).IsDone.ShouldBeTrue();
    }

    private async Task ShareAsync()
    {
        Member = await Market.JoinAsync(Coop, "Hoàng Thị Ngọc Phương Nguyễn Lường", mayBeNamed: true);
        MemberSecret = await Market.SecretOfAsync(Member);
        (await Market.SendAsync(new ShareProduct.Command(Actor.Of(Coop.Manager, ""), Coop.Id, Cloth.Product, "15.000", "2", [new() { Member = Member, PerUnit = "400.000", Parts = "5" }]))).IsDone.ShouldBeTrue();
    }

    private async Task FillOrdersAsync(Actor admin)
    {
        var manager = Actor.Of(Coop.Manager, "");
        foreach (var step in new[] { "accept", "pack", "ship", "way", "done" })
            Orders[step] = (await Market.OrderAsync(PaymentWay.CashOnDelivery, (Cloth.Variant, 1))).Order;
        await Market.InDbAsync(db =>
        {
            db.Add(new CashAgreement { Id = new(Guid.NewGuid()), Carrier = Carrier.ViettelPost, PaysMarket = true, From = Market.Clock.GetUtcNow().AddYears(-1), AddedAt = Market.Clock.GetUtcNow() });
            return db.SaveChangesAsync();
        });
        KeptLot = await Market.LotAsync(Scarce, "K-26-11", new(2027, 11, 1));
        (await Market.SendAsync(new KeepByLot.Command(manager, Coop.Id, KeptLot))).IsDone.ShouldBeTrue();
        foreach (var order in Orders.Values.Skip(1))
            (await Market.SendAsync(new AcceptSellerOrder.Command(manager, Coop.Id, order.Parts[0].Id))).IsDone.ShouldBeTrue();
        foreach (var order in Orders.Values.Skip(2))
            (await Market.SendAsync(new PackSellerOrder.Command(manager, Coop.Id, order.Parts[0].Id))).IsDone.ShouldBeTrue();
        foreach (var order in Orders.Values.Skip(3))
            (await Market.SendAsync(new ShipParcel.Command(manager, Coop.Id, order.Parts[0].Id, order == Orders["done"] ? Carrier.ViettelPost : Carrier.Ghn, "GHN7K2P9D04"))).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new MarkDelivered.Command(manager, Coop.Id, Orders["done"].Parts[0].Id))).IsDone.ShouldBeTrue();
        (Orders["paid"], _) = await Market.OrderAsync(PaymentWay.BankTransfer, (Cloth.Variant, 2));
        (Orders["unpaid"], _) = await Market.OrderAsync(PaymentWay.BankTransfer, (Cloth.Variant, 1));
        (await Market.SendAsync(new StoreCardEvent.Command(
            Actor.Job("stripe"), new("evt_odd", CardEvent.Completed, "", "acct_1", false, Market.Clock.GetUtcNow(), new("cs_1", "", "pi_1", 9_000, "vnd", true))))).IsDone.ShouldBeTrue();
        await Market.OddMoveAsync("txn_odd");
        (Orders["card"], _) = await Market.OrderAsync(PaymentWay.Card, (Cloth.Variant, 1));
        foreach (var (reference, text) in new[] { ("FT1", Orders["paid"].Code), ("FT2", Orders["paid"].Code), ("FT3", "tien thổ cẩm") })
            (await Market.SendAsync(new RecordTransfer.Command(admin, reference, "25.038.000", text, new(2026, 11, 23), IsAnother: true))).IsDone.ShouldBeTrue();
        Orders["lot"] = (await Market.OrderAsync(PaymentWay.CashOnDelivery, (Scarce.Variant, 1))).Order;
        (await Market.SendAsync(new AcceptSellerOrder.Command(manager, Coop.Id, Orders["lot"].Parts[0].Id))).IsDone.ShouldBeTrue();
        await ArriveAsync(admin, manager);
        await Market.DeliverAsync();
        Money = (await Market.RowsAsync<MoneyIn>()).Single(m => m.Reference == "FT3").Id;
        Refund = (await Market.RowsAsync<RefundDue>())[0].Id;
        var file = System.Text.Encoding.UTF8.GetBytes($"Ngày,Số CT,Ghi nợ,Ghi có,Số dư,Nội dung\n23/11/2026,FT1,,25.038.000,25.038.000,{Orders["paid"].Code} tien hang\n23/11/2026,FT9,11.000,,25.027.000,phi chuyen tien ngoai he thong");
        Statement = (await Market.SendAsync(new UploadStatement.Command(admin, "sao-ke-thang-11-2026-tai-khoan-cho.csv", file))).Value;
    }

    // Paid, delivered, and some of it was given back; its buyer in France sends some back, and withdraws from some.
    private async Task ArriveAsync(Actor admin, Actor manager)
    {
        var (order, secret) = await Market.OrderAsync(PaymentWay.BankTransfer, (Cloth.Variant, 3));
        Orders["arrived"] = order;
        (await Market.SendAsync(new RecordTransfer.Command(admin, "FT4", order.Total.Minor.ToString(System.Globalization.CultureInfo.InvariantCulture), order.Code, new(2026, 11, 23)))).IsDone.ShouldBeTrue();
        await Market.DeliverAsync();
        var part = order.Parts[0].Id;
        (await Market.SendAsync(new AcceptSellerOrder.Command(manager, Coop.Id, part))).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new ShipParcel.Command(manager, Coop.Id, part, Carrier.Ghn, "GHN7K2P9E"))).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new MarkDelivered.Command(manager, Coop.Id, part))).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new RefundSellerOrder.Command(manager, Coop.Id, part, RefundSellerOrder.Everything, "350.000", "Một đường viền bị sổ chỉ, chúng tôi xin lỗi."))).IsDone.ShouldBeTrue();
        var one = new Dictionary<string, string> { [order.Parts[0].Lines[0].Id.ToString()] = "1" };
        (await Market.SendAsync(new AskReturn.Command(Guest, order.Code, secret, part, one, nameof(ReturnReason.Damaged), "Một góc bị rách.", false))).IsDone.ShouldBeTrue();
        Return = (await Market.RowsAsync<Return>()).Single().Id;
        await Market.InDbAsync(db => db.Set<Order>().Where(o => o.Id == order.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Address.Country, "FR")));
        (await Market.SendAsync(new WithdrawOrder.Command(Guest, order.Code, secret, "Claire Martin", one, true))).IsDone.ShouldBeTrue();
    }

    private async Task PayOutAsync(PersonId admin, PersonId other)
    {
        var seller = await Market.NewSellerAsync();
        foreach (var coop in new[] { Coop.Id, seller.Id })
            await Market.MakePayableAsync(coop, 12_345_678);
        await Market.PayoutRunAsync(other, admin, "FT26327001", Coop.Id);
        await Market.MakePayableAsync(Coop.Id, 8_412_000);
        Runs = (await Market.PayoutRunAsync(other, null, null, seller.Id), await Market.PayoutRunAsync(other, admin, null, Coop.Id));
        var connected = await Market.NewSellerAsync();
        await Market.ConnectAsync(Coop.Id, "acct_1OfTheWeaversOfTuongHa");
        await Market.ChargeAsync(9_000_000);
        await Market.MakePayableAsync(connected.Id, 7_315_000);
        Transferred = await Market.TransferredRunAsync(other, admin, connected.Id, "acct_1OfAnother", "tr_1ToTheOther");
        await Market.MakePayableAsync(Coop.Id, 650_000);
        await Market.MakePayableAsync((await Market.NewSellerAsync()).Id, 150_000);
    }

    private async Task FillComplaintsAsync()
    {
        var (waiting, _) = await Market.ComplainAsync(Market.Form(Cloth.Product, Orders["arrived"].Code));
        (await Market.SendAsync(new TellSide.Command(Actor.Of(Coop.Manager, ""), Coop.Id, waiting.Id, "Chúng tôi gói hai lớp.\n\nẢnh lúc gói còn ở đây."))).IsDone.ShouldBeTrue();
        Complaint = waiting.Id;
        var (settled, key) = await Market.ComplainAsync(Market.Form(kind: ComplaintKind.RefundMissing));
        (await Market.SendAsync(new SettleComplaint.Command(Actor.Job("tests"), settled.Id, "Ngân hàng đã trả hôm qua."))).IsDone.ShouldBeTrue();
        ComplaintPath = $"{settled.Code}/{key}";
    }

    private async Task FillQuestionsAsync()
    {
        var (question, key) = await Market.AskAsync(Cloth.Product, "Khăn này giặt máy được không?\n\nTôi sợ phai màu.");
        AnswerQuestion.Command answer = new(
            Actor.Of(Coop.Manager, ""), Coop.Id, question.Id, Market.Key(), "Giặt tay thôi chị. Chị chuyển khoản trước nhé, gọi 0912345678.", Sure: true, await Market.KeptAsync());
        (await Market.SendAsync(answer)).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new ReportYourQuestion.Command(Actor.Guest(""), question.Code, key, "Đòi tiền trước"))).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new ReadQuestion.Command(Actor.Job("tests"), question.Id, "Người mua báo"))).IsDone.ShouldBeTrue();
        await Market.AskAsync(Cloth.Product, "Có màu chàm không?");
        await Market.AskAsync(Cloth.Product, "Khăn dài bao nhiêu?", Actor.Of(Buyer, ""), "");
        Question = question.Id;
        QuestionPath = $"{question.Code}/{key}";
    }

    private async Task FillReviewsAsync()
    {
        var (manager, admin) = (Actor.Of(Coop.Manager, ""), Actor.Job("tests"));
        List<(Received Line, ReviewId Id)> written = [];
        foreach (var (stars, words) in new[] { (5, ""), (2, "Một góc bị sổ chỉ."), (4, "Chăn dày, ấm, màu chàm sâu.\n\nChỉ mong có thêm cỡ cho giường một mét tám."), (5, "Gối-cưới-đẹp-không-chê-vào-đâu-được-cả-nhà-ai-cũng-khen-mãi") })
        {
            var line = await Market.ReceiveAsync(Cloth);
            written.Add((line, (await line.WriteAsync(stars, words, stars == 5 ? "" : "Hạnh")).Value));
            Market.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Review = written[2].Id;
        foreach (var _ in Enumerable.Range(0, 2))
            (await written[2].Line.ShowAsync(Review)).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new AnswerReview.Command(manager, Coop.Id, Review, "Cảm ơn chị. Cỡ lớn sẽ có sau Tết."))).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new TranslateReview.Command(manager, Coop.Id, Review, "vi", "Chăn dày và ấm."))).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new ReportReview.Command(Guest, written[1].Id, "Private", "Có tên người thật."))).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new HideReview.Command(admin, written[0].Id, "Viết nhầm món khác."))).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new WriteReview.Command(Actor.Job("tests"), Orders["arrived"].Code, null, Orders["arrived"].Parts[0].Lines[0].Id, "4", "Đẹp", "Claire"))).IsDone.ShouldBeTrue();
        await Market.DevelopAsync();
    }

    private async Task FillDeskAsync()
    {
        var manager = Actor.Of(Coop.Manager, "");
        (await Market.SendAsync(new IntroduceMaker.Command(manager, Coop.Id, new() { Name = "Lò Thị Pâng", Village = "bản Tọ", About = "Dệt từ năm 12 tuổi", Agreed = true }))).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new CloseForDays.Command(manager, Coop.Id, new(2027, 2, 5), new(2027, 2, 12)))).IsDone.ShouldBeTrue();
        (await Market.SendAsync(new InviteMember.Command(Market.Proved(Coop.Manager), Coop.Id, "goihang@thu.test", MemberRole.Packer))).IsDone.ShouldBeTrue();
        await Market.MemberAsync(Coop.Id, MemberRole.Storyteller);
    }

    private async Task FillAccountsAsync(string buyerEmail, PersonId applicant)
    {
        var actor = Actor.Of(Buyer, "");
        (await Market.SendAsync(new SaveAddress.Command(actor, null, "Nguyễn Thị Hạnh", "0912 345 678", "VN", "14", "Xã Gia Phù", "Bản Tọ", "", true))).IsDone.ShouldBeTrue();
        Address = (await Market.RowsAsync<Web.Features.Accounts.Data.AddressEntry>())[0].Id;
        (await Market.SendAsync(new AddToBasket.Command(actor, null, Cloth.Variant, 1))).IsDone.ShouldBeTrue();
        var placed = await Market.SendAsync(await Market.CheckoutAsync(null, PaymentWay.CashOnDelivery, actor));
        Orders["hers"] = await Market.OrderAsync(placed.Value.Code);
        await Market.FillAsync(applicant, SellersFactory.Details("Chè Tà Xùa"));
        Application = await Market.HandInAsync(await Market.PersonAsync("Sồng A Dế"), SellersFactory.Details("Mật ong Mai Sơn"));
        (await Market.SendAsync(new ForgetPassword.Command(Guest, buyerEmail))).IsDone.ShouldBeTrue();
    }

    private async Task SeatAsync(params (As Who, string Email)[] people)
    {
        foreach (var (who, email) in people)
        {
            _screens[who] = await Screen.OpenAsync(Market, 360, scripts: true);
            await new AccountPages(_screens[who]).SignInAsync(email, LiveMarket.Password);
            if (who == As.Admin)
                await new AccountPages(_screens[who]).GiveCodeAsync();
        }

        _screens[As.Guest] = await Screen.OpenAsync(Market, 360, scripts: true);
        var shopper = _screens[As.Shopper] = await Screen.OpenAsync(Market, 360, scripts: true);
        await shopper.OpenAsync("/p/" + Cloth.Slug);
        await shopper.PressAsync("storefront.product.add");
        foreach (var order in new[] { "accept", "way", "done", "paid", "unpaid", "card", "arrived" })
            await shopper.OpenAsync((await Market.WithAsync<OrderSecrets, string>(s => s.LinkAsync(Orders[order].Id, default)))[Market.Url.Length..]);
    }
}
