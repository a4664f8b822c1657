using CoopMarket.Domain.Shared;
using FluentValidation;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>What an admin writes when she decides.</summary>
internal static class Reasons
{
    private const int Longest = 1_000;

    /// <summary>There must be one that can be read.</summary>
    public static IRuleBuilderOptions<T, string> IsReason<T>(this IRuleBuilder<T, string> rule)
        => rule.Must(typed => Read(typed, out _) == TextVerdict.Clean).WithMessage("sellers.flaw.reason");

    /// <summary>The reason as it is kept.</summary>
    public static string Clean(string typed)
    {
        _ = Read(typed, out var clean);
        return clean;
    }

    private static TextVerdict Read(string typed, out string clean) => CleanText.Read(typed, Longest, out clean, severalLines: true);
}
