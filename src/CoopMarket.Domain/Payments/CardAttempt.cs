using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>Where an attempt to pay by card stands.</summary>
public enum CardAttemptState
{
    /// <summary>Written down before the gateway is asked.</summary>
    Begun,

    /// <summary>The gateway gave no answer, or one that says nothing: nobody knows whether there is a page.</summary>
    Unknown,

    /// <summary>The gateway's page stands open.</summary>
    Open,

    /// <summary>The gateway opened no page.</summary>
    Refused,

    /// <summary>The gateway has the money.</summary>
    Paid,

    /// <summary>The gateway closed the page; nobody can pay on it.</summary>
    Closed,
}

/// <summary>
/// One page of the card gateway for one order. Its id is the key under which the gateway is asked, so that asking twice opens one page.
/// <code>
/// from                 | to      | when
/// ---------------------|---------|------------------------------------------------------------
/// (new)                | Begun   | the buyer goes to pay
/// Begun, Unknown       | Open    | the gateway has opened a page
/// Begun, Unknown       | Refused | the gateway said no, or long after knows nothing of it
/// Begun                | Unknown | no answer in time, or one that says nothing
/// Begun, Unknown, Open | Closed  | the gateway says that nobody can pay on it any more
/// any                  | Paid    | the gateway says that it has the money, whatever was believed
/// </code>
/// </summary>
public sealed class CardAttempt : Entity
{
    /// <summary>How long the gateway's page stands open: a little more than the half hour that Stripe asks for at least.</summary>
    public static readonly TimeSpan PageOpen = TimeSpan.FromMinutes(31);

    /// <summary>After which time the gateway must know of what it was asked: longer than any call takes.</summary>
    public static readonly TimeSpan SurelyKnown = TimeSpan.FromMinutes(2);

    private CardAttempt()
    {
    }

    public CardAttemptId Id { get; private init; }

    public PaymentId Payment { get; private init; }

    public OrderId Order { get; private init; }

    /// <summary>The order's public code.</summary>
    public string Code { get; private init; } = "";

    /// <summary>What it pays of the order, in đồng.</summary>
    public Money Amount { get; private init; }

    /// <summary>What the gateway is asked to charge for that, in the currency that the buyer chose.</summary>
    public Money Charged { get; private init; }

    public CardAttemptState State { get; private set; }

    /// <summary>The gateway's name for the page; null while there is none.</summary>
    public string? Session { get; private set; }

    /// <summary>The page's address; null while there is none.</summary>
    public string? Page { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset BegunAt { get; private init; }

    /// <summary>When the gateway closes the page by itself, UTC.</summary>
    public DateTimeOffset ClosesAt { get; private init; }

    /// <summary>Until when somebody is asking the gateway about it, UTC; null where nobody is.</summary>
    public DateTimeOffset? AskedUntil { get; private set; }

    /// <summary>UTC; null while it is not decided.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it may still become a payment as far as the gateway is concerned.</summary>
    public bool IsLive => State is CardAttemptState.Begun or CardAttemptState.Unknown or CardAttemptState.Open;

    /// <summary>Whether a buyer can be sent to the page.</summary>
    public bool IsOpenAt(DateTimeOffset now) => State == CardAttemptState.Open && now < ClosesAt;

    /// <summary>Writes down that the gateway is about to be asked for a page for all that is open.</summary>
    public static CardAttempt Begin(CardAttemptId id, Payment payment, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return new()
        {
            Id = id,
            Payment = payment.Id,
            Order = payment.Order,
            Code = payment.Code,
            Amount = payment.Open,
            Charged = payment.OpenCharged,
            State = CardAttemptState.Begun,
            BegunAt = now,
            ClosesAt = now + PageOpen,
        };
    }

    /// <summary>The gateway has opened a page. Said again, or of an attempt that has ended, it changes nothing.</summary>
    public void Opened(string session, string page)
    {
        if (State is not (CardAttemptState.Begun or CardAttemptState.Unknown))
            return;
        (State, Session, Page) = (CardAttemptState.Open, session, page);
    }

    /// <summary>The gateway opened no page.</summary>
    public void Refuse(DateTimeOffset now)
    {
        if (State is CardAttemptState.Begun or CardAttemptState.Unknown)
            (State, EndedAt) = (CardAttemptState.Refused, now);
    }

    /// <summary>Nobody knows what the gateway did.</summary>
    public void LoseSight()
    {
        if (State == CardAttemptState.Begun)
            State = CardAttemptState.Unknown;
    }

    /// <summary>Nobody can pay on the page any more; raises <see cref="CardPageClosed"/> once.</summary>
    public void Close(string session, DateTimeOffset now)
    {
        if (!IsLive)
            return;
        (State, Session, EndedAt) = (CardAttemptState.Closed, session, now);
        Raise(new CardPageClosed(Id, Order));
    }

    /// <summary>What some of the charge pays of the order, in đồng.</summary>
    /// <param name="charged">In the currency of the charge.</param>
    public Money InDong(Money charged) => charged == Charged ? Amount : Exchange.Part(Amount, charged, Charged);

    /// <summary>The gateway has the money.</summary>
    /// <returns>False when that was said before.</returns>
    public bool TryPay(string session, DateTimeOffset now)
    {
        if (State == CardAttemptState.Paid)
            return false;
        (State, Session, EndedAt) = (CardAttemptState.Paid, session, now);
        return true;
    }
}
