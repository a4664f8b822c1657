using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>What became of a message from the card gateway.</summary>
public enum CardEventState
{
    /// <summary>Stored, not yet looked at.</summary>
    Received,

    /// <summary>It changed something, or said again what was known.</summary>
    Used,

    /// <summary>Of a kind that the market doesn't act on.</summary>
    Ignored,

    /// <summary>It doesn't fit what the market knows: an admin looks at it.</summary>
    Odd,

    /// <summary>An admin has looked at it.</summary>
    Resolved,
}

/// <summary>Why a message from the card gateway is not believed.</summary>
public enum CardFlaw
{
    /// <summary>Another amount than the order's; what came is stored as money that an admin places.</summary>
    Amount,

    /// <summary>Another currency.</summary>
    Currency,

    /// <summary>Test money where real money is taken, or the reverse.</summary>
    Mode,

    /// <summary>Of another account.</summary>
    Account,

    /// <summary>Of a page, a refund, an account or a transfer that the market never asked for; what came is stored as money that an admin places.</summary>
    Stranger,

    /// <summary>Without what a message of its kind must say.</summary>
    Unreadable,

    /// <summary>Nothing is wrong with it: a buyer disputes a charge, and somebody has to answer on the gateway's pages.</summary>
    Disputed,
}

/// <summary>What the gateway says of a page, a dispute, a refund, a cooperative's account or a transfer to one.</summary>
/// <param name="Session">The gateway's name for it; empty where the message is about none.</param>
/// <param name="Reference">The id of the attempt, the call, the cooperative or the payout as the market gave it; empty where there is none.</param>
/// <param name="Charge">The gateway's name for the charge, or of a transfer for the account that it went to; empty while there is none.</param>
/// <param name="Amount">In the currency's smallest unit; null where the message names none.</param>
/// <param name="Currency">Three small letters; empty where there is none.</param>
/// <param name="IsPaid">Whether the money is there; of a refund, whether it is on its way or has arrived; of a dispute, whether it was won.</param>
public sealed record CardSession(string Session, string Reference, string Charge, long? Amount, string Currency, bool IsPaid)
{
    /// <summary>Until when the gateway takes proof against a dispute, UTC; null where it names no moment or is about none.</summary>
    public DateTimeOffset? DueBy { get; init; }
}

/// <summary>A message from the card gateway.</summary>
/// <param name="Id">Its name at the gateway; the same message has the same name however often it comes.</param>
/// <param name="Type">What it is about, as the gateway writes it.</param>
/// <param name="ApiVersion">The version of the gateway's language.</param>
/// <param name="Account">The account that it is about; empty for the market's own.</param>
/// <param name="IsLive">Whether it is about real money.</param>
/// <param name="HappenedAt">UTC.</param>
/// <param name="About">The page; null where it is about none.</param>
public sealed record CardMessage(
    string Id, string Type, string ApiVersion, string Account, bool IsLive, DateTimeOffset HappenedAt, CardSession? About);

/// <summary>A message from the card gateway, stored once. Nothing of the buyer is kept.</summary>
public sealed class CardEvent : Entity
{
    /// <summary>A page was paid.</summary>
    public const string Completed = "checkout.session.completed";

    /// <summary>A page was paid in a way that takes time, and now the money is there.</summary>
    public const string PaidLater = "checkout.session.async_payment_succeeded";

    /// <summary>A page was closed unpaid.</summary>
    public const string Expired = "checkout.session.expired";

    /// <summary>A buyer disputes a charge; nothing has moved yet.</summary>
    public const string Disputed = "charge.dispute.created";

    /// <summary>What a buyer disputes left the gateway's account.</summary>
    public const string Withdrawn = "charge.dispute.funds_withdrawn";

    /// <summary>A dispute was won: what had left is back.</summary>
    public const string Reinstated = "charge.dispute.funds_reinstated";

    /// <summary>A dispute is over; it was won where <see cref="IsPaid"/> says so.</summary>
    public const string DisputeClosed = "charge.dispute.closed";

    /// <summary>Money is being sent back: by the market's call, or by somebody in the gateway's own pages.</summary>
    public const string RefundMade = "refund.created";

    /// <summary>Something changed about a refund; it may have been called off.</summary>
    public const string RefundChanged = "refund.updated";

    /// <summary>A refund did not reach the buyer.</summary>
    public const string RefundFailed = "refund.failed";

    /// <summary>Something changed about a cooperative's account at the gateway.</summary>
    public const string AccountChanged = "account.updated";

    /// <summary>Something was transferred to a cooperative's account.</summary>
    public const string TransferMade = "transfer.created";

    /// <summary>Something of a transfer was taken back.</summary>
    public const string TransferReversed = "transfer.reversed";

    private CardEvent()
    {
    }

    /// <summary>Its name at the gateway.</summary>
    public string Id { get; private init; } = "";

    public string Type { get; private init; } = "";

    public string ApiVersion { get; private init; } = "";

    /// <summary>Empty for the market's own account.</summary>
    public string Account { get; private init; } = "";

    public bool IsLive { get; private init; }

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset HappenedAt { get; private init; }

    /// <summary>When the market learned of it, UTC.</summary>
    public DateTimeOffset StoredAt { get; private init; }

    public string Session { get; private init; } = "";

    public string Reference { get; private init; } = "";

    public string Charge { get; private init; } = "";

    /// <summary>In the currency's smallest unit; null where it names none.</summary>
    public long? Amount { get; private init; }

    public string Currency { get; private init; } = "";

    public bool IsPaid { get; private init; }

    /// <summary>Until when the gateway takes proof against a dispute, UTC; null where it names no moment or is about none.</summary>
    public DateTimeOffset? DueBy { get; private init; }

    public CardEventState State { get; private set; }

    /// <summary>Null unless it is or was odd.</summary>
    public CardFlaw? Flaw { get; private set; }

    /// <summary>What an admin wrote; null before.</summary>
    public string? Note { get; private set; }

    /// <summary>What moved, or is to move; null where the message names no amount or a currency that the market doesn't know.</summary>
    public Money? Moved => Amount is { } amount && Currencies.Find(Currency) is { } currency ? new(amount, currency) : null;

    /// <summary>The call that a refund names; null where its reference is none of the market's.</summary>
    public RefundCallId? Call => Guid.TryParseExact(Reference, "D", out var id) ? RefundCallId.From(id) : null;

    /// <summary>The attempt that it names; null where its reference is none of the market's.</summary>
    public CardAttemptId? Attempt => Guid.TryParseExact(Reference, "D", out var id) ? CardAttemptId.From(id) : null;

    /// <summary>Stores a message to be looked at.</summary>
    public static CardEvent Store(CardMessage told, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(told);
        var stored = new CardEvent
        {
            Id = told.Id,
            Type = told.Type,
            ApiVersion = told.ApiVersion,
            Account = told.Account,
            IsLive = told.IsLive,
            HappenedAt = told.HappenedAt,
            StoredAt = now,
            Session = told.About?.Session ?? "",
            Reference = told.About?.Reference ?? "",
            Charge = told.About?.Charge ?? "",
            Amount = told.About?.Amount,
            Currency = told.About?.Currency ?? "",
            IsPaid = told.About?.IsPaid ?? false,
            DueBy = told.About?.DueBy,
        };
        stored.Raise(new CardEventStored(told.Id));
        return stored;
    }

    /// <summary>What is wrong with a message that says that money came; null where nothing is.</summary>
    /// <param name="attempt">The attempt that it names; null where the market knows none.</param>
    /// <param name="isLive">Whether the market takes real money.</param>
    public CardFlaw? FlawOfPaid(CardAttempt? attempt, bool isLive)
    {
        if (FlawOfMoney(isLive) is { } flaw)
            return flaw;
        var moved = Moved!.Value;
        // What nobody asked for can be stored as đồng alone: for any other currency there is no rate.
        if (attempt is null)
            return moved.Currency == Shared.Currency.VND ? CardFlaw.Stranger : CardFlaw.Currency;
        return moved.Currency != attempt.Charged.Currency ? CardFlaw.Currency : moved == attempt.Charged ? null : CardFlaw.Amount;
    }

    /// <summary>What is wrong with a message that says that money moved, whatever it was about; null where nothing is.</summary>
    /// <param name="isLive">Whether the market takes real money.</param>
    public CardFlaw? FlawOfMoney(bool isLive)
        => Account.Length > 0 ? CardFlaw.Account
            : IsLive != isLive ? CardFlaw.Mode
            : Session.Length == 0 || Amount is not (> 0 and <= Money.Most) ? CardFlaw.Unreadable
            : Moved is null ? CardFlaw.Currency
            : null;

    /// <summary>It was acted on.</summary>
    public void Use() => State = CardEventState.Used;

    /// <summary>There is nothing to do for it.</summary>
    public void Ignore() => State = CardEventState.Ignored;

    /// <summary>It is not believed; an admin looks at it.</summary>
    public void Doubt(CardFlaw flaw) => (State, Flaw) = (CardEventState.Odd, flaw);

    /// <summary>An admin has looked at it.</summary>
    /// <returns>False when that was done before, or nothing was odd.</returns>
    public bool TryResolve(string note)
    {
        if (State != CardEventState.Odd)
            return false;
        (State, Note) = (CardEventState.Resolved, note);
        return true;
    }
}
