namespace CoopMarket.Web.Features.Admin;

/// <summary>The moment from which a rule is in force.</summary>
internal static class RuleDay
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The beginning of a day in Vietnam, UTC; null where no day was chosen.</summary>
    public static DateTimeOffset? Of(DateOnly? day)
        => day is { } chosen ? new DateTimeOffset(chosen.ToDateTime(TimeOnly.MinValue), Vietnam).ToUniversalTime() : null;
}
