using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>Where a payout stands.</summary>
public enum PayoutState
{
    /// <summary>Worked out, not yet approved; nothing is booked.</summary>
    Drafted,

    /// <summary>Taken out before anything was sent.</summary>
    LeftOut,

    /// <summary>Approved and booked. Whether the bank or the gateway has paid it, nobody has said: it stays so until somebody does.</summary>
    OnTheWay,

    /// <summary>The bank has paid it, or the gateway has transferred it.</summary>
    Paid,

    /// <summary>The bank or the gateway has not paid it; it is owed as before.</summary>
    Failed,

    /// <summary>The bank had paid it, and the money came back; it is owed as before.</summary>
    Returned,
}

/// <summary>
/// What one cooperative is paid at once: by the bank, or by a transfer to its account at the card gateway. Every move goes through the
/// <see cref="PayoutRun"/>.
/// <code>
/// from     | to       | when                                      | booked
/// ---------|----------|-------------------------------------------|--------------------------------------------
/// Drafted  | LeftOut  | an admin takes it out                     | nothing
/// Drafted  | OnTheWay | a second admin approves the run           | payable to on the way, fees owed are netted
///                       of a payout by the bank
/// OnTheWay | Paid     | an admin writes down the bank's reference,| on the way leaves the bank account
///                       or its line carries the payout's text
/// OnTheWay | Failed   | an admin writes down the bank's refusal   | the approval's lines, the other way round
/// Paid     | Returned | the money came back as a bank line        | it is payable again
///                       of a transfer: OnTheWay is Waiting, Asked or Uncertain
/// Waiting  | Asked    | the gateway is about to be asked          | nothing
/// Waiting  | Failed   | an admin calls it off, or the cooperative | the approval's lines, the other way round
///                       has ended its account
/// Asked    | Uncertain| no answer in time, or one that says nothing| nothing
/// Asked,   | Waiting  | the gateway can't do it now, or long after| nothing
/// Uncertain             knows nothing of it
/// Asked,   | Paid     | the gateway says that it transferred it   | on the way leaves the gateway
/// Uncertain
/// Asked,   | Failed   | the gateway says no, or knew nothing of it| the approval's lines, the other way round
/// Uncertain             so often
/// </code>
/// What is taken back of a transfer that was paid, see <see cref="TransferReversal"/>.
/// </summary>
public sealed partial class Payout
{
    private Payout()
    {
    }

    internal Payout(PayoutId id, PayoutRun run, int position, PayoutDue due)
        => (Id, Run, Position, Cooperative, Amount, Fees, Bin, AccountNumber, AccountHolder, Text, Connected) = (
            id, run.Id, position, due.Cooperative, due.Amount, due.FeesOwed, due.Account.Bin, due.Account.Number, due.Account.Holder, TextOf(run.Code, position), due.Account.Connected);

    public PayoutId Id { get; private init; }

    public PayoutRunId Run { get; private init; }

    /// <summary>Its place in the run, from 1.</summary>
    public int Position { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    /// <summary>What is sent; above zero.</summary>
    public Money Amount { get; private init; }

    /// <summary>Fees of sales in cash that are kept back, or below zero what is given back of them. Amount and fees together leave what is payable.</summary>
    public Money Fees { get; private init; }

    /// <summary>The bank's six digits, as it was when the run was drafted; empty where it is a transfer.</summary>
    public string Bin { get; private init; } = "";

    public string AccountNumber { get; private init; } = "";

    /// <summary>As the bank writes it.</summary>
    public string AccountHolder { get; private init; } = "";

    /// <summary>What the transfer says; at most 25 characters of plain ASCII, and no other payout's.</summary>
    public string Text { get; private init; } = "";

    public PayoutState State { get; private set; }

    /// <summary>The bank's, or the gateway's name for the transfer, once it is paid; else empty.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Why it failed, as an admin wrote it, or the gateway's word; else empty.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When it was left out, paid or failed, UTC; null while it is open, and then the cooperative can't be in another run.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who wrote that down; null while it is open, and where the gateway or the bank's own line said so.</summary>
    public PersonId? EndedBy { get; private set; }

    /// <summary>When its money had come back, UTC; null where it did not.</summary>
    public DateTimeOffset? ReturnedAt { get; private set; }

    /// <summary>Whether it would still go to the same account.</summary>
    internal bool GoesTo(PayoutAccount account) => (Bin, AccountNumber, AccountHolder, Connected) == (account.Bin, account.Number, account.Holder, account.Connected);

    /// <summary>Whether a transfer carries its text, however the bank has mangled it: none of its letters is missing, and its place is not the beginning of another's.</summary>
    public bool IsNamedIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (said, own) = (Plain(text), Plain(Text));
        for (var at = said.IndexOf(own, StringComparison.Ordinal); at >= 0; at = said.IndexOf(own, at + 1, StringComparison.Ordinal))
            if (at + own.Length == said.Length || !char.IsAsciiDigit(said[at + own.Length]))
                return true;
        return false;

        static string Plain(string words) => new([.. words.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
    }

    internal void Send() => State = PayoutState.OnTheWay;

    internal void End(PayoutState state, PersonId? by, DateTimeOffset now, string reference = "", string reason = "")
        => (State, EndedBy, EndedAt, Reference, Reason, IsAsked, IsUncertain, AskedUntil) = (state, by, now, reference, reason, false, false, null);

    internal void Return(DateTimeOffset now) => (State, ReturnedAt) = (PayoutState.Returned, now);

    /// <summary>The lines of an entry of a kind about it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not about payouts.</exception>
    public IReadOnlyList<EntryLine> LinesOf(EntryKind kind) => kind switch
    {
        EntryKind.Payout =>
        [
            new(LedgerAccount.Payable, Amount + Fees, Cooperative), new(LedgerAccount.FeesOwed, -Fees, Cooperative), new(LedgerAccount.PayoutsOnTheWay, -Amount, Cooperative),
        ],
        EntryKind.PayoutPaid => [new(LedgerAccount.PayoutsOnTheWay, Amount, Cooperative), new(IsTransfer ? LedgerAccount.Cards : LedgerAccount.Bank, -Amount)],
        EntryKind.PayoutFailed =>
        [
            new(LedgerAccount.PayoutsOnTheWay, Amount, Cooperative), new(LedgerAccount.FeesOwed, Fees, Cooperative), new(LedgerAccount.Payable, -(Amount + Fees), Cooperative),
        ],
        EntryKind.PayoutReturned =>
        [
            new(LedgerAccount.BuyersMoney, Amount), new(LedgerAccount.FeesOwed, Fees, Cooperative), new(LedgerAccount.Payable, -(Amount + Fees), Cooperative),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not about payouts."),
    };

    private static string TextOf(string run, int position) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"COOPMARKET {run} {position}");
}
