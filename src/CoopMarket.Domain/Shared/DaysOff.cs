namespace CoopMarket.Domain.Shared;

/// <summary>Days in Vietnam on which a cooperative is closed, both counted.</summary>
public readonly record struct DaysOff(DateOnly From, DateOnly To)
{
    /// <summary>Whether the day is one of them.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;
}
