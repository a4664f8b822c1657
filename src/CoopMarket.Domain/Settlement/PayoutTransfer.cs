using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>Where a transfer that is on its way stands, see the table in <see cref="Payout"/>.</summary>
public enum TransferState
{
    /// <summary>The gateway has not been asked, or can't do it now.</summary>
    Waiting,

    /// <summary>The gateway is being asked.</summary>
    Asked,

    /// <summary>The gateway gave no answer: nobody knows whether it transferred it.</summary>
    Uncertain,
}

/// <content>How it is paid by a transfer to the cooperative's account at the card gateway. The payout's id is the key of every call for it.</content>
public sealed partial class Payout
{
    /// <summary>After so many calls of which the gateway knew nothing afterwards it is called off, and people decide anew.</summary>
    public const int MostCalls = 3;

    /// <summary>The market's own word where the gateway knew nothing of so many calls.</summary>
    public const string NeverArrived = "never_arrived";

    /// <summary>The market's own word where the cooperative's account can't be paid any more.</summary>
    public const string NotConnected = "not_connected";

    private readonly List<TransferReversal> _reversals = [];

    /// <summary>The account at the card gateway that it goes to, by the gateway's name; empty where the bank pays it.</summary>
    public string Connected { get; private init; } = "";

    /// <summary>Whether the gateway is asked, and no answer is written down.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Whether the gateway gave no answer.</summary>
    public bool IsUncertain { get; private set; }

    /// <summary>When the gateway was asked last, UTC; null where it never was.</summary>
    public DateTimeOffset? CalledAt { get; private set; }

    /// <summary>How many calls the gateway knew nothing of.</summary>
    public int LostCalls { get; private set; }

    /// <summary>Until when somebody is asking the gateway what became of it or of what was taken back, UTC; null where nobody is.</summary>
    public DateTimeOffset? AskedUntil { get; private set; }

    /// <summary>Since when the gateway has told something of it that nobody has looked up, UTC; null where it has not.</summary>
    public DateTimeOffset? HeardAt { get; private set; }

    /// <summary>What was, or is to be, taken back of it.</summary>
    public IReadOnlyList<TransferReversal> Reversals => _reversals;

    /// <summary>Whether the gateway transfers it, and no bank.</summary>
    public bool IsTransfer => Connected.Length > 0;

    /// <summary>Where the transfer stands; null where it is none, or not on its way.</summary>
    public TransferState? Transfer => !IsTransfer || State != PayoutState.OnTheWay ? null : IsUncertain ? TransferState.Uncertain : IsAsked ? TransferState.Asked : TransferState.Waiting;

    /// <summary>What of it can still be taken back: what was transferred less what was, or is to be, taken back; nothing where it was not transferred.</summary>
    public Money Left => IsTransfer && State == PayoutState.Paid
        ? Money.Dong(Math.Max(0, Amount.Minor - _reversals.Where(r => r.IsLive).Sum(r => r.Amount.Minor)))
        : Money.Dong(0);

    /// <summary>What was taken back of it.</summary>
    public Money TakenBack => Money.Sum(_reversals.Where(r => r.State == ReversalState.Done).Select(r => r.Amount));

    /// <summary>The gateway has told something of it, which is looked up.</summary>
    public void Hear(DateTimeOffset now) => HeardAt = now;

    /// <summary>What the gateway had told was looked up.</summary>
    /// <param name="askedAt">When the gateway was asked, UTC: what it told since then is looked up again.</param>
    public void LookedUp(DateTimeOffset askedAt) => (HeardAt, AskedUntil) = (HeardAt <= askedAt ? null : HeardAt, null);

    internal void Ask(DateTimeOffset now) => (IsAsked, IsUncertain, CalledAt, AskedUntil) = (true, false, now, null);

    internal void LoseSight() => IsUncertain = IsAsked;

    /// <returns>Whether it was asked for once too often.</returns>
    internal bool ComeBack(bool isLost)
    {
        (IsAsked, IsUncertain, AskedUntil, LostCalls) = (false, false, null, LostCalls + (isLost ? 1 : 0));
        return LostCalls >= MostCalls;
    }

    internal void Add(TransferReversal reversal) => _reversals.Add(reversal);
}

/// <content>Its payouts that are transfers.</content>
public sealed partial class PayoutRun
{
    /// <summary>Writes down that the gateway is about to be asked for a transfer.</summary>
    /// <param name="isAble">Whether the account that it goes to is still the cooperative's, and can be paid.</param>
    /// <param name="held">What the market holds at the gateway, less what it was asked for.</param>
    /// <returns>
    /// Refused where it is asked for or decided, or too little is held. Done all the same where the account can't be paid any more: it
    /// has failed then, and the caller books <see cref="EntryKind.PayoutFailed"/>.
    /// </returns>
    public Outcome BeginTransfer(int position, bool isAble, Money held, DateTimeOffset now)
    {
        if (Find(position) is not { Transfer: TransferState.Waiting } payout)
            return new PayoutAlreadyDecided();
        if (!isAble)
        {
            Fail(payout, Payout.NotConnected, now);
            return Outcome.Done;
        }

        if (payout.Amount > held)
            return new GatewayHoldsTooLittle(held.Minor);
        payout.Ask(now);
        return Outcome.Done;
    }

    /// <summary>Nobody knows what the gateway did.</summary>
    public void LoseSight(int position) => Find(position)?.LoseSight();

    /// <summary>The gateway transferred it. Said again it changes nothing. The caller books <see cref="EntryKind.PayoutPaid"/> where it became paid now.</summary>
    /// <param name="reference">The gateway's name for the transfer.</param>
    /// <returns>Whether it became paid now.</returns>
    public bool TryTransfer(int position, string reference, DateTimeOffset now)
    {
        if (Find(position) is not { IsTransfer: true, State: PayoutState.OnTheWay } payout)
            return false;
        payout.End(PayoutState.Paid, null, now, reference: reference);
        Raise(new PayoutPaid(payout.Id, Id, payout.Cooperative, payout.Amount, reference) { IsTransfer = true });
        return true;
    }

    /// <summary>The gateway will not transfer it. The caller books <see cref="EntryKind.PayoutFailed"/> where it failed now.</summary>
    /// <param name="word">The gateway's word for why.</param>
    /// <returns>Whether it failed now.</returns>
    public bool TryRefuseTransfer(int position, string word, DateTimeOffset now)
    {
        if (Find(position) is not { IsAsked: true } payout)
            return false;
        Fail(payout, word, now);
        return true;
    }

    /// <summary>
    /// The gateway transferred nothing, and may be asked again under the same key. Where it knew nothing of <see cref="Payout.MostCalls"/>
    /// calls it has failed, and the caller books <see cref="EntryKind.PayoutFailed"/>.
    /// </summary>
    /// <param name="isLost">Whether the gateway was asked, and later knew nothing of it.</param>
    /// <returns>Whether it failed now.</returns>
    public bool TransferComesBack(int position, bool isLost, DateTimeOffset now)
    {
        if (Find(position) is not { IsAsked: true } payout || !payout.ComeBack(isLost))
            return false;
        Fail(payout, Payout.NeverArrived, now);
        return true;
    }

    private Payout? Find(int position) => _payouts.SingleOrDefault(p => p.Position == position);

    private void Fail(Payout payout, string word, DateTimeOffset now)
    {
        payout.End(PayoutState.Failed, null, now, reason: word);
        Raise(new PayoutFailed(payout.Id, payout.Cooperative, payout.Amount, word) { IsTransfer = true });
    }
}
