using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <content>What a line turned out to be, by an admin's word or by the other side's own rows.</content>
public sealed partial class MoneyIn
{
    /// <summary>It went out to pay back what was owed.</summary>
    public void PayBack(RefundDueId refund) => (State, Refund) = (MoneyInState.Resolved, refund);

    /// <summary>It went out to pay cooperatives, which the ledger knows already.</summary>
    public void PayOut(PayoutRunId run) => (State, Payout) = (MoneyInState.Resolved, run);

    /// <summary>It brought a payout back.</summary>
    public Outcome BringBack(PayoutRunId run, int position, Money amount)
    {
        if (!MayBeAPayout)
            return new MoneyAlreadyDecided();
        if (Amount != amount)
            return new NotThePayoutsAmount(Amount.Minor, amount.Minor);
        (State, Payout, PayoutPosition) = (MoneyInState.Resolved, run, position);
        Raise(new PayoutCameBack(Id, run, position, Amount));
        return Outcome.Done;
    }

    /// <summary>The card gateway paid out with it what it held, less what it kept.</summary>
    /// <param name="kept">Not negative.</param>
    /// <param name="held">What the gateway holds.</param>
    public Outcome ComeFromCards(Money kept, Money held)
    {
        if (!MayBeAPayout)
            return new MoneyAlreadyDecided();
        if (Amount + kept > held)
            return new MoreThanCardsHold(held.Minor);
        (State, IsFromCards, Kept) = (MoneyInState.Resolved, true, kept);
        Raise(new CardsPaidOut(Id, Amount, kept));
        return Outcome.Done;
    }

    /// <summary>
    /// A carrier paid over with it the cash of parcels. Where that is not all of it, the rest waits: for another list, or for an admin's
    /// word.
    /// </summary>
    /// <param name="net">What the lines of its list that count come to, less what the carrier kept.</param>
    public Outcome ComeFromCarrier(Money net)
    {
        if (!MayBeFromCarrier)
            return new MoneyAlreadyDecided();
        if (net.Minor < 0 || net > Rest)
            return new MoreThanCame(net.Minor, Rest.Minor);
        Carried += net;
        if (Rest.IsZero)
            State = MoneyInState.Resolved;
        return Outcome.Done;
    }

    /// <summary>
    /// The bank took an earlier line back with this one, for which an admin looked at the statement. Each happens once: a line
    /// takes one other back, whole, and what was taken back is gone.
    /// </summary>
    public Outcome TakeBack(MoneyIn taken)
    {
        if (State != MoneyInState.Outgoing || !taken.MayBeTakenBack)
            return new MoneyAlreadyDecided();
        if (taken.Amount != Amount || taken.Moved != Moved || taken.Account != Account)
            return new NotTheSameAmount(Amount.Minor, taken.Amount.Minor);
        (State, Reverses, Order) = (MoneyInState.Reversal, taken.Id, taken.Order);
        (taken.State, taken.Applied) = (MoneyInState.TakenBack, Money.Zero(taken.Amount.Currency));
        Raise(new MoneyTakenBack(Id, taken.Id, taken.Order, Amount) { Place = Place, Foreign = Foreign });
        return Outcome.Done;
    }

    /// <summary>Whether it may be a movement that is stored already: nobody has decided it, and only the bank's sources tell things twice.</summary>
    public bool MayBeToldTwice => Place == MoneyPlace.Bank && (IsUndecided || State == MoneyInState.Outgoing);

    /// <summary>It is the same movement as another line: what was booked for it is booked the other way round.</summary>
    public Outcome BeSameAs(MoneyIn other)
    {
        if (!MayBeToldTwice || other.Id == Id || other.State == MoneyInState.ToldTwice)
            return new MoneyAlreadyDecided();
        if (other.Amount != Amount || other.Account != Account || other.Direction != Direction)
            return new NotTheSameAmount(Amount.Minor, other.Amount.Minor);
        (State, SameAs, Order) = (MoneyInState.ToldTwice, other.Id, other.Order);
        if (Direction == TransferDirection.In)
            Raise(new MoneyToldTwice(Id, other.Id, Amount));
        return Outcome.Done;
    }

    /// <summary>
    /// Whether an admin may say that it is the market's own: what went out, what a dispute that had cost the market gave back, and what a
    /// carrier paid beyond the parcels of its lists.
    /// </summary>
    public bool MayBeExplained => State == MoneyInState.Outgoing || (State == MoneyInState.Unknown && (Source == MoneySource.Dispute || !Carried.IsZero));

    /// <summary>Whether it may be a payout: one of ours that came back, or the gateway's that arrived. Only the bank brings those.</summary>
    public bool MayBeAPayout => IsUndecided && Place == MoneyPlace.Bank;

    /// <summary>Whether a carrier may have paid it over, or what is left of it.</summary>
    public bool MayBeFromCarrier => State == MoneyInState.Unknown && Place == MoneyPlace.Bank;

    /// <summary>Whether it may be tax that was withheld from sellers: it left the bank for something nobody has named.</summary>
    public bool MayBeTax => State == MoneyInState.Outgoing && Place == MoneyPlace.Bank;

    /// <summary>It paid the tax office what was withheld from sellers.</summary>
    /// <param name="month">The first day of the month.</param>
    /// <param name="open">What was withheld and not yet paid.</param>
    public Outcome PayTax(DateOnly month, Money open)
    {
        if (!MayBeTax)
            return new MoneyAlreadyDecided();
        if (Amount > open)
            return new MoreThanWithheld(open.Minor);
        (State, TaxMonth) = (MoneyInState.Resolved, month);
        Raise(new WithheldTaxPaid(Id, Amount));
        return Outcome.Done;
    }

    /// <summary>An admin has said what it was.</summary>
    public void Resolve(string note)
    {
        (State, Note) = (MoneyInState.Resolved, note);
        Raise(new MoneyExplained(Id, Rest) { Place = Place, Foreign = Foreign, IsIncome = Direction == TransferDirection.In });
    }
}
