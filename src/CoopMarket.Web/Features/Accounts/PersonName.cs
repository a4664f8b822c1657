using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Data;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A person's name, one field, as she writes it.</summary>
internal static class PersonName
{
    /// <summary>The tidy name; null where it is empty, too long or broken.</summary>
    public static string? Read(string? typed)
        => CleanText.Read(typed, AccountMapping.LongestName, out var clean) == TextVerdict.Clean ? clean : null;
}
