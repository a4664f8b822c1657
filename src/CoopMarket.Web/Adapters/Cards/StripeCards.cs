using System.Net;
using System.Text.Json;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using Stripe;
using Stripe.Checkout;

namespace CoopMarket.Web.Adapters.Cards;

/// <summary>
/// Stripe Checkout: the page on which cards are typed is Stripe's own, so no card number comes near the market. Nothing is tried
/// again in here: whether to ask again is decided by who knows what hangs on it.
/// </summary>
internal sealed partial class StripeCards(StripeDoor door, ILogger<StripeCards> log)
{
    /// <summary>Under which name the key of a call goes with what it asked for.</summary>
    public const string CallName = "call";

    // Of a hundred each: more than all sessions of a rush, or all messages of a week without the webhook.
    private const int MostPages = 200;

    private static readonly List<string> Types
        = [CardEvent.Completed, CardEvent.PaidLater, CardEvent.Expired, CardEvent.Disputed, CardEvent.Withdrawn, CardEvent.Reinstated, CardEvent.RefundMade, CardEvent.RefundChanged, CardEvent.RefundFailed, CardEvent.TransferMade, CardEvent.TransferReversed];

    /// <summary>Asks for a page.</summary>
    public async Task<CardAnswer> OpenAsync(CardOrder order, CancellationToken cancellationToken)
    {
        try
        {
            var session = await door.Client().V1.Checkout.Sessions.CreateAsync(Options(order), new() { IdempotencyKey = order.Attempt.ToString() }, cancellationToken);
            return session is { Id.Length: > 0, Url.Length: > 0 } ? new CardAnswer.Opened(session.Id, session.Url) : new CardAnswer.Unknown();
        }
        catch (StripeException e) when (StripeDoor.IsNo(e.HttpStatusCode))
        {
            Refused(order.Code, (int)e.HttpStatusCode, e.StripeError?.Code ?? "");
            return new CardAnswer.Refused(e.StripeError?.Code ?? "");
        }
        catch (Exception e) when (StripeDoor.IsSilence(e, cancellationToken))
        {
            Silent(order.Code, e.GetType().Name);
            return new CardAnswer.Unknown();
        }
    }

    /// <summary>Looks for the page that was asked for under a key; null where the gateway knows of none.</summary>
    /// <param name="begunAt">When it was asked for, UTC.</param>
    /// <exception cref="CardsUnreachableException">The gateway gave no answer.</exception>
    public Task<CardPageState?> FindAsync(CardAttemptId attempt, DateTimeOffset begunAt, CancellationToken cancellationToken) => door.AskAsync(async client =>
    {
        SessionListOptions options = new()
        {
            Created = new DateRangeOptions { GreaterThanOrEqual = (begunAt - CardAttempt.SurelyKnown).UtcDateTime, LessThanOrEqual = (begunAt + CardAttempt.SurelyKnown).UtcDateTime },
            Limit = 100,
        };
        for (var page = 0; page < MostPages; page++)
        {
            var found = await client.V1.Checkout.Sessions.ListAsync(options, null, cancellationToken);
            if (found.Data.Find(s => s.ClientReferenceId == attempt.ToString()) is { } session)
                return State(session);
            if (!found.HasMore)
                return null;
            options.StartingAfter = found.Data[^1].Id;
        }

        throw new CardsUnreachableException(new InvalidOperationException($"More than {MostPages} pages of sessions around {begunAt:O}."));
    }, cancellationToken);

    /// <summary>Where a page stands.</summary>
    /// <exception cref="CardsUnreachableException">The gateway gave no answer.</exception>
    public Task<CardPageState> ReadAsync(string session, CancellationToken cancellationToken)
        => door.AskAsync(async client => State(await client.V1.Checkout.Sessions.GetAsync(session, null, null, cancellationToken)), cancellationToken);

    /// <summary>Where a page stands; null where the gateway knows of none.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public Task<CardPageState?> KnownAsync(string session, CancellationToken cancellationToken) => door.AskAsync(async client =>
    {
        try
        {
            return State(await client.V1.Checkout.Sessions.GetAsync(session, null, null, cancellationToken));
        }
        catch (StripeException e) when (e.HttpStatusCode == HttpStatusCode.NotFound)
        {
            return (CardPageState?)null;
        }
    }, cancellationToken);

    /// <summary>Closes a page, so that nobody can pay on it any more.</summary>
    /// <returns>Where it stands: closed, or paid just before.</returns>
    /// <exception cref="CardsUnreachableException">The gateway gave no answer.</exception>
    public Task<CardPageState> CloseAsync(string session, CancellationToken cancellationToken) => door.AskAsync(async client =>
    {
        try
        {
            return State(await client.V1.Checkout.Sessions.ExpireAsync(session, null, null, cancellationToken));
        }
        catch (StripeException e) when (e.HttpStatusCode == HttpStatusCode.BadRequest)
        {
            // It is not open any more: paid, or closed by its own clock.
            return State(await client.V1.Checkout.Sessions.GetAsync(session, null, null, cancellationToken));
        }
    }, cancellationToken);

    /// <summary>The pages of a time that were paid.</summary>
    /// <param name="from">When they were opened, UTC.</param>
    /// <param name="to">UTC.</param>
    /// <exception cref="CardsUnreachableException">The gateway gave no answer.</exception>
    public Task<IReadOnlyList<CardSession>> PaidAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => door.AskAsync<IReadOnlyList<CardSession>>(async client =>
    {
        List<CardSession> paid = [];
        await foreach (var session in client.V1.Checkout.Sessions.ListAutoPagingAsync(new() { Created = Between(from, to), Status = "complete", Limit = 100 }, null, cancellationToken))
            if (session.PaymentStatus == "paid")
                paid.Add(State(session).Told);
        return paid;
    }, cancellationToken);

    /// <summary>Asks for money to be sent back on a charge.</summary>
    public async Task<RefundAnswer> SendBackAsync(CardRefundOrder order, CancellationToken cancellationToken)
    {
        RefundCreateOptions options = new()
        {
            PaymentIntent = order.Charge,
            Amount = order.Amount.Minor,
            Reason = "requested_by_customer",
            Metadata = new() { [CallName] = order.Call.ToString() },
        };
        try
        {
            var refund = await door.Client().V1.Refunds.CreateAsync(options, new() { IdempotencyKey = order.Call.ToString() }, cancellationToken);
            return refund is { Id.Length: > 0 } ? new RefundAnswer.Sent(refund.Id) : new RefundAnswer.Unknown();
        }
        catch (StripeException e) when (StripeDoor.IsNo(e.HttpStatusCode) && e.HttpStatusCode != HttpStatusCode.TooManyRequests)
        {
            NotSent(order.Charge, (int)e.HttpStatusCode, e.StripeError?.Code ?? "");
            return new RefundAnswer.Refused(e.StripeError?.Code is { Length: > 0 } code ? code : $"{(int)e.HttpStatusCode}");
        }
        catch (StripeException e) when (e.HttpStatusCode == HttpStatusCode.TooManyRequests)
        {
            return new RefundAnswer.NotNow();
        }
        catch (Exception e) when (StripeDoor.IsSilence(e, cancellationToken))
        {
            Silent(order.Charge, e.GetType().Name);
            return new RefundAnswer.Unknown();
        }
    }

    /// <summary>Looks among what was sent back on a charge for what a call asked for; null where there is nothing of it.</summary>
    /// <exception cref="CardsUnreachableException">The gateway gave no answer.</exception>
    public Task<CardRefund?> FindRefundAsync(RefundCallId call, string charge, CancellationToken cancellationToken) => door.AskAsync(async client =>
    {
        await foreach (var refund in client.V1.Refunds.ListAutoPagingAsync(new() { PaymentIntent = charge, Limit = 100 }, null, cancellationToken))
            if (refund.Metadata?.GetValueOrDefault(CallName) == call.ToString())
                return Refund(refund);
        return (CardRefund?)null;
    }, cancellationToken);

    private static DateRangeOptions Between(DateTimeOffset from, DateTimeOffset to) => new() { GreaterThanOrEqual = from.UtcDateTime, LessThan = to.UtcDateTime };

    /// <summary>Messages that the gateway could not deliver, of the kinds that something hangs on, the latest first.</summary>
    /// <param name="since">UTC.</param>
    /// <exception cref="CardsUnreachableException">The gateway gave no answer.</exception>
    public Task<IReadOnlyList<CardMessage>> UndeliveredAsync(DateTimeOffset since, CancellationToken cancellationToken) => door.AskAsync<IReadOnlyList<CardMessage>>(async client =>
    {
        List<CardMessage> messages = [];
        EventListOptions options = new() { DeliverySuccess = false, Types = Types, Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime }, Limit = 100 };
        for (var page = 0; page < MostPages; page++)
        {
            var found = await client.V1.Events.ListAsync(options, null, cancellationToken);
            // Read as the webhook reads them: the library refuses what is written in another version of the language.
            using var json = JsonDocument.Parse(found.StripeResponse.Content);
            messages.AddRange(json.RootElement.GetProperty("data").EnumerateArray().Select(StripeMessage.Read).OfType<CardMessage>());
            if (!found.HasMore)
                break;
            options.StartingAfter = found.Data[^1].Id;
        }

        return messages;
    }, cancellationToken);

    private static SessionCreateOptions Options(CardOrder order) => new()
    {
        Mode = "payment",
        AllowedPaymentMethodTypes = ["card"],
        // She pays what the market's page said, in the currency that she chose there: the gateway offers her no other.
        AdaptivePricing = new() { Enabled = false },
        ClientReferenceId = order.Attempt.ToString(),
        LineItems =
        [
            new()
            {
                Quantity = 1,
                // In the currency's smallest unit; đồng, yen and won have none: 100,000 ₫ is sent as 100000, € 12.40 as 1240.
                PriceData = new() { Currency = order.Amount.Currency.ToString().ToLowerInvariant(), UnitAmount = order.Amount.Minor, ProductData = new() { Name = order.Name } },
            },
        ],
        Metadata = new() { ["order"] = order.Code },
        PaymentIntentData = new() { Description = order.Code, Metadata = new() { ["order"] = order.Code, ["attempt"] = order.Attempt.ToString() } },
        Locale = order.Language,
        SuccessUrl = order.Paid,
        CancelUrl = order.Back,
        ExpiresAt = order.ClosesAt.UtcDateTime,
    };

    private static CardRefund Refund(Refund refund) => new(refund.Id, Currencies.Find(refund.Currency) is { } currency ? new Money(refund.Amount, currency) : null);

    private static CardPageState State(Session session) => new(
        new(session.Id, session.ClientReferenceId ?? "", session.PaymentIntentId ?? "", session.AmountTotal, session.Currency ?? "", session.PaymentStatus == "paid"),
        session.Url ?? "", session.Status == "expired");

    [LoggerMessage(LogLevel.Warning, "Stripe opened no page for {Code}: {Status} {Reason}")]
    private partial void Refused(string code, int status, string reason);

    [LoggerMessage(LogLevel.Warning, "Stripe sent nothing back on {Charge}: {Status} {Reason}")]
    private partial void NotSent(string charge, int status, string reason);

    [LoggerMessage(LogLevel.Warning, "Stripe did not say what it did for {About}: {Fault}")]
    private partial void Silent(string about, string fault);
}
