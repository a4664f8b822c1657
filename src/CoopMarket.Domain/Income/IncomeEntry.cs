using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Income;

/// <summary>What an entry of the book of income is about.</summary>
public enum IncomeKind
{
    /// <summary>A part was delivered: its shares are real.</summary>
    Earned,

    /// <summary>Some of it was given back to the buyer: less for every share.</summary>
    TakenBack,

    /// <summary>The cooperative paid a member.</summary>
    Paid,

    /// <summary>A payment was not made after all: it is owed as before.</summary>
    NotPaid,
}

/// <summary>
/// An entry of a cooperative's own book of income: what it owes its members, keeps for its costs and puts into its fund. Written once,
/// never changed; a correction is a new entry. The market owes none of it, so it is no part of the market's ledger, but the shares of
/// a part sum to what the ledger has for the cooperative of it.
/// </summary>
public sealed class IncomeEntry
{
    private IncomeEntry()
    {
    }

    public IncomeEntryId Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public IncomeKind Kind { get; private init; }

    /// <summary>What caused it: the message of the sale's move, or the payment.</summary>
    public Guid Source { get; private init; }

    /// <summary>Its place among the entries of its source, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Whose share it is.</summary>
    public ShareKind Share { get; private init; }

    /// <summary>Null unless it is a member's.</summary>
    public ProducerId? Member { get; private init; }

    /// <summary>Null for payments.</summary>
    public SellerOrderId? Part { get; private init; }

    /// <summary>The place of the share in its part; 0 for payments.</summary>
    public int ShareNumber { get; private init; }

    /// <summary>Null for payments and for the delivery.</summary>
    public ProductId? Product { get; private init; }

    /// <summary>Null unless it is about a payment.</summary>
    public MemberPaymentId? Payment { get; private init; }

    /// <summary>Positive: more is owed to her; negative: less.</summary>
    public Money Amount { get; private init; }

    /// <summary>When what it books happened, UTC.</summary>
    public DateTimeOffset HappenedAt { get; private init; }

    /// <summary>When it was written, UTC; decides the month of its statement, so that a month that is over stays as it was printed.</summary>
    public DateTimeOffset PostedAt { get; private init; }

    /// <summary>Books a change of a share.</summary>
    public static IncomeEntry OfShare(
        IncomeEntryId id, IncomeKind kind, CooperativeId cooperative, SaleShare share, Money amount, Guid source, int number, DateTimeOffset happenedAt, DateTimeOffset now)
        => new()
        {
            Id = id,
            Kind = kind,
            Cooperative = cooperative,
            Source = source,
            Number = number,
            Share = share.Kind,
            Member = share.Member,
            Part = share.Part,
            ShareNumber = share.Number,
            Product = share.Product,
            Amount = amount,
            HappenedAt = happenedAt,
            PostedAt = now,
        };

    /// <summary>Books a payment, or that it was not made.</summary>
    public static IncomeEntry OfPayment(IncomeEntryId id, MemberPayment payment, DateTimeOffset now)
    {
        var isMade = payment.State != MemberPaymentState.Withdrawn;
        return new()
        {
            Id = id,
            Kind = isMade ? IncomeKind.Paid : IncomeKind.NotPaid,
            Cooperative = payment.Cooperative,
            Source = payment.Id.Value,
            Number = 1,
            Share = ShareKind.Member,
            Member = payment.Member,
            Payment = payment.Id,
            Amount = isMade ? -payment.Amount : payment.Amount,
            HappenedAt = now,
            PostedAt = now,
        };
    }
}
