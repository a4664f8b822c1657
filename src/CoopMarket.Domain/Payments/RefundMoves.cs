using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>Where money that is owed back stands, see the table in <see cref="RefundDue"/>.</summary>
public enum RefundState
{
    /// <summary>Nobody has sent it.</summary>
    Owed,

    /// <summary>The card gateway is being asked.</summary>
    UnderWay,

    /// <summary>The card gateway gave no answer: nobody knows whether it sent it.</summary>
    Uncertain,

    /// <summary>It left the market's account, or the gateway.</summary>
    Sent,

    /// <summary>Nothing is left to send: the bank took as much back.</summary>
    SetOff,

    /// <summary>It did not arrive; another one owes it.</summary>
    Failed,
}

/// <summary>What goes back of a charge.</summary>
/// <param name="Charge">The gateway's name for it.</param>
/// <param name="Moved">In the charge's own currency; nothing where it is too little for that currency to say.</param>
public sealed record OnCharge(string Charge, Money Moved);

/// <content>How it is agreed to and sent.</content>
public sealed partial class RefundDue
{
    /// <summary>The market's own word where the gateway was not asked.</summary>
    public const string NoCharge = "no_charge";

    /// <summary>How the market's own reference begins where it was too little for the currency of the charge to say.</summary>
    public const string TooLittle = "too_little";

    /// <summary>The reference of this one where it was too little; no two are alike.</summary>
    public string AsTooLittle => $"{TooLittle}_{Id.Value:N}";

    /// <summary>The key under which the card gateway is being asked; null while it isn't.</summary>
    public RefundCallId? Call { get; private set; }

    /// <summary>The charge that it goes back on, by the gateway's name; null where the gateway was never asked.</summary>
    public string? Charge { get; private set; }

    /// <summary>When the gateway was asked last, UTC; null where it never was.</summary>
    public DateTimeOffset? CalledAt { get; private set; }

    /// <summary>Whether the gateway gave no answer.</summary>
    public bool IsUncertain { get; private set; }

    /// <summary>Until when somebody is asking the gateway what became of it, UTC; null where nobody is.</summary>
    public DateTimeOffset? AskedUntil { get; private set; }

    /// <summary>The gateway's word for why it would not; null where it didn't say no. A person decides then.</summary>
    public string? RefusedFor { get; private set; }

    /// <summary>The first admin who agreed to a large one; null while nobody has.</summary>
    public PersonId? AgreedBy { get; private set; }

    /// <summary>The second; null while nobody has.</summary>
    public PersonId? SecondedBy { get; private set; }

    public RefundState State => this switch
    {
        { FailedAt: not null } => RefundState.Failed,
        { Reference: not null } => RefundState.Sent,
        { PaidAt: not null } => RefundState.SetOff,
        { Call: null } => RefundState.Owed,
        { IsUncertain: true } => RefundState.Uncertain,
        _ => RefundState.UnderWay,
    };

    /// <summary>Whether so many have agreed to it as its amount asks for.</summary>
    /// <param name="limit">What one person decides.</param>
    public bool IsAgreed(RefundLimit limit) => limit.Allows(Left) || SecondedBy is not null;

    /// <summary>An admin agrees that a large amount goes back; two must, and not the same.</summary>
    /// <param name="limit">What one person decides.</param>
    public Outcome Agree(PersonId admin, RefundLimit limit)
    {
        if (!IsOpen || IsAgreed(limit))
            return new RefundAlreadyAgreed();
        if (AgreedBy == admin)
            return new NeedsAnotherAdmin();
        if (AgreedBy is null)
            AgreedBy = admin;
        else
            SecondedBy = admin;
        return Outcome.Done;
    }

    /// <summary>Where it goes has changed: whoever agreed did so to another account.</summary>
    public void ForgetAgreement()
    {
        if (IsOpen && Call is null)
            (AgreedBy, SecondedBy) = (null, null);
    }

    /// <summary>Writes down that the gateway is about to be asked to send it back on a charge.</summary>
    /// <param name="limit">What one person decides.</param>
    public Outcome Begin(RefundCallId call, OnCharge on, RefundLimit limit, DateTimeOffset now)
    {
        if (MaySend(limit) is { IsDone: false } no)
            return no;
        PutOn(on);
        (Call, CalledAt, IsUncertain, AskedUntil, RefusedFor) = (call, now, false, null, null);
        return Outcome.Done;
    }

    /// <summary>Nobody knows what the gateway did.</summary>
    public void LoseSight(RefundCallId call) => IsUncertain |= Call == call;

    /// <summary>The gateway sent it. Said again, or of another call, it changes nothing.</summary>
    /// <param name="reference">The gateway's name for what it sent.</param>
    public void Sent(RefundCallId call, string reference, DateTimeOffset now)
    {
        if (Call == call)
            Settle(reference, now);
    }

    /// <summary>Somebody sent it in the gateway's own pages, and the gateway tells of it.</summary>
    /// <returns>False where it is not simply owed; nothing changes then.</returns>
    /// <param name="on">The charge that it went back on and what of it.</param>
    public bool TrySee(string reference, DateTimeOffset now, OnCharge? on = null)
    {
        if (State != RefundState.Owed)
            return false;
        PutOn(on);
        Settle(reference, now);
        return true;
    }

    /// <summary>The gateway sent nothing: it is owed as before. What the buyer owes meanwhile is set off by whoever keeps the books.</summary>
    /// <param name="word">The gateway's word for why; null where it knows nothing of the call.</param>
    public void ComeBack(RefundCallId call, string? word)
    {
        if (Call != call)
            return;
        (Call, AskedUntil, IsUncertain, RefusedFor, Moved) = (null, null, false, word, Money.Zero(Amount.Currency));
        Raise(new RefundNotSent(Id, Order));
    }

    /// <summary>No charge of the order can bear it: a person decides.</summary>
    public void FindNoCharge() => RefusedFor = NoCharge;

    /// <summary>An admin lets the gateway be asked once more.</summary>
    /// <returns>False where it had not said no.</returns>
    public bool TryAgain()
    {
        if (!IsOpen || RefusedFor is null)
            return false;
        RefusedFor = null;
        return true;
    }

    private Outcome MaySend(RefundLimit limit)
        => !IsOpen ? new RefundAlreadyPaid() : Call is not null ? new RefundUnderWay() : IsAgreed(limit) ? Outcome.Done : new RefundNeedsTwo(limit.Alone.Minor);
}
