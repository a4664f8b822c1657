namespace CoopMarket.Domain.Shared;

/// <summary>The days on which a cooperative works: Monday to Saturday in Vietnam, without the time it said it is closed.</summary>
public static class WorkingDays
{
    /// <summary>Vietnam's offset; it has no summer time.</summary>
    public static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The moment at which a day is over in Vietnam, UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Vietnam).ToUniversalTime();

    /// <summary>The moment that many working days after another, at the same time of day.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="days">Working days, 24 hours each.</param>
    /// <param name="closed">The days on which the cooperative is closed, planned ones too; empty when there are none.</param>
    /// <returns>UTC.</returns>
    public static DateTimeOffset After(DateTimeOffset from, int days, IReadOnlyList<DaysOff> closed)
    {
        var at = from.ToOffset(Vietnam);
        while (days > 0)
        {
            at = at.AddDays(1);
            var day = DateOnly.FromDateTime(at.DateTime);
            if (at.DayOfWeek != DayOfWeek.Sunday && !closed.Any(c => c.Contains(day)))
                days--;
        }

        return at.ToUniversalTime();
    }
}
