namespace CoopMarket.Domain.Shared;

/// <summary>Days as people in Vietnam count them: UTC+7 the whole year.</summary>
public static class VietnamDay
{
    /// <summary>How far Vietnam's clocks are ahead of UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The day at a moment.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>When a day begins, UTC; the first day that can be written begins with time itself.</summary>
    public static DateTimeOffset Begin(DateOnly day)
        => day == DateOnly.MinValue ? DateTimeOffset.MinValue : new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>When the next day begins, UTC; after the last day that can be written comes no other.</summary>
    public static DateTimeOffset End(DateOnly day) => day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : Begin(day.AddDays(1));
}
