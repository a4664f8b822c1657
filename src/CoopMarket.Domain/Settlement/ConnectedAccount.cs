using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>Where a cooperative's account at the card gateway stands.</summary>
public enum ConnectState
{
    /// <summary>The gateway is being asked to open it.</summary>
    Asked,

    /// <summary>The gateway gave no answer: nobody knows whether there is one.</summary>
    Uncertain,

    /// <summary>The gateway opened none; it may be asked again.</summary>
    Refused,

    /// <summary>It is there.</summary>
    Open,

    /// <summary>The cooperative is paid by the bank again.</summary>
    Ended,
}

/// <summary>
/// A cooperative's account at the card gateway, to which the market may transfer what it owes. The gateway says what it can do; the
/// market believes only what it is answered, never a message alone: a message says that there is something to ask.
/// <code>
/// from             | to        | when
/// -----------------|-----------|------------------------------------------------------------------
/// (new), Refused   | Asked     | a manager begins, and the gateway is about to be asked
/// Asked            | Uncertain | no answer in time, or one that says nothing
/// Asked, Uncertain | Refused   | the gateway said no, or long after knows nothing of it
/// Asked, Uncertain | Open      | the gateway says which one it is
/// Open             | Ended     | a manager ends it
/// Ended            | Open      | a manager begins again: it is the same account, and new as such
/// </code>
/// </summary>
public sealed class ConnectedAccount : Entity
{
    private ConnectedAccount()
    {
    }

    public CooperativeId Cooperative { get; private init; }

    /// <summary>The gateway's name for it; empty while there is none.</summary>
    public string Account { get; private set; } = "";

    public ConnectState State { get; private set; }

    /// <summary>How often the gateway was asked to open it: the last part of the call's key.</summary>
    public int Calls { get; private set; }

    /// <summary>When the gateway was asked last to open it, UTC.</summary>
    public DateTimeOffset CalledAt { get; private set; }

    /// <summary>The gateway's word for why it would not; else empty.</summary>
    public string RefusedFor { get; private set; } = "";

    /// <summary>Whether she has told the gateway all that it asks at the beginning.</summary>
    public bool HasTold { get; private set; }

    /// <summary>Whether the gateway lets the market transfer to it.</summary>
    public bool TakesTransfers { get; private set; }

    /// <summary>Whether the gateway pays out of it.</summary>
    public bool PaysOut { get; private set; }

    /// <summary>Since when it can be paid without a break, UTC; null where it can't.</summary>
    public DateTimeOffset? AbleSince { get; private set; }

    /// <summary>When the gateway was asked for how it stands, UTC; null where it never was.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Since when the gateway has told something of it that nobody has asked for, UTC; null where it has not.</summary>
    public DateTimeOffset? HeardAt { get; private set; }

    /// <summary>Until when somebody is asking the gateway about it, UTC; null where nobody is.</summary>
    public DateTimeOffset? AskedUntil { get; private set; }

    /// <summary>When it was ended, UTC; null where it was not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether the gateway is asked to open it, and no answer is written down.</summary>
    public bool IsAsked => State is ConnectState.Asked or ConnectState.Uncertain;

    /// <summary>Whether the market may transfer to it, however new it is.</summary>
    public bool IsAble => State == ConnectState.Open && AbleSince is not null;

    /// <summary>The key of the call that asks to open it: the cooperative, and the how manieth call it is.</summary>
    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Cooperative}-{Calls}");

    /// <summary>Writes down that the gateway is about to be asked to open one.</summary>
    public static ConnectedAccount Begin(CooperativeId cooperative, DateTimeOffset now) => new() { Cooperative = cooperative, State = ConnectState.Asked, Calls = 1, CalledAt = now };

    /// <summary>A manager begins again, or goes on: an account that is there stays the one.</summary>
    public Outcome GoOn(DateTimeOffset now)
    {
        switch (State)
        {
            case ConnectState.Asked or ConnectState.Uncertain:
                return new ConnectingUnderWay();
            case ConnectState.Refused:
                (State, Calls, CalledAt, RefusedFor) = (ConnectState.Asked, Calls + 1, now, "");
                break;
            case ConnectState.Ended:
                // Whoever comes back waits as whoever comes.
                (State, EndedAt, AbleSince) = (ConnectState.Open, null, AbleSince is null ? null : now);
                break;
        }

        return Outcome.Done;
    }

    /// <summary>The gateway says which one it is. Said again it changes nothing.</summary>
    public void Opened(string account)
    {
        if (IsAsked)
            (State, Account, AskedUntil) = (ConnectState.Open, account, null);
    }

    /// <summary>The gateway opened none.</summary>
    /// <param name="word">The gateway's word for why.</param>
    public void Refuse(string word)
    {
        if (IsAsked)
            (State, RefusedFor, AskedUntil) = (ConnectState.Refused, word, null);
    }

    /// <summary>Nobody knows what the gateway did.</summary>
    public void LoseSight() => State = State == ConnectState.Asked ? ConnectState.Uncertain : State;

    /// <summary>The gateway has told something of it, which is asked for.</summary>
    public void Hear(DateTimeOffset now) => HeardAt = now;

    /// <summary>The gateway says how it stands. An older answer than the one that is known changes nothing.</summary>
    /// <param name="askedAt">When the gateway was asked, UTC.</param>
    public void Read(bool hasTold, bool takesTransfers, bool paysOut, DateTimeOffset askedAt)
    {
        if (ReadAt > askedAt)
            return;
        (HasTold, TakesTransfers, PaysOut, ReadAt, AskedUntil) = (hasTold, takesTransfers, paysOut, askedAt, null);
        HeardAt = HeardAt <= askedAt ? null : HeardAt;
        AbleSince = hasTold && takesTransfers && paysOut ? AbleSince ?? askedAt : null;
    }

    /// <summary>The cooperative is paid by the bank again.</summary>
    /// <returns>False where there is nothing to end.</returns>
    public bool TryEnd(DateTimeOffset now)
    {
        if (State != ConnectState.Open)
            return false;
        (State, EndedAt) = (ConnectState.Ended, now);
        return true;
    }
}
