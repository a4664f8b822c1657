using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>
/// A bank's statement that an admin uploaded: shown first, then taken in bit by bit. Each of its lines is stored once, however often
/// it is told, by this file, another, or the bank's feed.
/// </summary>
public sealed class StatementUpload : Entity
{
    /// <summary>So many lines are taken in at a time.</summary>
    public const int AtOnce = 500;

    private StatementUpload()
    {
    }

    public StatementId Id { get; private init; }

    /// <summary>As the file was called.</summary>
    public string Name { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset UploadedAt { get; private init; }

    /// <summary>What was on the account before the first line.</summary>
    public Money Opening { get; private init; }

    /// <summary>What was on it after the last.</summary>
    public Money Closing { get; private init; }

    /// <summary>The lines as JSON, the oldest first; empty once all are taken in.</summary>
    public string Lines { get; private set; } = "";

    public int Total { get; private init; }

    /// <summary>How many lines are taken in so far.</summary>
    public int Taken { get; private set; }

    /// <summary>How many of them were known before.</summary>
    public int Known { get; private set; }

    /// <summary>When an admin said that it shall be taken in, UTC; null while it is only shown.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>UTC; null while lines are left.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <param name="lines">As JSON.</param>
    public static StatementUpload Of(StatementId id, string name, BankStatement statement, string lines, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new()
        {
            Id = id,
            Name = name,
            UploadedAt = now,
            Opening = Money.Dong(statement.Opening),
            Closing = Money.Dong(statement.Closing),
            Lines = lines,
            Total = statement.Lines.Count,
        };
    }

    /// <summary>An admin has seen it: it shall be taken in.</summary>
    /// <returns>False where that was said before.</returns>
    public bool TryBegin(DateTimeOffset now)
    {
        if (BegunAt is not null)
            return false;
        BegunAt = now;
        Raise(new StatementGoesOn(Id, 0));
        return true;
    }

    /// <summary>Some lines are taken in; raises that it goes on where some are left.</summary>
    /// <param name="known">How many of them were known.</param>
    public void Take(int lines, int known, DateTimeOffset now)
    {
        (Taken, Known) = (Taken + lines, Known + known);
        if (Taken < Total)
            Raise(new StatementGoesOn(Id, Taken));
        else
            (EndedAt, Lines) = (now, "");
    }
}
