using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>Where a payout stands.</summary>
public enum PayoutState
{
    /// <summary>Worked out, not yet approved; nothing is booked.</summary>
    Drafted,

    /// <summary>Taken out before anything was sent.</summary>
    LeftOut,

    /// <summary>Approved and booked. Whether the bank has paid it, nobody has said: it stays so until somebody does.</summary>
    OnTheWay,

    /// <summary>The bank has paid it.</summary>
    Paid,

    /// <summary>The bank has not paid it; it is owed as before.</summary>
    Failed,

    /// <summary>The bank had paid it, and the money came back; it is owed as before.</summary>
    Returned,
}

/// <summary>
/// What one cooperative is paid at once. Every move goes through the <see cref="PayoutRun"/>.
/// <code>
/// from     | to       | when                                     | booked
/// ---------|----------|------------------------------------------|--------------------------------------------
/// Drafted  | LeftOut  | an admin takes it out                    | nothing
/// Drafted  | OnTheWay | a second admin approves the run          | payable to on the way, fees owed are netted
/// OnTheWay | Paid     | an admin writes down the bank's reference| on the way leaves the bank account
/// OnTheWay | Failed   | an admin writes down the bank's refusal  | the approval's lines, the other way round
/// Paid     | Returned | the money came back as a bank line       | it is payable again
/// </code>
/// </summary>
public sealed class Payout
{
    private Payout()
    {
    }

    internal Payout(PayoutId id, PayoutRun run, int position, PayoutDue due)
        => (Id, Run, Position, Cooperative, Amount, Fees, Bin, AccountNumber, AccountHolder, Text) = (
            id, run.Id, position, due.Cooperative, due.Amount, due.FeesOwed, due.Account.Bin, due.Account.Number, due.Account.Holder, TextOf(run.Code, position));

    public PayoutId Id { get; private init; }

    public PayoutRunId Run { get; private init; }

    /// <summary>Its place in the run, from 1.</summary>
    public int Position { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    /// <summary>What is sent; above zero.</summary>
    public Money Amount { get; private init; }

    /// <summary>Fees of sales in cash that are kept back; not negative. Amount and fees together leave what is payable.</summary>
    public Money Fees { get; private init; }

    /// <summary>The bank's six digits, as it was when the run was drafted.</summary>
    public string Bin { get; private init; } = "";

    public string AccountNumber { get; private init; } = "";

    /// <summary>As the bank writes it.</summary>
    public string AccountHolder { get; private init; } = "";

    /// <summary>What the transfer says; at most 25 characters of plain ASCII, and no other payout's.</summary>
    public string Text { get; private init; } = "";

    public PayoutState State { get; private set; }

    /// <summary>The bank's, once it is paid; else empty.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Why it failed, as an admin wrote it; else empty.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When it was left out, paid or failed, UTC; null while it is open, and then the cooperative can't be in another run.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who wrote that down; null while it is open.</summary>
    public PersonId? EndedBy { get; private set; }

    /// <summary>When its money had come back, UTC; null where it did not.</summary>
    public DateTimeOffset? ReturnedAt { get; private set; }

    /// <summary>Whether it would still go to the same account.</summary>
    internal bool GoesTo(PayoutAccount account) => (Bin, AccountNumber, AccountHolder) == (account.Bin, account.Number, account.Holder);

    internal void Send() => State = PayoutState.OnTheWay;

    internal void End(PayoutState state, PersonId by, DateTimeOffset now, string reference = "", string reason = "")
        => (State, EndedBy, EndedAt, Reference, Reason) = (state, by, now, reference, reason);

    internal void Return(DateTimeOffset now) => (State, ReturnedAt) = (PayoutState.Returned, now);

    /// <summary>The lines of an entry of a kind about it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not about payouts.</exception>
    public IReadOnlyList<EntryLine> LinesOf(EntryKind kind) => kind switch
    {
        EntryKind.Payout =>
        [
            new(LedgerAccount.Payable, Amount + Fees, Cooperative), new(LedgerAccount.FeesOwed, -Fees, Cooperative), new(LedgerAccount.PayoutsOnTheWay, -Amount, Cooperative),
        ],
        EntryKind.PayoutPaid => [new(LedgerAccount.PayoutsOnTheWay, Amount, Cooperative), new(LedgerAccount.Bank, -Amount)],
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
