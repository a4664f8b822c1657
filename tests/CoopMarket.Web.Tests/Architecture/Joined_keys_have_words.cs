using System.Text.RegularExpressions;
using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Rates;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>A page that joins a key and a value throws where the sentence is missing: whoever opened it would see the error page.</summary>
public sealed partial class Joined_keys_have_words
{
    /// <param name="key">The value stands at its star, or at its end.</param>
    /// <param name="values">What is joined to it.</param>
    [Theory]
    [InlineData("payments.state.", typeof(MoneyInState))]
    [InlineData("payments.reason.", typeof(RefundReason))]
    [InlineData("payments.remittance.", typeof(RemittanceVerdict))]
    [InlineData("payments.remittance.flaw.", typeof(RemittanceFault))]
    [InlineData("payments.source.", typeof(MoneySource))]
    [InlineData("payments.record.direction.", typeof(TransferDirection))]
    [InlineData("payments.cards.flaw.", typeof(CardFlaw))]
    [InlineData("payments.carried.is.", typeof(CashParcelState))]
    [InlineData("admin.account.", typeof(LedgerAccount))]
    [InlineData("admin.audit.result.", typeof(AuditResult))]
    [InlineData("admin.entry.", typeof(EntryKind))]
    [InlineData("admin.order.event.delivered-", typeof(Witness))]
    [InlineData("admin.order.event.nudged-", typeof(NudgeKind))]
    [InlineData("admin.order.state.", typeof(OrderState))]
    [InlineData("admin.orders.list.", typeof(Features.Admin.Orders.List))]
    [InlineData("accounts.orders.state.", typeof(OrderState))]
    [InlineData("accounts.consents.kind.", typeof(ConsentKind))]
    [InlineData("accounts.consents.then.", typeof(ConsentKind))]
    [InlineData("accounts.mail.changed.*.subject", typeof(Credential))]
    [InlineData("accounts.mail.changed.*.body", typeof(Credential))]
    [InlineData("orders.state.", typeof(OrderState))]
    [InlineData("orders.bar.", typeof(LineBar))]
    [InlineData("orders.return.reason.", typeof(ReturnReason))]
    [InlineData("orders.return.state.", typeof(ReturnState))]
    [InlineData("orders.way.", typeof(PaymentWay))]
    [InlineData("orders.delivery.", typeof(DeliveryWay))]
    [InlineData("mails.consent.", typeof(ConsentKind))]
    [InlineData("mails.refunded.way.", typeof(PaymentWay))]
    [InlineData("desk.customs.form.", typeof(CustomsForm))]
    [InlineData("desk.state.", typeof(SellerOrderState))]
    [InlineData("desk.inbox.step.", typeof(Inbox.Step))]
    [InlineData("desk.inbox.none.", typeof(Inbox.Step))]
    [InlineData("desk.inbox.none.why.", typeof(Inbox.Step))]
    [InlineData("desk.labels.paper.", typeof(LabelPaper))]
    [InlineData("desk.return.state.", typeof(ReturnState))]
    [InlineData("desk.way.", typeof(PaymentWay))]
    [InlineData("catalog.cause.", typeof(StockCause))]
    [InlineData("catalog.gap.", typeof(Gap))]
    [InlineData("catalog.kind.", typeof(NetKind))]
    [InlineData("catalog.net.", typeof(NetKind))]
    [InlineData("catalog.unit.", typeof(NetKind))]
    [InlineData("catalog.state.", typeof(ProductState))]
    [InlineData("catalog.vat.hint.", typeof(VatClass))]
    [InlineData("certificates.kind.", typeof(CertificateKind))]
    [InlineData("complaints.kind.", typeof(ComplaintKind))]
    [InlineData("complaints.state.", typeof(ComplaintState))]
    [InlineData("complaints.move.", typeof(ComplaintMoveKind))]
    [InlineData("income.way.", typeof(MemberPaymentWay))]
    [InlineData("lots.state.", typeof(LotState))]
    [InlineData("questions.state.", typeof(QuestionState))]
    [InlineData("questions.desk.state.", typeof(QuestionState))]
    [InlineData("questions.admin.by.", typeof(QuestionSide))]
    [InlineData("rates.feed.flaw.", typeof(FedRateFlaw))]
    [InlineData("rates.source.", typeof(RateSource))]
    [InlineData("reviews.move.", typeof(ReviewMoveKind))]
    [InlineData("reviews.report.reason.", typeof(ReportReason))]
    [InlineData("sellers.application.", typeof(ApplicationState))]
    [InlineData("sellers.field.", typeof(SellerField))]
    [InlineData("sellers.file.connected.", typeof(ConnectState))]
    [InlineData("sellers.kind.", typeof(SellerKind))]
    [InlineData("sellers.move.", typeof(SellerState))]
    [InlineData("sellers.pile.", typeof(SellerQueue.Pile))]
    [InlineData("sellers.role.", typeof(MemberRole))]
    [InlineData("sellers.state.", typeof(SellerState))]
    [InlineData("settlement.hindrance.", typeof(PayoutHindrance))]
    [InlineData("settlement.payout-state.", typeof(PayoutState))]
    [InlineData("settlement.reversal-state.", typeof(ReversalState))]
    [InlineData("settlement.transfer.what.", typeof(TransferState))]
    [InlineData("shared.alert.*.subject", typeof(AlertKind))]
    [InlineData("shared.alert.*.body", typeof(AlertKind))]
    [InlineData("shared.origin.", typeof(TextOrigin))]
    [InlineData("shared.origin.hint.", typeof(TextOrigin))]
    [InlineData("shared.supply.", typeof(SupplyKind))]
    [InlineData("shared.vat.", typeof(VatClass))]
    [InlineData("shipping.zone.", typeof(Zone))]
    [InlineData("storefront.product.return.", typeof(Returnable))]
    [InlineData("stories.book.none.", typeof(ConsentPart))]
    [InlineData("stories.book.part.", typeof(ConsentPart))]
    [InlineData("stories.way.", typeof(ConsentWay))]
    public async Task Every_value_that_a_page_names_has_its_words(string key, Type values)
    {
        await using var market = await Market.OpenAsync();
        var words = market.Services.GetRequiredService<Words>();
        var joined = key.Contains('*', StringComparison.Ordinal) ? key : key + '*';
        Enum.GetNames(values).Select(name => joined.Replace("*", name, StringComparison.Ordinal)).Where(k => !words.Has(k)).ShouldBeEmpty();
    }

    // They stand beside their number, which the sentence must not ask for.
    [Fact]
    public async Task Every_pile_of_an_admins_work_has_its_words()
    {
        await using var market = await Market.OpenAsync();
        var words = market.Services.GetRequiredService<Words>();
        var piles = Pile().Matches(Sources.Read("src/CoopMarket.Web/Features/Admin/Today.cs")).Select(m => m.Groups["name"].Value).ToList();
        piles.Count.ShouldBeGreaterThan(10);
        piles.Where(p => !words.All("en").ContainsKey($"admin.today.{p}.one")).ShouldBeEmpty("«1 reviews reported»");
        foreach (var all in Languages.OfDesks.Select(words.All))
            piles.SelectMany(p => new[] { $"admin.today.{p}", $"admin.today.{p}.why" }).Where(k => !all.TryGetValue(k, out var text) || text.Contains('{', StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex("""new\("(?<name>[a-z-]+)", await""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pile();
}
