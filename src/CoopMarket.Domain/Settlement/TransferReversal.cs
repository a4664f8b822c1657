using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>Where what is taken back of a transfer stands.</summary>
public enum ReversalState
{
    /// <summary>One admin asked for it, and as much takes two.</summary>
    Proposed,

    /// <summary>Agreed to; the gateway is asked next.</summary>
    Agreed,

    /// <summary>The gateway is being asked.</summary>
    Asked,

    /// <summary>The gateway gave no answer: nobody knows whether it took it back.</summary>
    Uncertain,

    /// <summary>Taken back.</summary>
    Done,

    /// <summary>The gateway would not: nothing happened.</summary>
    Refused,

    /// <summary>An admin dropped it before the gateway was asked.</summary>
    Dropped,
}

/// <summary>
/// Some of a transfer, or all, that the market takes back from a cooperative's account at the card gateway. Every move goes through the
/// <see cref="PayoutRun"/>. Its id is the key of every call for it.
/// <code>
/// from             | to        | when                                                     | booked
/// -----------------|-----------|----------------------------------------------------------|------------------------
/// (new)            | Proposed  | an admin asks for as much as takes two people            | nothing
/// (new)            | Agreed    | an admin asks for less                                   | nothing
/// (new)            | Done      | the gateway tells of one that was made in its own pages  | the gateway holds more, and it is payable again
/// Proposed         | Agreed    | another admin agrees                                     | nothing
/// Proposed, Agreed | Dropped   | an admin drops it                                        | nothing
/// Agreed           | Asked     | the gateway is about to be asked                         | nothing
/// Asked            | Uncertain | no answer in time, or one that says nothing              | nothing
/// Asked, Uncertain | Agreed    | the gateway can't now, or long after knows nothing of it | nothing
/// Asked, Uncertain | Done      | the gateway says that it took it back                    | the gateway holds more, and it is payable again
/// Asked, Uncertain | Refused   | the gateway says no, or knew nothing of it so often      | nothing
/// </code>
/// </summary>
public sealed class TransferReversal
{
    private TransferReversal()
    {
    }

    internal TransferReversal(TransferReversalId id, Payout payout, Money amount, string reason, PersonId? by, ReversalState state, DateTimeOffset now)
        => (Id, Payout, Cooperative, Amount, Reason, ProposedBy, State, ProposedAt) = (id, payout.Id, payout.Cooperative, amount, reason, by, state, now);

    public TransferReversalId Id { get; private init; }

    public PayoutId Payout { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    /// <summary>Above zero.</summary>
    public Money Amount { get; private init; }

    /// <summary>Why, as an admin wrote it; empty where it was made in the gateway's own pages.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>When it was asked for, or the market heard of it, UTC.</summary>
    public DateTimeOffset ProposedAt { get; private init; }

    /// <summary>Null where it was made in the gateway's own pages.</summary>
    public PersonId? ProposedBy { get; private init; }

    /// <summary>Who agreed, where it takes two; else null.</summary>
    public PersonId? SecondedBy { get; private set; }

    public ReversalState State { get; private set; }

    /// <summary>The gateway's name for it, once it is done; else null.</summary>
    public string? Reference { get; private set; }

    /// <summary>The gateway's word for why it would not, or the market's; else empty.</summary>
    public string RefusedFor { get; private set; } = "";

    /// <summary>When the gateway was asked last, UTC; null where it never was.</summary>
    public DateTimeOffset? CalledAt { get; private set; }

    /// <summary>How many calls the gateway knew nothing of.</summary>
    public int LostCalls { get; private set; }

    /// <summary>Until when somebody is asking the gateway what became of it, UTC; null where nobody is.</summary>
    public DateTimeOffset? AskedUntil { get; private set; }

    /// <summary>When it was done, refused or dropped, UTC; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it was, or is to be, taken back, so that as much can't be taken back again.</summary>
    public bool IsLive => State is not (ReversalState.Refused or ReversalState.Dropped);

    /// <summary>Whether the gateway is asked, and no answer is written down.</summary>
    public bool IsAsked => State is ReversalState.Asked or ReversalState.Uncertain;

    /// <summary>What is booked of it once it is done.</summary>
    public IReadOnlyList<EntryLine> Lines => [new(LedgerAccount.Cards, Amount), new(LedgerAccount.Payable, -Amount, Cooperative)];

    internal void Agree(PersonId by) => (State, SecondedBy) = (ReversalState.Agreed, by);

    internal void Ask(DateTimeOffset now) => (State, CalledAt, AskedUntil) = (ReversalState.Asked, now, null);

    internal void LoseSight() => State = State == ReversalState.Asked ? ReversalState.Uncertain : State;

    internal void ComeBack(bool isLost) => (State, AskedUntil, LostCalls) = (ReversalState.Agreed, null, LostCalls + (isLost ? 1 : 0));

    internal void End(ReversalState state, DateTimeOffset now, string? reference = null, string word = "")
        => (State, EndedAt, Reference, RefusedFor, AskedUntil) = (state, now, reference, word, null);
}

/// <content>What is taken back of its transfers.</content>
public sealed partial class PayoutRun
{
    /// <summary>An admin asks to take back some of a transfer.</summary>
    /// <param name="amount">Above zero.</param>
    /// <param name="alone">Up to which amount, with all that was and is to be taken back of the transfer, one person decides.</param>
    public Outcome ProposeReversal(int position, TransferReversalId id, Money amount, string reason, PersonId by, Money alone, DateTimeOffset now)
    {
        if (amount.Minor <= 0)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "Nothing is not taken back.");
        if (Find(position) is not { IsTransfer: true, State: PayoutState.Paid } payout)
            return new PayoutAlreadyDecided();
        if (amount > payout.Left)
            return new MoreThanTransferred(payout.Left.Minor);
        // In small bits it takes two people as soon as in one.
        var all = payout.Amount - payout.Left + amount;
        payout.Add(new(id, payout, amount, reason, by, all > alone ? ReversalState.Proposed : ReversalState.Agreed, now));
        return Outcome.Done;
    }

    /// <summary>The cooperative of whose transfer something is to be taken back.</summary>
    /// <exception cref="InvalidOperationException">There is no such reversal here.</exception>
    public CooperativeId PaidBefore(TransferReversalId id) => Find(id)!.Cooperative;

    /// <summary>Another admin agrees to take it back.</summary>
    public Outcome AgreeToReversal(TransferReversalId id, PersonId by)
    {
        if (Find(id) is not { State: ReversalState.Proposed } reversal)
            return new ReversalAlreadyDecided();
        if (reversal.ProposedBy == by)
            return new ReversalNeedsAnother();
        reversal.Agree(by);
        return Outcome.Done;
    }

    /// <summary>An admin drops it before the gateway is asked.</summary>
    public Outcome DropReversal(TransferReversalId id, DateTimeOffset now)
    {
        if (Find(id) is not { State: ReversalState.Proposed or ReversalState.Agreed } reversal)
            return new ReversalAlreadyDecided();
        reversal.End(ReversalState.Dropped, now);
        return Outcome.Done;
    }

    /// <summary>Writes down that the gateway is about to be asked to take it back.</summary>
    public Outcome BeginReversal(TransferReversalId id, DateTimeOffset now)
    {
        if (Find(id) is not { State: ReversalState.Agreed } reversal)
            return new ReversalAlreadyDecided();
        reversal.Ask(now);
        return Outcome.Done;
    }

    /// <summary>Nobody knows what the gateway did.</summary>
    public void LoseSight(TransferReversalId id) => Find(id)?.LoseSight();

    /// <summary>The gateway took it back. The caller books <see cref="EntryKind.TransferReversed"/> where that is new.</summary>
    /// <param name="reference">The gateway's name for it.</param>
    /// <returns>Whether it was done now.</returns>
    public bool TryReverse(TransferReversalId id, string reference, DateTimeOffset now)
    {
        if (Find(id) is not { State: not (ReversalState.Done or ReversalState.Dropped) } reversal)
            return false;
        reversal.End(ReversalState.Done, now, reference);
        Raise(new TransferTakenBack(reversal.Id, reversal.Cooperative, reversal.Amount, reversal.Reason));
        return true;
    }

    /// <summary>Somebody took it back in the gateway's own pages. The caller books <see cref="EntryKind.TransferReversed"/> where that is new.</summary>
    /// <param name="reference">The gateway's name for it.</param>
    /// <returns>It, where the market did not know of it; else null.</returns>
    public TransferReversal? SeeReversal(int position, TransferReversalId id, string reference, Money amount, DateTimeOffset now)
    {
        if (Find(position) is not { IsTransfer: true, State: PayoutState.Paid } payout || payout.Reversals.Any(r => r.Reference == reference))
            return null;
        var seen = new TransferReversal(id, payout, amount, "", null, ReversalState.Asked, now);
        payout.Add(seen);
        seen.End(ReversalState.Done, now, reference);
        Raise(new TransferTakenBack(id, payout.Cooperative, amount, ""));
        return seen;
    }

    /// <summary>The gateway will not take it back.</summary>
    /// <param name="word">The gateway's word for why.</param>
    public void RefuseReversal(TransferReversalId id, string word, DateTimeOffset now)
    {
        if (Find(id) is { IsAsked: true } reversal)
            reversal.End(ReversalState.Refused, now, word: word);
    }

    /// <summary>The gateway took nothing back, and may be asked again under the same key; so often, and no more.</summary>
    /// <param name="isLost">Whether the gateway was asked, and later knew nothing of it.</param>
    public void ReversalComesBack(TransferReversalId id, bool isLost, DateTimeOffset now)
    {
        if (Find(id) is not { IsAsked: true } reversal)
            return;
        reversal.ComeBack(isLost);
        if (reversal.LostCalls >= Payout.MostCalls)
            reversal.End(ReversalState.Refused, now, word: Payout.NeverArrived);
    }

    private TransferReversal? Find(TransferReversalId id) => _payouts.SelectMany(p => p.Reversals).SingleOrDefault(r => r.Id == id);
}
