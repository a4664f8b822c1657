using CoopMarket.Domain.Payments;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Decides what a stored message of the card gateway means. Messages come in any order, doubled and late: a page that was paid
/// stays paid, and each charge is counted once. What doesn't fit is never a payment; money in it waits for an admin.
/// </summary>
internal sealed class OnCardEventStored(MarketDb db, BankLines lines, Disputes disputes, GatewayRefunds refunds, GatewayNews news, StripeSettings settings, TimeProvider time) : IHandle<CardEventStored>
{
    /// <summary>How the gateway stands among the accounts on which money comes in.</summary>
    public const string Account = "stripe";

    public async Task HandleAsync(CardEventStored happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var told = await db.Set<CardEvent>().SingleAsync(e => e.Id == happened.Event, cancellationToken);
        if (told.State != CardEventState.Received)
            return;
        var attempt = told.Attempt is { } id ? await db.Set<CardAttempt>().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : null;
        if (told.Type is CardEvent.Completed or CardEvent.PaidLater && told.IsPaid)
            await PaidAsync(told, attempt, cancellationToken);
        else if (told.Type == CardEvent.Expired)
            Closed(told, attempt);
        else if (told.Type is CardEvent.Disputed or CardEvent.DisputeClosed or CardEvent.Withdrawn or CardEvent.Reinstated or CardEvent.RefundMade or CardEvent.RefundFailed
            || (told.Type == CardEvent.RefundChanged && !told.IsPaid))
            await AfterwardsAsync(told, cancellationToken);
        else if (told.Type is CardEvent.AccountChanged or CardEvent.TransferMade or CardEvent.TransferReversed)
            await ConnectedAsync(told, cancellationToken);
        else
            told.Ignore();
    }

    // A message alone moves nothing here: it says that there is something to look up. Whoever is paid so is not known where nobody is.
    private async Task ConnectedAsync(CardEvent told, CancellationToken cancellationToken)
    {
        var isAccount = told.Type == CardEvent.AccountChanged;
        if (told.IsLive != settings.IsLive)
            Doubt(CardFlaw.Mode);
        else if (!isAccount && told.Account.Length > 0)
            Doubt(CardFlaw.Account);
        else if (isAccount ? await news.OfAccountAsync(told.Session, told.Reference, cancellationToken) : await news.OfTransferAsync(told.Session, told.Reference, cancellationToken))
            told.Use();
        else if (isAccount && told.Account.Length == 0)
            told.Ignore();
        else
            Doubt(CardFlaw.Stranger);

        void Doubt(CardFlaw flaw)
        {
            if (settings.Connects)
                told.Doubt(flaw);
            else
                told.Ignore();
        }
    }

    private async Task AfterwardsAsync(CardEvent told, CancellationToken cancellationToken)
    {
        if ((told.FlawOfMoney(settings.IsLive) ?? await disputes.FlawAsync(told, cancellationToken)) is { } flaw)
        {
            told.Doubt(flaw);
            return;
        }

        if (told.Type == CardEvent.Disputed)
        {
            await disputes.BeginAsync(told, cancellationToken);
            told.Doubt(CardFlaw.Disputed);
            return;
        }

        if (told.Type == CardEvent.Withdrawn)
            await disputes.WithdrawAsync(told, cancellationToken);
        else if (told.Type == CardEvent.DisputeClosed)
            await disputes.EndAsync(told, cancellationToken);
        else if (told.Type == CardEvent.Reinstated)
            await disputes.ReinstateAsync(told, cancellationToken);
        else if (told.Type == CardEvent.RefundMade ? !await refunds.MadeAsync(told, cancellationToken) : !await refunds.FailAsync(told, cancellationToken))
        {
            told.Doubt(CardFlaw.Stranger);
            return;
        }

        told.Use();
    }

    private async Task PaidAsync(CardEvent told, CardAttempt? attempt, CancellationToken cancellationToken)
    {
        var flaw = told.FlawOfPaid(attempt, settings.IsLive);
        if (flaw is null or CardFlaw.Amount or CardFlaw.Stranger)
        {
            var charge = told.Charge.Length > 0 ? told.Charge : told.Session;
            var moved = told.Moved!.Value;
            await lines.StoreAsync(
                new(MoneySource.Card, told.Session, "Stripe", charge, new((attempt?.InDong(moved) ?? moved).Minor, attempt?.Code ?? "", TransferDirection.In, Account), told.HappenedAt)
                {
                    IsDoubtful = flaw is not null,
                    Moved = moved,
                },
                cancellationToken);
        }

        if (flaw is { } odd)
        {
            told.Doubt(odd);
            // Nobody pays twice on one page: what came is all that comes.
            if (odd == CardFlaw.Amount)
                attempt!.Close(told.Session, time.Now());
            return;
        }

        attempt!.TryPay(told.Session, time.Now());
        told.Use();
    }

    private void Closed(CardEvent told, CardAttempt? attempt)
    {
        if (told.Account.Length > 0 || told.IsLive != settings.IsLive)
        {
            told.Doubt(told.Account.Length > 0 ? CardFlaw.Account : CardFlaw.Mode);
            return;
        }

        attempt?.Close(told.Session, time.Now());
        told.Use();
    }
}
