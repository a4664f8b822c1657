using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>The whole amount of an order came in; not raised for cash on delivery.</summary>
[EventName("payments.payment-captured")]
public sealed record PaymentCaptured(PaymentId Payment, OrderId Order, Money Amount) : DomainEvent;

/// <summary>Some of the amount of an order came in, and the rest is still missing.</summary>
/// <param name="Paid">What came in so far.</param>
/// <param name="Open">What is still missing.</param>
[EventName("payments.payment-fell-short")]
public sealed record PaymentFellShort(PaymentId Payment, OrderId Order, Money Paid, Money Open) : DomainEvent;

/// <summary>Money arrived on the market's account; what it pays is decided afterwards.</summary>
[EventName("payments.money-came-in")]
public sealed record MoneyCameIn(MoneyInId MoneyIn, Money Amount) : DomainEvent
{
    /// <summary>Where it lies.</summary>
    public MoneyPlace Place { get; init; }

    /// <summary>What it was in the currency in which it moved; null where that is the đồng.</summary>
    public Money? Foreign { get; init; }
}

/// <summary>A message of the card gateway is safely stored; what it means is decided afterwards.</summary>
/// <param name="Event">Its name at the gateway.</param>
[EventName("payments.card-event-stored")]
public sealed record CardEventStored(string Event) : DomainEvent;

/// <summary>Nobody can pay any more on the page that the card gateway had opened for an order.</summary>
[EventName("payments.card-page-closed")]
public sealed record CardPageClosed(CardAttemptId Attempt, OrderId Order) : DomainEvent;

/// <summary>Money that belongs to no sale is owed back to whoever sent it.</summary>
[EventName("payments.surplus-fell-due")]
public sealed record SurplusFellDue(RefundDueId Refund, OrderId? Order, Money Amount) : DomainEvent
{
    /// <summary>Why.</summary>
    public RefundReason Reason { get; init; }

    /// <summary>Where it lies.</summary>
    public MoneyPlace Place { get; init; }
}

/// <summary>What was owed back has left the market's account, or the card gateway.</summary>
[EventName("payments.refund-paid")]
public sealed record RefundPaid(RefundDueId Refund, OrderId? Order, Money Amount) : DomainEvent
{
    /// <summary>What it left.</summary>
    public MoneyPlace Place { get; init; }

    /// <summary>What it was in the currency in which it moved; null where that is the đồng.</summary>
    public Money? Foreign { get; init; }
}

/// <summary>Somebody who may open an order said to which account its money goes back: the first, or another than before.</summary>
/// <param name="Bin">The bank's six-digit NAPAS BIN.</param>
/// <param name="Ending">The last letters and digits of the account's number.</param>
[EventName("payments.refund-account-told")]
public sealed record RefundAccountTold(OrderId Order, string Bin, string Ending) : DomainEvent;

/// <summary>The bank took an earlier transfer back with an outgoing line.</summary>
/// <param name="MoneyIn">The outgoing line.</param>
/// <param name="Taken">The line that it took back.</param>
/// <param name="Order">The order that was taken for; null where it had none.</param>
[EventName("payments.money-taken-back")]
public sealed record MoneyTakenBack(MoneyInId MoneyIn, MoneyInId Taken, OrderId? Order, Money Amount) : DomainEvent
{
    /// <summary>What it left.</summary>
    public MoneyPlace Place { get; init; }

    /// <summary>What it was in the currency in which it moved; null where that is the đồng.</summary>
    public Money? Foreign { get; init; }
}

/// <summary>
/// An admin wrote down what a line was that pays nothing back: a bank's fee, the market's own payment, or what it lost by a dispute
/// and has again.
/// </summary>
[EventName("payments.money-explained")]
public sealed record MoneyExplained(MoneyInId MoneyIn, Money Amount) : DomainEvent
{
    /// <summary>What it left.</summary>
    public MoneyPlace Place { get; init; }

    /// <summary>What it was in the currency in which it moved; null where that is the đồng.</summary>
    public Money? Foreign { get; init; }

    /// <summary>Whether it came in.</summary>
    public bool IsIncome { get; init; }
}

/// <summary>A line that had come in is the same movement as another: the account holds its money once.</summary>
[EventName("payments.money-told-twice")]
public sealed record MoneyToldTwice(MoneyInId MoneyIn, MoneyInId SameAs, Money Amount) : DomainEvent;

/// <summary>Tax that was withheld from sellers left the bank account for the tax office.</summary>
[EventName("payments.withheld-tax-paid")]
public sealed record WithheldTaxPaid(MoneyInId MoneyIn, Money Amount) : DomainEvent;

/// <summary>A payout's money is on the market's account again.</summary>
/// <param name="Position">The payout's place in its run.</param>
[EventName("payments.payout-came-back")]
public sealed record PayoutCameBack(MoneyInId MoneyIn, PayoutRunId Run, int Position, Money Amount) : DomainEvent;

/// <summary>The card gateway paid out to the bank account what it held.</summary>
/// <param name="Amount">What arrived.</param>
/// <param name="Kept">What it kept of it for its work.</param>
[EventName("payments.cards-paid-out")]
public sealed record CardsPaidOut(MoneyInId MoneyIn, Money Amount, Money Kept) : DomainEvent;

/// <summary>The card gateway changed what it held of a currency into đồng, or đồng into what it was short of.</summary>
/// <param name="Foreign">What it gave away; below zero where it took it in.</param>
/// <param name="Amount">The đồng that it got for it; below zero where it paid them.</param>
[EventName("payments.cards-exchanged")]
public sealed record CardsExchanged(CardExchangeId Exchange, Money Foreign, Money Amount) : DomainEvent;

/// <summary>The card gateway kept something for its work, gave some of it back, or moved what an admin says is the market's own.</summary>
/// <param name="Cost">What it cost, in đồng; below zero where it brought something.</param>
/// <param name="Foreign">The same in the currency in which it moved, above zero; null where that is the đồng.</param>
/// <param name="IsFee">Whether it is the gateway's fee.</param>
[EventName("payments.card-cost-fell")]
public sealed record CardCostFell(CardMoveId Move, Money Cost, Money? Foreign, bool IsFee) : DomainEvent;

/// <summary>What the card gateway had been asked to send back did not reach the buyer; it is owed by another refund.</summary>
[EventName("payments.refund-failed")]
public sealed record RefundFailed(RefundDueId Refund, OrderId? Order, Money Amount) : DomainEvent
{
    /// <summary>Where it lies again.</summary>
    public MoneyPlace Place { get; init; }

    /// <summary>What it was in the currency in which it moved; null where that is the đồng.</summary>
    public Money? Foreign { get; init; }

    /// <summary>The one that owes it from now on.</summary>
    public RefundDueId Again { get; init; }
}

/// <summary>The card gateway was asked to send back what is owed, and sent nothing: it is owed as before.</summary>
[EventName("payments.refund-not-sent")]
public sealed record RefundNotSent(RefundDueId Refund, OrderId? Order) : DomainEvent;

/// <summary>Lines of a bank's statement are to be taken in.</summary>
/// <param name="From">How many are already.</param>
[EventName("payments.statement-goes-on")]
public sealed record StatementGoesOn(StatementId Statement, int From) : DomainEvent;

/// <summary>The bank of an order's buyer disputes what she paid by card.</summary>
[EventName("payments.payment-disputed")]
public sealed record PaymentDisputed(OrderId Order) : DomainEvent
{
    /// <summary>Until when the gateway takes proof, UTC; null where it named no moment.</summary>
    public DateTimeOffset? ProofBy { get; init; }
}

/// <summary>A dispute is over.</summary>
/// <param name="IsWon">Whether the market keeps the money, or has it again.</param>
[EventName("payments.dispute-ended")]
public sealed record DisputeEnded(OrderId Order, bool IsWon) : DomainEvent;

/// <summary>A carrier paid over to the market what it collected for a parcel.</summary>
/// <param name="Cash">What it collected; nothing where the parcel came back, below zero where it takes back what it had paid.</param>
/// <param name="Fee">What it kept of that for its work; the cooperative's cost.</param>
[EventName("payments.cash-remitted")]
public sealed record CashRemitted(RemittedCashId Remitted, OrderId Order, SellerOrderId SellerOrder, CooperativeId Cooperative, Money Cash, Money Fee) : DomainEvent;

/// <summary>The market gives up what a carrier still owed it for a parcel.</summary>
[EventName("payments.cash-given-up")]
public sealed record CashGivenUp(OrderId Order, SellerOrderId SellerOrder, Money Amount) : DomainEvent;
