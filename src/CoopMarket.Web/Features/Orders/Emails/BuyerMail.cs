using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shipping.Contract;

namespace CoopMarket.Web.Features.Orders.Emails;

/// <summary>What a mail to a buyer shows of her order.</summary>
/// <param name="Code">The order's public code.</param>
/// <param name="Name">Who gets the goods, as typed.</param>
/// <param name="Link">The full address that opens the order.</param>
/// <param name="Way">How it is paid.</param>
/// <param name="Total">What all parts cost.</param>
/// <param name="PayBy">Until when its stock is kept, UTC; null when it needs no payment in advance.</param>
/// <param name="SendTo">Where it goes, in one line.</param>
/// <param name="Parts">All parts, in their order.</param>
/// <param name="About">The part that the mail is about; null where it is about all.</param>
/// <param name="Declined">What a cooperative can't send; null where the mail is about something else.</param>
/// <param name="Refund">What goes back to the buyer; null where the mail is about something else.</param>
/// <param name="TakenBack">What the bank took back; null where the mail is about something else.</param>
internal sealed record BuyerMail(
    string Code, string Name, string Link, PaymentWay Way, Money Total, DateTimeOffset? PayBy, string SendTo, IReadOnlyList<PartMail> Parts,
    PartMail? About = null, DeclinedMail? Declined = null, RefundMail? Refund = null, Money? TakenBack = null)
{
    /// <summary>Whether it is paid before it is sent, so that what goes back goes by the market.</summary>
    public bool IsPaidAhead => Way != PaymentWay.CashOnDelivery;

    /// <summary>What a card is charged for all of it; the total itself where that is in đồng.</summary>
    public Money Charged { get; init; } = Total;

    /// <summary>At which rate.</summary>
    public ExchangeTerms Terms { get; init; } = ExchangeTerms.None;

    /// <summary>Where something is to be fetched; null where the mail is about something else.</summary>
    public FetchMail? Fetch { get; init; }

    /// <summary>What the buyer withdraws from; null where the mail is about something else.</summary>
    public WithdrawalMail? Withdrawal { get; init; }

    /// <summary>What was called back; null where the mail is about something else.</summary>
    public RecallMail? Recall { get; init; }

    /// <summary>Whether something is taken back; null where the mail is about something else.</summary>
    public AnswerMail? Answer { get; init; }

    /// <summary>Of whom she bought and by which rules; null where the mail is about something else.</summary>
    public SaleMail? Sale { get; init; }

    /// <summary>What came in and what is missing; null where the mail is about something else.</summary>
    public ShortMail? Short { get; init; }

    /// <summary>To which account money goes back; null where the mail is about something else.</summary>
    public AccountMail? RefundAccount { get; init; }
}

/// <summary>
/// What the law of her country wants a buyer to have on paper: who sells, by which terms, and whether she may withdraw (Directive 2011/83/EU, Art. 6 and 8(7)).
/// </summary>
/// <param name="Sellers">In the order of their parts.</param>
/// <param name="Since">The date of the terms in force when it is written, minutes after the order.</param>
/// <param name="Terms">Where they stand, in full.</param>
/// <param name="Withdraw">Where she withdraws, in full; null where the law of her country gives her no right to.</param>
/// <param name="IsAbroad">Whether it goes to another country.</param>
internal sealed record SaleMail(IReadOnlyList<SellerMail> Sellers, DateOnly Since, string Terms, string? Withdraw, bool IsAbroad);

/// <summary>A seller and how to reach it.</summary>
/// <param name="Name">Over its shop.</param>
/// <param name="LegalName">On its registration; may be empty.</param>
/// <param name="Phone">E.164.</param>
internal sealed record SellerMail(LocalizedText Name, string LegalName, string Village, string Commune, string Province, string Phone);

/// <summary>What a mail to a cooperative shows of its part.</summary>
/// <param name="Code">The order's public code.</param>
/// <param name="Link">The full address of the order at the desk.</param>
/// <param name="SendTo">Name and place, in one line.</param>
/// <param name="Note">What the buyer wrote; empty when there is nothing.</param>
/// <param name="InCash">Whether the carrier collects the money.</param>
/// <param name="AcceptBy">By when it is to be accepted, UTC.</param>
internal sealed record DeskMail(string Code, string Link, string SendTo, string Note, bool InCash, DateTimeOffset AcceptBy, PartMail Part)
{
    /// <summary>The part of the texts' keys, where the mail only says that something happened; else empty.</summary>
    public string What { get; init; } = "";

    /// <summary>Until when the card gateway takes proof against a dispute, UTC; null where the mail is about none, or it named no moment.</summary>
    public DateTimeOffset? ProofBy { get; init; }
}

/// <summary>One cooperative's part of an order.</summary>
internal sealed record PartMail(LocalizedText Cooperative, DeliveryWay Way, Money Goods, Money Delivery, IReadOnlyList<LineMail> Lines)
{
    /// <summary>What it was sent in; none before.</summary>
    public IReadOnlyList<TrackedParcel> Parcels { get; init; } = [];

    /// <summary>Whether the cooperative calls the buyer before it accepts.</summary>
    public bool CallsFirst { get; init; }

    /// <summary>When it is sent where it waits for a harvest; null else, and once it is on its way.</summary>
    public SendWindow? Window { get; init; }

    /// <summary>Whether the mail is about some of its goods, and the delivery doesn't matter.</summary>
    public bool IsSome { get; init; }
}

/// <summary>Where a part is fetched.</summary>
/// <param name="Phone">The cooperative's, E.164.</param>
internal sealed record FetchMail(string Village, string Commune, string Phone);

/// <summary>One line of a part.</summary>
/// <param name="Quantity">As ordered.</param>
/// <param name="Price">Of the whole line, tax included.</param>
/// <param name="Window">When it is sent where it was ordered ahead; null else.</param>
internal sealed record LineMail(LocalizedText Product, LocalizedText Variant, int Quantity, Money Price, SendWindow? Window = null, int? ReadyInDays = null);

/// <summary>What a cooperative can't send.</summary>
/// <param name="Owed">What the buyer gets back; nothing for cash on delivery, where it is not collected.</param>
/// <param name="Reason">As the cooperative wrote it.</param>
internal sealed record DeclinedMail(LocalizedText Product, LocalizedText Variant, int Quantity, Money Owed, string Reason);

/// <summary>What goes back to the buyer.</summary>
/// <param name="Reason">As the cooperative wrote it; empty where none gives it.</param>
internal sealed record RefundMail(Money Amount, string Reason);

/// <summary>An account to which money goes back.</summary>
/// <param name="Bank">The name people know the bank by.</param>
/// <param name="Ending">The last letters and digits of its number.</param>
internal sealed record AccountMail(string Bank, string Ending);

/// <summary>What a buyer withdraws from.</summary>
/// <param name="Name">Who said so.</param>
/// <param name="At">When her word came in, UTC.</param>
/// <param name="RefundBy">By when the money is to go back, UTC.</param>
/// <param name="Lines">What she withdraws from; none where she can't.</param>
/// <param name="WhyNot">The key of the sentence that says why she can't; empty where she can.</param>
internal sealed record WithdrawalMail(string Name, DateTimeOffset At, DateTimeOffset RefundBy, IReadOnlyList<LineMail> Lines, string WhyNot)
{
    /// <summary>Whether the money goes back by the bank, so that she has to tell an account.</summary>
    public bool AsksAccount { get; init; }
}

/// <summary>What a cooperative called back.</summary>
/// <param name="Number">The lot's.</param>
/// <param name="Reason">As the cooperative wrote it to buyers.</param>
/// <param name="HasLeft">Whether the buyer has it, or it is on its way to her.</param>
/// <param name="Lines">What of her order is of the lot.</param>
internal sealed record RecallMail(string Number, string Reason, bool HasLeft, IReadOnlyList<LineMail> Lines);

/// <summary>Whether a cooperative takes something back.</summary>
/// <param name="Words">Where to send it, or why not; may be empty where it agrees.</param>
internal sealed record AnswerMail(bool Agrees, string Words);

/// <summary>What came in for an order that is not paid in full.</summary>
/// <param name="Paid">So far.</param>
/// <param name="Open">What is still missing.</param>
internal sealed record ShortMail(Money Paid, Money Open);
