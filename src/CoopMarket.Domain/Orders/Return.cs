using System.Linq.Expressions;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>
/// Goods of one part that a buyer sends back. A cooperative agrees or refuses with a reason; who withdraws needs nobody's consent.
/// <code>
/// from             | to           | when
/// -----------------|--------------|------------------------------------------------------------
/// (new)            | Asked        | the buyer asks
/// (new)            | Agreed       | the buyer withdraws
/// Asked            | Agreed       | the cooperative agrees, and says where to send it
/// Asked            | Refused      | the cooperative refuses, and says why
/// Asked, Agreed    | Dropped      | the buyer keeps it after all (a withdrawal stays)
/// Agreed           | OnItsWay     | the buyer has sent it
/// Agreed, OnItsWay | Done         | it is back; what is to be given back is granted with it
/// Agreed, OnItsWay | Unpaid       | it is back and not as it must be: nothing is given back, and the cooperative says why
/// Agreed, OnItsWay | Lost         | lost on its way back, by an admin's word, who says what is given back
/// Asked…OnItsWay   | Done, Unpaid | the cooperative is late: an admin settles it, and says what is given back
/// Asked…OnItsWay   | Void         | the parcel itself came back untaken, or was lost: there is nothing to send back
/// Asked, Agreed    | Void         | the cooperative has given back all that is due for it without it
/// </code>
/// </summary>
public sealed class Return : Entity
{
    /// <summary>How long after delivery a buyer may ask.</summary>
    public static readonly TimeSpan TimeToAsk = TimeSpan.FromDays(14);

    /// <summary>After how long without an answer the cooperative is reminded.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromDays(3);

    /// <summary>How long a parcel may be on its way back before the cooperative is asked whether it is there.</summary>
    public static readonly TimeSpan BackWithin = TimeSpan.FromDays(10);

    /// <summary>After how long a return that is not settled is an admin's to settle; a withdrawal is from the day on which the law wants its money back.</summary>
    public static readonly TimeSpan SettledWithin = TimeSpan.FromDays(21);

    /// <summary>The longest text of buyer or cooperative, in characters.</summary>
    public const int MostWords = 500;

    private readonly List<ReturnLine> _lines = [];

    private Return()
    {
    }

    internal Return(ReturnId id, SellerOrder part, ReturnPlan plan, DateTimeOffset now)
    {
        (Id, Order, SellerOrder, Cooperative, Reason, Words, AskedAt) = (id, part.OrderId, part.Id, part.Cooperative, plan.Reason, plan.Words, now);
        State = plan.Reason == ReturnReason.Withdrawal ? ReturnState.Agreed : ReturnState.Asked;
        _lines.AddRange(plan.Lines.Select(l => new ReturnLine(l.Line, l.Quantity)));
        Raise(new ReturnAsked(id, Order, SellerOrder, Reason));
    }

    public ReturnId Id { get; private init; }

    public OrderId Order { get; private init; }

    public SellerOrderId SellerOrder { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public ReturnReason Reason { get; private init; }

    /// <summary>What the buyer wrote; may be empty, and is once she is forgotten.</summary>
    public string Words { get; private set; } = "";

    public ReturnState State { get; private set; }

    /// <summary>UTC; of a withdrawal when it was declared.</summary>
    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>Where to send it and what to mind, or why it is refused; empty before.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>When the cooperative answered, UTC; null before, and of a withdrawal until it said where to send it.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the buyer said that it is on its way, UTC.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The number of the parcel on its way back; may be empty.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Why nothing or less was given back, or what an admin said who settled it: what both sides read. Empty else.</summary>
    public string Ending { get; private set; } = "";

    /// <summary>When it was refused, dropped, settled or void, UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<ReturnLine> Lines => _lines;

    /// <summary>Whether something is still to happen.</summary>
    public bool IsOpen => State is ReturnState.Asked or ReturnState.Agreed or ReturnState.OnItsWay;

    /// <summary>Whether its goods count as sent back: they can't be sent back twice.</summary>
    public bool Counts => IsOpen || State is ReturnState.Done or ReturnState.Unpaid or ReturnState.Lost;

    /// <summary>By when the law wants the money back where the buyer withdrew, UTC; null where she asked (Directive 2011/83/EU, Art. 13).</summary>
    public DateTimeOffset? RefundBy => Reason == ReturnReason.Withdrawal ? AskedAt + Withdrawal.TimeToRefund : null;

    /// <summary>Which returns wait so long that an admin may settle them.</summary>
    /// <param name="now">UTC.</param>
    public static Expression<Func<Return, bool>> Late(DateTimeOffset now)
    {
        var (asked, withdrawn) = (now - SettledWithin, now - Withdrawal.TimeToRefund);
        return r => r.EndedAt == null && (r.AskedAt <= asked || (r.Reason == ReturnReason.Withdrawal && r.AskedAt <= withdrawn));
    }

    /// <summary>From when its cooperative is reminded of it, UTC: to answer it, or to settle it by the time the law or the carrier takes.</summary>
    public DateTimeOffset NudgeAt(NudgeKind kind) => kind == NudgeKind.AnswerReturn
        ? AskedAt + AnswerWithin
        : new[] { SentAt + BackWithin, RefundBy - Nudge.TimeToAnswer }.Min() ?? DateTimeOffset.MaxValue;

    /// <summary>From when it is late, UTC, unless it is settled before.</summary>
    public DateTimeOffset LateFrom => RefundBy ?? AskedAt + SettledWithin;

    /// <summary>Whether it waits so long that an admin may settle it.</summary>
    public bool IsLate(DateTimeOffset now) => IsOpen && now >= LateFrom;

    /// <summary>The cooperative agrees; of a withdrawal it says where to send it.</summary>
    /// <param name="where">What the buyer reads.</param>
    public Outcome Agree(string where, DateTimeOffset now)
    {
        if (State != ReturnState.Asked && !(State == ReturnState.Agreed && AnsweredAt is null))
            return new WrongStep();
        (State, Answer, AnsweredAt) = (ReturnState.Agreed, where, now);
        Raise(new ReturnAnswered(Id, Order, SellerOrder));
        return Outcome.Done;
    }

    /// <summary>The cooperative does not take it back.</summary>
    /// <param name="why">What the buyer reads.</param>
    public Outcome Refuse(string why, DateTimeOffset now)
    {
        if (State != ReturnState.Asked)
            return new WrongStep();
        (Answer, AnsweredAt) = (why, now);
        Raise(new ReturnAnswered(Id, Order, SellerOrder));
        return End(ReturnState.Refused, now);
    }

    /// <summary>The buyer keeps it after all.</summary>
    public Outcome Drop(DateTimeOffset now)
        => State is ReturnState.Asked or ReturnState.Agreed && Reason != ReturnReason.Withdrawal ? End(ReturnState.Dropped, now) : new WrongStep();

    /// <summary>The buyer has sent it.</summary>
    /// <param name="number">Empty where there is none.</param>
    public Outcome Send(string number, DateTimeOffset now)
    {
        if (State != ReturnState.Agreed)
            return new WrongStep();
        (State, Number, SentAt) = (ReturnState.OnItsWay, number, now);
        return Outcome.Done;
    }

    /// <summary>Takes out what the buyer wrote; she is forgotten.</summary>
    public void ForgetBuyer() => Words = "";

    /// <summary>The parcel itself came back untaken, or was lost, or all that is due for it was given back without it.</summary>
    public Outcome Void(DateTimeOffset now) => IsOpen ? End(ReturnState.Void, now) : new WrongStep();

    /// <param name="ending">What both sides read; may be empty.</param>
    /// <param name="isUnpaid">Whether nothing is given back for it although something would be due.</param>
    internal Outcome Settle(ReturnState state, string ending, bool isUnpaid, DateTimeOffset now)
    {
        Ending = ending;
        if (isUnpaid)
            Raise(new ReturnUnpaid(Id, Order, SellerOrder));
        return End(state, now);
    }

    /// <summary>An admin did what the cooperative should have done, or could not know.</summary>
    internal void SettledForSeller() => Raise(new ReturnSettledForSeller(Id, Order, SellerOrder));

    private Outcome End(ReturnState state, DateTimeOffset now)
    {
        (State, EndedAt) = (state, now);
        Raise(new ReturnEnded(Id, Order, SellerOrder));
        return Outcome.Done;
    }
}

/// <summary>Some of a line on its way back.</summary>
public sealed class ReturnLine
{
    private ReturnLine()
    {
    }

    internal ReturnLine(OrderLineId line, int quantity) => (Line, Quantity) = (line, quantity);

    public OrderLineId Line { get; private init; }

    /// <summary>At least 1.</summary>
    public int Quantity { get; private init; }
}

/// <summary>What a buyer wants to send back of one part.</summary>
/// <param name="Words">What she wrote; may be empty.</param>
/// <param name="IsUnopened">Whether she says that what is sold sealed is so still.</param>
public sealed record ReturnPlan(IReadOnlyList<(OrderLineId Line, int Quantity)> Lines, ReturnReason Reason, string Words, bool IsUnopened);
