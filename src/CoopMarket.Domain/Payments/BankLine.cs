using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>A bank line as its source tells it.</summary>
/// <param name="SourceId">The line's name at its source; unique there.</param>
/// <param name="Bank">The bank's short name; may be empty.</param>
/// <param name="Reference">The bank's reference, not empty.</param>
/// <param name="BookedAt">When the bank booked it, UTC.</param>
public sealed record BankLine(MoneySource Source, string SourceId, string Bank, string Reference, BankTransfer Transfer, DateTimeOffset BookedAt)
{
    /// <summary>Whether it doesn't fit what it says it pays: a person decides then, whatever its text names.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>What was on the account afterwards, in đồng; null where the source doesn't say.</summary>
    public long? Balance { get; init; }

    /// <summary>When the bank booked it, as a day in Vietnam.</summary>
    public DateOnly Day => DateOnly.FromDateTime(BookedAt.ToOffset(VietnamDay.Offset).Date);

    /// <summary>What moved, where that was not đồng; not negative. Null where it was.</summary>
    public Money? Moved { get; init; }

    /// <summary>In or out; an amount below zero goes out whatever the source calls it.</summary>
    public TransferDirection Direction => Transfer.AmountDong < 0 ? TransferDirection.Out : Transfer.Direction;
}
