using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Lots;

/// <summary>Where a lot stands.</summary>
public enum LotState
{
    /// <summary>There is some of it.</summary>
    Open,

    /// <summary>Used up.</summary>
    Closed,

    /// <summary>Called back from its buyers: nothing of it is sold or sent any more.</summary>
    Recalled,
}

/// <summary>
/// What a cooperative made or harvested of one product at one time, under the number that is printed on its labels.
/// <code>
/// from   | to     | when
/// -------|--------|---------------------------------------------------
/// (new)  | Open   | it is written down
/// Open   | Closed | used up
/// Closed | Open   | there is some left after all, or some came back
/// Open, Closed | Recalled | its cooperative or the market calls it back; there is no way from here
/// </code>
/// </summary>
public sealed class Lot : Entity
{
    /// <summary>The longest number, in characters.</summary>
    public const int MostNumber = 30;

    /// <summary>The longest text of who made it, or how much, in characters.</summary>
    public const int MostText = 120;

    /// <summary>The longest notes, in characters.</summary>
    public const int MostNotes = 1_000;

    /// <summary>The longest reason of a recall, in characters.</summary>
    public const int MostReason = MostNotes;

    private Lot()
    {
    }

    public LotId Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public ProductId Product { get; private init; }

    /// <summary>What is printed on its labels as a QR code and leads to its page, see <see cref="PublicCode"/>; it never changes.</summary>
    public string Code { get; private init; } = "";

    /// <summary>As it is printed.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The number as it is compared: no two lots of a cooperative have the same.</summary>
    public string FoldedNumber { get; private set; } = "";

    /// <summary>The day on which it was made or harvested, in Vietnam.</summary>
    public DateOnly MadeOn { get; private set; }

    /// <summary>The village where; may be empty.</summary>
    public string Village { get; private set; } = "";

    /// <summary>The code of the commune of Sơn La where; empty where it is not told.</summary>
    public string CommuneCode { get; private set; } = "";

    /// <summary>Who made it, of those whom the cooperative introduces; null where all did, or others.</summary>
    public MakerId? Maker { get; private set; }

    /// <summary>Who made it, in the cooperative's words; may be empty.</summary>
    public string MadeBy { get; private set; } = "";

    /// <summary>How much it was, in the cooperative's words, such as «40 kg tươi»; may be empty.</summary>
    public string Amount { get; private set; } = "";

    /// <summary>The last day on which it is sold, in Vietnam; null where it keeps.</summary>
    public DateOnly? BestBefore { get; private set; }

    /// <summary>For the cooperative itself; may be empty.</summary>
    public string Notes { get; private set; } = "";

    /// <summary>The certificates that apply to it, as they stood when it was written down.</summary>
    public IReadOnlyList<LotPaper> Papers { get; private set; } = [];

    public LotState State { get; private set; }

    /// <summary>Why it is called back and what to do, as it is written to buyers; empty unless it is recalled.</summary>
    public string RecallReason { get; private set; } = "";

    /// <summary>UTC; null unless it is recalled.</summary>
    public DateTimeOffset? RecalledAt { get; private set; }

    /// <summary>Who called it back; null for the market itself.</summary>
    public PersonId? RecalledBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Who wrote it down; null for the market itself.</summary>
    public PersonId? RecordedBy { get; private init; }

    /// <summary>Writes a lot down.</summary>
    public static Lot Record(LotId id, CooperativeId cooperative, ProductId product, LotFacts facts, PersonId? by, DateTimeOffset now)
    {
        // A UUIDv7 ends with random bits.
        var code = PublicCode.From(id.Value.ToByteArray(bigEndian: true).AsSpan(11)).Value;
        var lot = new Lot { Id = id, Code = code, Cooperative = cooperative, Product = product, RecordedAt = now, RecordedBy = by };
        lot.Tell(facts);
        return lot;
    }

    /// <summary>The number that the market proposes: the day, and how many of the day it is.</summary>
    /// <param name="nth">From 1.</param>
    public static string ProposedNumber(DateOnly madeOn, int nth) => FormattableString.Invariant($"{madeOn:yyMMdd}-{nth}");

    /// <summary>How a number is compared.</summary>
    public static string FoldNumber(string number) => Folding.Fold(number);

    /// <summary>Writes it down anew.</summary>
    public void Tell(LotFacts facts)
    {
        (Number, FoldedNumber, MadeOn, BestBefore) = (facts.Number, FoldNumber(facts.Number), facts.MadeOn, facts.BestBefore);
        (Village, CommuneCode, Maker, MadeBy) = (facts.Village, facts.CommuneCode, facts.Maker, facts.MadeBy);
        (Amount, Notes, Papers) = (facts.Amount, facts.Notes, facts.Papers);
    }

    /// <summary>Whether some of it, if there is any, may be sold on a day, Vietnam's. What is used up and comes back may be.</summary>
    public bool IsForSaleOn(DateOnly today) => State != LotState.Recalled && (BestBefore is not { } last || today <= last);

    /// <summary>It is used up.</summary>
    /// <param name="isEmpty">Whether nothing of it is there, as far as its stock is kept.</param>
    public Refusal? Close(bool isEmpty)
    {
        if (State != LotState.Open)
            return new NotWithThisLot();
        if (!isEmpty)
            return new LotNotEmpty();
        State = LotState.Closed;
        return null;
    }

    /// <summary>Its cooperative calls it back, or the market.</summary>
    /// <param name="reason">For buyers.</param>
    /// <param name="by">Null for the market itself.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Recall(string reason, PersonId? by, DateTimeOffset now)
    {
        if (State == LotState.Recalled)
            return new NotWithThisLot();
        (State, RecallReason, RecalledBy, RecalledAt) = (LotState.Recalled, reason, by, now);
        Raise(new LotRecalled(Id, Cooperative));
        return null;
    }

    /// <summary>Some of it is left after all.</summary>
    public Refusal? Reopen()
    {
        if (State != LotState.Closed)
            return new NotWithThisLot();
        State = LotState.Open;
        return null;
    }
}

/// <summary>What a cooperative writes down of a lot.</summary>
/// <param name="Number">As printed.</param>
/// <param name="MadeOn">The day, in Vietnam.</param>
/// <param name="BestBefore">The last day on which it is sold; null where it keeps.</param>
/// <param name="Village">May be empty.</param>
/// <param name="CommuneCode">Empty where it is not told.</param>
/// <param name="Maker">Null where all made it, or others.</param>
/// <param name="MadeBy">May be empty.</param>
/// <param name="Amount">May be empty.</param>
/// <param name="Notes">May be empty.</param>
/// <param name="Papers">The certificates that apply.</param>
public sealed record LotFacts(
    string Number, DateOnly MadeOn, DateOnly? BestBefore, string Village, string CommuneCode, MakerId? Maker, string MadeBy, string Amount, string Notes, IReadOnlyList<LotPaper> Papers);

/// <summary>A certificate that applies to a lot, as it stood when the lot was written down; it stays when the product loses it.</summary>
/// <param name="Number">Its own number.</param>
public sealed record LotPaper(LocalizedText Name, string Number);
