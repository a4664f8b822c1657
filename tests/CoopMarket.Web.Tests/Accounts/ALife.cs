using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Complaints;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Questions;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Complaints;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Questions;
using CoopMarket.Web.Tests.Reviews;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Stories;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>
/// A person who did everything that a person can do on the market, by the real commands, and left a mark of her own in every field: what
/// is kept of her is found by it.
/// </summary>
internal sealed record ALife(Market Market, PersonId Person)
{
    private const string Address = "198.51.100.77";

    /// <summary>One for each thing that she typed, or that the market saw of her.</summary>
    public static readonly IReadOnlyList<string> Marks =
    [
        "zqfullname", "zqmail@thu.test", "zqlater@thu.test", "+84977000111", "zqdevice", Address, "zqpasskey",
        "zqbookname", "+84977000222", "zqbookcommune", "zqbookstreet", "zqbookpostcode",
        "zqtoname", "+84977000333", "zqtomail@thu.test", "zqtocommune", "zqtostreet", "zqtopostcode", "zqnote",
        "zqinvoice", "0100109106-001", "zqinvoicestreet", "zqinvoicemail@thu.test",
        "zqwithdrawing", "zqholder", "7900205771177", "zqbankline",
        "zqreviewname", "zqreviewwords", "zqreturnwords", "zqreportwords", "zqcomplainant", "+84977000444", "zqcomplaintmail@thu.test", "zqcomplaintwords", "zqcomplaintagain",
        "zqdraftseller", "zqagreed", "zqvoicename", "zqaskname", "zqaskmail@thu.test", "zqaskwords",
    ];

    public Actor Actor() => Pipeline.Actor.Of(Person, Address, Market.Clock.Now());

    /// <summary>She lives it.</summary>
    public static async Task<ALife> LiveAsync(Market market)
    {
        Languages.Speak("vi");
        ALife life = new(market, await market.RegisteredAsync("zqmail@thu.test", "zqfullname"));
        await life.OpenAsync();
        await life.WithdrawAsync();
        await life.ReceiveAsync();
        await life.ComplainAsync();
        await life.AskAsync();
        await life.SitAtADeskAsync();
        await life.TellAsync();
        await market.DeliverAsync();
        return life;
    }

    private async Task OpenAsync()
    {
        await DoneAsync(Market.SendAsync(new ChangePhone.Command(Actor(), "0977000111", AccountsFactory.Password)));
        await DoneAsync(Market.SendAsync(new ChangeEmail.Command(Actor(), "zqlater@thu.test", AccountsFactory.Password)));
        (await Market.SendAsync(new SignIn.Command(Pipeline.Actor.Guest(Address), "zqmail@thu.test", AccountsFactory.Password, "zqdevice"))).IsDone.ShouldBeTrue();
        var key = new SoftKey();
        await Market.AddKeyAsync(Person, key, "zqpasskey");
        (await Market.SendAsync(new SignIn.Command(Pipeline.Actor.Guest(Address), "zqmail@thu.test", AccountsFactory.Password, "zqdevice"))).IsDone.ShouldBeTrue();
        await DoneAsync(Market.SendAsync(new SaveAddress.Command(Actor(), null, "zqbookname", "0977000222", "VN", "14", "zqbookcommune", "zqbookstreet", "zqbookpostcode", true)));
        await DoneAsync(Market.SendAsync(new ForgetPassword.Command(Pipeline.Actor.Guest(Address), "zqmail@thu.test")));
    }

    // Abroad, paid by the bank, withdrawn from before anything was sent, its money sent back.
    private async Task WithdrawAsync()
    {
        var garlic = await Market.LiveProductAsync(onHand: 10);
        var (order, secret) = await OrderAsync(garlic, PaymentWay.BankTransfer, "FR");
        await Market.ReceiveAsync(order.Total.Minor, $"zqbankline {order.Code}");
        await Market.DeliverAsync();
        await DoneAsync(Market.SendAsync(new WithdrawOrder.Command(Actor(), order.Code, secret, "zqwithdrawing", new Dictionary<string, string> { [order.Parts[0].Lines[0].Id.ToString()] = "1" }, false)));
        await Market.DeliverAsync();
        await DoneAsync(Market.SendAsync(new TellRefundAccount.Command(Actor(), order.Code, secret, "970405", "7900205771177", "zqholder")));
        foreach (var due in await Market.RowsAsync<RefundDue>())
            await DoneAsync(Market.SendAsync(new PayRefund.Command(Pipeline.Actor.Job("tests"), due.Id, "FTZQ")));
        await DoneAsync(Market.SendAsync(new AskForLink.Command(Actor(), order.Code, "zqtomail@thu.test")));
        await DoneAsync(Market.SendAsync(new DeclareWithdrawal.Command(Actor(), order.Code, "zqwithdrawing", "zqtomail@thu.test", false, true)));
    }

    // At home, in cash, reviewed with a photo, and asked back in vain.
    private async Task ReceiveAsync()
    {
        var garlic = await Market.LiveProductAsync(onHand: 10);
        var (order, secret) = await OrderAsync(garlic, PaymentWay.CashOnDelivery, "VN");
        await Market.DeliverAsync();
        var (manager, part) = (Pipeline.Actor.Of(garlic.Manager, "127.0.0.1"), order.Parts[0].Id);
        await DoneAsync(Market.SendAsync(new AcceptSellerOrder.Command(manager, garlic.Cooperative, part)));
        await DoneAsync(Market.SendAsync(new ShipParcel.Command(manager, garlic.Cooperative, part, Carrier.Other, "")));
        await DoneAsync(Market.SendAsync(new BuyerReceived.Command(Actor(), order.Code, secret, part)));
        await Market.DeliverAsync();
        Received received = new(Market, order, secret, manager);
        var review = (await received.WriteAsync(4, "zqreviewwords", "zqreviewname")).Value;
        (await received.ShowAsync(review)).IsDone.ShouldBeTrue();
        await DoneAsync(Market.SendAsync(new AskReturn.Command(
            Actor(), order.Code, secret, part, new Dictionary<string, string> { [order.Parts[0].Lines[0].Id.ToString()] = "1" }, nameof(ReturnReason.Damaged), "zqreturnwords", false)));
        var asked = (await Market.RowsAsync<Return>()).Single(r => r.SellerOrder == part).Id;
        await DoneAsync(Market.SendAsync(new AnswerReturn.Command(manager, garlic.Cooperative, asked, false, "Hũ còn nguyên trong ảnh.")));
        await DoneAsync(Market.SendAsync(new ReportReview.Command(Actor(), review, nameof(ReportReason.Untrue), "zqreportwords")));
        (await Market.SendAsync(new AddToBasket.Command(Actor(), null, garlic.Variant, 2))).IsDone.ShouldBeTrue();
    }

    private async Task ComplainAsync()
    {
        var form = Market.Form(kind: ComplaintKind.Other);
        (form.Name, form.Email, form.Phone, form.Words) = ("zqcomplainant", "zqcomplaintmail@thu.test", "0977000444", "zqcomplaintwords");
        var filed = (await Market.SendAsync(FileComplaint.Command.Of(Actor(), form))).Value;
        var complaint = await Market.ComplaintAsync(filed.Code);
        await DoneAsync(Market.SendAsync(new SettleComplaint.Command(Pipeline.Actor.Job("tests"), complaint.Id, "Xong.")));
        await DoneAsync(Market.SendAsync(new AskSecondLook.Command(Pipeline.Actor.Guest(Address), filed.Code, filed.Secret, "zqcomplaintagain")));
        await DoneAsync(Market.SendAsync(new SettleComplaint.Command(Pipeline.Actor.Job("others"), complaint.Id, "Vẫn vậy.")));
    }

    private async Task AskAsync()
    {
        var jam = await Market.LiveProductAsync(onHand: 10);
        (await Market.SendAsync(new AskCooperative.Command(Actor(), jam.Product.Value, null, null, null, "zqaskname", "zqaskmail@thu.test", Market.Key(), "zqaskwords", true, []))).IsDone.ShouldBeTrue();
    }

    // She packs for one cooperative, is invited by another, and began to apply for a third.
    private async Task SitAtADeskAsync()
    {
        var honey = await Market.LiveProductAsync(onHand: 10);
        await Market.SeatAsync(honey.Cooperative, Person, MemberRole.Packer);
        var (order, _) = await Market.OrderAsync(PaymentWay.CashOnDelivery, (honey.Variant, 1));
        await Market.DeliverAsync();
        await DoneAsync(Market.SendAsync(new AcceptSellerOrder.Command(Actor(), honey.Cooperative, order.Parts[0].Id)));
        var tea = await Market.SellingCoopAsync("Chè Tà Xùa");
        (await Market.SendAsync(new InviteMember.Command(Market.Proved(tea.Manager), tea.Id, "zqmail@thu.test", MemberRole.Packer))).IsDone.ShouldBeTrue();
        await Market.FillAsync(Person, SellersFactory.Details("zqdraftseller"));
    }

    // Her voice is heard and her motif told of at another desk, which she left.
    private async Task TellAsync()
    {
        var loom = await Market.NewSellerAsync();
        var me = Pipeline.Actor.Of(loom.Manager, "127.0.0.1");
        await Market.SeatAsync(loom.Id, Person, MemberRole.Packer);
        var story = await Market.LiveStoryAsync(loom);
        var voice = await Market.HeardAsync(loom, story);
        await DoneAsync(Market.SendAsync(new WriteVoice.Command(me, loom.Id, voice, Sounds.Words("zqvoicename"))));
        foreach (var about in new[] { voice.Value, story.Value })
            await DoneAsync(Market.SendAsync(new GiveConsent.Command(me, loom.Id, story, Sounds.Agreed(about, of: Person, who: "zqagreed"))));
        await DoneAsync(Market.SendAsync(new WithdrawOwnConsent.Command(Actor(), (await Market.RowsAsync<Consent>()).Single(c => c.Person == Person && c.About == story.Value).Id)));
        await DoneAsync(Market.SendAsync(new LeaveDesk.Command(Actor(), loom.Id)));
    }

    private async Task<(Order Order, string Secret)> OrderAsync(ListedProduct of, PaymentWay way, string country)
    {
        (await Market.SendAsync(new AddToBasket.Command(Actor(), null, of.Variant, 1))).IsDone.ShouldBeTrue();
        var checkout = await Market.CheckoutAsync(null, way, Actor(), country, country == "VN" ? "01" : "");
        var placed = await Market.SendAsync(checkout with
        {
            Name = "zqtoname",
            Phone = country == "VN" ? "0977000333" : "",
            Email = "zqtomail@thu.test",
            Commune = "zqtocommune",
            Street = "zqtostreet",
            Postcode = country == "VN" ? "zqtopostcode" : "69001",
            Note = "zqnote",
            InvoiceName = "zqinvoice",
            InvoiceTaxCode = "0100109106-001",
            InvoiceAddress = "zqinvoicestreet",
            InvoiceEmail = "zqinvoicemail@thu.test",
        });
        placed.IsDone.ShouldBeTrue(placed.Refusal?.ToString() ?? string.Join(", ", placed.Flaws.Select(f => f.Path)));
        return (await Market.OrderAsync(placed.Value.Code), placed.Value.Secret);
    }

    private static async Task DoneAsync(Task<Outcome> sent)
    {
        var outcome = await sent;
        outcome.IsDone.ShouldBeTrue(outcome.Refusal?.ToString() ?? string.Join(", ", outcome.Flaws.Select(f => f.Path)));
    }
}
