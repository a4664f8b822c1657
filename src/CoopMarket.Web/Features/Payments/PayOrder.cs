using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// What a buyer needs to pay an order: by bank transfer the account, the text and a code to scan, for exactly what is open; by card
/// where the gateway's page stands.
/// </summary>
internal static class PayOrder
{
    internal sealed record Query(Actor Actor, string OrderCode, string? OrderSecret) : IQuery<View?>, IForGuestOf;

    /// <summary>An order's payment.</summary>
    /// <param name="Open">What is still to come.</param>
    /// <param name="Transfer">Null where nothing is to be transferred: it is paid, closed, paid by card, or collected by the carrier.</param>
    /// <param name="Card">How the latest attempt by card went; null where there is none.</param>
    internal sealed record View(
        string Code, PaymentWay Way, PaymentState State, Money Expected, Money Paid, Money Open, DateTimeOffset? PayBy, Transfer? Transfer, CardAttemptState? Card)
    {
        /// <summary>What a card is charged for what is still to come.</summary>
        public Money Charged { get; init; }
    }

    /// <summary>Where to, how much, and with which text.</summary>
    internal sealed record Transfer(string BankName, string AccountNumber, string AccountName, Money Amount, string Text, QrPicture Qr);

    internal sealed class Handler(MarketDb db, Balances balances, BankTransferSettings bank) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var code = PublicCode.Parse(request.OrderCode).Value;
            if (await db.Set<Payment>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancellationToken) is not { } payment)
                return null;
            if (payment.State != PaymentState.TakenBack)
                return new(
                    payment.Code, payment.Way, payment.State, payment.Expected, payment.Paid, payment.Open, payment.PayBy, TransferOf(payment, payment.Open),
                    await CardAsync(payment, cancellationToken))
                { Charged = payment.OpenCharged };
            // What came for the goods that she keeps was taken back: she may send exactly that again, and nothing runs out.
            var owed = await balances.OwedByBuyerAsync(payment.Order, cancellationToken);
            return new(payment.Code, payment.Way, payment.State, payment.Expected, Money.Zero(owed.Currency), owed, null, TransferOf(payment, owed), null);
        }

        private async Task<CardAttemptState?> CardAsync(Payment payment, CancellationToken cancellationToken) => payment.Way != PaymentWay.Card
            ? null
            : await db.Set<CardAttempt>().Where(a => a.Payment == payment.Id).OrderByDescending(a => a.BegunAt).Select(a => (CardAttemptState?)a.State).FirstOrDefaultAsync(cancellationToken);

        // What a card had paid and its bank took back is paid by transfer: the gateway's page is closed.
        private Transfer? TransferOf(Payment payment, Money open) => (payment.Way == PaymentWay.BankTransfer || payment.State == PaymentState.TakenBack) && open.Minor > 0 && bank.IsOffered
            ? new(
                Banks.Find(bank.Bin)?.ShortName ?? bank.Bin, bank.AccountNumber, bank.AccountName, open, payment.Code,
                QrPicture.Of(VietQr.Transfer(bank.Bin, BankAccount.Plain(bank.AccountNumber), open.Minor, payment.Code)))
            : null;
    }
}
