using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;

namespace CoopMarket.Domain.Payments;

/// <summary>Where the cash of a parcel is.</summary>
public enum CashParcelState
{
    /// <summary>On its way; the carrier is to collect.</summary>
    Expected,

    /// <summary>It arrived: the carrier has the cash, or should have.</summary>
    Collected,

    /// <summary>The carrier paid it, less its fee.</summary>
    Remitted,

    /// <summary>The carrier paid less than it was to collect.</summary>
    Short,

    /// <summary>The buyer did not take it: there is no cash.</summary>
    Refused,

    /// <summary>Refused, and the carrier's fee for bringing it back is known.</summary>
    Returned,

    /// <summary>The carrier lost it.</summary>
    Lost,

    /// <summary>The carrier will not pay what is missing, and the market bears it.</summary>
    GivenUp,

    /// <summary>The carrier paid for it, and it came back or was lost all the same: what was paid is owed back to the carrier.</summary>
    OwedBack,

    /// <summary>The carrier has that again.</summary>
    TakenBack,
}

/// <summary>What a line of a carrier's list did to a parcel.</summary>
public enum RemittanceVerdict
{
    /// <summary>No such parcel, or more than one.</summary>
    Unknown,

    /// <summary>Paid as it was to be.</summary>
    Full,

    /// <summary>Paid, and more than was to be collected.</summary>
    Over,

    /// <summary>Paid, but less than was to be collected.</summary>
    Short,

    /// <summary>What was missing came.</summary>
    Rest,

    /// <summary>Counted before, by this list or another.</summary>
    Already,

    /// <summary>No cash, only what it cost to bring it back.</summary>
    Returned,

    /// <summary>No cash, though some is to come.</summary>
    Unpaid,

    /// <summary>Cash for a parcel that was refused or lost.</summary>
    Unexpected,

    /// <summary>The carrier takes back what it had paid for a parcel that came back or was lost.</summary>
    TakenBack,

    /// <summary>The carrier takes back what is not owed to it, or not just what is.</summary>
    NotOwed,
}

/// <summary>
/// The cash of one parcel that a carrier collects: a debt of the carrier until it is paid over. What it collects for the cooperative
/// is not in the market's books; what it collects for the market is in its ledger too. Its messages may come in any order.
/// <code>
/// from                | to       | when
/// --------------------|----------|--------------------------------------------------------------
/// Expected            | Collected| it was delivered
/// Expected            | Refused  | the buyer did not take it
/// Refused             | Collected| she did, an admin found out
/// Expected            | Lost     | the carrier lost it
/// Expected, Collected | Remitted | a carrier's list pays all of it, or more
/// Expected, Collected | Short    | a carrier's list pays some of it
/// Short               | Remitted | another list pays just what was missing
/// Refused             | Returned | a carrier's list names no cash, but a fee
/// Collected, Short    | GivenUp  | an admin gives up what is missing, of what is collected for the market
/// Remitted, Short     | OwedBack | the buyer did not take it after all, or the carrier lost it
/// OwedBack            | Remitted, Short | she did, an admin found out
/// OwedBack            | TakenBack| a carrier's list takes back just what had been paid
/// TakenBack           | Returned | a carrier's list names no cash, but a fee
/// </code>
/// A list may come before the cooperative marks the parcel delivered; what was delivered is neither refused nor lost any more, and only
/// what was delivered is given up. Anything else changes nothing.
/// </summary>
public sealed class CashParcel : Entity
{
    private CashParcel()
    {
    }

    public SellerOrderId SellerOrder { get; private init; }

    public OrderId Order { get; private init; }

    /// <summary>The order's public code.</summary>
    public string Code { get; private init; } = "";

    public CooperativeId Cooperative { get; private init; }

    public Carrier Carrier { get; private set; }

    /// <summary>Whether the carrier collects it for the market; else for the cooperative.</summary>
    public bool IsForMarket { get; private set; }

    /// <summary>The carrier's number in capitals; empty where there is none.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What the carrier is to collect: goods that were not declined, and delivery.</summary>
    public Money Amount { get; private init; }

    public CashParcelState State { get; private set; }

    /// <summary>What the carrier paid over and has not taken back, before its fee.</summary>
    public Money Paid { get; private set; }

    /// <summary>What the carrier kept for its work; the cooperative's cost.</summary>
    public Money CarrierFee { get; private set; }

    /// <summary>When it was told of first, UTC.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>When it was delivered, or paid over if that came first, UTC; null before.</summary>
    public DateTimeOffset? CollectedAt { get; private set; }

    /// <summary>When a list last changed it, UTC; null while none has.</summary>
    public DateTimeOffset? ListedAt { get; private set; }

    /// <summary>Why what was missing was given up; null where it was not.</summary>
    public string? Note { get; private set; }

    /// <summary>What the carrier has and still owes; nothing while the parcel is on its way.</summary>
    public Money Owed => State is CashParcelState.Collected or CashParcelState.Short ? Amount - Paid : Money.Zero(Amount.Currency);

    /// <summary>What is owed back to the carrier.</summary>
    public Money OwedBack => State == CashParcelState.OwedBack ? Paid : Money.Zero(Amount.Currency);

    /// <summary>A parcel that goes out to be paid in cash.</summary>
    /// <param name="code">The order's.</param>
    /// <param name="number">The carrier's; empty where there is none.</param>
    /// <param name="amount">What is to be collected.</param>
    /// <param name="isForMarket">Whether the carrier pays it to the market.</param>
    public static CashParcel Of(
        SellerOrderId sellerOrder, OrderId order, string code, CooperativeId cooperative, Carrier carrier, string number, Money amount, DateTimeOffset now, bool isForMarket = false)
        => new()
        {
            SellerOrder = sellerOrder,
            Order = order,
            Code = code,
            Cooperative = cooperative,
            Carrier = carrier,
            IsForMarket = isForMarket,
            Number = Plain(number),
            Amount = amount,
            Paid = Money.Zero(amount.Currency),
            CarrierFee = Money.Zero(amount.Currency),
            OpenedAt = now,
        };

    /// <summary>A carrier's number as it is compared: capitals without spaces.</summary>
    public static string Plain(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return string.Concat(number.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
    }

    /// <summary>Its carrier and number as they stand now: the cooperative may have mistyped them first. Whom a list has paid once, it is for.</summary>
    public void Renumber(Carrier carrier, string number, bool isForMarket = false)
        => (Carrier, Number, IsForMarket) = (carrier, Plain(number), ListedAt is null ? isForMarket : IsForMarket);

    /// <summary>It was delivered, perhaps although it had been written down as refused: what the carrier paid for it is rightly paid then.</summary>
    public void Collect(DateTimeOffset now)
    {
        if (State is CashParcelState.Expected or CashParcelState.Refused)
            (State, CollectedAt) = (CashParcelState.Collected, now);
        else if (State is CashParcelState.OwedBack)
            State = Paid < Amount ? CashParcelState.Short : CashParcelState.Remitted;
    }

    /// <summary>The buyer did not take it. What the carrier paid for it all the same is owed back.</summary>
    public void Refuse() => End(CashParcelState.Refused);

    /// <summary>The carrier lost it. What it paid for it all the same is owed back.</summary>
    public void Lose() => End(CashParcelState.Lost);

    /// <summary>A line of a carrier's list names it. Each line counts once, whoever tells it again.</summary>
    /// <param name="cash">What the carrier says it collected; below zero where it takes back what it had paid.</param>
    /// <param name="fee">What it kept of that, not negative.</param>
    public RemittanceVerdict Take(Money cash, Money fee, DateTimeOffset now) => State switch
    {
        CashParcelState.OwedBack when -cash == Paid => TakeBack(fee, now),
        CashParcelState.TakenBack or CashParcelState.Returned when cash.Minor < 0 => RemittanceVerdict.Already,
        _ when cash.Minor < 0 => RemittanceVerdict.NotOwed,
        CashParcelState.Expected or CashParcelState.Collected when cash.IsZero => RemittanceVerdict.Unpaid,
        CashParcelState.Expected or CashParcelState.Collected => Pay(cash, fee, now, cash < Amount ? RemittanceVerdict.Short : cash > Amount ? RemittanceVerdict.Over : RemittanceVerdict.Full),
        // Where just half was paid the other half looks like the same line once more: it is not counted, she asks the carrier.
        CashParcelState.Short when cash == Owed && cash != Paid => Pay(cash, fee, now, RemittanceVerdict.Rest),
        CashParcelState.Refused or CashParcelState.TakenBack when cash.IsZero && !fee.IsZero => BringBack(fee, now),
        CashParcelState.Short or CashParcelState.Remitted => RemittanceVerdict.Already,
        CashParcelState.OwedBack or CashParcelState.TakenBack when !cash.IsZero => RemittanceVerdict.Already,
        CashParcelState.Returned when cash.IsZero => RemittanceVerdict.Already,
        _ when cash.IsZero => RemittanceVerdict.Unpaid,
        _ => RemittanceVerdict.Unexpected,
    };

    /// <summary>
    /// What counts of a line's cash. For the market no more counts than was to be collected: what a carrier pays beyond stays with the
    /// line of the bank until somebody says what it is.
    /// </summary>
    /// <param name="cash">What the carrier says it collected.</param>
    public Money Counted(Money cash) => IsForMarket && State is (CashParcelState.Expected or CashParcelState.Collected) && cash > Amount ? Amount : cash;

    /// <summary>An admin gives up what the carrier still owes the market.</summary>
    /// <param name="note">Why.</param>
    /// <param name="hasArrived">Whether it was delivered: of what may still come back nothing is given up.</param>
    public Outcome GiveUp(string note, bool hasArrived)
    {
        if (!IsForMarket || Owed.IsZero)
            return new NothingIsOwed();
        if (!hasArrived)
            return new CashNotCollected();
        Raise(new CashGivenUp(Order, SellerOrder, Owed));
        (State, Note) = (CashParcelState.GivenUp, note);
        return Outcome.Done;
    }

    private RemittanceVerdict Pay(Money cash, Money fee, DateTimeOffset now, RemittanceVerdict verdict)
    {
        (Paid, CarrierFee) = (Paid + cash, CarrierFee + fee);
        (State, CollectedAt, ListedAt) = (Paid < Amount ? CashParcelState.Short : CashParcelState.Remitted, CollectedAt ?? now, now);
        return verdict;
    }

    private RemittanceVerdict BringBack(Money fee, DateTimeOffset now)
    {
        (State, CarrierFee, ListedAt) = (CashParcelState.Returned, CarrierFee + fee, now);
        return RemittanceVerdict.Returned;
    }

    private RemittanceVerdict TakeBack(Money fee, DateTimeOffset now)
    {
        (State, Paid, CarrierFee, ListedAt) = (CashParcelState.TakenBack, Money.Zero(Amount.Currency), CarrierFee + fee, now);
        return RemittanceVerdict.TakenBack;
    }

    private void End(CashParcelState end)
    {
        State = State switch
        {
            CashParcelState.Expected => end,
            CashParcelState.Remitted or CashParcelState.Short => CashParcelState.OwedBack,
            _ => State,
        };
    }
}
