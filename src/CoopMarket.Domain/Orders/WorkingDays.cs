namespace CoopMarket.Domain.Orders;

/// <summary>The days on which a cooperative works: Monday to Saturday in Vietnam, without the time it said it is closed.</summary>
public static class WorkingDays
{
    /// <summary>Vietnam's offset; it has no summer time.</summary>
    public static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The moment that many working days after another, at the same time of day.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="days">Working days, 24 hours each.</param>
    /// <param name="closedUntil">The last day on which the cooperative is closed; null when it is open.</param>
    /// <returns>UTC.</returns>
    public static DateTimeOffset After(DateTimeOffset from, int days, DateOnly? closedUntil = null)
    {
        var at = from.ToOffset(Vietnam);
        while (days > 0)
        {
            at = at.AddDays(1);
            if (at.DayOfWeek != DayOfWeek.Sunday && !(DateOnly.FromDateTime(at.DateTime) <= closedUntil))
                days--;
        }

        return at.ToUniversalTime();
    }
}
