using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>The bank's reference was written down before.</summary>
public sealed record ReferenceUsed : Refusal;

/// <summary>The money was sent back already.</summary>
public sealed record RefundAlreadyPaid : Refusal;

/// <summary>The statement is being taken in, or was.</summary>
public sealed record StatementBegun : Refusal;

/// <summary>No money of the order goes back by the bank.</summary>
public sealed record NothingGoesBack : Refusal;

/// <summary>The card gateway is being asked to send it back just now.</summary>
public sealed record RefundUnderWay : Refusal;

/// <summary>Two admins must agree before so much is sent back.</summary>
/// <param name="Alone">Up to which amount one decides, in đồng.</param>
public sealed record RefundNeedsTwo(long Alone) : Refusal
{
    public override IReadOnlyList<object> Args => [Alone];
}

/// <summary>Nobody needs to agree any more.</summary>
public sealed record RefundAlreadyAgreed : Refusal;

/// <summary>She has agreed before; it takes another admin.</summary>
public sealed record NeedsAnotherAdmin : Refusal;

/// <summary>The card gateway did not refuse it: there is nothing to try again.</summary>
public sealed record RefundNotRefused : Refusal;

/// <summary>The order awaits no money: it is paid, expired or called off.</summary>
public sealed record NothingToPay : Refusal;

/// <summary>Card companies take no amount so small.</summary>
/// <param name="Least">The least, in đồng.</param>
public sealed record TooLittleForCard(long Least) : Refusal
{
    public override IReadOnlyList<object> Args => [Least];
}

/// <summary>Card companies take no amount so large.</summary>
/// <param name="Most">The most, in đồng.</param>
public sealed record TooMuchForCard(long Most) : Refusal
{
    public override IReadOnlyList<object> Args => [Most];
}

/// <summary>Card companies take no amount so large in the currency that she chose.</summary>
public sealed record TooMuchAbroad : Refusal;

/// <summary>More than the card gateway holds of the currency, or than it is short of.</summary>
public sealed record NotHeldThere : Refusal;

/// <summary>Too little is left of the time to pay: the gateway's page would outlast the goods that are kept.</summary>
public sealed record CardTimeOver : Refusal;

/// <summary>The gateway has been asked and has not said whether it opened a page.</summary>
public sealed record CardUncertain : Refusal;

/// <summary>The message of the card gateway was dealt with already.</summary>
public sealed record CardMessageResolved : Refusal;

/// <summary>The gateway opened no page.</summary>
public sealed record CardsRefused : Refusal;

/// <summary>A transfer is written down, or told by the bank, that is like this one: the same reference, or the same day, amount and text.</summary>
public sealed record TransferKnown : Refusal;

/// <summary>A movement of the same amount is written down under another reference, for the same order or of the same day: she is asked whether this is another.</summary>
/// <param name="Movement">The one that it is like.</param>
/// <param name="Reference">Its bank's.</param>
/// <param name="BookedAt">When the bank booked it, UTC.</param>
/// <param name="Text">As the bank gave it.</param>
public sealed record TransferAlike(MoneyInId Movement, string Reference, DateTimeOffset BookedAt, string Text) : Refusal
{
    public override IReadOnlyList<object> Args => [Reference];
}

/// <summary>The bank line was dealt with already.</summary>
public sealed record MoneyAlreadyDecided : Refusal;

/// <summary>No order has this code.</summary>
public sealed record NoOrderOfThatCode : Refusal;

/// <summary>No transfer that came in carries this reference.</summary>
public sealed record NoTransferOfThatReference : Refusal;

/// <summary>A bank takes a transfer back whole, on the same account: this is not the transfer.</summary>
/// <param name="Out">What went out, in đồng.</param>
/// <param name="In">What had come in, in đồng.</param>
public sealed record NotTheSameAmount(long Out, long In) : Refusal
{
    public override IReadOnlyList<object> Args => [Out, In];
}

/// <summary>The outgoing line names a run of payouts that are on their way: it is written down there.</summary>
/// <param name="Run">The run's code.</param>
public sealed record IsAPayout(string Run) : Refusal
{
    public override IReadOnlyList<object> Args => [Run];
}

/// <summary>No payout of that name is paid and has not come back.</summary>
public sealed record NoSuchPaidPayout : Refusal;

/// <summary>The line that brought a payout back must be of its amount.</summary>
/// <param name="Line">The line's, in đồng.</param>
/// <param name="Payout">The payout's, in đồng.</param>
public sealed record NotThePayoutsAmount(long Line, long Payout) : Refusal
{
    public override IReadOnlyList<object> Args => [Line, Payout];
}

/// <summary>There is no fresh rate at which to book it.</summary>
public sealed record NoRateToday : Refusal;

/// <summary>What the card gateway keeps is read in its own books: nobody types it.</summary>
public sealed record KeptIsKnown : Refusal;

/// <summary>The card gateway can't have paid out more than it holds.</summary>
/// <param name="Held">What it holds, in đồng.</param>
public sealed record MoreThanCardsHold(long Held) : Refusal
{
    public override IReadOnlyList<object> Args => [Held];
}

/// <summary>More than carriers are asked to collect.</summary>
/// <param name="Most">In đồng.</param>
public sealed record TooMuchForCash(long Most) : Refusal
{
    public override IReadOnlyList<object> Args => [Most];
}

/// <summary>Parcels to this phone came back untaken: this time it is to be paid in advance. Says neither whose nor how many.</summary>
public sealed record NoCashThisTime : Refusal;

/// <summary>None of the list's lines changes anything.</summary>
public sealed record NothingToCount : Refusal;

/// <summary>The carrier's list that was to be taken in is not there any more.</summary>
public sealed record RemittanceGone : Refusal;

/// <summary>A line can't have paid more tax than was withheld and not yet paid.</summary>
/// <param name="Dong">What is open, in đồng.</param>
public sealed record MoreThanWithheld(long Dong) : Refusal
{
    public override IReadOnlyList<object> Args => [Dong];
}

/// <summary>A carrier's list says that more was paid than came with the line of the bank, or is left of it.</summary>
/// <param name="Listed">What the lines that count come to, less what the carrier kept, in đồng.</param>
/// <param name="Left">What is left of the line, in đồng.</param>
public sealed record MoreThanCame(long Listed, long Left) : Refusal
{
    public override IReadOnlyList<object> Args => [Listed, Left];
}

/// <summary>The carrier owes the market nothing for this parcel.</summary>
public sealed record NothingIsOwed : Refusal;

/// <summary>The parcel is not known to have arrived: nobody can say yet what its carrier owes.</summary>
public sealed record CashNotCollected : Refusal;
