using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Features.Shipping.Contract;

namespace CoopMarket.Web.Features.Orders.Emails;

/// <summary>Invented orders, one for each mail and each turn it can take; previews show them and tests hold their words.</summary>
internal static class OrderMailSituations
{
    private static readonly DateTimeOffset Later = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private static readonly PartMail Garlic = new(
        new("Tỏi đen Gia Phù", "Black garlic of Gia Phù"), DeliveryWay.Standard, Money.Dong(770_000), Money.Dong(30_000),
        [new(new("Tỏi đen một nhánh", "Single-clove black garlic"), new("hũ 250 g", "jar of 250 g"), 2, Money.Dong(770_000))]);

    private static readonly PartMail Tea = new(
        new("Chè Shan Tà Xùa", "Shan tea of Tà Xùa"), DeliveryWay.PickUp, Money.Dong(450_000), Money.Dong(0),
        [new(new("Chè Shan cổ thụ", "Old-tree Shan tea"), new("gói 100 g", "pack of 100 g"), 1, Money.Dong(450_000))]);

    private static readonly PartMail Sent = Garlic with
    {
        Parcels = [TrackedParcel.Of(Carrier.Ghn, "GHN7K2P9D")],
    };

    private static readonly SendWindow InJune = new(new(2027, 6, 5), new(2027, 6, 20));

    private static readonly PartMail Mango = new(
        new("Xoài Yên Châu", "Mangoes of Yên Châu"), DeliveryWay.Standard, Money.Dong(440_000), Money.Dong(30_000),
        [
            new(new("Xoài tròn Yên Châu", "Round mangoes of Yên Châu"), new("thùng 5 kg", "box of 5 kg"), 1, Money.Dong(320_000), InJune),
            new(new("Xoài sấy dẻo", "Soft dried mango"), new("gói 200 g", "pack of 200 g"), 1, Money.Dong(120_000)),
        ])
    {
        Window = InJune,
    };

    private static readonly BuyerMail Order = new(
        "CM7K2P9DXQ", "Nguyễn Thị Hạnh", "https://coopmarket.test/orders/CM7K2P9DXQ?s=secret", PaymentWay.BankTransfer, Money.Dong(1_250_000), Later,
        "12 ngõ 5, Cầu Giấy, Hà Nội", [Garlic, Tea]);

    private static readonly BuyerMail InCash = Order with { Way = PaymentWay.CashOnDelivery, PayBy = null };

    private static readonly BuyerMail InEuros = Order with { Way = PaymentWay.Card, Charged = new(4_268, Currency.EUR), Terms = new(Currency.EUR, new(2026, 11, 23), 2_987_654, 200) };

    private static readonly SaleMail ToLyon = new(
        [new(Garlic.Cooperative, "Hợp tác xã Tỏi đen Gia Phù", "bản Tọ", "xã Gia Phù", "Sơn La", "+84900000101")],
        new(2026, 11, 27), "https://coopmarket.test/fr/terms", "https://coopmarket.test/fr/withdraw", IsAbroad: true);

    private static readonly DeclinedMail OneJar = new(
        new("Tỏi đen một nhánh", "Single-clove black garlic"), new("hũ 250 g", "jar of 250 g"), 1, Money.Dong(385_000), "Mẻ này nứt vỏ, không dám gửi.");

    private static readonly DeskMail ToDesk = new(
        "CM7K2P9DXQ", "https://coopmarket.test/sell/orders/CM7K2P9DXQ", "Nguyễn Thị Hạnh, 12 ngõ 5, Cầu Giấy, Hà Nội", "Gọi trước khi giao nhé", false, Later, Garlic);

    /// <summary>All of them, in the order of an order's life.</summary>
    public static IReadOnlyList<EmailSituation> All { get; } =
    [
        new("placed by transfer", "Orders/Emails/Placed", Order),
        new("placed by card", "Orders/Emails/Placed", Order with { Way = PaymentWay.Card }),
        new("placed by card in euros", "Orders/Emails/Placed", InEuros),
        new("placed in cash", "Orders/Emails/Placed", InCash),
        new("placed in cash at a cooperative that calls first", "Orders/Emails/Placed", InCash with { Parts = [Garlic with { CallsFirst = true }, Tea] }),
        new("placed ahead of a harvest", "Orders/Emails/Placed", Order with { Parts = [Mango] }),
        new("placed from the European Union", "Orders/Emails/Placed", Order with { Total = Money.Dong(800_000), SendTo = "3 rue des Tables Claudiennes, 69001 Lyon", Parts = [Garlic], Sale = ToLyon }),
        new("paid", "Orders/Emails/Paid", Order),
        new("paid in euros", "Orders/Emails/Paid", InEuros),
        new("asked for the link again", "Orders/Emails/Link", Order),
        new("paid only in part", "Orders/Emails/Short", Order with { Short = new(Money.Dong(1_000_000), Money.Dong(250_000)) }),
        new("not paid in time", "Orders/Emails/Expired", Order),
        new("called off before it was paid", "Orders/Emails/Cancelled", Order),
        new("an account for a refund is told", "Orders/Emails/RefundAccount", Order with { RefundAccount = new("Vietcombank", "4471") }),
        new("sent elsewhere than it was ordered", "Orders/Emails/Readdressed", Order),
        new("the bank took the money back", "Orders/Emails/TakenBack", Order with { TakenBack = Money.Dong(1_250_000) }),
        new("a new order for the desk", "Orders/Emails/ToAccept", ToDesk),
        new("a new order in cash for the desk", "Orders/Emails/ToAccept", ToDesk with { InCash = true, Note = "" }),
        new("a new order in cash for a desk that calls first", "Orders/Emails/ToAccept", ToDesk with { InCash = true, Part = Garlic with { CallsFirst = true } }),
        new("the desk is reminded", "Orders/Emails/AcceptPlease", ToDesk),
        new("a new order ahead of a harvest for the desk", "Orders/Emails/ToAccept", ToDesk with { Part = Mango }),
        new("what waited for a harvest is late", "Orders/Emails/HarvestLate", Order with { About = Mango }),
        new("the desk is told that it is late", "Orders/Emails/AtDesk", ToDesk with { Part = Mango, What = "harvest-late" }),
        new("accepted and not sent in time", "Orders/Emails/NotSent", Order with { About = Garlic }),
        new("packed and not sent in time", "Orders/Emails/NotSentPacked", Order with { About = Garlic }),
        new("the desk is told that it was to be sent", "Orders/Emails/AtDesk", ToDesk with { What = "not-sent" }),
        new("nobody accepted in time", "Orders/Emails/MayCancel", Order with { About = Garlic }),
        new("one jar declined", "Orders/Emails/Declined", Order with { About = Garlic, Declined = OneJar }),
        new("all of a part declined", "Orders/Emails/Declined", Order with { About = Garlic with { Lines = [] }, Declined = OneJar with { Quantity = 2, Owed = Money.Dong(800_000) } }),
        new("one jar declined in cash", "Orders/Emails/Declined", InCash with { About = Garlic, Declined = OneJar with { Owed = Money.Dong(0) } }),
        new("a part called off by its buyer", "Orders/Emails/CalledOff", Order with { About = Garlic, Refund = new(Money.Dong(800_000), "") }),
        new("a part called off by its buyer, in cash", "Orders/Emails/CalledOff", InCash with { About = Garlic, Refund = new(Money.Dong(0), "") }),
        new("ready to be fetched", "Orders/Emails/ReadyToFetch", Order with { About = Tea, Fetch = new("bản Bẹ", "xã Tà Xùa", "+84912345678") }),
        new("ready to be fetched, in cash", "Orders/Emails/ReadyToFetch", InCash with { About = Tea, Fetch = new("bản Bẹ", "xã Tà Xùa", "+84912345678") }),
        new("shipped", "Orders/Emails/Shipped", Order with { About = Sent }),
        new("shipped in cash", "Orders/Emails/Shipped", InCash with { About = Sent }),
        new("sent by another number than was told", "Orders/Emails/Renumbered", Order with { About = Sent }),
        new("sent in one more parcel", "Orders/Emails/FurtherParcel", InCash with { About = Sent with { Parcels = [.. Sent.Parcels, TrackedParcel.Of(Carrier.Ghn, "GHN7K2PB4")] } }),
        new("asked whether it arrived", "Orders/Emails/HasItArrived", Order with { About = Sent }),
        new("written down as refused", "Orders/Emails/Refused", InCash with { About = Sent }),
        new("the desk is told that it was taken after all", "Orders/Emails/AtDesk", ToDesk with { InCash = true, Note = "", What = "taken-after-all" }),
        new("delivered", "Orders/Emails/Delivered", Order with { About = Sent }),
        new("fetched", "Orders/Emails/Delivered", Order with { About = Tea }),
        new("something given back", "Orders/Emails/Refunded", Order with { About = Garlic, Refund = new(Money.Dong(385_000), "Một hũ bị vỡ trên đường.") }),
        new("something given back, paid in euros", "Orders/Emails/Refunded", InEuros with { About = Garlic, Refund = new(Money.Dong(385_000), "") }),
        new("something sent back, paid in cash", "Orders/Emails/Refunded", InCash with { About = Garlic, Refund = new(Money.Dong(385_000), "") }),
        new("written down as refused, paid by card", "Orders/Emails/Refused", Order with { Way = PaymentWay.Card, About = Sent }),
        new("came back untaken after its buyer had withdrawn", "Orders/Emails/CameBack", Order with { Way = PaymentWay.Card, About = Sent }),
        new("lost on its way", "Orders/Emails/Lost", Order with { About = Sent }),
        new("lost on its way, in cash", "Orders/Emails/Lost", InCash with { About = Sent }),
        new("withdrawn", "Orders/Emails/Withdrawn", Order with { Withdrawal = new("Claire Martin", Later, Later.AddDays(14), Garlic.Lines, "") }),
        new("withdrawn, and the money goes back by the bank", "Orders/Emails/Withdrawn", Order with { Withdrawal = new("Claire Martin", Later, Later.AddDays(14), Garlic.Lines, "") { AsksAccount = true } }),
        new("withdrawn too late", "Orders/Emails/Withdrawn", Order with { Withdrawal = new("", Later, Later, [], "refusal.TooLateToReturn") }),
        new("the cooperative takes it back", "Orders/Emails/ReturnAnswered", Order with { About = Garlic, Answer = new(true, "Gửi về bản Gia Phù, xã Gia Phù, Sơn La.") }),
        new("the cooperative does not take it back", "Orders/Emails/ReturnAnswered", Order with { About = Garlic, Answer = new(false, "Hũ đã mở và ăn gần hết.") }),
        new("what came back is not as it must be", "Orders/Emails/ReturnUnpaid", Order with { About = Garlic, Answer = new(false, "Hai hũ đã mở và ăn dở.") }),
        new("the desk learns that the market settled a return", "Orders/Emails/AtDesk", ToDesk with { What = "return-settled" }),
        new("the desk learns that a return is lost", "Orders/Emails/AtDesk", ToDesk with { What = "return-lost" }),
        new("the desk is asked to take something back", "Orders/Emails/AtDesk", ToDesk with { What = "return-asked", Part = Garlic with { Lines = [Garlic.Lines[0] with { Quantity = 1, Price = Money.Dong(385_000) }], IsSome = true } }),
        new("the desk learns that a buyer withdrew", "Orders/Emails/AtDesk", ToDesk with { What = "withdrawn-desk" }),
        new("the desk is reminded to answer", "Orders/Emails/AtDesk", ToDesk with { What = "return-answer" }),
        new("the desk is asked whether it is back", "Orders/Emails/AtDesk", ToDesk with { What = "return-close" }),
        new("the desk learns that a buyer misses a parcel", "Orders/Emails/AtDesk", ToDesk with { What = "missed", Part = Sent }),
        new("the desk learns that it goes elsewhere", "Orders/Emails/AtDesk", ToDesk with { What = "readdressed" }),
        new("the desk learns that a part is called off", "Orders/Emails/AtDesk", ToDesk with { What = "called-off" }),
        new("a lot is recalled that she has", "Orders/Emails/Recalled", Order with { About = Sent, Recall = new("TD-2611-07", "Nắp vài hũ đóng không kín.\nXin đừng ăn, gửi ảnh nắp hũ cho chúng tôi.", true, Garlic.Lines) }),
        new("a lot is recalled that was not sent", "Orders/Emails/Recalled", Order with { About = Garlic, Recall = new("TD-2611-07", "Nắp vài hũ đóng không kín.", false, Garlic.Lines) }),
        new("the bank disputes the payment", "Orders/Emails/Disputed", ToDesk with { Part = Sent }),
        new("the bank disputes the payment, and proof is taken until a day", "Orders/Emails/Disputed", ToDesk with { Part = Sent, ProofBy = Later }),
        new("a dispute is won", "Orders/Emails/AtDesk", ToDesk with { What = "dispute-won", Part = Sent }),
        new("a dispute is lost", "Orders/Emails/AtDesk", ToDesk with { What = "dispute-lost", Part = Sent }),
        new("more came in than the order needs", "Orders/Emails/Surplus", Order with { Refund = new(Money.Dong(25_000), "") }),
        new("a card paid too late", "Orders/Emails/Surplus", Order with { Way = PaymentWay.Card, Refund = new(Money.Dong(1_250_000), "") }),
        new("a hostile name", "Orders/Emails/Placed", Order with { Name = "<svg/onload=alert(1)> {{7*7}} a\r\nBcc: x@y" }),
    ];
}
