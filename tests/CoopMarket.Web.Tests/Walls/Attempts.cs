namespace CoopMarket.Web.Tests.Walls;

/// <summary>How every route is used, by its name in the table.</summary>
internal static class Attempts
{
    public static IReadOnlyDictionary<string, Attempt> All { get; } =
        ShopAttempts.All.Concat(DeskAttempts.All).Concat(OfficeAttempts.All).Concat(QuestionAttempts.All).ToDictionary(a => a.Route, a => a.Attempt, StringComparer.Ordinal);
}
