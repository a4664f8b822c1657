using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Admin;

/// <summary>The moment from which a rule is in force.</summary>
internal static class RuleDay
{
    /// <summary>The beginning of a day in Vietnam, UTC; null where no day was chosen.</summary>
    public static DateTimeOffset? Of(DateOnly? day) => day is { } chosen ? VietnamDay.Begin(chosen) : null;
}
