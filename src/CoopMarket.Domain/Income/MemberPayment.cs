using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Income;

/// <summary>How a member was paid.</summary>
public enum MemberPaymentWay
{
    Cash,
    Transfer,
}

/// <summary>Where a payment stands.</summary>
public enum MemberPaymentState
{
    /// <summary>Written down, and not yet confirmed by her or a witness.</summary>
    Waiting,

    /// <summary>She confirmed it, or another manager was witness.</summary>
    Confirmed,

    /// <summary>It was not made after all.</summary>
    Withdrawn,
}

/// <summary>
/// What a cooperative paid one of its members. It counts from the moment when it is written down; that it arrived is the word of the
/// member, by a code that only her own page shows, or of a second manager.
/// <code>
/// from    | to        | when
/// --------|-----------|--------------------------------------------------
/// Waiting | Confirmed | her code, or another manager as witness
/// Waiting | Withdrawn | it was written down by mistake
/// </code>
/// </summary>
public sealed class MemberPayment : Entity
{
    /// <summary>How often a wrong code may be tried; then only a witness can confirm.</summary>
    public const int MostTries = 5;

    private MemberPayment()
    {
    }

    public MemberPaymentId Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public ProducerId Member { get; private init; }

    public Money Amount { get; private init; }

    public MemberPaymentWay Way { get; private init; }

    /// <summary>Whether it was said to be more than she was owed.</summary>
    public bool IsAdvance { get; private init; }

    /// <summary>Who wrote it down; null for the market itself.</summary>
    public PersonId? RecordedBy { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    public MemberPaymentState State { get; private set; }

    /// <summary>The code that her page shows, sealed.</summary>
    public string SealedCode { get; private init; } = "";

    /// <summary>How often a wrong code was tried.</summary>
    public int WrongTries { get; private set; }

    /// <summary>The manager who was witness; null where she confirmed it herself.</summary>
    public PersonId? WitnessedBy { get; private set; }

    /// <summary>UTC; when it was confirmed or withdrawn, null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Writes a payment down.</summary>
    /// <param name="owed">What she is owed now; below 0 where she has an advance.</param>
    /// <param name="sealedCode">The code, sealed.</param>
    public static Outcome<MemberPayment> Record(
        MemberPaymentId id, Producer member, Money amount, MemberPaymentWay way, bool isAdvance, Money owed, PersonId? by, string sealedCode, DateTimeOffset now)
    {
        if (amount.Minor is < 1 or > Money.Most)
            throw new ArgumentOutOfRangeException(nameof(amount));
        if (!isAdvance && amount > owed)
            return new MoreThanOwed(Math.Max(0, owed.Minor));
        return new MemberPayment
        {
            Id = id,
            Cooperative = member.Cooperative,
            Member = member.Id,
            Amount = amount,
            Way = way,
            IsAdvance = isAdvance && amount > owed,
            RecordedBy = by,
            RecordedAt = now,
            SealedCode = sealedCode,
        };
    }

    /// <summary>She has told her code.</summary>
    /// <param name="isRight">Whether it is hers.</param>
    /// <returns>A wrong code is refused and counted: the caller keeps what was written.</returns>
    public Outcome Confirm(bool isRight, DateTimeOffset now)
    {
        if (State != MemberPaymentState.Waiting)
            return new PaymentDecided();
        if (WrongTries >= MostTries)
            return new CodeUsedUp();
        if (!isRight)
        {
            WrongTries++;
            return Outcome.Recorded(WrongTries == MostTries ? new CodeUsedUp() : new WrongIncomeCode(MostTries - WrongTries));
        }

        (State, EndedAt) = (MemberPaymentState.Confirmed, now);
        return Outcome.Done;
    }

    /// <summary>Another manager saw that she got it.</summary>
    /// <param name="by">Never who wrote it down.</param>
    public Outcome Witness(PersonId by, DateTimeOffset now)
    {
        if (State != MemberPaymentState.Waiting)
            return new PaymentDecided();
        if (by == RecordedBy)
            return new NeedsSecondManager();
        (State, WitnessedBy, EndedAt) = (MemberPaymentState.Confirmed, by, now);
        return Outcome.Done;
    }

    /// <summary>It was not made after all.</summary>
    public Outcome Withdraw(DateTimeOffset now)
    {
        if (State != MemberPaymentState.Waiting)
            return new PaymentDecided();
        (State, EndedAt) = (MemberPaymentState.Withdrawn, now);
        return Outcome.Done;
    }
}
