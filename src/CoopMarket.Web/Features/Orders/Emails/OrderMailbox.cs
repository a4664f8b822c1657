using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Features.Shipping.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Emails;

/// <summary>Writes to the buyer of an order in her language, and to the members of a cooperative in theirs.</summary>
internal sealed class OrderMailbox(MarketDb db, OrderSecrets secrets, BuyersToTell buyers, MembersToTell members, Mailroom mailroom, MarketSettings market, Words words)
{
    private const string Home = "VN";

    /// <summary>The order; its parts are there.</summary>
    public Task<Order> OrderAsync(OrderId id, CancellationToken cancellationToken)
        => db.Set<Order>().AsNoTracking().AsSplitQuery().FirstAsync(o => o.Id == id, cancellationToken);

    /// <summary>The order with a public code; its parts are there. Null where there is none.</summary>
    public Task<Order?> FindAsync(string code, CancellationToken cancellationToken)
        => db.Set<Order>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(o => o.Code == code, cancellationToken);

    /// <summary>Whether mails about an order go to an address.</summary>
    public async Task<bool> ReachesAsync(Order order, string email, CancellationToken cancellationToken)
        => string.Equals(await AddressAsync(order, cancellationToken), email, StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes to the buyer; to nobody where she left no e-mail.</summary>
    /// <param name="about">The part that it is about; null for the whole order.</param>
    public Task TellBuyerAsync(Delivery delivery, Order order, string template, SellerOrder? about, DeclinedMail? declined, CancellationToken cancellationToken)
        => SendAsync(delivery, order, template, m => m with { About = about is null ? null : Part(about), Declined = declined }, cancellationToken);

    /// <summary>Writes to the buyer what she bought of whom, and by which rules.</summary>
    public Task TellPlacedAsync(Delivery delivery, Order order, SaleMail sale, CancellationToken cancellationToken)
        => SendAsync(delivery, order, "Placed", m => m with { Sale = sale }, cancellationToken);

    /// <summary>Writes to the buyer that a cooperative gives back some of a part.</summary>
    public Task TellRefundedAsync(Delivery delivery, Order order, SellerOrder about, RefundMail refund, CancellationToken cancellationToken)
        => SendAsync(delivery, order, "Refunded", m => m with { About = Part(about), Refund = refund }, cancellationToken);

    /// <summary>Writes to the buyer that a part is called off, as she wished, and what of it goes back: what was declined before has been told.</summary>
    public Task TellCalledOffAsync(Delivery delivery, Order order, SellerOrder about, CancellationToken cancellationToken)
        => SendAsync(delivery, order, "CalledOff", m => m with { About = Part(about), Refund = new(order.Way == PaymentWay.CashOnDelivery ? Money.Zero(about.Total.Currency) : about.GoodsKept + about.Refundable(null), "") }, cancellationToken);

    /// <summary>Writes to the buyer that a part waits to be fetched.</summary>
    public Task TellReadyToFetchAsync(Delivery delivery, Order order, SellerOrder about, FetchMail fetch, CancellationToken cancellationToken)
        => SendAsync(delivery, order, "ReadyToFetch", m => m with { About = Part(about), Fetch = fetch }, cancellationToken);

    /// <summary>Writes to the buyer that money came in which her order does not need.</summary>
    /// <param name="way">The way that it came by and goes back.</param>
    public Task TellSurplusAsync(Delivery delivery, Order order, PaymentWay way, Money amount, CancellationToken cancellationToken)
        => SendAsync(delivery, order, "Surplus", m => m with { Way = way, Refund = new(amount, "") }, cancellationToken);

    /// <summary>Writes to the buyer that some of her money came in, and what is still missing; nothing where the rest has come meanwhile, or is not waited for any more.</summary>
    public Task TellShortAsync(Delivery delivery, Order order, ShortMail money, CancellationToken cancellationToken)
        => order is not { State: OrderState.AwaitingPayment, PayBy: not null } ? Task.CompletedTask : SendAsync(delivery, order, "Short", m => m with { Short = money }, cancellationToken);

    /// <summary>Writes to the buyer that the bank took back some of what she had paid.</summary>
    public Task TellTakenBackAsync(Delivery delivery, Order order, Money amount, CancellationToken cancellationToken)
        => SendAsync(delivery, order, "TakenBack", m => m with { TakenBack = amount }, cancellationToken);

    /// <summary>Writes to the buyer to which account her money goes back.</summary>
    public Task TellRefundAccountAsync(Delivery delivery, Order order, AccountMail account, CancellationToken cancellationToken)
        => SendAsync(delivery, order, "RefundAccount", m => m with { RefundAccount = account }, cancellationToken);

    /// <summary>Writes to the buyer what she withdrew from, or why she can't.</summary>
    public Task TellWithdrawnAsync(Delivery delivery, Order order, WithdrawalMail withdrawal, CancellationToken cancellationToken)
        => SendAsync(delivery, order, "Withdrawn", m => m with { Withdrawal = withdrawal }, cancellationToken);

    /// <summary>Writes to the buyer that some of a part was called back.</summary>
    public Task TellRecalledAsync(Delivery delivery, Order order, SellerOrder about, RecallMail recall, CancellationToken cancellationToken)
        => SendAsync(delivery, order, "Recalled", m => m with { About = Part(about), Recall = recall }, cancellationToken);

    /// <summary>Writes to the buyer whether the cooperative takes something back.</summary>
    public Task TellAnsweredAsync(Delivery delivery, Order order, SellerOrder about, AnswerMail answer, CancellationToken cancellationToken)
        => SendAsync(delivery, order, "ReturnAnswered", m => m with { About = Part(about), Answer = answer }, cancellationToken);

    /// <summary>Writes to the buyer that nothing is given back for what she sent back.</summary>
    public Task TellUnpaidAsync(Delivery delivery, Order order, SellerOrder about, AnswerMail answer, CancellationToken cancellationToken)
        => SendAsync(delivery, order, "ReturnUnpaid", m => m with { About = Part(about), Answer = answer }, cancellationToken);

    /// <summary>Writes to every member who packs at the part's cooperative that something happened.</summary>
    /// <param name="what">The part of the texts' keys.</param>
    /// <param name="back">Of which goods alone, where it is about what comes back; null where it is about all of the part.</param>
    public Task SayAtDeskAsync(Delivery delivery, Order order, SellerOrder part, string what, CancellationToken cancellationToken, Return? back = null)
        => TellDeskAsync(delivery, order, part, "AtDesk", cancellationToken, what, back: back);

    /// <summary>Writes to every member who packs at the part's cooperative.</summary>
    /// <param name="what">The part of the texts' keys, where the template is for several.</param>
    /// <param name="proofBy">Until when the card gateway takes proof against a dispute, UTC; null elsewhere.</param>
    /// <param name="back">What comes back; null elsewhere.</param>
    public async Task TellDeskAsync(Delivery delivery, Order order, SellerOrder part, string template, CancellationToken cancellationToken, string what = "", DateTimeOffset? proofBy = null, Return? back = null)
    {
        foreach (var member in await members.OfAsync(part.Cooperative, DeskRoles.Packing, cancellationToken))
        {
            if (member.Email is not { } to)
                continue;
            var language = Languages.AtDesk(member.Language);
            var link = $"{market.PublicUrl}{Languages.Prefix(language)}/sell/orders/{order.Code}";
            var mail = new DeskMail(
                order.Code, link, $"{order.To.Name}, {Place(order, language)}", order.Note, order.Way == PaymentWay.CashOnDelivery, part.AcceptBy ?? order.PlacedAt, back is null ? Part(part) : Some(part, back))
            { What = what, ProofBy = proofBy };
            await mailroom.SendAsync(delivery.IdFor($"{part.Id} {to}"), to, language, "Orders/Emails/" + template, mail, cancellationToken);
        }
    }

    private async Task SendAsync(Delivery delivery, Order order, string template, Func<BuyerMail, BuyerMail> about, CancellationToken cancellationToken)
    {
        if (await AddressAsync(order, cancellationToken) is not { } to)
            return;
        var mail = new BuyerMail(
            order.Code, order.To.Name, await secrets.LinkAsync(order.Id, cancellationToken), order.Way, order.Total, order.PayBy, Place(order, order.Language),
            [.. order.Parts.OrderBy(p => p.Position).Select(Part)])
        {
            Charged = order.Charged,
            Terms = order.Terms,
        };
        await mailroom.SendAsync(delivery.Id, to, order.Language, "Orders/Emails/" + template, about(mail), cancellationToken);
    }

    private static PartMail Part(SellerOrder part) => new(
        part.CooperativeName, part.Way, part.GoodsLeft, part.Delivery,
        [.. part.Lines.Where(l => l.Left > 0).OrderBy(l => l.Position).Select(l => new LineMail(l.ProductName, l.VariantName, l.Left, l.GoodsLeft, l.Window, l.ReadyInDays))])
    {
        Parcels = [.. part.Parcels.Select(p => TrackedParcel.Of(p.Carrier, p.Number))],
        CallsFirst = part.CallsFirst,
        Window = part.WindowAhead,
    };

    private static PartMail Some(SellerOrder part, Return back) => Part(part) with
    {
        Lines = [.. back.Lines.Select(l => (part.Line(l.Line), l.Quantity)).Select(l => new LineMail(l.Item1.ProductName, l.Item1.VariantName, l.Quantity, l.Item1.UnitPrice * l.Quantity))],
        IsSome = true,
    };

    private string Place(Order order, string language) => order.Address.Row(order.Address.Country == Home ? "" : words.In(language, "countries." + order.Address.Country));

    private Task<string?> AddressAsync(Order order, CancellationToken cancellationToken) => buyers.AddressAsync(order.Buyer, order.To.Email, cancellationToken);
}
